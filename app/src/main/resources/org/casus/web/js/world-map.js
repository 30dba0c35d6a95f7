import {Chart, dataTable, tooltip} from "./chart.js";
import {h} from "./dom.js";
import {counted, countryName, number, QUADS} from "./words.js";

/** Where events happened: a circle a place, as large as its events, in the colour of its most frequent class. */
export class WorldMap {
  #chart = new Chart("Map of events", "world-map");
  #zoom = 1;
  #center = null;
  #places = [];
  #onView;

  /**
   * @param onPlace is told {name, country} of a circle, or {country} of a country that was clicked
   * @param onView is told the part of the world that is shown, as text, or null for all of it
   */
  constructor(onPlace, onView) {
    this.#onView = onView;
    this.toggle = this.#chart.toggle;
    const zoomBy = (factor) => () => this.#zoomBy(factor);
    this.element = h("div", {class: "map-box"}, this.#chart.element,
      h("div", {class: "map-zoom", role: "group", "aria-label": "Zoom"},
        h("button", {type: "button", "aria-label": "Zoom in", onclick: zoomBy(1.6)}, "+"),
        h("button", {type: "button", "aria-label": "Zoom out", onclick: zoomBy(1 / 1.6)}, "−"),
        h("button", {type: "button", "aria-label": "Whole world", onclick: () => {
          this.#zoom = 1;
          this.#center = null;
          this.#redraw();
          this.#tell();
        }}, "↺")));
    this.#chart.on("click", (event) => {
      if (event.componentType === "series") onPlace(this.#places[event.dataIndex]);
      else if (/^[A-Z]{3}$/.test(event.name)) onPlace({country: event.name});
    });
    this.#chart.on("georoam", () => {
      const [{center, zoom}] = this.#chart.inner.getOption().geo;
      this.#center = center;
      this.#zoom = zoom;
      this.#tell();
    });
    // the wheel alone scrolls the page; with Ctrl it zooms, as on other maps
    this.#chart.canvas.addEventListener("wheel", (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      this.#zoomBy(event.deltaY < 0 ? 1.25 : 0.8);
    }, {passive: false});
  }

  #zoomBy(factor) {
    this.#zoom = Math.max(1, Math.min(40, this.#zoom * factor));
    if (this.#zoom === 1) this.#center = null;
    this.#redraw();
    this.#tell();
  }

  #tell() {
    const parts = this.#center ? [this.#zoom.toFixed(2), ...this.#center.map((degrees) => degrees.toFixed(1))] : [this.#zoom.toFixed(2)];
    this.#onView(this.#zoom === 1 && !this.#center ? null : parts.join(","));
  }

  /** Shows the part of the world that `onView` told; drawn with the next places. */
  set view(text) {
    const [zoom, x, y] = (text ?? "").split(",").map(Number);
    this.#zoom = zoom >= 1 && zoom <= 40 ? zoom : 1;
    this.#center = Number.isFinite(x) && Number.isFinite(y) ? [x, y] : null;
  }

  #redraw() {
    this.show({places: this.#places});
  }

  async show({places}) {
    this.#places = places;
    const most = Math.max(1, ...places.map((place) => place.events));
    const size = (events) => 5 + 25 * Math.sqrt(events / most);
    this.#chart.describe(`Map of ${counted(places.length, "place")}${places.length ? `; most events: ${places.slice(0, 5).map((place) => `${place.name} ${place.events}`).join(", ")}` : ""}. The places are also listed as links.`);
    this.#chart.table.replaceChildren(dataTable(["Place", "Country", ...QUADS, "all"], places.slice(0, 200).map((place) => [place.name, countryName(place.country), ...place.quads.map(number), number(place.events)])));
    await this.#chart.draw((palette, width) => ({
      tooltip: tooltip(palette, {formatter: (hit) => {
        if (hit.componentType !== "series") return countryName(hit.name);
        const place = this.#places[hit.dataIndex];
        return [`${place.name}${place.country && countryName(place.country) !== place.name ? `, ${countryName(place.country)}` : ""}`, ...QUADS.map((quad, at) => [quad, place.quads[at]]).filter(([, n]) => n > 0).map(([quad, n]) => `${quad}  ${number(n)}`)].join("\n");
      }}),
      geo: {map: "world", zoom: this.#zoom, ...(this.#center ? {center: this.#center} : {}), roam: this.#zoom > 1 || matchMedia("(pointer: fine)").matches ? "move" : false, scaleLimit: {min: 1, max: 40},
        left: 0, right: 0, top: 0, bottom: 0, aspectScale: 0.85, boundingCoords: [[-165, 78], [179, -54]],
        itemStyle: {areaColor: palette.land, borderColor: palette.surface, borderWidth: 0.7}, label: {show: false}, select: {disabled: true},
        emphasis: {label: {show: false}, itemStyle: {areaColor: palette.line}}},
      series: [{type: "scatter", coordinateSystem: "geo", cursor: "pointer",
        data: places.map((place) => ({value: [place.longitude, place.latitude, place.events], name: place.name,
          symbolSize: size(place.events) * (width < 500 ? 0.7 : 1), itemStyle: {color: palette.quads[place.quads.indexOf(Math.max(...place.quads))]}})),
        itemStyle: {opacity: 0.82, borderColor: palette.surface, borderWidth: 1}, emphasis: {scale: 1.15, itemStyle: {opacity: 1}}}],
    }), {map: true});
  }

  close() {
    this.#chart.close();
  }
}
