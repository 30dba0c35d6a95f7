import {get} from "./api.js";
import {combobox} from "./combobox.js";
import {fill, h} from "./dom.js";
import {suggestParties} from "./filter-bar.js";
import {partyWords, remember} from "./filters.js";
import {Loading, panel} from "./panels.js";
import {positionList} from "./position-list.js";
import {goQuery} from "./router.js";
import {counted, stanceWords} from "./words.js";

export const title = "Positions";

export function open(root, route) {
  return new Positions(root, route);
}

const STANCES = ["RECOGNISES", "DOES_NOT_RECOGNISE", "ALLIED_WITH", "SUPPORTS", "OPPOSES", "CEASEFIRE_WITH", "SANCTIONS"];
const NAMES = ["holder", "toward", "stance", "issue", "standing"];

class Positions {
  #query;
  #panel = panel("Standing positions");
  #loading = new Loading(this.#panel.body);
  #chips = h("ul", {class: "chips", "aria-label": "Filters in use"});
  #stance;
  #standing;
  #issue;
  #stances = new Set(STANCES);

  constructor(root, {query}) {
    this.#query = query;
    const pick = (name) => (event) => this.#set(name, event.target.value);
    this.#stance = h("select", {onchange: pick("stance")});
    this.#standing = h("select", {onchange: pick("standing")}, h("option", {value: ""}, "standing and ended"), h("option", {value: "true"}, "standing"), h("option", {value: "false"}, "ended"));
    this.#issue = h("input", {type: "search", placeholder: "Jammu and Kashmir", onchange: (event) => this.#set("issue", event.target.value.trim())});
    fill(root, h("div", {class: "page-head"}, h("h1", {}, "Positions"),
      h("p", {class: "count"}, "What parties hold until they change it: recognition, alliances, sides in disputes, truces, sanctions.")),
    h("section", {"aria-label": "Filters"},
      h("div", {class: "page-filters"},
        combobox({label: "Holder", suggest: suggestParties, onChoose: ({value}) => this.#set("holder", value)}),
        combobox({label: "Toward", suggest: suggestParties, onChoose: ({value}) => this.#set("toward", value)}),
        h("label", {class: "field"}, "Stance", this.#stance),
        h("label", {class: "field"}, "Issue", this.#issue),
        h("label", {class: "field"}, "State", this.#standing)),
      this.#chips),
    this.#panel.element);
    this.update({query});
  }

  #set(name, value) {
    const next = new URLSearchParams(this.#query);
    if (value) next.set(name, value);
    else next.delete(name);
    goQuery(next);
  }

  update({query}) {
    this.#query = query;
    const used = new URLSearchParams(NAMES.filter((name) => query.get(name)).map((name) => [name, query.get(name)]));
    this.#issue.value = query.get("issue") ?? "";
    this.#standing.value = query.get("standing") ?? "";
    this.#showStances();
    fill(this.#chips, ["holder", "toward"].filter((name) => query.get(name)).map((name) => h("li", {}, h("button", {type: "button", class: "chip",
      "aria-label": `Remove ${name}: ${partyWords(query.get(name))}`, onclick: () => this.#set(name, "")},
    h("span", {class: "chip-label"}, name), ` ${partyWords(query.get(name))} `, h("span", {"aria-hidden": "true"}, "×")))));
    this.#loading.run((signal) => get("/api/positions", used, signal), ({positions}) => {
      for (const position of positions) {
        remember(position.holder);
        remember(position.toward);
        this.#stances.add(position.stance);
      }
      this.#showStances();
      fill(this.#panel.body, positions.length ? positionList(positions) : this.#nothing(used.toString() !== ""));
      this.#panel.note(positions.length ? counted(positions.length, "position") : "");
    });
  }

  #showStances() {
    const chosen = this.#query.get("stance") ?? "";
    if (chosen) this.#stances.add(chosen);
    fill(this.#stance, h("option", {value: ""}, "any"), [...this.#stances].map((stance) => h("option", {value: stance}, stanceWords(stance))));
    this.#stance.value = chosen;
  }

  #nothing(filtered) {
    return h("div", {class: "nothing"}, h("p", {}, filtered ? "No positions with these filters." : "No positions in this store yet. They come from reports that a party recognises another, takes a side, joins an alliance or imposes sanctions."),
      filtered ? h("button", {type: "button", onclick: () => goQuery(new URLSearchParams())}, "Clear all filters") : null);
  }

  close() {
    this.#loading.stop();
  }
}
