import {download, get} from "./api.js";
import {announce, fill, h} from "./dom.js";
import {menu} from "./menu.js";
import {counted} from "./words.js";

const FORMATS = [
  ["csv", "CSV", "all fields, for spreadsheets"],
  ["jsonl", "JSON lines", "an event a line, all fields"],
  ["parquet", "Parquet", "for pandas, R, DuckDB, Spark"],
  ["plover", "PLOVER", "PLOVER's own JSON"],
  ["gdelt1", "GDELT 1.0", "events, 58 columns"],
  ["gdelt2", "GDELT 2.0", "events, 61 columns"],
  ["icews", "ICEWS", "events, 20 columns"],
  ["polecat", "POLECAT", "events, 40 columns"],
  ["phoenix", "Phoenix", "events, 26 columns"],
  ["graphml", "GraphML", "who deals with whom, for Gephi"],
];

/** What is shown, as a file. `filters()` gives the filters of now. */
export function exportMenu(filters) {
  return menu("Export", ({close}) => {
    const state = h("p", {class: "muted", "aria-live": "polite"}, "");
    get("/api/events/count", filters()).then(({events}) => fill(state, `${counted(events, "event")} with the present filters`), () => {});
    const save = async (format, button) => {
      button.disabled = true;
      fill(state, "Writing …");
      try {
        const query = new URLSearchParams(filters());
        query.set("format", format);
        const name = await download("/api/export", query);
        announce(`${name} saved`);
        close();
      } catch (error) {
        fill(state, h("span", {role: "alert"}, error.message));
        button.disabled = false;
      }
    };
    return h("div", {class: "stack"}, state, h("div", {class: "formats"}, FORMATS.map(([format, name, words]) => {
      const button = h("button", {type: "button", class: "format", onclick: () => save(format, button)}, h("strong", {}, name), h("small", {class: "muted"}, ` ${words}`));
      return button;
    })));
  }, {align: "end"});
}
