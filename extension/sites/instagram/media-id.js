/** What Instagram's ids say by themselves: the upload's date, the owner, the id behind a shortcode. */

import { id, moment } from "../values.js";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/** Milliseconds at which the ids' clock starts; the lower 23 bits hold no time. */
const EPOCH_MS = 1_314_220_021_721n;
/** Letters of a shortcode that hold the id; private posts carry a secret behind them. */
const CODE_LENGTH = 11;

/** @param {unknown} value @returns {string | undefined} a shortcode */
export function shortcode(value) {
  return typeof value === "string" && /^[A-Za-z0-9_-]{1,64}$/.test(value) ? value : undefined;
}

/** ISO date of a media's id. @param {string} pk @param {number} now milliseconds @returns {string | undefined} */
export function dateOfPk(pk, now) {
  const key = id(pk);
  return key === undefined ? undefined : moment(Number(((BigInt(key) >> 23n) + EPOCH_MS) / 1000n), now);
}

/** ISO date of a shortcode. @param {string} code @param {number} now @returns {string | undefined} */
export function dateOfCode(code, now) {
  if (code.length < CODE_LENGTH - 1) return undefined;
  let pk = 0n;
  for (const letter of code.slice(0, CODE_LENGTH)) pk = pk * 64n + BigInt(ALPHABET.indexOf(letter));
  return dateOfPk(String(pk), now);
}

/** The owner's id in a media id of the form "PK_OWNER". @param {unknown} value @returns {string | undefined} */
export function ownerOf(value) {
  return typeof value === "string" ? /^\d+_(\d+)$/.exec(value)?.[1] : undefined;
}
