/** Strict readers of single values from untrusted JSON: what does not fit its field is undefined, never bent into it. */

/** @typedef {{[key: string]: unknown}} Json */

/** Largest count that a platform could show; beyond it a number is a fault, not a fact. */
const MOST = 1e13;
const LONGEST_TEXT = 20_000;
const FIRST_SECOND = 1_199_145_600; // 2008-01-01, before either platform
const SLACK_SECONDS = 366 * 86_400;

/** @param {unknown} value @returns {Json | undefined} */
export function record(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? /** @type {Json} */ (value) : undefined;
}

/** @param {unknown} value @returns {unknown[]} the array, or an empty one */
export function list(value) {
  return Array.isArray(value) ? value : [];
}

/**
 * The value behind a dotted path of own keys; undefined where a step is missing.
 * @param {unknown} value @param {string} path
 */
export function at(value, path) {
  if (!path.includes(".")) return own(value, path);
  let here = value;
  for (const step of path.split(".")) here = own(here, step);
  return here;
}

/** @param {unknown} value @param {string} key @returns {unknown} */
function own(value, key) {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key) ? /** @type {Json} */ (value)[key] : undefined;
}

/** A string with lone surrogates replaced; "" stays "". @param {unknown} value @returns {string | undefined} */
export function text(value) {
  if (typeof value !== "string" || value.length > LONGEST_TEXT) return undefined;
  return wellFormed(value);
}

/** Like `text`, but an empty string says nothing. @param {unknown} value @returns {string | undefined} */
export function words(value) {
  const found = text(value)?.trim();
  return found === "" ? undefined : found;
}

/** Lone surrogates become U+FFFD, so that the text can travel as UTF-8. @param {string} value */
export function wellFormed(value) {
  return value.replace(/\p{Surrogate}/gu, "\uFFFD");
}

/** A whole number from 0 up, also as a string of digits. @param {unknown} value @returns {number | undefined} */
export function integer(value) {
  const number = typeof value === "string" && /^\d{1,14}$/.test(value) ? Number(value) : value;
  return typeof number === "number" && Number.isInteger(number) && number >= 0 && number <= MOST ? number : undefined;
}

/** @param {unknown} value @returns {boolean | undefined} */
export function flag(value) {
  if (typeof value === "boolean") return value;
  return value === 0 || value === 1 ? value === 1 : undefined;
}

/**
 * An id as text. A number beyond 2^53 was rounded by the parser: it still tells a date, but not an identity.
 * @param {unknown} value @returns {string | undefined}
 */
export function id(value) {
  if (typeof value === "string" && /^\d{1,24}$/.test(value)) return value;
  return typeof value === "number" && Number.isSafeInteger(value) && value > 0 ? String(value) : undefined;
}

/**
 * Unix seconds (or milliseconds, by their size) to ISO 8601, when they lie between 2008 and a year after `now`.
 * @param {unknown} value @param {number} now milliseconds @returns {string | undefined}
 */
export function moment(value, now) {
  const number = integer(value);
  if (number === undefined) return undefined;
  const seconds = number > 1e11 ? Math.floor(number / 1000) : number;
  if (seconds < FIRST_SECOND || seconds * 1000 > now + SLACK_SECONDS * 1000) return undefined;
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
}

/** The strings of a list, trimmed, without blanks and repeats. @param {unknown} value @returns {string[]} */
export function strings(value) {
  const found = list(value).slice(0, 100).map(words);
  return [...new Set(found.filter((item) => item !== undefined))];
}
