/** Words in the browser's language: each from `_locales/`, numbers, plurals and days as that language writes them. */

import { translated } from "./chrome.js";

/** Language of the words themselves: the browser's own may be one that has no file. */
export const LOCALE = translated("locale", []) || "en-GB";

const plurals = new Intl.PluralRules(LOCALE);

/** The words under a key, with $1, $2 … filled in; a key without words shows as itself. @param {string} key @param {...(string | number)} values */
export function say(key, ...values) {
  return translated(key, values.map(String)) || key;
}

/**
 * The words under KEY_one, KEY_other … for a number; it is $1, as `shown` or as the language writes it.
 * @param {string} key @param {number} number @param {string} [shown]
 */
export function several(key, number, shown = number.toLocaleString(LOCALE)) {
  return translated(`${key}_${plurals.select(number)}`, [shown]) || say(`${key}_other`, shown);
}

/** The words under a key with elements in the place of $1, $2 …. @param {string} key @param {...Node} nodes @returns {(string | Node)[]} */
export function around(key, ...nodes) {
  const pieces = say(key, ...nodes.map((_, index) => `\u0001${index}\u0001`)).split("\u0001");
  return pieces.map((piece, index) => (index % 2 === 1 ? nodes[Number(piece)] : piece));
}

/** Fills a page that names its words: data-word is an element's text, data-label its name. @param {Document} document */
export function fillWords(document) {
  document.documentElement.lang = LOCALE;
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = say(element.getAttribute("data-word") ?? "");
  for (const element of document.querySelectorAll("[data-label]")) element.setAttribute("aria-label", say(element.getAttribute("data-label") ?? ""));
}
