import {request} from "./api.js";
import {fill, h} from "./dom.js";
import {problemBox} from "./panels.js";
import {counted} from "./words.js";

/** What to do when the store holds nothing; `onKept` is called when the samples are in. */
export function welcome(onKept) {
  const state = h("div", {"aria-live": "polite"});
  const button = h("button", {type: "button", class: "primary", onclick: async () => {
    button.disabled = true;
    fill(state, h("p", {class: "muted"}, "Reading the samples …"));
    try {
      const answer = await (await request("/api/samples", {method: "POST"})).json();
      fill(state, h("p", {}, `${counted(answer.articles, "article")}, ${counted(answer.events, "event")}.`));
      document.dispatchEvent(new CustomEvent("casus:kept"));
      onKept();
    } catch (error) {
      button.disabled = false;
      fill(state, problemBox(error));
    }
  }}, "Load six sample articles");
  return h("section", {class: "welcome"},
    h("h1", {}, "This store is empty"),
    h("p", {class: "lead"}, "Casus reads news and writes down who did what to whom, when and where, and which words say so."),
    h("p", {}, button, " or ", h("a", {href: "/try"}, "paste an article of your own"), "."),
    state,
    h("p", {}, "From the command line, into this store:"),
    h("pre", {tabindex: "0"}, h("code", {}, [
      "casus code --store casus.duckdb articles/     # pages, texts, JSON lines, web archives",
      "casus watch --store casus.duckdb FEED-URL     # follows feeds and folders",
      "casus serve --store casus.duckdb              # this dashboard",
    ].join("\n"))));
}
