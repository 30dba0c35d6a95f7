import {get, isReadOnly} from "./api.js";
import {fill, h, outside} from "./dom.js";
import {eventItem} from "./event-view.js";
import {Loading} from "./panels.js";
import {Reader} from "./reader.js";
import {counted, dateWords} from "./words.js";

export const title = "Article";

export function open(root, {parameters: [id], hash}) {
  const body = h("div", {class: "reader-page"}, h("p", {class: "waiting"}, "Loading …"));
  const loading = new Loading(body);
  let reader = null;
  fill(root, h("p", {class: "crumb"}, h("a", {href: "/articles"}, "Articles")), body);
  const reveal = (part) => {
    if (part.startsWith("event-")) reader?.reveal(part.slice("event-".length));
  };
  const load = async (signal) => {
    if (await isReadOnly()) return {events: (await get("/api/events", new URLSearchParams({article: id, sort: "date", limit: "500"}), signal)).events};
    return {article: await get(`/api/articles/${encodeURIComponent(id)}`, null, signal)};
  };
  loading.run(load, ({article, events}) => {
    if (!article) {
      fill(body, withoutText(events));
      return;
    }
    document.title = `${article.title || "Article"} · Casus`;
    reader = new Reader(article);
    fill(body, reader.element);
    reveal(hash);
  });
  return {
    update: (route) => reveal(route.hash),
    close() {
      loading.stop();
      reader?.close();
    },
  };
}

/** Where texts are not kept: what was found in the article, and the way to it. */
function withoutText(events) {
  if (events.length === 0) return h("p", {class: "nothing"}, "No event was found in this article, and its text is not in the data of the Spark job.");
  const {article} = events[0];
  document.title = `${article.title || "Article"} · Casus`;
  return h("section", {class: "panel", "aria-label": "Events"},
    h("h1", {}, article.title || "Without a title"),
    h("p", {class: "event-meta"}, [article.published ? dateWords(article.published) : "no date", article.publisher].filter(Boolean).join(" · "),
      article.url ? [" · ", outside(article.url, "original")] : article.file ? ` · ${article.file}` : ""),
    h("p", {class: "muted"}, `The text is not in the data of the Spark job; ${counted(events.length, "event")} found in it:`),
    h("ol", {class: "events"}, events.map((event) => eventItem(event))));
}
