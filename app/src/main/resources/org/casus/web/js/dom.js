/**
 * An element with its attributes and children. Children are nodes or text, never HTML: what comes from articles is hostile.
 *
 *     h("a", {href: "/events", onclick: go}, "All ", h("b", {}, "events"))
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "data") Object.assign(element.dataset, value);
    else if (name === "value") element.value = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...flat(children));
  return element;
}

export function fill(element, ...children) {
  element.replaceChildren(...flat(children));
  return element;
}

function flat(children) {
  return children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);
}

/** A link to elsewhere; addresses from articles that are not http(s) stay plain text. */
export function outside(href, text) {
  let url;
  try {
    url = new URL(href);
  } catch {
    return h("span", {}, text);
  }
  if (url.protocol !== "https:" && url.protocol !== "http:") return h("span", {}, text);
  return h("a", {href: url.href, rel: "noopener noreferrer", target: "_blank", class: "outside"}, text);
}

let lastId = 0;
export function freshId(prefix) {
  return `${prefix}-${++lastId}`;
}

/** Runs the action once, when it has not been asked for again for the time. */
export function debounced(milliseconds, action) {
  let timer;
  return (...given) => {
    clearTimeout(timer);
    timer = setTimeout(() => action(...given), milliseconds);
  };
}

export function announce(text) {
  document.getElementById("announce").textContent = text;
}

/** Storage that may be forbidden or full: then a choice lasts as long as the page. */
export const kept = {
  get(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  set(key, value) {
    try {
      if (value === null) localStorage.removeItem(key);
      else localStorage.setItem(key, value);
    } catch {
      // see above
    }
  },
};
