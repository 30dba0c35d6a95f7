import {get, isReadOnly} from "./api.js";
import {combobox} from "./combobox.js";
import {fill, h} from "./dom.js";
import {suggestPublishers} from "./filter-bar.js";
import {href} from "./filters.js";
import {Loading, panel} from "./panels.js";
import {goQuery} from "./router.js";
import {counted, dateWords} from "./words.js";

export const title = "Articles";

export function open(root, route) {
  return new Articles(root, route);
}

const NAMES = ["from", "to", "publisher", "q"];

class Articles {
  #query;
  #panel = panel("All articles");
  #loading = new Loading(this.#panel.body);
  #list = h("ol", {class: "articles"});
  #more = h("div", {class: "more"});
  #chips = h("ul", {class: "chips", "aria-label": "Filters in use"});
  #inputs;

  constructor(root, {query}) {
    const field = (name, type) => h("input", {type, onchange: (event) => this.#set(name, event.target.value.trim())});
    this.#inputs = {q: field("q", "search"), from: field("from", "date"), to: field("to", "date")};
    const add = h("a", {href: "/try", hidden: true}, "Add one");
    isReadOnly().then((readOnly) => (add.hidden = readOnly));
    fill(root, h("div", {class: "page-head"}, h("h1", {}, "Articles"), add),
      h("section", {"aria-label": "Filters"},
        h("div", {class: "page-filters"},
          h("label", {class: "field"}, "Words in the title", this.#inputs.q),
          combobox({label: "Publisher", suggest: suggestPublishers, onChoose: ({value}) => this.#set("publisher", value)}),
          h("label", {class: "field"}, "Published from", this.#inputs.from),
          h("label", {class: "field"}, "to", this.#inputs.to)),
        this.#chips),
      this.#panel.element);
    this.update({query});
  }

  #set(name, value) {
    const next = new URLSearchParams(this.#query);
    if (value) next.set(name, value);
    else next.delete(name);
    goQuery(next);
  }

  update({query}) {
    this.#query = query;
    for (const [name, input] of Object.entries(this.#inputs)) input.value = query.get(name) ?? "";
    const publisher = query.get("publisher");
    fill(this.#chips, publisher ? h("li", {}, h("button", {type: "button", class: "chip", "aria-label": `Remove Publisher: ${publisher}`, onclick: () => this.#set("publisher", "")},
      h("span", {class: "chip-label"}, "Publisher"), ` ${publisher} `, h("span", {"aria-hidden": "true"}, "×"))) : null);
    fill(this.#list);
    this.#page(null);
  }

  #page(cursor) {
    const used = new URLSearchParams(NAMES.filter((name) => this.#query.get(name)).map((name) => [name, this.#query.get(name)]));
    const filtered = used.toString() !== "";
    used.set("limit", "50");
    if (cursor) used.set("cursor", cursor);
    this.#loading.run((signal) => get("/api/articles", used, signal), ({articles, next}) => {
      this.#list.append(...articles.map((article) => h("li", {},
        h("a", {href: `/articles/${encodeURIComponent(article.id)}`}, article.title || article.file || "Without a title"),
        h("span", {class: "number"}, counted(article.events, "event")),
        h("p", {class: "event-meta"}, [dateWords(article.published), article.publisher].filter(Boolean).join(" · ")))));
      fill(this.#more, next ? h("button", {type: "button", onclick: () => this.#page(next)}, "More articles") : null);
      fill(this.#panel.body, this.#list.hasChildNodes() ? [this.#list, this.#more] : this.#nothing(filtered));
    });
  }

  #nothing(filtered) {
    return h("div", {class: "nothing"}, h("p", {}, filtered ? "No articles with these filters." : ["No articles yet. ", h("a", {href: "/try"}, "Paste one"), " or ", h("a", {href: href("/", "")}, "see how to begin"), "."]),
      filtered ? h("button", {type: "button", onclick: () => goQuery(new URLSearchParams())}, "Clear all filters") : null);
  }

  close() {
    this.#loading.stop();
  }
}
