import {COUNTRIES} from "./countries.js";

/** Quad classes in the order of the API's `quads`: cooperation first. */
export const QUADS = ["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"];
export const STATUSES = ["actual", "planned", "denied", "possible"];
export const TYPES = ["AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
  "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"];

const STATUS_WORDS = {planned: "planned, not done yet", denied: "denied or refused", possible: "only possible"};

/** "actual" needs no word. */
export function statusWords(status) {
  return STATUS_WORDS[status] ?? null;
}

export function countryName(code) {
  return COUNTRIES[code] ?? code;
}

/** A sign for quad classes in classes of CSS: quad-1 to quad-4. */
export function quadClass(quad) {
  return `quad-${QUADS.indexOf(quad) + 1}`;
}

/** What the filters take for an actor: its country, else its id, else its name. */
export function partyOf(actor) {
  if (!actor) return null;
  return COUNTRIES[actor.country] ? actor.country : actor.id ?? actor.name ?? actor.text;
}

/** The party that an actor belongs to, in words: a country or a body. */
export function partyName(actor) {
  return COUNTRIES[actor.country] ?? actor.name ?? actor.text;
}

const SECTORS = {GOV: "government", MIL: "military", LEG: "legislature", JUD: "judiciary", COP: "police", SPY: "intelligence",
  PTY: "political party", OPP: "opposition", REB: "rebels", PRM: "paramilitary", UAF: "unidentified armed force", CRM: "criminals",
  CVL: "civilians", SOC: "civil society", JRN: "journalists", MED: "medicine", BUS: "business", LAB: "labour", AGR: "agriculture",
  EDU: "education", REL: "religion", REF: "refugees", ELI: "elites", PRE: "prisoners", IGO: "intergovernmental organisation",
  NGO: "non-governmental organisation", MNC: "multinational company"};

export function sectorName(code) {
  return SECTORS[code] ?? code;
}

/** Who inside the party it is: "president Ilham Aliyev", "police", or null where the party says all. */
export function within(actor) {
  const party = partyName(actor);
  const name = actor.name && actor.name !== party ? actor.name : null;
  if (actor.role || name) return [actor.role, name].filter(Boolean).join(" ");
  return COUNTRIES[actor.country] && actor.sector && !["GOV", "UNK"].includes(actor.sector) ? sectorName(actor.sector) : null;
}

/** "Azerbaijan (president Ilham Aliyev)" */
export function actorWords(actor) {
  const inside = within(actor);
  return inside ? `${partyName(actor)} (${inside})` : partyName(actor);
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** "2023-11-01" → "1 Nov 2023", "2023-11" → "Nov 2023", "2023-W44" → "week 44 of 2023" */
export function dateWords(date) {
  if (!date) return "no date";
  const week = /^(\d{4})-W(\d{2})$/.exec(date);
  if (week) return `week ${Number(week[2])} of ${week[1]}`;
  const [year, month, day] = date.slice(0, 10).split("-");
  if (!month) return year;
  return `${day ? `${Number(day)} ` : ""}${MONTHS[month - 1]} ${year}`;
}

/** The first and last day of a bucket of the time line. */
export function daysOf(bucket) {
  const week = /^(\d{4})-W(\d{2})$/.exec(bucket);
  if (week) {
    // the fourth of January is always in week 1
    const fourth = new Date(Date.UTC(Number(week[1]), 0, 4));
    const monday = addDays(fourth, -((fourth.getUTCDay() + 6) % 7) + (Number(week[2]) - 1) * 7);
    return [isoDay(monday), isoDay(addDays(monday, 6))];
  }
  const [year, month, day] = bucket.split("-").map(Number);
  if (day) return [bucket, bucket];
  if (month) return [`${bucket}-01`, isoDay(new Date(Date.UTC(year, month, 0)))];
  return [`${bucket}-01-01`, `${bucket}-12-31`];
}

export function addDays(date, days) {
  return new Date(date.getTime() + days * 86400000);
}

export function isoDay(date) {
  return date.toISOString().slice(0, 10);
}

const numbers = new Intl.NumberFormat("en-GB");

export function number(n) {
  return numbers.format(n);
}

/** counted(1, "event") → "1 event" */
export function counted(n, noun, plural = `${noun}s`) {
  return `${number(n)} ${n === 1 ? noun : plural}`;
}

/** Goldstein scores with a sign: "+3.4", "−2.0". */
export function score(value) {
  if (value === null || value === undefined) return "–";
  const rounded = Math.abs(value).toFixed(1);
  return rounded === "0.0" ? "0.0" : `${value > 0 ? "+" : "−"}${rounded}`;
}

/** "DOES_NOT_RECOGNISE" → "does not recognise" */
export function stanceWords(stance) {
  return stance.toLowerCase().replaceAll("_", " ");
}

const STEPS = [[60, "s"], [60, "min"], [24, "h"], [Infinity, "d"]];

/** How far a moment is from now: "3 min ago", "in 2 h", "now". */
export function since(iso, now = Date.now()) {
  const seconds = Math.round((Date.parse(iso) - now) / 1000);
  if (Math.abs(seconds) < 5) return "now";
  let amount = Math.abs(seconds);
  for (const [most, unit] of STEPS) {
    if (amount < most) return seconds < 0 ? `${Math.floor(amount)} ${unit} ago` : `in ${Math.floor(amount)} ${unit}`;
    amount /= most;
  }
  return "";
}

const moments = new Intl.DateTimeFormat("en-GB", {dateStyle: "medium", timeStyle: "long"});

/** A moment in full, in the reader's time. */
export function momentWords(iso) {
  return moments.format(new Date(iso));
}
