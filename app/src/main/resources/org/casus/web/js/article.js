import {get} from "./api.js";
import {fill, h} from "./dom.js";
import {Loading} from "./panels.js";
import {Reader} from "./reader.js";

export const title = "Article";

export function open(root, {parameters: [id], hash}) {
  const body = h("div", {class: "reader-page"}, h("p", {class: "waiting"}, "Loading …"));
  const loading = new Loading(body);
  let reader = null;
  fill(root, h("p", {class: "crumb"}, h("a", {href: "/articles"}, "Articles")), body);
  const reveal = (part) => {
    if (part.startsWith("event-")) reader?.reveal(part.slice("event-".length));
  };
  loading.run((signal) => get(`/api/articles/${encodeURIComponent(id)}`, null, signal), (article) => {
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
