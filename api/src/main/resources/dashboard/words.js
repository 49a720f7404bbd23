import { vi } from "./words.vi.js";
import { en } from "./words.en.js";

const KEY = "toso.language";
const TEXTS = { vi, en };

let current = localStorage.getItem(KEY) === "en" ? "en" : "vi";
document.documentElement.lang = current;

/** The language of the page: `vi` unless somebody chose English. */
export function language() {
  return current;
}

/** Remembers the choice for the next visit. */
export function setLanguage(chosen) {
  current = chosen === "en" ? "en" : "vi";
  localStorage.setItem(KEY, current);
  document.documentElement.lang = current;
}

/**
 * A text of the page.
 *
 * @param {string} key
 * @param {Object} [values] put in place of `{name}`
 */
export function say(key, values = {}) {
  const text = TEXTS[current][key];
  if (text === undefined) throw new Error(`no words for ${key}`);
  return text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/** The name of a service of the catalogue. */
export function nameOf(service) {
  return current === "vi" ? service.nameVi : service.nameEn;
}
