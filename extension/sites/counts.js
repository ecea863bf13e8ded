/** Reads the world's printed counts ("1.234", "10,6 mil", "12.3万"): the value, whether it is exact, what it may hide. */

import { COUNTERS, DECIMAL, UNITS } from "./count-units.js";

/**
 * `low` and `high` bound the true number, both included: a short form is open by one printed step on both sides,
 * because pages round or cut.
 * @typedef {{value: number, exact: boolean, low: number, high: number}} PrintedCount
 */

const MOST = 1e12;
const DIGIT_ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0e50, 0x0ed0, 0x1040, 0x17e0, 0xff10];
const SHAPE = /^(\d[\d.,'~ ]*?)\s*([^\d\s.,'~+-][^\d]*)?$/u;
/** The rows of UNITS under each of their words. @type {Map<string, (readonly [number, string, string])[]>} */
const ROWS = new Map();
for (const row of UNITS) for (const word of row[2].split(" ")) addRow(word.normalize("NFC"), row);

/** @param {string} word @param {readonly [number, string, string]} row */
function addRow(word, row) {
  ROWS.set(word, [...(ROWS.get(word) ?? []), row]);
}

/**
 * The count that a whole text is, or null where it is none or can be read in two ways.
 * @param {string | null | undefined} printed
 * @param {string | null} [language]   of the page, as in `<html lang>`
 * @returns {PrintedCount | null}
 */
export function parseCount(printed, language = null) {
  if (typeof printed !== "string" || printed.length > 40) return null;
  const parts = SHAPE.exec(normal(printed));
  if (!parts) return null;
  const unit = unitOf(parts[2] ?? "", language);
  if (unit === null) return null;
  const number = unit === 1 ? grouped(parts[1]) : mantissa(parts[1], language);
  return number === null ? null : counted(number, unit);
}

/** @param {{text: string}} number @param {number} unit @returns {PrintedCount | null} */
function counted({ text: digits }, unit) {
  const decimals = digits.includes(".") ? digits.length - digits.indexOf(".") - 1 : 0;
  const value = Math.round(Number(digits) * unit);
  if (!Number.isFinite(value) || value > MOST) return null;
  if (unit === 1) return { value, exact: true, low: value, high: value };
  const step = Math.round(unit / 10 ** decimals);
  return { value, exact: false, low: Math.max(0, value - step), high: value + step };
}

/** ASCII digits, plain spaces and marks, lower case, nothing invisible. @param {string} printed */
function normal(printed) {
  return [...printed].map(asciiDigit).join("")
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u061c]/g, "")
    .replace(/[’‘`´٬]/g, "'")
    .replace(/[~+]/g, "+")
    .replace(/٫/g, "~")
    .replace(/[，،]/g, ",")
    .replace(/[．]/g, ".")
    .replace(/\s+/g, " ")
    .trim().toLowerCase().normalize("NFC");
}

/** @param {string} sign */
function asciiDigit(sign) {
  const code = /** @type {number} */ (sign.codePointAt(0));
  const zero = DIGIT_ZEROS.find((start) => code >= start && code < start + 10);
  return zero === undefined ? sign : String(code - zero);
}

/**
 * Factor of a unit word in a language: 1 for none or for a mere counter, null where it is unknown or open.
 * @param {string} word @param {string | null} language
 */
export function unitOf(word, language) {
  let bare = word.trim();
  for (const counter of COUNTERS) if (bare.endsWith(counter)) bare = bare.slice(0, -counter.length).trim();
  const isShortened = bare.endsWith(".");
  bare = bare.replace(/\.$/, "");
  if (bare === "") return 1;
  const names = tongues(language).filter((name) => name !== "?" || !isShortened);
  const rows = ROWS.get(bare.replace(/ /g, "_")) ?? [];
  const own = rows.find((row) => names.some((name) => row[1].split(" ").includes(name)));
  return (own ?? rows.find((row) => row[1] === "*"))?.[0] ?? null;
}

/** The names under which a page's language is looked up, the closest first. @param {string | null} language */
function tongues(language) {
  const whole = (language ?? "").toLowerCase().replace("_", "-");
  return whole === "" ? ["?"] : [whole, whole.split("-")[0]];
}

/** A whole number, with or without thousands marks. @param {string} digits */
function grouped(digits) {
  if (/^(0|[1-9]\d*)$/.test(digits)) return { text: digits };
  const western = /^[1-9]\d{0,2}([.,' ])\d{3}(\1\d{3})*$/.test(digits);
  const indian = /^[1-9]\d?(,\d{2})+,\d{3}$/.test(digits);
  return western || indian ? { text: digits.replace(/[.,' ]/g, "") } : null;
}

/** The number before a unit, decimals behind ".". @param {string} digits @param {string | null} language */
function mantissa(digits, language) {
  if (/^(0|[1-9]\d*)$/.test(digits)) return { text: digits };
  const short = /^(0|[1-9]\d{0,3})[.,](\d{1,2})$/.exec(digits) ?? /^(\d{1,4})~(\d{1,3})$/.exec(digits);
  if (short) return { text: `${short[1]}.${short[2]}` };
  const mixed = /^([1-9]\d{0,2}(?:([.,' ])\d{3})+)([.,~])(\d{1,2})$/.exec(digits);
  if (mixed && mixed[2] !== mixed[3]) return { text: `${mixed[1].replace(/[.,' ]/g, "")}.${mixed[4]}` };
  return threeDigits(digits, language);
}

/** "1.234 mil": thousands or decimals, by the language alone. @param {string} digits @param {string | null} language */
function threeDigits(digits, language) {
  const parts = /^([1-9]\d{0,2})([.,' ])(\d{3})$/.exec(digits);
  if (!parts) return null;
  if (parts[2] === " " || parts[2] === "'") return { text: parts[1] + parts[3] };
  const mark = decimalMark(language);
  if (mark === null) return null;
  return { text: mark === parts[2] ? `${parts[1]}.${parts[3]}` : parts[1] + parts[3] };
}

/** @param {string | null} language @returns {string | null} */
function decimalMark(language) {
  const names = tongues(language);
  const found = Object.entries(DECIMAL).find(([, listed]) => names.some((name) => listed.split(" ").includes(name)));
  return found?.[0] ?? null;
}
