/** Numbers, shares and days as the words' language writes them; what is unknown is a dash. */

import { LOCALE, say } from "../language.js";
import { UNKNOWN } from "./words.js";

/** From here on a number is written short. */
const SHORT_FROM = 10_000;

const whole = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });
const short = new Intl.NumberFormat(LOCALE, { notation: "compact", maximumFractionDigits: 1 });
const oneDigit = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat(LOCALE, { style: "percent", maximumFractionDigits: 0 });
const finePercent = new Intl.NumberFormat(LOCALE, { style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 });
const date = new Intl.DateTimeFormat(LOCALE, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const dateAndTime = new Intl.DateTimeFormat(LOCALE, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });

/** In English 3,120 stays, 15,700 is 15.7K, 1,200,000 is 1.2M. @param {number | null | undefined} number */
export function count(number) {
  if (number === null || number === undefined) return UNKNOWN;
  return number >= SHORT_FROM ? short.format(number) : whole.format(number);
}

/** A count of a page; "about" where the page rounded it. @param {{value: number, exact: boolean} | null | undefined} given */
export function printed(given) {
  if (!given) return UNKNOWN;
  return given.exact ? whole.format(given.value) : say("about", count(given.value));
}

/** 0.031 is 3.1%, 0.25 is 25%. @param {number | null | undefined} value */
export function share(value) {
  if (value === null || value === undefined) return UNKNOWN;
  return (value < 0.0995 ? finePercent : percent).format(value);
}

/** One decimal, none when it is zero. @param {number | null | undefined} value */
export function decimal(value) {
  return value === null || value === undefined ? UNKNOWN : oneDigit.format(value);
}

/** An ISO time as "22 Nov 2026". @param {string | null | undefined} at */
export function day(at) {
  return !at || Number.isNaN(Date.parse(at)) ? UNKNOWN : date.format(new Date(at));
}

/** An ISO time as "22 Nov, 14:05", in the user's own time zone. @param {string} at */
export function moment(at) {
  return dateAndTime.format(new Date(at));
}

/** Filled steps of a bar of four; null when unknown. @param {number | null | undefined} score 0 to 100 */
export function steps(score) {
  return score === null || score === undefined ? null : Math.max(0, Math.min(4, Math.ceil(score / 25)));
}
