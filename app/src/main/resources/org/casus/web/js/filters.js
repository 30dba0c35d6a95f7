import {COUNTRIES} from "./countries.js";
import {dateWords, sectorName} from "./words.js";

/** The API's filters by name: what a chip calls them, and what separates several values. */
const FILTERS = {
  actor: {label: "Party", separator: ",", words: partyWords},
  source: {label: "Source", separator: ",", words: partyWords},
  target: {label: "Target", separator: ",", words: partyWords},
  between: {label: "Between", words: (value) => value.split(",").map(partyWords).join(" and ")},
  actor_country: {label: "Country", separator: ",", words: partyWords},
  source_country: {label: "Source country", separator: ",", words: partyWords},
  target_country: {label: "Target country", separator: ",", words: partyWords},
  actor_sector: {label: "Sector", separator: ",", words: sectorName},
  source_sector: {label: "Source sector", separator: ",", words: sectorName},
  target_sector: {label: "Target sector", separator: ",", words: sectorName},
  type: {label: "Type", separator: ","},
  quad: {label: "Class", separator: ","},
  cameo: {label: "CAMEO", separator: ","},
  status: {label: "Status", separator: ","},
  background: {label: "Background", words: (value) => (value === "true" ? "only background" : "without background")},
  country: {label: "Where", separator: ",", words: partyWords},
  place: {label: "Place"},
  box: {label: "Area"},
  publisher: {label: "Publisher", separator: "|"},
  q: {label: "Text", words: (value) => `“${value}”`},
  confidence: {label: "Confidence", words: (value) => `at least ${value}`},
  article: {label: "Article"},
  once: {label: "Counted", words: () => "each happening once"},
  story: {label: "Story"},
  from: {label: "From", words: dateWords},
  to: {label: "To", words: dateWords},
};

const known = new Map();

/** Remembers the names of parties that the API told, for the chips. */
export function remember(party) {
  if (party && !COUNTRIES[party.id]) known.set(party.id, party.name);
}

export function partyWords(id) {
  return COUNTRIES[id] ?? known.get(id) ?? id.split("-").map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join(" ");
}

/** Only the filters of a query, without how a page shows them. */
export function filtersOf(query) {
  const filters = new URLSearchParams();
  for (const name of Object.keys(FILTERS)) {
    const value = query.get(name);
    if (value) filters.set(name, value);
  }
  return filters;
}

export function valuesOf(query, name) {
  const value = query.get(name);
  if (!value) return [];
  const {separator} = FILTERS[name];
  return separator ? value.split(separator).filter(Boolean) : [value];
}

/** A copy of the query with a filter set to values; none removes it. */
export function withValues(query, name, values) {
  const changed = new URLSearchParams(query);
  const {separator} = FILTERS[name];
  if (values.length === 0) changed.delete(name);
  else changed.set(name, separator ? values.join(separator) : values[values.length - 1]);
  return changed;
}

export function withoutFilters(query) {
  const changed = new URLSearchParams(query);
  for (const name of Object.keys(FILTERS)) changed.delete(name);
  return changed;
}

/** What is filtered, a value each: {name, label, value, words}. */
export function chips(query) {
  const found = [];
  for (const [name, {label, words}] of Object.entries(FILTERS)) {
    for (const value of valuesOf(query, name)) found.push({name, label, value, words: words ? words(value) : value});
  }
  return found;
}

/** The same address with other filters, for links between pages. */
export function href(path, query) {
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}
