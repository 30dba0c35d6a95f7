import {codebook, get} from "./api.js";
import {combobox} from "./combobox.js";
import {COUNTRIES} from "./countries.js";
import {debounced, fill, h} from "./dom.js";
import {chips, remember, valuesOf, withoutFilters, withValues} from "./filters.js";
import {menu} from "./menu.js";
import {goQuery} from "./router.js";
import {addDays, counted, dateWords, isoDay, number, quadClass, QUADS, STATUSES, TYPES} from "./words.js";

/** Suggestions of parties, most active first. */
export async function suggestParties(text) {
  const query = new URLSearchParams({limit: "12"});
  if (text) query.set("q", text);
  const {parties} = await get("/api/parties", query);
  parties.forEach(remember);
  return parties.map((party) => ({value: party.id, label: party.name, note: number(party.events)}));
}

let publishersAnswer = null;

export async function suggestPublishers(text) {
  publishersAnswer ??= get("/api/publishers", new URLSearchParams({limit: "200"})).catch((error) => {
    publishersAnswer = null;
    throw error;
  });
  const {publishers} = await publishersAnswer;
  return publishers.filter((each) => each.name.toLowerCase().includes(text.toLowerCase())).slice(0, 12)
    .map((each) => ({value: each.name, label: each.name, note: counted(each.articles, "article")}));
}

document.addEventListener("casus:kept", () => {
  publishersAnswer = null;
});

function suggestCountries(text) {
  const wanted = text.toLowerCase();
  return Promise.resolve(Object.entries(COUNTRIES)
    .filter(([code, name]) => name.toLowerCase().includes(wanted) || code.toLowerCase() === wanted)
    .slice(0, 12).map(([code, name]) => ({value: code, label: name, note: code})));
}

const PRESETS = [[7, "7 days"], [30, "30 days"], [90, "90 days"], [365, "1 year"]];

/**
 * Time, filters and chips over a page; they live in the address. `leaveOut` names filters that the page itself sets.
 * Returns {element, update(query), summary(summary)}.
 */
