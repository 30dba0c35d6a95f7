import {announce, fill, h} from "./dom.js";

// Pages are modules with `title` and `open(root, route)`, which returns {update(route), close()}; each is loaded when first seen.
const PAGES = [
  [/^\/$/, () => import("./overview.js")],
  [/^\/relations\/([^/]+)\/([^/]+)$/, () => import("./dyad.js")],
  [/^\/relations$/, () => import("./relations.js")],
  [/^\/positions$/, () => import("./positions.js")],
  [/^\/articles\/([^/]+)$/, () => import("./article.js")],
  [/^\/articles$/, () => import("./articles.js")],
  [/^\/events$/, () => import("./events.js")],
  [/^\/sources$/, () => import("./sources.js")],
  [/^\/try$/, () => import("./try.js")],
];

let current = null;
let turn = 0;

/** Starts from the address, and follows links, back and forward. */
export function start() {
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const href = link.getAttribute("href");
    if (!href.startsWith("/") || href.startsWith("//") || link.target || link.hasAttribute("download") || "plain" in link.dataset) return;
    event.preventDefault();
    go(href);
  });
  window.addEventListener("popstate", () => show(false));
  show(true);
}

/** Goes to an address of the dashboard; `replace` leaves no step to go back to. */
export function go(href, {replace = false} = {}) {
  if (href === location.pathname + location.search + location.hash) return;
  history[replace ? "replaceState" : "pushState"](null, "", href);
  show(false);
}

/** The same page with another query. */
export function goQuery(query, options) {
  const text = query.toString();
  go(location.pathname + (text ? `?${text}` : ""), options);
}

async function show(first) {
  const mine = ++turn;
  const path = location.pathname.replace(/(.)\/$/, "$1");
  let parameters = [];
  const page = PAGES.find(([pattern]) => {
    const match = pattern.exec(path);
    if (match) parameters = match.slice(1).map(decode);
    return match;
  });
  const route = {path, parameters, query: new URLSearchParams(location.search), hash: location.hash.slice(1)};
  markNavigation(path);
  if (current && current.path === path) {
    current.page.update(route);
    return;
  }
  const root = document.getElementById("main");
  let module;
  try {
    module = page ? await page[1]() : null;
  } catch {
    if (mine === turn) fill(root, h("p", {class: "problem", role: "alert"}, "This page could not be loaded. Is the server still running?"));
    return;
  }
  if (mine !== turn) return;
  current?.page.close();
  current = null;
  root.replaceChildren();
  if (!module) {
    document.title = "Not found · Casus";
    fill(root, h("h1", {}, "Not found"), h("p", {}, "There is no such page. ", h("a", {href: "/"}, "Go to the overview")));
    return;
  }
  document.title = `${module.title} · Casus`;
  current = {path, page: module.open(root, route)};
  if (first) return;
  window.scrollTo(0, 0);
  root.focus({preventScroll: true});
  announce(module.title);
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function markNavigation(path) {
  for (const link of document.querySelectorAll(".top nav a")) {
    const href = link.getAttribute("href");
    const here = href === "/" ? path === "/" : path === href || path.startsWith(`${href}/`);
    if (here) {
      link.setAttribute("aria-current", "page");
      // on a narrow screen the row of links scrolls sideways
      link.parentElement.scrollLeft = link.offsetLeft - link.parentElement.offsetLeft - 60;
    } else {
      link.removeAttribute("aria-current");
    }
  }
}
