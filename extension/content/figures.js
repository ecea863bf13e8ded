/** Numbers, shares and days as words; what is unknown is a dash. */

import { UNKNOWN } from "./words.js";

/** 3,120 stays, 15,700 is 15.7K, 1,200,000 is 1.2M. @param {number | null | undefined} number */
export function count(number) {
  if (number === null || number === undefined) return UNKNOWN;
  if (number >= 999_950) return `${short(number / 1_000_000)}M`;
  return number >= 10_000 ? `${short(number / 1000)}K` : Math.round(number).toLocaleString("en");
}

/** @param {number} number */
function short(number) {
  return number.toFixed(1).replace(/\.0$/, "");
}

/** A count of a page; "about" where the page rounded it. @param {{value: number, exact: boolean} | null | undefined} given */
export function printed(given) {
  if (!given) return UNKNOWN;
  return given.exact ? given.value.toLocaleString("en") : `about ${count(given.value)}`;
}

/** 0.031 is 3.1%, 0.25 is 25%. @param {number | null | undefined} value */
export function share(value) {
  if (value === null || value === undefined) return UNKNOWN;
  return `${value < 0.0995 ? (value * 100).toFixed(1) : Math.round(value * 100)}%`;
}

/** One decimal, none when it is zero. @param {number | null | undefined} value */
export function decimal(value) {
  return value === null || value === undefined ? UNKNOWN : short(value);
}

/** An ISO time as "22 Nov 2026". @param {string | null | undefined} at */
export function day(at) {
  if (!at || Number.isNaN(Date.parse(at))) return UNKNOWN;
  return new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }).format(new Date(at));
}

/** @param {number} number @param {string} one @param {string} many */
export function several(number, one, many) {
  return `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
}

/** Filled steps of a bar of four; null when unknown. @param {number | null | undefined} score 0 to 100 */
export function steps(score) {
  return score === null || score === undefined ? null : Math.max(0, Math.min(4, Math.ceil(score / 25)));
}
