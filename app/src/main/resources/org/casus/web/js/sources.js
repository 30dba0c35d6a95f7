import {get} from "./api.js";
import {fill, h, outside} from "./dom.js";
import {Loading, panel} from "./panels.js";
import {counted, momentWords, number, since} from "./words.js";

export const title = "Sources";

export function open(root) {
  return new Sources(root);
}

const EVERY_MS = 30_000;
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
    this.#loading.run((signal) => get("/api/sources", null, signal), ({follows, sources}) => {
      const failing = sources.filter(({state}) => state === "failing").length;
      fill(this.#count, sources.length ? `${counted(sources.length, "source")}${failing ? `, ${number(failing)} failing` : ", none failing"}` : "");
      // the keyboard's place in the table stays where it was
      const focused = this.#panel.body.contains(document.activeElement) ? document.activeElement.closest("[data-source]")?.dataset.source : null;
      fill(this.#panel.body, sources.length ? this.#table(sources) : nothing());
      if (focused) this.#panel.body.querySelector(`[data-source="${CSS.escape(focused)}"] a`)?.focus();
      this.#panel.note(sources.length && !follows ? ["This process only serves. It follows them too when it is started with ", h("code", {}, "casus watch --port"), "."] : "");
    });
  }

  #table(sources) {
    const now = Date.now();
    const heads = [["State"], ["Source"], ["Last look"], ["Next look"], ["New", "Items that were new at the last look"], ["Articles", "New articles in all"],
      ["Waiting", "Items still to be read"], ["Given up", "Items that could not be read"]];
    return h("div", {class: "scroll", tabindex: "0", role: "region", "aria-label": "Table of sources"},
      h("table", {class: "data-table sources"},
        h("caption", {class: "hidden"}, "Sources with the state of each"),
        h("thead", {}, h("tr", {}, heads.map(([name, help], at) => h("th", {scope: "col", class: at > 3 ? "end" : null, title: help ?? null}, name)))),
        h("tbody", {}, sources.map((source) => row(source, now)))));
  }

  close() {
    clearInterval(this.#timer);
    this.#loading.stop();
  }
}

function row(source, now) {
  const name = source.title ?? source.publisher;
  const address = source.kind === "folder" ? h("span", {}, source.address) : outside(source.address, source.address);
  return h("tr", {data: {source: source.id}},
    h("td", {}, h("span", {class: `source-state is-${source.state}`}, h("i", {"aria-hidden": "true"}), STATES[source.state] ?? source.state)),
    h("th", {scope: "row", class: "source-cell"},
      name ? h("div", {}, name) : null,
      h("div", {class: "source-address"}, address, " ", h("span", {class: "tag"}, KINDS[source.kind] ?? source.kind)),
      source.error ? h("p", {class: source.state === "failing" ? "source-error" : "source-error muted"},
        source.failures > 1 ? `${counted(source.failures, "time")} in a row: ` : "", source.error) : null),
    h("td", {class: "nowrap"}, moment(source.lastFetch, now, "never")),
    h("td", {class: "nowrap"}, moment(source.nextFetch, now, "–")),
    ...[source.added, source.articles, source.waiting, source.failed].map((count) => h("td", {class: "end number"}, number(count))));
}

function moment(iso, now, none) {
  return iso ? h("time", {datetime: iso, title: momentWords(iso)}, since(iso, now)) : none;
}

function nothing() {
  return h("div", {class: "nothing"},
    h("p", {}, "This store follows nothing yet. Feeds, news sitemaps and folders are followed by:"),
    h("pre", {tabindex: "0"}, h("code", {}, [
      "casus watch https://example.org/feed.xml ./folder --store casus.duckdb --port 8080",
      "casus watch --opml feeds.opml --store casus.duckdb --port 8080",
    ].join("\n"))),
    h("p", {}, "With ", h("code", {}, "--port"), " it serves this dashboard too; stop ", h("code", {}, "casus serve"), " first, since one process at a time holds a store."));
}
