import {get} from "./api.js";
import {fill, h} from "./dom.js";
import {dyadBars, dyadPath, pairs} from "./dyad-list.js";
import {filterBar} from "./filter-bar.js";
import {filtersOf, href, remember, valuesOf, withValues} from "./filters.js";
import {balance, Network} from "./network.js";
import {Loading, nothingFound, panel} from "./panels.js";
import {go, goQuery} from "./router.js";
import {counted, number, score} from "./words.js";

export const title = "Relations";

export function open(root, route) {
  return new Relations(root, route);
}

const SORTS = [["-events", "most events"], ["-conflict", "most conflict"], ["-cooperation", "most cooperation"],
  ["goldstein", "lowest Goldstein"], ["-goldstein", "highest Goldstein"]];
const MATRIX_SIZE = 14;

class Relations {
  #query;
  #bar;
  #network = new Network({
    onPair: (a, b) => go(href(dyadPath(a, b), this.#withoutParties())),
    onParty: (id) => goQuery(withValues(this.#query, "actor", [...new Set([...valuesOf(this.#query, "actor"), id])])),
  });
  #networkPanel = panel("Network", {tools: [this.#network.toggle]});
  #sort;
  #listPanel;
  #matrixPanel = panel("Who does what to whom", {className: "matrix-panel"});
  #loadings;

  constructor(root, {query}) {
    this.#query = query;
    this.#bar = filterBar(query);
    this.#sort = h("select", {"aria-label": "Order of pairs", onchange: () => {
      const next = new URLSearchParams(this.#query);
      if (this.#sort.value === SORTS[0][0]) next.delete("sort");
      else next.set("sort", this.#sort.value);
      goQuery(next);
    }}, SORTS.map(([value, words]) => h("option", {value}, words)));
    this.#listPanel = panel("Pairs", {className: "pairs-panel", tools: [this.#sort]});
    this.#networkPanel.body.append(this.#network.element);
    this.#networkPanel.note("Lines are blue where cooperation prevails and red where conflict does. Click a line for the pair, a circle for one party.");
    this.#loadings = [this.#networkPanel, this.#listPanel, this.#matrixPanel].map((each) => new Loading(each.body));
    fill(root, h("div", {class: "page-head"}, h("h1", {}, "Relations"), h("a", {href: "/positions"}, "Standing positions")), this.#bar.element,
      h("div", {class: "relations"}, this.#networkPanel.element, this.#listPanel.element, this.#matrixPanel.element));
    get("/api/summary").then((summary) => this.#bar.summary(summary), () => {});
    this.#load();
  }

  update({query}) {
    this.#query = query;
    this.#bar.update(query);
    this.#load();
  }

  #withoutParties() {
    let query = filtersOf(this.#query);
    for (const name of ["actor", "source", "target", "between"]) query = withValues(query, name, []);
    return query;
  }

  #with(more) {
    const query = filtersOf(this.#query);
    for (const [name, value] of Object.entries(more)) query.set(name, value);
    return query;
  }

  #load() {
    const sort = SORTS.some(([value]) => value === this.#query.get("sort")) ? this.#query.get("sort") : SORTS[0][0];
    this.#sort.value = sort;
    const [network, list, matrix] = this.#loadings;
    network.run((signal) => get("/api/network", this.#with({limit: "60"}), signal), async (answer) => {
      answer.nodes.forEach(remember);
      fill(this.#networkPanel.body, answer.edges.length ? this.#network.element : nothingFound(this.#query, "pairs"));
      if (answer.edges.length) await this.#network.show(answer);
    });
    list.run((signal) => get("/api/dyads", this.#with({limit: "100", sort}), signal), ({dyads}) =>
      fill(this.#listPanel.body, pairs(dyads).length ? dyadBars(pairs(dyads).slice(0, 50), this.#withoutParties()) : h("p", {class: "nothing"}, "No pairs here.")));
    matrix.run((signal) => get("/api/dyads", this.#with({limit: "500"}), signal), ({dyads}) => this.#showMatrix(pairs(dyads)));
  }

  #showMatrix(dyads) {
    const parties = new Map();
    const cells = new Map();
    for (const dyad of dyads) {
      cells.set(`${dyad.source.id}\n${dyad.target.id}`, dyad);
      for (const party of [dyad.source, dyad.target]) {
        const known = parties.get(party.id) ?? {...party, events: 0};
        known.events += dyad.events;
        parties.set(party.id, known);
      }
    }
    const shown = [...parties.values()].sort((a, b) => b.events - a.events).slice(0, MATRIX_SIZE);
    const params = this.#withoutParties();
    const cell = (source, target) => {
      const dyad = cells.get(`${source.id}\n${target.id}`);
      if (!dyad) return h("td", {}, h("span", {}, "·"));
      const at = balance(dyad);
      return h("td", {class: `b-${at > 0.5 ? 1 : at > 0 ? 2 : at > -0.5 ? 3 : 4}`}, h("a", {
        href: href(dyadPath(source.id, target.id), params),
        title: `${source.name} → ${target.name}: cooperation ${dyad.cooperation}, conflict ${dyad.conflict}, mean Goldstein ${score(dyad.goldstein)}`,
        "aria-label": `${source.name} to ${target.name}: ${counted(dyad.events, "event")}, ${dyad.cooperation} cooperation, ${dyad.conflict} conflict`,
      }, number(dyad.events)));
    };
    fill(this.#matrixPanel.body, shown.length === 0 ? h("p", {class: "nothing"}, "No pairs here.")
      : h("div", {class: "scroll", tabindex: "0", role: "region", "aria-label": "Matrix of the most active parties"},
        h("table", {class: "matrix"}, h("caption", {class: "hidden"}, "Events from the party of the row to the party of the column"),
          h("thead", {}, h("tr", {}, h("td"), shown.map((party) => h("th", {scope: "col"}, party.name)))),
          h("tbody", {}, shown.map((source) => h("tr", {}, h("th", {scope: "row"}, source.name), shown.map((target) => cell(source, target))))))));
    this.#matrixPanel.note("Rows act, columns are acted upon. Numbers are events; blue cells are mostly cooperation, red ones mostly conflict.");
  }

  close() {
    this.#loadings.forEach((loading) => loading.stop());
    this.#network.close();
  }
}
