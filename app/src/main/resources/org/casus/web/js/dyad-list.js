import {h} from "./dom.js";
import {href, remember} from "./filters.js";
import {counted, number, score} from "./words.js";

/** Of the API's dyads those that have two parties: some events have no target. */
export function pairs(dyads) {
  return dyads.filter((dyad) => dyad.target);
}

/** Pairs of parties as bars: cooperation to the left in blue, conflict to the right in red; each leads to its page. */
export function dyadBars(dyads, query) {
  const most = Math.max(1, ...dyads.map((dyad) => dyad.events));
  const params = new URLSearchParams(query);
  for (const name of ["actor", "source", "target", "between"]) params.delete(name);
  return h("ol", {class: "dyads"}, dyads.map((dyad) => {
    remember(dyad.source);
    remember(dyad.target);
    const bar = (className, n) => {
      const part = h("i", {class: className});
      part.style.width = `${(100 * n) / most}%`;
      return part;
    };
    return h("li", {}, h("a", {href: href(dyadPath(dyad.source.id, dyad.target.id), params)},
      h("span", {class: "dyad-name"}, dyad.source.name, h("span", {class: "muted"}, " → "), dyad.target.name),
      h("span", {class: "dyad-count"}, number(dyad.events), h("span", {class: "hidden"},
        ` events: ${counted(dyad.cooperation, "of cooperation", "of cooperation")}, ${dyad.conflict} of conflict`)),
      h("span", {class: "dyad-bar", "aria-hidden": "true", title: `cooperation ${dyad.cooperation}, conflict ${dyad.conflict}, mean Goldstein ${score(dyad.goldstein)}`},
        bar("cooperation", dyad.cooperation), bar("conflict", dyad.conflict))));
  }));
}

export function dyadPath(a, b) {
  return `/relations/${encodeURIComponent(a)}/${encodeURIComponent(b)}`;
}
