import {h} from "./dom.js";
import {actorWords, dateWords, partyOf, quadClass, statusWords} from "./words.js";

/** What makes an event other than plainly done and told by the article itself, in words. */
export function caveats(event) {
  return [
    statusWords(event.status),
    event.background ? "background: told as history" : null,
    event.attribution ? `according to ${event.attribution}` : null,
  ].filter(Boolean);
}

/** "Azerbaijan (president Ilham Aliyev) **received** Pakistan (army chief Asim Munir)" */
export function sentence(event) {
  const words = h("span", {class: "event-words"});
  if (event.source) words.append(actor(event.source), " ");
  words.append(h("strong", {class: `trigger ${quadClass(event.quad)}`}, event.evidence.trigger));
  if (event.target) words.append(" ", actor(event.target));
  return words;
}

function actor(who) {
  const words = actorWords(who);
  const at = words.indexOf(" (");
  return h("span", {class: "event-actor", title: `“${who.text}”`, data: {party: partyOf(who)}},
    at < 0 ? words : [words.slice(0, at), h("span", {class: "muted"}, words.slice(at))]);
}

/** An event as an item of a list: the sentence, its code, what to beware of, and the way to the article. */
export function eventItem(event, {fresh = false, story = null} = {}) {
  const beware = caveats(event);
  return h("li", {class: `event${fresh ? " fresh" : ""}`, data: {event: event.id}},
    h("a", {class: "event-link", href: `/articles/${encodeURIComponent(event.article.id)}#event-${event.id}`}, sentence(event)),
    h("p", {class: "event-meta"},
      code(event), " · ", h("time", {datetime: event.date}, dateWords(event.date ?? event.article.published)),
      event.place ? ` · ${event.place.name}` : "", event.article.publisher ? ` · ${event.article.publisher}` : "",
      beware.map((words) => h("span", {class: "tag"}, words)),
      story?.articles > 1 ? h("a", {class: "tag", href: `/events?story=${story.story}`}, widthWords(story)) : null),
    h("p", {class: "event-evidence"}, evidence(event)));
}

/** "3 articles of 2 publishers" */
function widthWords({articles, publishers}) {
  return `${articles} articles of ${publishers} ${publishers === 1 ? "publisher" : "publishers"}`;
}

/** The type with a swatch of its quad class, and the CAMEO code. */
export function code(event) {
  return h("span", {class: "code", title: event.quad}, h("i", {class: `swatch ${quadClass(event.quad)}`}), `${event.type} ${event.cameo ?? ""}`);
}

/** The evidence sentence with its trigger marked. */
export function evidence(event) {
  const {sentence: text, trigger} = event.evidence;
  const at = text.indexOf(trigger);
  if (at < 0) return text;
  return [text.slice(0, at), h("mark", {}, trigger), text.slice(at + trigger.length)];
}

/** Rows that hold the place of events until they are there. */
export function waitingEvents(n) {
  return Array.from({length: n}, () => h("li", {class: "event waiting-row", "aria-hidden": "true"}));
}
