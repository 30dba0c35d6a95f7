import {h} from "./dom.js";

let library = null;

/** ECharts, fetched when the first chart is drawn, so that the page's text does not wait for it. */
function echarts() {
  library ??= new Promise((resolve, reject) => {
    document.head.append(h("script", {
      src: "/lib/echarts.min.js",
      onload: () => resolve(window.echarts),
      onerror: () => {
        library = null;
        reject(new Error("The charts could not be loaded."));
      },
    }));
  });
  return library;
}

let worldAnswer = null;

/** The world as GeoJSON: `properties.name` is the country's code, `properties.label` its name. */
function world() {
  worldAnswer ??= fetch("/data/world.json").then((response) => response.json());
  return worldAnswer;
}

/** The style sheet's colours, which a canvas cannot read by itself. */
function colours(element) {
  const probe = h("span", {hidden: true});
  element.append(probe);
  const read = (name) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const found = {
    // canvas text grows with the page's text, which is larger on very large screens
    small: 0.78 * parseFloat(getComputedStyle(document.documentElement).fontSize),
    edge: read("edge"),
    text: read("text"), muted: read("muted"), line: read("line"), surface: read("surface"), raised: read("raised"), accent: read("accent"),
    land: read("land"), quads: [1, 2, 3, 4].map((n) => read(`quad-${n}`)), cooperation: read("quad-2"), conflict: read("quad-4"), even: read("even"),
    types: Array.from({length: 16}, (_, n) => read(`type-${n + 1}`)),
  };
  probe.remove();
  return found;
}

/**
 * A chart with the same as a table behind a switch. `draw` gives ECharts' option for the present colours; it is asked again
 * when the colours change.
 */
export class Chart {
  #canvas;
  #chart = null;
  #draw = null;
  #handlers = [];
  #observer;
  #recolour = () => this.#redraw();
  #closed = false;

  constructor(label, className = "") {
    this.#canvas = h("div", {class: "chart-canvas", role: "img", "aria-label": label});
    this.table = h("div", {class: "chart-table", hidden: true, tabindex: "0", role: "region", "aria-label": `${label}, as a table`});
    this.element = h("div", {class: `chart ${className}`}, this.#canvas, this.table);
    this.toggle = h("button", {type: "button", class: "quiet", "aria-pressed": "false", onclick: () => {
      const asTable = this.table.hidden;
      this.table.hidden = !asTable;
      this.#canvas.hidden = asTable;
      this.toggle.setAttribute("aria-pressed", String(asTable));
      if (!asTable) this.#chart?.resize();
    }}, "Table");
    this.#observer = new ResizeObserver(() => {
      if (this.#chart && this.#canvas.clientWidth > 0) {
        this.#chart.resize();
        this.#redraw();
      }
    });
    this.#observer.observe(this.element);
    document.addEventListener("casus:theme", this.#recolour);
  }

  get canvas() {
    return this.#canvas;
  }

  /** The chart of ECharts itself; null before the first drawing. */
  get inner() {
    return this.#chart;
  }

  on(...handler) {
    this.#handlers.push(handler);
  }

  describe(words) {
    this.#canvas.setAttribute("aria-label", words);
  }

  async draw(draw, {map = false} = {}) {
    this.#draw = draw;
    const [library_, shapes] = await Promise.all([echarts(), map ? world() : null]);
    if (this.#closed) return;
    if (shapes && !library_.getMap("world")) library_.registerMap("world", shapes);
    if (!this.#chart) {
      this.#chart = library_.init(this.#canvas, null, {renderer: "canvas"});
      for (const handler of this.#handlers) this.#chart.on(...handler);
    }
    this.#redraw();
  }

  #redraw() {
    if (!this.#chart || !this.#draw) return;
    const palette = colours(this.element);
    this.#chart.setOption({
      animation: false,
      textStyle: {fontFamily: getComputedStyle(document.body).fontFamily, color: palette.text},
      ...this.#draw(palette, this.#canvas.clientWidth, this.#canvas.clientHeight),
    }, {notMerge: true});
    this.element.dispatchEvent(new CustomEvent("casus:drawn"));
  }

  close() {
    this.#closed = true;
    this.#observer.disconnect();
    document.removeEventListener("casus:theme", this.#recolour);
    this.#chart?.dispose();
  }
}

/** A tooltip that ECharts paints itself: one of HTML would need inline styles, which the page's policy forbids. */
export function tooltip(palette, more = {}) {
  return {
    renderMode: "richText", confine: true, backgroundColor: palette.raised, borderColor: palette.line,
    textStyle: {color: palette.text, fontSize: palette.small * 1.05}, ...more,
  };
}

/** A plain table for a chart's numbers. */
export function dataTable(heads, rows) {
  return h("table", {class: "plain"}, h("thead", {}, h("tr", {}, heads.map((head) => h("th", {scope: "col"}, head)))),
    h("tbody", {}, rows.map((cells) => h("tr", {}, cells.map((cell, at) => (at === 0 ? h("th", {scope: "row"}, cell) : h("td", {}, cell)))))));
}
