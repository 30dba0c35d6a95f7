import {freshId, h} from "./dom.js";

let open = null;

function closeOpen(returnFocus = false) {
  if (!open) return;
  const {button, panel} = open;
  open = null;
  panel.hidden = true;
  button.setAttribute("aria-expanded", "false");
  if (returnFocus) button.focus();
}

document.addEventListener("click", (event) => {
  if (open && !open.panel.contains(event.target) && !open.button.contains(event.target)) closeOpen();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") closeOpen(true);
});

/** A button that opens a small panel below itself. `content` is made when it opens, so that it shows the state of then. */
export function menu(label, content, {align = "start", className = ""} = {}) {
  const id = freshId("menu");
  const panel = h("div", {class: `menu-panel ${align}`, id, hidden: true, role: "group", "aria-label": label});
  const button = h("button", {type: "button", class: `menu-button ${className}`, "aria-expanded": "false", "aria-controls": id,
    onclick: () => {
      if (open?.panel === panel) {
        closeOpen();
        return;
      }
      closeOpen();
      panel.replaceChildren(content({close: () => closeOpen(true)}));
      panel.hidden = false;
      button.setAttribute("aria-expanded", "true");
      open = {button, panel};
      panel.querySelector("input, button, select, a")?.focus();
    }}, label);
  return h("div", {class: "menu"}, button, panel);
}
