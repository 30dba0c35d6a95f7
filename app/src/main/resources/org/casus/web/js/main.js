import {get} from "./api.js";
import {h, kept} from "./dom.js";
import {start} from "./router.js";
import {counted} from "./words.js";

const THEMES = [["", "◐", "as the system"], ["light", "○", "light"], ["dark", "●", "dark"]];

function themeSwitch(button) {
  const show = () => {
    const [, sign, words] = THEMES.find(([name]) => name === (document.documentElement.dataset.theme ?? ""));
    button.textContent = sign;
    button.setAttribute("aria-label", `Colours: ${words}`);
    button.title = `Colours: ${words}`;
  };
  button.addEventListener("click", () => {
    const now = THEMES.findIndex(([name]) => name === (document.documentElement.dataset.theme ?? ""));
    const [next] = THEMES[(now + 1) % THEMES.length];
    if (next) document.documentElement.dataset.theme = next;
    else delete document.documentElement.dataset.theme;
    kept.set("casus.theme", next || null);
    show();
    document.dispatchEvent(new CustomEvent("casus:theme"));
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => document.dispatchEvent(new CustomEvent("casus:theme")));
  show();
}

async function storeLine(element) {
  try {
    const summary = await get("/api/summary");
    element.replaceChildren(h("span", {}, `Casus ${summary.version}`), " · ", counted(summary.events, "event"), " from ",
      counted(summary.articles, "article"), " of ", counted(summary.publishers, "publisher"));
  } catch {
    // each panel says what is wrong
  }
}

themeSwitch(document.getElementById("theme"));
start();
storeLine(document.getElementById("store"));
document.addEventListener("casus:kept", () => storeLine(document.getElementById("store")));
