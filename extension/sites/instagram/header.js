/** Finds the head of a drawn Instagram profile and its counts. */

import { parseCount } from "../counts.js";
import { splitLabel } from "./labelled-counts.js";

/** @typedef {import("../site.js").Count} Count */
/** @typedef {import("./labelled-counts.js").Counted} Counted */

const MOST = 60;
const HANDLE_PLACES = "h1, h2, h3, a, span, div[dir]";
/** Elements that hold one count with its word, in any layout since 2021. */
const STATS = 'li, a[href], button, [role="link"], [role="button"], span, div';

/**
 * The head that shows this account: it prints the handle or links to the account's own followers. Null while an
 * in-app move still shows the last one.
 * @param {Document} document @param {string} name
 * @returns {Element | null}
 */
export function profileHeader(document, name) {
  for (const header of document.querySelectorAll("header")) {
    if (header.closest("article, nav, [role=dialog]")) continue;
    if (handleElement(header, name)) return header;
  }
  return null;
}

/** The element that prints the handle. @param {Element} header @param {string} name @returns {Element | null} */
export function handleElement(header, name) {
  const places = [...header.querySelectorAll(HANDLE_PLACES)].slice(0, 4 * MOST);
  const printed = places.filter((place) => (place.textContent ?? "").trim().toLowerCase() === name);
  return printed.find((place) => /^H\d$/.test(place.tagName)) ?? printed[0] ?? null;
}

/** @param {Element} header @param {string} name @param {string} language @returns {{[field in Counted]?: Count}} */
export function headerCounts(header, name, language) {
  const found = worded(header, language);
  for (const [field, tail] of /** @type {const} */ ([["followers", "followers"], ["following", "following"]])) {
    const link = header.querySelector(`a[href*="/${name}/${tail}/" i]`);
    const count = link && countOf(link, language);
    if (count && found[field] === undefined) found[field] = count;
  }
  return found;
}

/** Counts beside a known word. Two different numbers for one word leave it open. @param {Element} header @param {string} language */
function worded(header, language) {
  /** @type {Map<Counted, Count | null>} */ const found = new Map();
  for (const place of [...header.querySelectorAll(STATS)].slice(0, 6 * MOST)) {
    const text = place.textContent ?? "";
    const field = text.length < 60 && /\p{Nd}/u.test(text) ? splitLabel(text)?.field : undefined;
    const count = field && countOf(place, language);
    if (!field || !count) continue;
    const before = found.get(field);
    const better = before && before.exact !== count.exact ? (before.exact ? before : count) : count;
    found.set(field, before === undefined || before?.value === count.value || before?.exact !== count.exact ? better : null);
  }
  return /** @type {{[field in Counted]?: Count}} */ (Object.fromEntries([...found].filter(([, count]) => count !== null)));
}

/**
 * The number of one stat: its title holds the exact one, then the text without its word, then an inner element.
 * @param {Element} place @param {string} language
 * @returns {Count | null}
 */
function countOf(place, language) {
  const titled = [place, ...place.querySelectorAll("[title]")].map((element) => parseCount(element.getAttribute("title"), language));
  const text = place.textContent ?? "";
  const texts = [splitLabel(text)?.number, ...[...place.querySelectorAll("span, strong, b, div")].slice(0, 12).map((element) => element.textContent)];
  const found = titled.find((count) => count?.exact) ?? texts.map((part) => parseCount(part, language)).find((count) => count !== null);
  return found ? { value: found.value, exact: found.exact } : null;
}
