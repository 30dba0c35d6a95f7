import {get, Problem} from "./api.js";
import {Chart, dataTable, tooltip} from "./chart.js";
import {fill, h} from "./dom.js";
import {dyadPath} from "./dyad-list.js";
import {eventItem} from "./event-view.js";
import {filterBar} from "./filter-bar.js";
import {filtersOf, href, partyWords, remember} from "./filters.js";
import {Loading, nothingFound, panel} from "./panels.js";
import {positionList} from "./position-list.js";
import {goQuery} from "./router.js";
import {counted, dateWords, number, score} from "./words.js";

const STEPS = ["day", "week", "month", "year"];

export const title = "Two parties";

export function open(root, route) {
  return new Dyad(root, route);
}

class Dyad {
  #query;
  #a;
  #b;
  #bar;
  #heading = h("h1");
  #figures = h("dl", {class: "figures"});
  #chart = new Chart("Goldstein scores over time", "goldstein");
  #by;
  #curve;
  #ab = panel("");
  #ba = panel("");
  #positions = panel("Standing positions");
  #loadings;

  constructor(root, {parameters: [a, b], query}) {
    this.#a = a;
    this.#b = b;
    this.#query = query;
    this.#bar = filterBar(query, {leaveOut: ["actor", "source", "target", "between"]});
    this.#by = h("select", {"aria-label": "Steps of time", onchange: () => {
      const next = new URLSearchParams(this.#query);
      if (this.#by.value) next.set("by", this.#by.value);
      else next.delete("by");
      goQuery(next);
    }},
      ["", ...STEPS].map((by) => h("option", {value: by}, by ? `by ${by}` : "steps that fit")));
    this.#curve = panel("Between conflict and cooperation", {tools: [this.#by, this.#chart.toggle]});
    this.#curve.body.append(this.#chart.element);
    this.#loadings = [this.#curve, this.#ab, this.#ba].map((each) => new Loading(each.body));
    fill(root, h("p", {class: "crumb"}, h("a", {href: "/relations"}, "Relations")), h("div", {class: "page-head"}, this.#heading), this.#bar.element, this.#figures,
      h("div", {class: "relations-dyad two"}, this.#curve.element, this.#positions.element, this.#ab.element, this.#ba.element));
    get("/api/summary").then((summary) => this.#bar.summary(summary), () => {});
    this.#name(partyWords(a), partyWords(b));
    this.#load();
  }

  #name(a, b) {
    fill(this.#heading, `${a} and ${b}`);
    document.title = `${a} and ${b} · Casus`;
    for (const [part, from, to] of [[this.#ab, a, b], [this.#ba, b, a]]) {
      part.element.setAttribute("aria-label", `${from} to ${to}`);
      fill(part.element.querySelector("h2"), `${from} → ${to}`);
    }
  }

  update({query}) {
    this.#query = query;
    this.#bar.update(query);
    this.#load();
  }

  #load() {
    const filters = filtersOf(this.#query);
    const by = STEPS.includes(this.#query.get("by")) ? this.#query.get("by") : "";
    this.#by.value = by;
    const [curve, ab, ba] = this.#loadings;
    curve.run(async (signal) => {
      const query = new URLSearchParams(filters);
      if (by) query.set("by", by);
      try {
        return await get(`/api${dyadPath(this.#a, this.#b).replace("/relations", "/dyads")}`, query, signal);
      } catch (error) {
        if (error instanceof Problem && error.status === 404) return null;
        throw error;
      }
    }, (dyad) => this.#show(dyad));
    this.#events(ab, this.#ab, this.#a, this.#b, filters);
    this.#events(ba, this.#ba, this.#b, this.#a, filters);
  }

  #events(loading, part, source, target, filters) {
    const query = new URLSearchParams(filters);
    query.set("source", source);
    query.set("target", target);
    const page = new URLSearchParams(query);
    page.set("limit", "20");
    loading.run((signal) => get("/api/events", page, signal), ({events, next}) => {
      fill(part.body, events.length ? h("ol", {class: "events"}, events.map((event) => eventItem(event))) : h("p", {class: "nothing"}, "No events this way."));
      part.note(next ? h("a", {href: href("/events", query)}, "All of them") : "");
    });
  }

  async #show(dyad) {
    if (!dyad || dyad.buckets.length === 0) {
      fill(this.#figures);
      fill(this.#curve.body, nothingFound(this.#query, "events between the two"));
      this.#showPositions(dyad?.positions ?? []);
      return;
    }
    const {a, b, buckets, ab, ba, balance} = dyad;
    remember(a);
    remember(b);
    this.#name(a.name, b.name);
    const sum = (numbers) => numbers.reduce((all, n) => all + n, 0);
    const mean = (side) => {
      const n = sum(side.events);
      return n ? sum(side.events.map((count, at) => count * (side.goldstein[at] ?? 0))) / n : null;
    };
    fill(this.#figures, [
      [`${a.name} → ${b.name}`, number(sum(ab.events))], [`${b.name} → ${a.name}`, number(sum(ba.events))],
      [`mean Goldstein of ${a.name}`, score(mean(ab))], [`mean Goldstein of ${b.name}`, score(mean(ba))],
      ["time", [...new Set([buckets[0], buckets.at(-1)])].map(dateWords).join(" – ")],
    ].map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value))));
    this.#showPositions(dyad.positions ?? []);
    if (!this.#curve.body.contains(this.#chart.element)) fill(this.#curve.body, this.#chart.element);
    this.#curve.note("Mean Goldstein score of the events of each time, −10 (war) to +10 (full cooperation); bars are numbers of events.");
    this.#chart.describe(`Goldstein scores of ${a.name} toward ${b.name} and back, ${dateWords(buckets[0])} to ${dateWords(buckets.at(-1))}`);
    this.#chart.table.replaceChildren(dataTable(["Time", `${a.name}: events`, "Goldstein", `${b.name}: events`, "Goldstein", "both"],
      buckets.map((bucket, at) => [dateWords(bucket), number(ab.events[at]), score(ab.goldstein[at]), number(ba.events[at]), score(ba.goldstein[at]), score(balance[at])])
        .filter((_, at) => ab.events[at] + ba.events[at] > 0)));
    await this.#chart.draw((palette) => {
      const line = (name, side, colour, symbol) => ({name: `${name} score`, type: "line", data: side.goldstein, connectNulls: true, symbol, symbolSize: 7, showAllSymbol: true,
        lineStyle: {color: colour, width: 2}, itemStyle: {color: colour}, xAxisIndex: 0, yAxisIndex: 0});
      const bars = (name, side, colour) => ({name: `${name} events`, type: "bar", stack: "events", barMaxWidth: 24, data: side.events, xAxisIndex: 1, yAxisIndex: 1, itemStyle: {color: colour, opacity: 0.7}});
      const axis = {type: "category", data: buckets, axisLine: {lineStyle: {color: palette.line}, onZero: false}, axisTick: {show: false}};
      const [first, second] = [palette.types[5], palette.types[12]];
      return {
        legend: {data: [`${a.name} score`, `${b.name} score`], top: 0, left: 0, textStyle: {color: palette.text, fontSize: palette.small}},
        grid: [{left: 40, right: 32, top: 34, bottom: 92}, {left: 40, right: 32, height: 48, bottom: 24}],
        tooltip: tooltip(palette, {trigger: "axis", formatter: ([{dataIndex: at}]) => [dateWords(buckets[at]),
          `${a.name}  ${score(ab.goldstein[at])}  (${counted(ab.events[at], "event")})`, `${b.name}  ${score(ba.goldstein[at])}  (${counted(ba.events[at], "event")})`].join("\n")}),
        axisPointer: {link: [{xAxisIndex: "all"}], lineStyle: {color: palette.edge}},
        xAxis: [{...axis, gridIndex: 0, axisLabel: {show: false}}, {...axis, gridIndex: 1, axisLabel: {color: palette.muted, fontSize: palette.small, hideOverlap: true, formatter: dateWords}}],
        yAxis: [{gridIndex: 0, min: -10, max: 10, interval: 5, splitLine: {lineStyle: {color: palette.line}}, axisLabel: {color: palette.muted, fontSize: palette.small, formatter: (n) => (n > 0 ? `+${n}` : n === 0 ? "0" : `−${-n}`)}},
          {gridIndex: 1, minInterval: 1, splitNumber: 1, splitLine: {show: false}, axisLabel: {color: palette.muted, fontSize: palette.small}}],
        series: [line(a.name, ab, first, "circle"), line(b.name, ba, second, "diamond"), bars(a.name, ab, first), bars(b.name, ba, second)],
      };
    });
  }

  #showPositions(positions) {
    fill(this.#positions.body, positions.length ? positionList(positions) : h("p", {class: "nothing"}, "None between the two."));
  }

  close() {
    this.#loadings.forEach((loading) => loading.stop());
    this.#chart.close();
  }
}