export function filterBar(query, {leaveOut = []} = {}) {
  let now = query;
  let newest = null;
  const set = (name, values) => goQuery(withValues(now, name, values));
  const add = (name, value) => set(name, [...new Set([...valuesOf(now, name), value])]);
  const remove = (name, value) => set(name, valuesOf(now, name).filter((each) => each !== value));

  const day = (name, label) => h("input", {type: "date", "aria-label": label, max: "2100-12-31", min: "1800-01-01",
    onchange: (event) => set(name, event.target.value ? [event.target.value] : [])});
  const from = day("from", "From day");
  const to = day("to", "To day");
  const presets = h("div", {class: "segments", role: "group", "aria-label": "Time"});

  function span(days) {
    const last = newest ?? isoDay(new Date());
    return [isoDay(addDays(new Date(`${last}T00:00:00Z`), 1 - days)), last];
  }

  function showPresets() {
    const chosen = (first, last) => (now.get("from") ?? "") === first && (now.get("to") ?? "") === last;
    const choose = (first, last) => goQuery(withValues(withValues(now, "from", first ? [first] : []), "to", last ? [last] : []));
    fill(presets,
      h("button", {type: "button", "aria-pressed": String(chosen("", "")), onclick: () => choose("", "")}, "All time"),
      PRESETS.map(([days, words]) => {
        const [first, last] = span(days);
        return h("button", {type: "button", "aria-pressed": String(chosen(first, last)), title: `${dateWords(first)} to ${dateWords(last)}`,
          onclick: () => choose(first, last)}, words);
      }));
  }

  const boxes = (name, values, describe) => h("fieldset", {class: "boxes"}, h("legend", {class: "hidden"}, name),
    values.map((value) => h("label", {}, h("input", {type: "checkbox", value, checked: valuesOf(now, name).includes(value),
      onchange: (event) => (event.target.checked ? add(name, value) : remove(name, value))}), describe(value))));

  const party = () => h("div", {class: "stack"},
    combobox({label: "Party on either side", placeholder: "Country, body or person", suggest: suggestParties, onChoose: (choice) => add("actor", choice.value)}),
    combobox({label: "Source: who acts", suggest: suggestParties, onChoose: (choice) => add("source", choice.value)}),
    combobox({label: "Target: to whom", suggest: suggestParties, onChoose: (choice) => add("target", choice.value)}));

  const type = () => {
    const panel = h("div", {class: "stack"});
    const show = (definitions) => fill(panel, boxes("type", TYPES, (value) => [h("code", {}, value),
      h("small", {}, definitions?.get(value)?.definition ?? "")]));
    show(null);
    codebook().then((book) => show(book.type), () => {});
    return panel;
  };

  const quad = () => boxes("quad", QUADS, (value) => [h("i", {class: `swatch ${quadClass(value)}`}), value]);

  const status = () => {
    const background = (value, words) => h("label", {}, h("input", {type: "radio", name: "background", checked: (now.get("background") ?? "") === value,
      onchange: () => set("background", value ? [value] : [])}), words);
    return h("div", {class: "stack"},
      boxes("status", STATUSES, (value) => [value, h("small", {}, {actual: "it happened", planned: "announced or intended",
        denied: "did not happen, or was refused", possible: "could, might, if"}[value])]),
      h("fieldset", {class: "boxes"}, h("legend", {}, "Background (told as history)"),
        background("", "with it"), background("false", "without it"), background("true", "only it")));
  };

  const where = () => combobox({label: "Country where it happened", suggest: suggestCountries, onChoose: (choice) => add("country", choice.value)});

  const more = () => {
    const confidence = h("output", {}, now.get("confidence") ?? "0");
    const later = debounced(250, (value) => set("confidence", Number(value) > 0 ? [value] : []));
    return h("div", {class: "stack"},
      h("label", {}, h("input", {type: "checkbox", checked: now.get("once") === "true",
        onchange: (event) => set("once", event.target.checked ? ["true"] : [])}), "Each happening once, not once a report"),
      combobox({label: "Publisher", suggest: suggestPublishers, onChoose: (choice) => add("publisher", choice.value)}),
      h("label", {class: "field"}, "CAMEO code or its beginning", h("input", {type: "text", inputmode: "numeric", pattern: "[0-9]{1,4}", maxlength: "4", value: "",
        onkeydown: (event) => {
          if (event.key !== "Enter" || !/^\d{2,4}$/.test(event.target.value)) return;
          add("cameo", event.target.value);
          event.target.value = "";
        }})),
      h("label", {class: "field"}, h("span", {}, "Confidence at least ", confidence),
        h("input", {type: "range", min: "0", max: "0.95", step: "0.05", value: now.get("confidence") ?? "0",
          oninput: (event) => {
            confidence.textContent = event.target.value;
            later(event.target.value);
          }})));
  };

  const text = h("input", {type: "search", "aria-label": "Text in the evidence", placeholder: "Words in the evidence", maxlength: "100",
    onchange: (event) => set("q", event.target.value.trim().length > 1 ? [event.target.value.trim()] : [])});

  const chipList = h("ul", {class: "chips", "aria-label": "Filters in use"});
  const menus = [["actor", "Party", party], ["type", "Type", type], ["quad", "Class", quad], ["status", "Status", status],
    ["country", "Where", where], ["publisher", "More", more]].filter(([name]) => !leaveOut.includes(name));
  const element = h("section", {class: "filter-bar", "aria-label": "Filters"},
    h("div", {class: "bar"}, presets, h("span", {class: "days"}, from, h("span", {"aria-hidden": "true"}, "–"), to)),
    h("div", {class: "bar"}, menus.map(([, label, content]) => menu(label, content)), text),
    chipList);

  function update(next) {
    now = next;
    from.value = now.get("from") ?? "";
    to.value = now.get("to") ?? "";
    if (document.activeElement !== text) text.value = now.get("q") ?? "";
    showPresets();
    const shown = chips(now).filter((chip) => chip.name !== "from" && chip.name !== "to" && !leaveOut.includes(chip.name));
    const dates = now.get("from") || now.get("to");
    fill(chipList, shown.map((chip) => h("li", {}, h("button", {type: "button", class: "chip", "aria-label": `Remove ${chip.label}: ${chip.words}`,
      onclick: () => remove(chip.name, chip.value)}, h("span", {class: "chip-label"}, chip.label), ` ${chip.words} `, h("span", {"aria-hidden": "true"}, "×")))),
    shown.length + (dates ? 1 : 0) > 1 ? h("li", {}, h("button", {type: "button", class: "link", onclick: () => {
      let cleared = withoutFilters(now);
      for (const name of leaveOut) if (now.get(name)) cleared = withValues(cleared, name, valuesOf(now, name));
      goQuery(cleared);
    }}, "Clear all")) : null);
    chipList.hidden = shown.length === 0;
  }

  update(query);
  return {
    element,
    update,
    /** Presets count back from the newest day there is, so that they also say something in an old archive. */
    summary({last}) {
      const today = isoDay(new Date());
      newest = last && last < today ? last : today;
      showPresets();
    },
  };
}
