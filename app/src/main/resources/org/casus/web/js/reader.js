import {codebook} from "./api.js";
import {fill, freshId, h, kept, outside} from "./dom.js";
import {caveats, eventItem, sentence} from "./event-view.js";
import {segments} from "./segments.js";
import {actorWords, countryName, dateWords, partyName, quadClass, score, sectorName} from "./words.js";

const SIZE = {usual: 16, step: 2, least: 12, most: 32, key: "casus.textSize"};

/**
 * An article with its actors, triggers and attributions marked in place, and its events beside it. Hovering, focusing or
 * clicking a mark tells who or what it is and why.
 */
export class Reader {
  #article;
  #text;
  #list;
  #popover = h("div", {class: "popover", id: freshId("about"), role: "note", hidden: true});
  #pinned = null;
  #book = null;
  #leaving = 0;
  #closeOnClick = (event) => {
    if (this.#pinned && !this.#popover.contains(event.target) && !event.target.closest?.(".span")) this.#hide();
  };
  #closeOnKey = (event) => {
    if (event.key === "Escape") this.#hide();
  };

  constructor(article, {level = "h1"} = {}) {
    this.#article = article;
    this.#text = h("div", {class: "reader-text", lang: article.language ?? "en"});
    this.#markText();
    this.#list = h("ol", {class: "events"}, article.events.map((event) => this.#eventItem(event)));
    const source = [h("time", {datetime: article.published}, article.published ? dateWords(article.published) : "no date"), article.publisher ? h("span", {}, article.publisher) : null,
      article.url ? outside(article.url, "original") : article.file ? h("span", {}, article.file) : null];
    const none = h("div", {}, h("p", {}, "No event was coded in this article. Why:"),
      h("ul", {}, (article.reasons.length ? article.reasons : ["No sentence tells who did what to whom."]).map((reason) => h("li", {}, reason))));
    this.element = h("div", {class: "reader"},
      h("article", {class: "reader-article"},
        h(level, {}, article.title || "Without a title"),
        h("div", {class: "reader-bar"}, source, textSize(this.#text)),
        h("ul", {class: "reader-legend", "aria-label": "Marks", hidden: article.mentions.length + article.events.length === 0},
          h("li", {}, h("span", {class: "span mention"}, "actor")), h("li", {}, h("span", {class: "span trigger quad-1"}, "what was done")),
          h("li", {}, h("span", {class: "span attribution"}, "who says so"))),
        this.#text),
      h("section", {class: "panel reader-events", "aria-label": "Events"}, h("header", {class: "panel-head"}, h("h2", {}, article.events.length ? `Events (${article.events.length})` : "No events")),
        article.events.length ? this.#list : none),
      this.#popover);
    this.#popover.addEventListener("mouseenter", () => clearTimeout(this.#leaving));
    this.#popover.addEventListener("mouseleave", () => this.#hideSoon());
    document.addEventListener("click", this.#closeOnClick);
    document.addEventListener("keydown", this.#closeOnKey);
    codebook().then((book) => {
      this.#book = book;
    }, () => {});
  }

  #markText() {
    const {text, mentions, events} = this.#article;
    const spans = mentions.map((mention) => ({...mention, kind: "mention", mention}));
    for (const event of events) {
      for (const [kind, span] of Object.entries(event.spans)) {
        if (!span) continue;
        if (kind === "trigger" || kind === "attribution") spans.push({start: span[0], end: span[1], kind, event});
        else if (!mentions.some((mention) => mention.start === span[0] && mention.end === span[1])) {
          spans.push({start: span[0], end: span[1], kind: "mention", mention: {text: text.slice(...span), actor: event[kind], reasons: []}});
        }
      }
    }
    const paragraphs = [];
    let paragraph = [];
    const end = () => {
      if (paragraph.length) paragraphs.push(h("p", {}, paragraph));
      paragraph = [];
    };
    for (const segment of segments(text, spans)) {
      const parts = text.slice(segment.start, segment.end).split(/(\n\s*\n)/);
      parts.forEach((part, at) => {
        if (at % 2) end();
        else if (part) paragraph.push(segment.spans.length ? this.#mark(segment, part) : part.replaceAll("\n", " "));
      });
    }
    end();
    fill(this.#text, paragraphs);
  }

  #mark({spans, begins}, words) {
    const trigger = spans.find((span) => span.kind === "trigger");
    const mention = spans.find((span) => span.kind === "mention");
    const classes = ["span", trigger ? `trigger ${quadClass(trigger.event.quad)}` : "", mention ? "mention" : "", mention && !mention.mention.actor ? "no-actor" : "",
      spans.some((span) => span.kind === "attribution") ? "attribution" : ""].filter(Boolean).join(" ");
    const mark = h("span", {class: classes, data: {events: this.#eventsOf(spans).map((event) => event.id).join(" "), triggers: spans.filter((span) => span.kind === "trigger").map((span) => span.event.id).join(" ")}}, words);
    // one stop for the keyboard where a span begins, not at each piece that another cuts off
    if (begins.length > 0) {
      mark.tabIndex = 0;
      mark.setAttribute("role", "button");
      mark.setAttribute("aria-expanded", "false");
    }
    const show = () => {
      if (!this.#pinned) this.#show(mark, spans);
    };
    mark.addEventListener("mouseenter", show);
    mark.addEventListener("mouseleave", () => document.activeElement !== mark && this.#hideSoon());
    mark.addEventListener("focus", show);
    mark.addEventListener("blur", () => this.#hide());
    const pin = () => {
      if (this.#pinned === mark) {
        this.#hide();
        return;
      }
      this.#show(mark, spans);
      this.#pinned = mark;
    };
    mark.addEventListener("click", pin);
    mark.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      pin();
    });
    return mark;
  }

  #eventsOf(spans) {
    return this.#article.events.filter((event) => Object.values(event.spans).some((span) => span && spans.some(({start, end}) => start === span[0] && end === span[1])));
  }

  #show(mark, spans) {
    this.#hide();
    const order = {trigger: 0, mention: 1, attribution: 2};
    const parts = [...spans].sort((a, b) => order[a.kind] - order[b.kind] || a.end - a.start - (b.end - b.start));
    fill(this.#popover, parts.map((span) => (span.kind === "mention" ? about(span.mention) : span.kind === "trigger" ? this.#aboutEvent(span.event)
      : h("section", {}, h("h3", {}, "Who says so"), h("p", {}, span.event.attribution, ": ", sentence(span.event))))));
    this.#popover.hidden = false;
    const at = mark.getClientRects()[0] ?? mark.getBoundingClientRect();
    const frame = this.element.getBoundingClientRect();
    const width = this.#popover.offsetWidth;
    const height = this.#popover.offsetHeight;
    const below = at.bottom + height + 12 < innerHeight || at.top < height + 12;
    this.#popover.style.left = `${Math.max(0, Math.min(at.left, document.documentElement.clientWidth - width - 12) - frame.left)}px`;
    this.#popover.style.top = `${(below ? at.bottom + 6 : at.top - height - 6) - frame.top}px`;
    if (mark.hasAttribute("role")) {
      mark.setAttribute("aria-expanded", "true");
      mark.setAttribute("aria-describedby", this.#popover.id);
    }
    this.#light(mark.dataset.events.split(" ").filter(Boolean), false);
  }

  /** Leaves time to move the pointer from the words into what is told of them. */
  #hideSoon() {
    clearTimeout(this.#leaving);
    this.#leaving = setTimeout(() => !this.#pinned && this.#hide(), 200);
  }

  #hide() {
    clearTimeout(this.#leaving);
    this.#popover.hidden = true;
    this.#pinned = null;
    for (const mark of this.#text.querySelectorAll("[aria-expanded='true']")) {
      mark.setAttribute("aria-expanded", "false");
      mark.removeAttribute("aria-describedby");
    }
    this.#light([], false);
  }

  #aboutEvent(event) {
    const facts = [
      ["Who", event.source ? actorWords(event.source) : "not told"],
      ["To whom", event.target ? actorWords(event.target) : "nobody named"],
      ["CAMEO", [event.cameo, this.#book?.code.get(event.cameo)?.name].filter(Boolean).join(" ")],
      ["Class", `${event.quad}, Goldstein ${score(event.goldstein)}`],
      event.mode ? ["Mode", event.mode] : null,
      event.contexts.length ? ["Context", event.contexts.join(", ")] : null,
      ["Status", caveats(event).join("; ") || "actual"],
      ["Date", dateWords(event.date)],
      ["Place", event.place ? [...new Set([event.place.name, countryName(event.place.country)])].filter(Boolean).join(", ") : "not told"],
      ["Confidence", event.confidence.toFixed(2)],
    ].filter(Boolean);
    const definition = this.#book?.type.get(event.type)?.definition;
    return h("section", {}, h("h3", {}, h("i", {class: `swatch ${quadClass(event.quad)}`}), event.type), definition ? h("p", {class: "muted"}, definition) : null, factList(facts));
  }

  #eventItem(event) {
    const item = eventItem(event);
    const link = item.querySelector("a");
    link.href = `#event-${event.id}`;
    link.addEventListener("click", (click) => {
      click.preventDefault();
      this.reveal(event.id);
      history.replaceState(null, "", `${location.pathname}${location.search}#event-${event.id}`);
    });
    item.addEventListener("mouseenter", () => this.#light([event.id], false));
    item.addEventListener("mouseleave", () => this.#light([], false));
    link.addEventListener("focus", () => this.#light([event.id], false));
    link.addEventListener("blur", () => this.#light([], false));
    return item;
  }

  #light(ids, scroll) {
    for (const mark of this.#text.querySelectorAll(".span")) {
      mark.classList.toggle("lit", ids.length > 0 && ids.some((id) => mark.dataset.events.split(" ").includes(id)));
    }
    for (const item of this.#list.children) item.classList.toggle("lit", ids.includes(item.dataset.event));
    if (scroll) this.#text.querySelector(".lit")?.scrollIntoView({block: "center"});
  }

  /** Goes to the words of an event. */
  reveal(id) {
    const mark = [...this.#text.querySelectorAll(".span[role]")].find((each) => each.dataset.triggers.split(" ").includes(id));
    if (!mark) return;
    mark.scrollIntoView({block: "center"});
    mark.focus({preventScroll: true});
    this.#light([id], false);
  }

  close() {
    document.removeEventListener("click", this.#closeOnClick);
    document.removeEventListener("keydown", this.#closeOnKey);
  }
}

function about({text, actor, reasons}) {
  if (!actor) {
    return h("section", {}, h("h3", {}, text), h("p", {}, "Nobody known."), reasonList(reasons));
  }
  const facts = [
    ["Country", actor.country ? countryName(actor.country) : "none"],
    ["Sector", actor.sector ? `${sectorName(actor.sector)} (${actor.sector})` : "unknown"],
    actor.role ? ["Role", actor.role] : null,
    actor.id ? ["Id", actor.id] : null,
  ].filter(Boolean);
  return h("section", {}, h("h3", {}, actor.name ?? partyName(actor)), factList(facts), reasonList(reasons));
}

function reasonList(reasons) {
  return reasons?.length ? h("ul", {}, reasons.map((reason) => h("li", {}, reason))) : null;
}

function factList(facts) {
  return h("dl", {class: "facts"}, facts.map(([name, value]) => [h("dt", {}, name), h("dd", {}, value)]));
}

/** + ↺ −, as good news pages have; kept from page to page. */
function textSize(text) {
  const shown = h("output", {"aria-label": "Text size"});
  const set = (size) => {
    const kind = Math.max(SIZE.least, Math.min(SIZE.most, size));
    text.style.setProperty("--reader-size", `${kind}px`);
    shown.textContent = `${kind} px`;
    smaller.disabled = kind === SIZE.least;
    larger.disabled = kind === SIZE.most;
    return kind;
  };
  const to = (size) => () => {
    now = set(size());
    kept.set(SIZE.key, String(now));
  };
  const larger = h("button", {type: "button", "aria-label": "Larger text", onclick: to(() => now + SIZE.step)}, "+");
  const usual = h("button", {type: "button", "aria-label": "Usual text size", onclick: to(() => SIZE.usual)}, "↺");
  const smaller = h("button", {type: "button", "aria-label": "Smaller text", onclick: to(() => now - SIZE.step)}, "−");
  let now = set(Number(kept.get(SIZE.key)) || SIZE.usual);
  return h("div", {class: "text-size", role: "group", "aria-label": "Text size"}, larger, usual, smaller, shown);
}
