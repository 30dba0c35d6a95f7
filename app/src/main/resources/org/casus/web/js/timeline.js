import {Chart, dataTable, tooltip} from "./chart.js";
import {dateWords, daysOf, number, QUADS, score, TYPES} from "./words.js";

const DRAGS = matchMedia("(pointer: fine)").matches;

/** Events over time, stacked by quad class or type; drawing a span or clicking a bar tells `onSpan(from, to)`. */
export class Timeline {
  #chart = new Chart("Events over time", "timeline");
  #counts = null;

  constructor(onSpan) {
    this.element = this.#chart.element;
    this.toggle = this.#chart.toggle;
    this.#chart.on("click", ({dataIndex}) => onSpan(...daysOf(this.#counts.buckets[dataIndex])));
    this.#chart.on("brushEnd", ({areas}) => {
      if (!areas.length) return;
      const [first, last] = areas[0].coordRange.map((at) => Math.max(0, Math.min(this.#counts.buckets.length - 1, at)));
      if (last > first) onSpan(daysOf(this.#counts.buckets[first])[0], daysOf(this.#counts.buckets[last])[1]);
    });
    // the brush is on without a tool box, and again after each drawing; a finger scrolls the page and chooses by tapping
    if (DRAGS) this.element.addEventListener("casus:drawn", () => this.#chart.inner.dispatchAction({type: "takeGlobalCursor", key: "brush",
      brushOption: {brushType: "lineX", brushMode: "single"}}));
  }

  async show(counts) {
    this.#counts = counts;
    const order = counts.series === "type" ? TYPES : QUADS;
    const names = Object.keys(counts.counts).sort((a, b) => order.indexOf(a) - order.indexOf(b));
    const total = (at) => names.reduce((sum, name) => sum + counts.counts[name][at], 0);
    const busiest = counts.buckets.reduce((best, _, at) => (total(at) > total(best) ? at : best), 0);
    this.#chart.describe(`Events by ${counts.by}, ${dateWords(counts.buckets[0])} to ${dateWords(counts.buckets.at(-1))}; most in ${dateWords(counts.buckets[busiest])}: ${total(busiest)}`);
    this.#chart.table.replaceChildren(dataTable([counts.by, ...names, "all", "mean Goldstein"],
      counts.buckets.map((bucket, at) => [dateWords(bucket), ...names.map((name) => number(counts.counts[name][at])), number(total(at)), score(counts.goldstein[at])])
        .filter((row) => row.at(-2) !== "0")));
    await this.#chart.draw((palette) => ({
      color: counts.series === "type" ? palette.types : palette.quads,
      grid: {left: 20, right: 36, top: 34, bottom: 4, containLabel: true},
      legend: {top: 0, left: 0, type: "scroll", itemWidth: 12, itemHeight: 12, icon: "roundRect", textStyle: {color: palette.text, fontSize: palette.small},
        pageTextStyle: {color: palette.text}, pageIconColor: palette.text, pageIconInactiveColor: palette.line},
      tooltip: tooltip(palette, {trigger: "axis", axisPointer: {type: "shadow", shadowStyle: {color: palette.line, opacity: 0.4}},
        formatter: (rows) => [dateWords(counts.buckets[rows[0].dataIndex]), ...rows.filter((row) => row.value > 0).map((row) => `${row.seriesName}  ${number(row.value)}`),
          `mean Goldstein  ${score(counts.goldstein[rows[0].dataIndex])}`].join("\n")}),
      xAxis: {type: "category", data: counts.buckets, axisLine: {lineStyle: {color: palette.line}}, axisTick: {show: false},
        axisLabel: {color: palette.muted, fontSize: palette.small, formatter: (bucket) => dateWords(bucket).replace("week ", "wk ").replace(" of ", " "), hideOverlap: true}},
      yAxis: {type: "value", minInterval: 1, splitNumber: 3, splitLine: {lineStyle: {color: palette.line}}, axisLabel: {color: palette.muted, fontSize: palette.small}},
      toolbox: {show: false},
      brush: {xAxisIndex: 0, brushStyle: {borderWidth: 1, color: "rgba(120,140,170,0.25)", borderColor: palette.accent}, outOfBrush: {colorAlpha: 1}, throttleType: "debounce", z: 20},
      series: names.map((name) => ({name, type: "bar", stack: "all", data: counts.counts[name], barCategoryGap: "15%", barMaxWidth: 36, cursor: "crosshair",
        itemStyle: {color: (counts.series === "type" ? palette.types : palette.quads)[order.indexOf(name)]}})),
    }));
  }

  /** How to choose a time, in words. */
  get hint() {
    return DRAGS ? "Drag over the bars to choose a time." : "Tap a bar to choose its time.";
  }

  close() {
    this.#chart.close();
  }
}
