import {h} from "./dom.js";

/** What the server said no to (RFC 9457), or that it could not be reached (status 0). */
export class Problem extends Error {
  constructor(status, title, detail, parameter = null) {
    super(detail || title);
    this.status = status;
    this.title = title;
    this.detail = detail;
    this.parameter = parameter;
  }
}

const TOKEN = "casus.token";
let asking = null;

function token() {
  try {
    return sessionStorage.getItem(TOKEN);
  } catch {
    return null;
  }
}

/** A response of the API; throws Problem. Asks for the token where the server wants one, then tries again. */
export async function request(path, options = {}) {
  for (;;) {
    const used = token();
    const headers = {...options.headers};
    if (used) headers.Authorization = `Bearer ${used}`;
    let response;
    try {
      response = await fetch(path, {...options, headers});
    } catch (error) {
      if (error.name === "AbortError") throw error;
      throw new Problem(0, "No answer", "The server does not answer. Is casus still running?");
    }
    if (response.status === 401) {
      if (token() === used) await askForToken(used !== null);
      continue;
    }
    if (!response.ok) throw await problem(response);
    return response;
  }
}

/** The JSON of a GET. */
export async function get(path, query = null, signal = undefined) {
  const text = query ? query.toString() : "";
  const response = await request(text ? `${path}?${text}` : path, {signal});
  return response.json();
}

async function problem(response) {
  try {
    const body = await response.json();
    return new Problem(response.status, body.title ?? response.statusText, body.detail ?? "", body.parameter ?? null);
  } catch {
    return new Problem(response.status, response.statusText || `Error ${response.status}`, "");
  }
}

/** The token, asked once for all requests that wait for it. */
function askForToken(wrong) {
  asking ??= new Promise((resolve) => {
    const input = h("input", {type: "password", name: "token", autocomplete: "off", required: true});
    const dialog = h("dialog", {"aria-labelledby": "token-title"},
      h("form", {method: "dialog"},
        h("h2", {id: "token-title"}, "This server wants its token"),
        h("p", {}, wrong ? "That was not the token. " : "", "It was given to ", h("code", {}, "casus serve --token"),
          ". It is kept until you close this tab."),
        h("label", {class: "field"}, "Token", input),
        h("p", {}, h("button", {type: "submit", class: "primary"}, "Go on"))));
    dialog.addEventListener("cancel", (event) => event.preventDefault());
    dialog.addEventListener("close", () => {
      try {
        sessionStorage.setItem(TOKEN, input.value.trim());
      } catch {
        // asked again then
      }
      dialog.remove();
      asking = null;
      resolve();
    });
    document.body.append(dialog);
    dialog.showModal();
  });
  return asking;
}

/**
 * New events as they are kept, read by fetch so that the token can go along; ends with the signal, connects again when the
 * connection is lost.
 */
export async function follow(query, signal, {onEvent, onState}) {
  let last = null;
  let wait = 1000;
  while (!signal.aborted) {
    try {
      const headers = {Accept: "text/event-stream"};
      if (last) headers["Last-Event-ID"] = last;
      const text = query.toString();
      const response = await request(`/api/stream${text ? `?${text}` : ""}`, {headers, signal});
      onState("live");
      wait = 1000;
      await messages(response.body, (message) => {
        if (message.id) last = message.id;
        if (message.event === "event") onEvent(JSON.parse(message.data));
      });
    } catch (error) {
      if (signal.aborted) return;
      // a request that is wrong stays wrong; a server that is away or busy comes back
      if (error instanceof Problem && error.status >= 400 && error.status < 500 && error.status !== 429) {
        onState("off", error);
        return;
      }
    }
    if (signal.aborted) return;
    onState("waiting");
    await new Promise((resolve) => setTimeout(resolve, wait));
    wait = Math.min(wait * 2, 30000);
  }
}

async function messages(body, onMessage) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const {done, value} = await reader.read();
    if (done) return;
    const blocks = (rest + value).replace(/\r\n?/g, "\n").split("\n\n");
    rest = blocks.pop();
    for (const block of blocks) {
      const message = {event: "message", data: "", id: null};
      for (const line of block.split("\n")) {
        const at = line.indexOf(":");
        if (at <= 0) continue;
        const name = line.slice(0, at);
        const value = line.slice(at + 1).replace(/^ /, "");
        if (name === "data") message.data += (message.data ? "\n" : "") + value;
        else if (name === "event" || name === "id") message[name] = value;
      }
      if (message.data) onMessage(message);
    }
  }
}

let readOnlyAnswer = null;

/** Whether the server reads data of the Spark job, where texts are missing and nothing can be kept: asked once. */
export function isReadOnly() {
  readOnlyAnswer ??= get("/api/summary").then((summary) => summary.readOnly, () => {
    readOnlyAnswer = null;
    return false;
  });
  return readOnlyAnswer;
}

let codebookAnswer = null;

/** Types, codes and sectors with their names: asked once. */
export function codebook() {
  codebookAnswer ??= get("/api/codebook").then((book) => ({
    ...book,
    type: new Map(book.types.map((each) => [each.type, each])),
    code: new Map(book.cameo.map((each) => [each.code, each])),
    sector: new Map(book.sectors.map((each) => [each.code, each.name])),
  })).catch((error) => {
    codebookAnswer = null;
    throw error;
  });
  return codebookAnswer;
}

/** Saves what the server sends under the name that it gives. */
export async function download(path, query) {
  const text = query.toString();
  const response = await request(text ? `${path}?${text}` : path);
  const name = /filename="([^"]+)"/.exec(response.headers.get("Content-Disposition") ?? "")?.[1] ?? "casus-events";
  const url = URL.createObjectURL(await response.blob());
  const link = h("a", {href: url, download: name});
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
  return name;
}
