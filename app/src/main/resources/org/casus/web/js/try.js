import {isReadOnly, request} from "./api.js";
import {fill, h} from "./dom.js";
import {Loading} from "./panels.js";
import {Reader} from "./reader.js";

export const title = "Try it";

export function open(root) {
  return new Try(root);
}

const HTML = /^\s*(<!doctype html|<html|<\?xml|<head|<body|<article)/i;
const MOST = 2 * 1024 * 1024;

class Try {
  #text = h("textarea", {"aria-label": "Article", required: true, spellcheck: "false",
    placeholder: "Paste an article here: text or the source of a page. Or drop a file."});
  #published = h("input", {type: "date"});
  #publisher = h("input", {type: "text", autocomplete: "off"});
  #form;
  #state = h("div", {"aria-live": "polite", class: "actions"});
  #result = h("div");
  #loading = new Loading(this.#result);
  #reader = null;

  constructor(root) {
    const file = h("input", {type: "file", class: "hidden", tabindex: "-1", "aria-label": "A file", accept: ".txt,.html,.htm,text/plain,text/html", onchange: () => {
      this.#take(file.files[0]);
      file.value = "";
    }});
    this.#form = h("form", {class: "try", onsubmit: (event) => {
      event.preventDefault();
      this.#code(false);
    }}, this.#text,
    h("div", {class: "try-fields"},
      h("label", {class: "field"}, "Published (optional)", this.#published),
      h("label", {class: "field"}, "Publisher (optional)", this.#publisher),
      h("div", {class: "actions"}, h("button", {type: "submit", class: "primary"}, "Code it"),
        h("button", {type: "button", onclick: () => file.click()}, "Open a file"), file)));
    this.#form.addEventListener("dragover", (event) => {
      event.preventDefault();
      this.#form.classList.add("dropping");
    });
    this.#form.addEventListener("dragleave", () => this.#form.classList.remove("dropping"));
    this.#form.addEventListener("drop", (event) => {
      event.preventDefault();
      this.#form.classList.remove("dropping");
      const dropped = event.dataTransfer.files[0];
      if (dropped) this.#take(dropped);
      else this.#text.value = event.dataTransfer.getData("text/plain");
    });
    this.#text.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.#form.requestSubmit();
    });
    fill(root, h("div", {class: "page-head"}, h("h1", {}, "Try it"), h("p", {class: "count"}, "See an article coded at once. Nothing is kept unless you say so.")),
      this.#form, this.#state, this.#result);
  }

  async #take(file) {
    if (!file) return;
    if (file.size > MOST) {
      fill(this.#state, h("p", {class: "problem", role: "alert"}, `${file.name} is larger than 2 MB.`));
      return;
    }
    this.#text.value = await file.text();
    fill(this.#state);
    this.#code(false);
  }

  #code(keep) {
    const text = this.#text.value;
    if (text.trim() === "") {
      this.#text.focus();
      return;
    }
    fill(this.#state, h("p", {class: "muted"}, keep ? "Keeping it …" : "Reading …"));
    this.#loading.run((signal) => this.#send(text, keep, signal), (answer) => this.#show(answer));
  }

  /**
   * The article as it was pasted, so that the server cleans it as it does a file. A date or publisher given here goes with the
   * cleaned text in a second request.
   */
  async #send(text, keep, signal) {
    const post = async (body, type, keeping) => {
      const response = await request(`/api/articles?keep=${keeping}`, {method: "POST", body, headers: {"Content-Type": type}, signal});
      return {article: await response.json(), kept: keeping, fresh: response.status === 201};
    };
    const published = this.#published.value;
    const publisher = this.#publisher.value.trim();
    try {
      const own = published || publisher;
      const first = await post(text, HTML.test(text) ? "text/html" : "text/plain", keep && !own);
      if (!own) return first;
      const {title: heading, url, language, text: body} = first.article;
      const fields = {title: heading, published: published || first.article.published, publisher: publisher || first.article.publisher, url, language, text: body};
      return await post(JSON.stringify(fields), "application/json", keep);
    } catch (error) {
      fill(this.#state);
      throw error;
    }
  }

  #show({article, kept, fresh}) {
    this.#reader?.close();
    this.#reader = new Reader(article, {level: "h2"});
    fill(this.#result, this.#reader.element);
    if (kept) {
      document.dispatchEvent(new CustomEvent("casus:kept"));
      fill(this.#state, h("p", {class: "ok"}, fresh ? "Kept. " : "It was in the store before. ", h("a", {href: `/articles/${encodeURIComponent(article.id)}`}, "Its page")));
    } else {
      isReadOnly().then((readOnly) => fill(this.#state, readOnly ? h("span", {class: "muted"}, "This server reads data of the Spark job and keeps nothing.")
        : [h("button", {type: "button", onclick: () => this.#code(true)}, "Keep it"), h("span", {class: "muted"}, "puts it and its events into the store")]));
    }
  }

  update() {}

  close() {
    this.#loading.stop();
    this.#reader?.close();
  }
}
