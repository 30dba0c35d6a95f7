import {get} from "./api.js";
import {fill, h, kept} from "./dom.js";
import {caveats, code, evidence} from "./event-view.js";
import {exportMenu} from "./export-menu.js";
import {filterBar} from "./filter-bar.js";
import {filtersOf} from "./filters.js";
import {menu} from "./menu.js";
import {Loading, nothingFound, panel} from "./panels.js";
import {goQuery} from "./router.js";
import {actorWords, countryName, counted, dateWords, score} from "./words.js";

export const title = "Events";

export function open(root, route) {
  return new Events(root, route);
}

/** Columns by name: heading, what a cell holds, and the API's sort where there is one ("-" first where that is the usual way). */
const COLUMNS = {
  date: {head: "Date", sort: "-date", cell: (event) => h("span", {class: "nowrap"}, dateWords(event.date ?? event.article.published))},
  source: {head: "Source", sort: "source", cell: (event) => (event.source ? actorWords(event.source) : "–")},
  type: {head: "Type", sort: "type", cell: (event) => code(event)},
  target: {head: "Target", sort: "target", cell: (event) => (event.target ? actorWords(event.target) : "–")},
  evidence: {head: "Evidence", cell: (event) => evidence(event), className: "evidence-cell"},
  status: {head: "Status", cell: (event) => caveats(event).join("; ") || "actual"},
  place: {head: "Place", cell: (event) => (event.place ? [...new Set([event.place.name, countryName(event.place.country)])].filter(Boolean).join(", ") : "–")},
  goldstein: {head: "Goldstein", sort: "-goldstein", cell: (event) => score(event.goldstein), className: "end"},
  confidence: {head: "Confidence", sort: "-confidence", cell: (event) => event.confidence.toFixed(2), className: "end"},
  publisher: {head: "Publisher", cell: (event) => event.article.publisher ?? "–"},
  article: {head: "Article", cell: (event) => event.article.title ?? event.article.file ?? "–"},
  published: {head: "Published", cell: (event) => h("span", {class: "nowrap"}, dateWords(event.article.published))},
  quad: {head: "Class", cell: (event) => event.quad},
  mode: {head: "Mode", cell: (event) => event.mode ?? "–"},
  contexts: {head: "Contexts", cell: (event) => event.contexts.join(", ") || "–"},
  attribution: {head: "Who says so", cell: (event) => event.attribution ?? "–"},
  id: {head: "Id", cell: (event) => h("code", {}, event.id)},
};
const USUAL = ["date", "source", "type", "target", "evidence", "status", "place", "publisher", "confidence"];
const KEY = "casus.columns";
const SORTS = new Set(["-date", "date", "-confidence", "confidence", "-coded", "type", "-type", "-goldstein", "goldstein", "source", "-source", "target", "-target"]);

class Events {
  #query;
  #bar;
  #panel;
  #loading;
  #head = h("tr");
  #rows = h("tbody");
  #table;
  #more = h("div", {class: "more"});
  #count = h("p", {class: "count", "aria-live": "polite"});
  #newest = h("button", {type: "button", class: "quiet", onclick: () => this.#set("sort", this.#sort() === "-coded" ? "" : "-coded")}, "Newest coding first");
  #events = [];
  #asked = null;

