import {Chart, dataTable, tooltip} from "./chart.js";
import {layout} from "./layout.js";
import {counted, number, score} from "./words.js";

const MARGIN = {left: 30, right: 90, top: 24};

/** Who has to do with whom: circles by events, lines by events, blue where they cooperate and red where they fight. */
export class Network {
  #chart = new Chart("Network of parties", "network");

  constructor({onPair, onParty}) {
    this.element = this.#chart.element;
    this.toggle = this.#chart.toggle;
    this.#chart.on("click", ({dataType, data}) => {
      if (dataType === "edge") onPair(data.source, data.target);
      else if (dataType === "node") onParty(data.id);
    });
  }

  async show(network) {
    const {nodes, edges} = network;
    const names = new Map(nodes.map((node) => [node.id, node.name]));
    const most = Math.max(1, ...edges.map((edge) => edge.events));
    const largest = Math.max(1, ...nodes.map((node) => node.events));
    this.#chart.describe(`Network of ${counted(nodes.length, "party", "parties")} and ${counted(edges.length, "pair")}. The pairs are also listed as links.`);
    this.#chart.table.replaceChildren(dataTable(["Pair", "Events", "Cooperation", "Conflict", "Mean Goldstein"],
      edges.map((edge) => [`${names.get(edge.a)} – ${names.get(edge.b)}`, number(edge.events), number(edge.cooperation), number(edge.conflict), score(edge.goldstein)])));
    const places = layout(nodes, edges);
    await this.#chart.draw((palette, width, height) => ({
      tooltip: tooltip(palette, {formatter: ({dataType, data}) => (dataType === "edge"
        ? `${names.get(data.source)} – ${names.get(data.target)}\ncooperation  ${data.cooperation}\nconflict  ${data.conflict}\nmean Goldstein  ${score(data.goldstein)}`
        : `${data.name}\n${counted(data.value, "event")}`)}),
      series: [{type: "graph", layout: "none", roam: matchMedia("(pointer: fine)").matches ? "move" : false, cursor: "pointer",
        left: MARGIN.left, right: MARGIN.right, top: MARGIN.top, bottom: MARGIN.top,
        data: nodes.map((node) => ({id: node.id, name: node.name, value: node.events, x: places.get(node.id).x * (width - MARGIN.left - MARGIN.right), y: places.get(node.id).y * (height - 2 * MARGIN.top), symbolSize: 8 + 26 * Math.sqrt(node.events / largest),
          itemStyle: {color: palette.muted, borderColor: palette.surface, borderWidth: 1.5}})),
        links: edges.map((edge) => ({source: edge.a, target: edge.b, ...edge, lineStyle: {color: mix(palette, balance(edge)), width: 1 + 7 * Math.sqrt(edge.events / most), opacity: 0.75}})),
        lineStyle: {curveness: 0.08},
        label: {show: true, position: "right", color: palette.text, fontSize: palette.small, width: 14 * palette.small, overflow: "truncate", textBorderColor: palette.surface, textBorderWidth: 3},
        labelLayout: {hideOverlap: true}, emphasis: {focus: "adjacency", lineStyle: {opacity: 1}}}],
    }));
  }

  close() {
    this.#chart.close();
  }
}

/** From −1, all conflict, to +1, all cooperation. */
export function balance({cooperation, conflict}) {
  return cooperation + conflict === 0 ? 0 : (cooperation - conflict) / (cooperation + conflict);
}

function mix({cooperation, conflict, even}, at) {
  const [from, to] = [even, at >= 0 ? cooperation : conflict].map((colour) => colour.match(/[\d.]+/g).map(Number));
  return `rgb(${from.slice(0, 3).map((part, n) => Math.round(part + (to[n] - part) * Math.min(1, Math.abs(at) * 1.3))).join(", ")})`;
}
