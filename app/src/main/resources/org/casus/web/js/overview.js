import {get} from "./api.js";
import {debounced, fill, h} from "./dom.js";
import {dyadBars, pairs} from "./dyad-list.js";
import {eventItem, waitingEvents} from "./event-view.js";
import {filterBar} from "./filter-bar.js";
import {filtersOf, href, withValues} from "./filters.js";
import {Live} from "./live.js";
import {Loading, nothingFound, panel} from "./panels.js";
import {goQuery} from "./router.js";
import {Timeline} from "./timeline.js";
import {welcome} from "./welcome.js";
import {counted, countryName, number, quadClass, QUADS} from "./words.js";
import {WorldMap} from "./world-map.js";

export const title = "Overview";

export function open(root, route) {
  return new Overview(root, route);
}

class Overview {
  #root;
  #query;
  #bar;
  #count = h("p", {class: "count", "aria-live": "polite"});
  #timeline = new Timeline((from, to) => goQuery(withValues(withValues(this.#query, "from", [from]), "to", [to])));
  #map = new WorldMap((place) => this.#goToPlace(place), debounced(300, (view) => this.#keepView(view)));
  #list = h("ol", {class: "events"}, waitingEvents(6));
  #live = new Live(this.#list, debounced(3000, () => this.#loadFigures()));
  #content = h("div", {class: "overview"});
  #empty = h("div", {hidden: true});
  #parts = {};
  #loadings = [];
  #closed = false;

  constructor(root, {query}) {
    this.#root = root;
    this.#query = query;
    this.#map.view = query.get("map");
    this.#bar = filterBar(query);
    const series = h("select", {"aria-label": "Stack by", onchange: () => {
      const next = new URLSearchParams(this.#query);
      if (series.value === "quad") next.delete("series");
      else next.set("series", series.value);
      goQuery(next);
    }}, h("option", {value: "quad"}, "by class"), h("option", {value: "type"}, "by type"));
    this.#parts.series = series;
    const part = (name, heading, element, tools) => {
      const made = panel(heading, {className: name, tools});
      made.body.append(element);
      this.#parts[name] = made;
      this.#loadings.push((made.loading = new Loading(made.body)));
      return made.element;
    };
    const legend = h("ul", {class: "legend"}, QUADS.map((quad) => h("li", {}, h("i", {class: `swatch ${quadClass(quad)}`}), quad)));
    this.#content.append(
      part("over-time", "Over time", this.#timeline.element, [series, this.#timeline.toggle]),
      part("where", "Where", this.#map.element, [legend, this.#map.toggle]),
      part("newest", "Newest events", this.#list, [this.#live.button]),
      part("active", "Most active pairs", h("div"), [h("a", {href: "/relations"}, "Relations")]),
      part("places", "Top places", h("div"), []));
    fill(root, this.#empty, h("div", {class: "page-head"}, h("h1", {}, "Overview"), this.#count), this.#bar.element, this.#content);
    this.#start();
  }

  async #start() {
    try {
      const summary = await get("/api/summary");
      this.#bar.summary(summary);
      if (summary.articles === 0) {
        this.#root.classList.add("is-empty");
        this.#empty.hidden = false;
        fill(this.#empty, welcome(() => {
          this.#root.classList.remove("is-empty");
          this.#empty.hidden = true;
          this.#load();
        }));
        return;
      }
    } catch {
      // the panels say what is wrong
    }
    this.#load();
  }

  update({query}) {
    this.#query = query;
    this.#map.view = query.get("map");
    this.#bar.update(query);
    this.#load();
  }

  #load() {
    this.#loadFigures();
    const filters = filtersOf(this.#query);
    const {newest} = this.#parts;
    newest.loading.run((signal) => get("/api/events", this.#with({limit: "25", once: "true", stories: "true"}), signal), ({events, next, stories}) => {
      fill(newest.body, events.length ? this.#list : nothingFound(this.#query));
      fill(this.#list, events.map((event) => eventItem(event, {story: stories?.[event.id]})));
      newest.note(next ? h("a", {href: href("/events", filters)}, "All events") : "");
      this.#live.start(filters);
    });
  }

  #loadFigures() {
    const filters = filtersOf(this.#query);
    const series = this.#query.get("series") === "type" ? "type" : "quad";
    this.#parts.series.value = series;
    const {"over-time": time, where, active, places} = this.#parts;
    get("/api/events/count", filters).then(({events}) => fill(this.#count, counted(events, "event")), () => fill(this.#count));
    time.loading.run((signal) => get("/api/counts", this.#with({series}), signal), async (counts) => {
      if (counts.buckets.length === 0) {
        fill(time.body, h("p", {class: "nothing"}, "No dated events here."));
        return;
      }
      if (!time.body.contains(this.#timeline.element)) fill(time.body, this.#timeline.element);
      await this.#timeline.show(counts);
      time.note(counts.coarser ? `${counted(counts.coarser, "event")} dated less exactly than a ${counts.by} ${counts.coarser === 1 ? "is" : "are"} not shown. ` : "",
        counts.undated ? `${counted(counts.undated, "event")} without a date. ` : "", this.#timeline.hint);
    });
    where.loading.run((signal) => get("/api/map", this.#with({limit: "2000"}), signal), async (answer) => {
      if (!where.body.contains(this.#map.element)) fill(where.body, this.#map.element);
      this.#showPlaces(places, answer);
      where.note(answer.unplaced ? `${counted(answer.unplaced, "event")} without a place.` : "");
      await this.#map.show(answer);
    });
    active.loading.run((signal) => get("/api/dyads", this.#with({limit: "40"}), signal), ({dyads}) => {
      const shown = pairs(dyads).slice(0, 12);
      fill(active.body, shown.length ? dyadBars(shown, filters) : h("p", {class: "nothing"}, "No pairs here."));
    });
  }

  #with(more) {
    const query = filtersOf(this.#query);
    for (const [name, value] of Object.entries(more)) query.set(name, value);
    return query;
  }

  #placeQuery({name, country}) {
    let query = withValues(this.#query, "place", name ? [name] : []);
    if (country) query = withValues(query, "country", [country]);
    return query;
  }

  /** In the address, so that the view can be shared; no step to go back to. */
  #keepView(view) {
    if (this.#closed || (this.#query.get("map") ?? null) === view) return;
    if (view) this.#query.set("map", view);
    else this.#query.delete("map");
    history.replaceState(null, "", href(location.pathname, this.#query));
  }

  #goToPlace(place) {
    goQuery(this.#placeQuery(place));
  }

  #showPlaces(part, {places}) {
    fill(part.body, places.length === 0 ? h("p", {class: "nothing"}, "No places here.")
      : h("ol", {class: "place-list"}, places.slice(0, 12).map((place) => h("li", {}, h("a", {href: href("/", this.#placeQuery(place))},
        h("span", {}, place.name, place.country && countryName(place.country) !== place.name ? h("span", {class: "muted"}, `, ${countryName(place.country)}`) : null), h("span", {class: "number"}, number(place.events)))))));
  }

  close() {
    this.#closed = true;
    this.#live.stop();
    this.#loadings.forEach((loading) => loading.stop());
    this.#timeline.close();
    this.#map.close();
  }
}
