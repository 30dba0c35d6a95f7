import {get} from "./api.js";
import {fill, h} from "./dom.js";
import {dyadPath} from "./dyad-list.js";
import {eventItem} from "./event-view.js";
import {problemBox} from "./panels.js";
import {counted, dateWords} from "./words.js";

/** Standing positions as sentences, each with the reports behind it on demand. */
export function positionList(positions) {
  return h("ol", {class: "positions"}, positions.map((position) => {
    const reports = h("div", {hidden: true});
    const button = h("button", {type: "button", class: "link", "aria-expanded": "false", onclick: async () => {
      reports.hidden = !reports.hidden;
      button.setAttribute("aria-expanded", String(!reports.hidden));
      if (reports.hidden || reports.hasChildNodes()) return;
      fill(reports, h("p", {class: "muted"}, "Loading …"));
      try {
        const events = await Promise.all(position.events.slice(0, 20).map((id) => get(`/api/events/${encodeURIComponent(id)}`)));
        fill(reports, h("ol", {class: "events"}, events.map((event) => eventItem(event))));
      } catch (error) {
        fill(reports, problemBox(error));
      }
    }}, counted(position.reports, "report"));
    return h("li", {},
      h("p", {class: "position-sentence"}, position.sentence, position.ended ? h("span", {class: "tag"}, `ended ${dateWords(position.ended)}`) : null),
      h("p", {class: "event-meta"}, button, position.since ? ` · since ${dateWords(position.since)}` : "", position.last ? ` · last told ${dateWords(position.last)}` : "",
        position.toward ? [" · ", h("a", {href: dyadPath(position.holder.id, position.toward.id)}, "all between the two")] : null),
      reports);
  }));
}
