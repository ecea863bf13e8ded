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
    const split = text.length < 60 && /\p{Nd}/u.test(text) ? splitLabel(text) : null;
    const shown = split && parseCount(split.number, language);
    if (split && shown) found.set(split.field, surer(found.get(split.field), refined(place, shown, language)));
  }
  return /** @type {{[field in Counted]?: Count}} */ (Object.fromEntries([...found].filter(([, count]) => count !== null)));
}

/** The exact one of two; null where two exact or two rounded ones differ. @param {Count | null | undefined} known @param {Count} fresh */
function surer(known, fresh) {
  if (known === undefined) return fresh;
  if (known === null || known.exact !== fresh.exact) return known?.exact ? known : known && fresh;
  return known.value === fresh.value ? known : null;
}

/** The exact number of a title, where it fits the shown one. @param {Element} place @param {import("../counts.js").PrintedCount} shown @param {string} language @returns {Count} */
function refined(place, shown, language) {
  const title = titleOf(place, language);
  const isFit = title !== undefined && title.value >= shown.low && title.value <= shown.high;
  return isFit ? { value: title.value, exact: true } : { value: shown.value, exact: shown.exact };
}

/** @param {Element} place @param {string} language */
function titleOf(place, language) {
  const titles = [place, ...place.querySelectorAll("[title]")].map((element) => parseCount(element.getAttribute("title"), language));
  return titles.find((count) => count?.exact) ?? undefined;
}

/**
 * The number of a link that says by its address what it counts: its title, its text, or an inner element's.
 * @param {Element} link @param {string} language
 * @returns {Count | null}
 */
function countOf(link, language) {
  const inner = [...link.querySelectorAll("span, strong, b, div")].slice(0, 12).map((element) => element.textContent);
  const texts = [splitLabel(link.textContent ?? "")?.number, link.textContent, ...inner];
  const shown = texts.map((part) => parseCount(part, language)).find((count) => count !== null);
  if (shown) return refined(link, shown, language);
  const title = titleOf(link, language);
  return title ? { value: title.value, exact: true } : null;
}
