import {get, Problem} from "./api.js";
import {fill, h} from "./dom.js";
import {chips, filtersOf, valuesOf, withoutFilters, withValues} from "./filters.js";
import {goQuery} from "./router.js";
import {counted} from "./words.js";

/** A part of a page with a heading; `tools` stand beside it. */
export function panel(title, {className = "", tools = [], level = "h2"} = {}) {
  const body = h("div", {class: "panel-body"});
  const toolBox = h("div", {class: "panel-tools"}, tools);
  const note = h("p", {class: "panel-note muted"});
  const element = h("section", {class: `panel ${className}`, "aria-label": title},
    h("header", {class: "panel-head"}, h(level, {}, title), toolBox), body, note);
  return {element, body, tools: toolBox, note: (...words) => fill(note, ...words)};
}

/**
 * Fills a part of a page from the API: what was there stays, dimmed, until the new is there, so that nothing jumps.
 * An earlier, slower answer never overwrites a later one.
 */
export class Loading {
  #element;
  #controller = null;

  constructor(element) {
    this.#element = element;
  }

  async run(load, show) {
    this.#controller?.abort();
    const controller = new AbortController();
    this.#controller = controller;
    this.#element.setAttribute("aria-busy", "true");
    try {
      const answer = await load(controller.signal);
      if (controller.signal.aborted) return;
      await show(answer);
    } catch (error) {
      if (controller.signal.aborted || error.name === "AbortError") return;
      fill(this.#element, problemBox(error, () => this.run(load, show)));
    } finally {
      if (this.#controller === controller) this.#element.removeAttribute("aria-busy");
    }
  }

  stop() {
    this.#controller?.abort();
  }
}

/** What went wrong, in the server's words. */
export function problemBox(error, again = null) {
  const title = error instanceof Problem ? error.title : "Something went wrong in this page";
  return h("div", {class: "problem", role: "alert"}, h("p", {}, h("strong", {}, title), error.message && error.message !== title ? `: ${error.message}` : ""),
    again ? h("button", {type: "button", onclick: again}, "Try again") : null);
}

/** Why nothing is shown: which filters exclude everything, with a way out. */
export function nothingFound(query, what = "events") {
  const filters = filtersOf(query);
  const box = h("div", {class: "nothing"}, h("p", {}, `No ${what} with these filters.`));
  const used = chips(filters);
  if (used.length === 0) return fill(box, h("p", {}, `No ${what} yet.`));
  const list = h("ul");
  box.append(list, h("p", {}, h("button", {type: "button", onclick: () => goQuery(withoutFilters(query))}, "Clear all filters")));
  Promise.all(used.map(async (chip) => {
    const rest = valuesOf(filters, chip.name).filter((value) => value !== chip.value);
    const {events} = await get("/api/events/count", withValues(filters, chip.name, rest));
    return {chip, rest, events};
  })).then((found) => {
    const helps = found.filter(({events}) => events > 0);
    fill(list, helps.map(({chip, rest, events}) => h("li", {}, `Without ${chip.label} ${chip.words}: ${counted(events, "event")} `,
      h("button", {type: "button", class: "link", onclick: () => goQuery(withValues(query, chip.name, rest))}, "Remove"))));
    if (helps.length === 0) fill(list, h("li", {}, "No single filter is to blame: together they leave nothing."));
  }, () => {});
  return box;
}
