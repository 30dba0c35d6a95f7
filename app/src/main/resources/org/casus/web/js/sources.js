import {get, isReadOnly} from "./api.js";
import {fill, h, outside} from "./dom.js";
import {Loading, panel} from "./panels.js";
import {counted, momentWords, number, since} from "./words.js";

export const title = "Sources";

export function open(root) {
  return new Sources(root);
}

const EVERY_MS = 30_000;
const HEADS = [["State"], ["Source"], ["Last look"], ["Next look"], ["New", "Items that were new at the last look"], ["Articles", "New articles in all"],
  ["Waiting", "Items still to be read"], ["Given up", "Items that could not be read"]];
const KINDS = {feed: "feed", sitemap: "sitemap", folder: "folder"};
const STATES = {ok: "well", failing: "failing", new: "not read yet"};

/** What the store follows, and how each source does; looks again every half minute while the page is seen. */
class Sources {
  #panel = panel("All sources");
  #loading = new Loading(this.#panel.body);
  #count = h("p", {class: "count"});
  #timer = setInterval(() => document.hidden || this.#load(), EVERY_MS);

  constructor(root) {
    fill(root, h("div", {class: "page-head"}, h("h1", {}, "Sources"), this.#count), this.#panel.element);
    this.#load();
  }

  update() {
    this.#load();
  }

  #load() {
    this.#loading.run(async (signal) => ({readOnly: await isReadOnly(), ...await get("/api/sources", null, signal)}), ({readOnly, follows, sources}) => {
      const failing = sources.filter(({state}) => state === "failing").length;
      fill(this.#count, sources.length ? `${counted(sources.length, "source")}${failing ? `, ${number(failing)} failing` : ", none failing"}` : "");
      // the keyboard's place in the table stays where it was
      const focused = this.#panel.body.contains(document.activeElement) ? document.activeElement.closest("[data-source]")?.dataset.source : null;
      fill(this.#panel.body, sources.length ? this.#table(sources) : nothing(readOnly));
      if (focused) this.#panel.body.querySelector(`[data-source="${CSS.escape(focused)}"] a`)?.focus();
      this.#panel.note(sources.length && !follows ? ["This process only serves. It follows them too when it is started with ", h("code", {}, "casus watch --port"), "."] : "");
    });
  }

  #table(sources) {
    const now = Date.now();
    // roles are named, since narrow screens show a row as a block, which would take them away
    return h("div", {class: "scroll", tabindex: "0", role: "region", "aria-label": "Table of sources"},
      h("table", {class: "data-table sources", role: "table", "aria-label": "Sources with the state of each"},
        h("thead", {role: "rowgroup"}, h("tr", {role: "row"}, HEADS.map(([name, help], at) => h("th", {scope: "col", role: "columnheader", class: at > 3 ? "end" : null, title: help ?? null}, name)))),
        h("tbody", {role: "rowgroup"}, sources.map((source) => row(source, now)))));
  }

  close() {
    clearInterval(this.#timer);
    this.#loading.stop();
  }
}

function row(source, now) {
  const name = source.title ?? source.publisher;
  const address = source.kind === "folder" ? h("span", {}, source.address) : outside(source.address, source.address);
  const cell = (at, className, content) => h("td", {role: "cell", class: className, data: {head: HEADS[at][0]}}, content);
  return h("tr", {role: "row", data: {source: source.id}},
    cell(0, null, h("span", {class: `source-state is-${source.state}`}, h("i", {"aria-hidden": "true"}), STATES[source.state] ?? source.state)),
    h("th", {scope: "row", role: "rowheader", class: "source-cell"},
      name ? h("div", {}, name) : null,
      h("div", {class: "source-address"}, address, " ", h("span", {class: "tag"}, KINDS[source.kind] ?? source.kind)),
      source.error ? h("p", {class: source.state === "failing" ? "source-error" : "source-error muted"},
        source.failures > 1 ? `${counted(source.failures, "time")} in a row: ` : "", source.error) : null),
    cell(2, "nowrap", source.lastFetch ? moment(source.lastFetch, since(source.lastFetch, now)) : "never"),
    cell(3, "nowrap", moment(source.nextFetch, Date.parse(source.nextFetch) <= now ? "due" : since(source.nextFetch, now))),
    ...[source.added, source.articles, source.waiting, source.failed].map((count, at) => cell(at + 4, "end number", number(count))));
}

function moment(iso, words) {
  return h("time", {datetime: iso, title: momentWords(iso)}, words);
}

function nothing(readOnly) {
  if (readOnly) return h("p", {class: "nothing"}, "This server reads data of the Spark job: it follows nothing.");
  return h("div", {class: "nothing"},
    h("p", {}, "This store follows nothing yet. Feeds, news sitemaps and folders are followed by:"),
    h("pre", {tabindex: "0"}, h("code", {}, [
      "casus watch https://example.org/feed.xml ./folder --store casus.duckdb --port 8080",
      "casus watch --opml feeds.opml --store casus.duckdb --port 8080",
    ].join("\n"))),
    h("p", {}, "With ", h("code", {}, "--port"), " it serves this dashboard too; stop ", h("code", {}, "casus serve"), " first, since one process at a time holds a store."));
}
