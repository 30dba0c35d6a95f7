import {follow} from "./api.js";
import {announce, fill, h} from "./dom.js";
import {eventItem} from "./event-view.js";
import {counted} from "./words.js";

const MOST = 60;

/** Puts new events on top of a list as they are kept. While paused they wait, and the button says how many. */
export class Live {
  #list;
  #onEvents;
  #controller = null;
  #paused = false;
  #waiting = [];
  #state = "waiting";

  /** @param onEvents is told when events were put in, so that figures can follow */
  constructor(list, onEvents) {
    this.#list = list;
    this.#onEvents = onEvents;
    this.dot = h("i", {class: "live-dot", "aria-hidden": "true"});
    this.words = h("span");
    this.button = h("button", {type: "button", class: "quiet live", "aria-pressed": "false", onclick: () => this.#pause(!this.#paused)}, this.dot, this.words);
    this.#show();
  }

  start(query) {
    this.stop();
    this.#waiting = [];
    this.#controller = new AbortController();
    follow(query, this.#controller.signal, {
      onEvent: (event) => {
        this.#waiting.push(event);
        if (!this.#paused) this.#putIn();
        this.#show();
      },
      onState: (state) => {
        this.#state = state;
        this.#show();
      },
    });
  }

  stop() {
    this.#controller?.abort();
  }

  #pause(paused) {
    this.#paused = paused;
    this.button.setAttribute("aria-pressed", String(paused));
    if (!paused) this.#putIn();
    this.#show();
  }

  #putIn() {
    const fresh = this.#waiting.splice(0).filter((event) => !this.#list.querySelector(`[data-event="${CSS.escape(event.id)}"]`));
    if (fresh.length === 0) return;
    this.#list.prepend(...fresh.reverse().map((event) => eventItem(event, {fresh: true})));
    while (this.#list.children.length > MOST) this.#list.lastElementChild.remove();
    announce(`${counted(fresh.length, "new event")}`);
    this.#onEvents();
  }

  #show() {
    this.dot.classList.toggle("on", this.#state === "live" && !this.#paused);
    const waiting = this.#waiting.length;
    fill(this.words, this.#paused ? `Paused${waiting ? `: ${waiting} new` : ""} – go on`
      : {live: "Live – pause", waiting: "Connecting …", off: "Not live"}[this.#state]);
  }
}