  constructor(root, {query}) {
    this.#query = query;
    this.#bar = filterBar(query);
    this.#panel = panel("Table", {tools: [this.#newest, menu("Columns", () => this.#columnChoice(), {align: "end"}), exportMenu(() => filtersOf(this.#query))]});
    this.#loading = new Loading(this.#panel.body);
    this.#table = h("div", {class: "scroll", tabindex: "0", role: "region", "aria-label": "Table of events"},
      h("table", {class: "data-table"}, h("thead", {}, this.#head), this.#rows));
    fill(root, h("div", {class: "page-head"}, h("h1", {}, "Events"), this.#count), this.#bar.element, this.#panel.element);
    get("/api/summary").then((summary) => this.#bar.summary(summary), () => {});
    this.update({query});
  }

  #columns() {
    const wanted = (this.#query.get("columns") ?? kept.get(KEY) ?? "").split(",").filter((name) => COLUMNS[name]);
    return wanted.length ? wanted : USUAL;
  }

  #sort() {
    const sort = this.#query.get("sort");
    return SORTS.has(sort) ? sort : "-date";
  }

  #set(name, value) {
    const next = new URLSearchParams(this.#query);
    if (value) next.set(name, value);
    else next.delete(name);
    goQuery(next);
  }

  #columnChoice() {
    const chosen = this.#columns();
    return h("fieldset", {class: "boxes"}, h("legend", {class: "hidden"}, "Columns"),
      Object.entries(COLUMNS).map(([name, {head}]) => h("label", {}, h("input", {type: "checkbox", checked: chosen.includes(name), onchange: (event) => {
        const now = new Set(this.#columns());
        if (event.target.checked) now.add(name);
        else now.delete(name);
        const ordered = Object.keys(COLUMNS).filter((each) => now.has(each));
        const usual = ordered.join() === USUAL.join() || ordered.length === 0;
        kept.set(KEY, usual ? null : ordered.join());
        this.#set("columns", usual ? "" : ordered.join());
      }}), head)));
  }

  update({query}) {
    this.#query = query;
    this.#bar.update(query);
    this.#newest.setAttribute("aria-pressed", String(this.#sort() === "-coded"));
    const asked = `${filtersOf(query)} ${this.#sort()}`;
    if (asked === this.#asked) {
      this.#show();
      return;
    }
    this.#asked = asked;
    get("/api/events/count", filtersOf(query)).then(({events}) => fill(this.#count, counted(events, "event")), () => fill(this.#count));
    this.#page(null);
  }

  #page(cursor) {
    const query = filtersOf(this.#query);
    query.set("sort", this.#sort());
    query.set("limit", "50");
    if (cursor) query.set("cursor", cursor);
    this.#loading.run((signal) => get("/api/events", query, signal), ({events, next}) => {
      this.#events = cursor ? [...this.#events, ...events] : events;
      fill(this.#more, next ? h("button", {type: "button", onclick: () => this.#page(next)}, "More events") : null);
      this.#show();
    });
  }

  #show() {
    if (this.#events.length === 0) {
      fill(this.#panel.body, nothingFound(this.#query));
      return;
    }
    const columns = this.#columns();
    const sort = this.#sort();
    fill(this.#head, columns.map((name) => this.#heading(COLUMNS[name], sort)), h("th", {scope: "col"}, h("span", {class: "hidden"}, "Article")));
    fill(this.#rows, this.#events.map((event) => h("tr", {}, columns.map((name) => h("td", {class: COLUMNS[name].className}, COLUMNS[name].cell(event))),
      h("td", {}, h("a", {href: `/articles/${encodeURIComponent(event.article.id)}#event-${event.id}`, "aria-label": `Read: ${event.article.title ?? event.article.id}`}, "read")))));
    if (!this.#panel.body.contains(this.#table)) fill(this.#panel.body, this.#table, this.#more);
  }

  #heading({head, sort, className}, now) {
    if (!sort) return h("th", {scope: "col", class: className === "end" ? "end" : null}, head);
    const name = sort.replace("-", "");
    const here = now.replace("-", "") === name;
    const next = here ? (now.startsWith("-") ? name : `-${name}`) : sort;
    return h("th", {scope: "col", class: className === "end" ? "end" : null, "aria-sort": here ? (now.startsWith("-") ? "descending" : "ascending") : null},
      h("button", {type: "button", class: "sort", onclick: () => this.#set("sort", next === "-date" ? "" : next)}, head, here ? (now.startsWith("-") ? " ↓" : " ↑") : ""));
  }

  close() {
    this.#loading.stop();
  }
}
