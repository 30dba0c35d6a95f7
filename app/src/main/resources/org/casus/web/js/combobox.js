import {fill, freshId, h} from "./dom.js";

/**
 * A text field with suggestions, worked by mouse or keyboard (the ARIA pattern "combobox with list").
 * `suggest(text)` gives a promise of [{value, label, note}]; `onChoose(choice)` is told the chosen one.
 */
export function combobox({label, placeholder = "", suggest, onChoose, value = "", clearAfter = true}) {
  const listId = freshId("options");
  const list = h("ul", {role: "listbox", id: listId, class: "options", hidden: true, "aria-label": label});
  const input = h("input", {
    type: "text", role: "combobox", "aria-expanded": "false", "aria-controls": listId, "aria-autocomplete": "list",
    autocomplete: "off", spellcheck: "false", placeholder, value,
    oninput: () => ask(), onclick: () => ask(), onkeydown: key, onblur: () => setTimeout(close, 150),
  });
  let choices = [];
  let active = -1;
  let turn = 0;

  async function ask() {
    const mine = ++turn;
    let found;
    try {
      found = await suggest(input.value.trim());
    } catch (error) {
      found = [];
      if (mine === turn) fill(list, h("li", {class: "muted", role: "option", "aria-disabled": "true"}, error.message));
    }
    if (mine !== turn || document.activeElement !== input) return;
    choices = found;
    active = -1;
    fill(list, choices.map((choice, at) => h("li", {
      role: "option", id: `${listId}-${at}`, "aria-selected": "false",
      onmousedown: (event) => {
        event.preventDefault();
        choose(at);
      },
    }, h("span", {}, choice.label), choice.note ? h("span", {class: "note"}, choice.note) : null)));
    if (choices.length === 0) fill(list, h("li", {class: "muted", role: "option", "aria-disabled": "true"}, "Nothing found"));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
  }

  function close() {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function choose(at) {
    const choice = choices[at];
    if (!choice) return;
    turn++;
    input.value = clearAfter ? "" : choice.label;
    close();
    onChoose(choice);
  }

  function key(event) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) ask();
      if (choices.length === 0) return;
      active = (active + (event.key === "ArrowDown" ? 1 : choices.length - (active < 0 ? 0 : 1))) % choices.length;
      [...list.children].forEach((option, at) => option.setAttribute("aria-selected", String(at === active)));
      list.children[active].scrollIntoView({block: "nearest"});
      input.setAttribute("aria-activedescendant", `${listId}-${active}`);
    } else if (event.key === "Enter") {
      event.preventDefault();
      choose(active < 0 ? 0 : active);
    } else if (event.key === "Escape" && !list.hidden) {
      event.stopPropagation();
      close();
    }
  }

  return h("label", {class: "field combobox"}, label, h("span", {class: "combobox-box"}, input, list));
}
