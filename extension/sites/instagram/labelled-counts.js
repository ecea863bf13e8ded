/** Tells followers, following and posts apart by the word beside the number. */

import { parseCount } from "../counts.js";
import { LABELS } from "./words.js";

/** @typedef {"followers" | "following" | "posts_count"} Counted */
/** @typedef {import("../site.js").Count} Count */

/** Every label with what it counts, the longest first, so that a word inside another does not win. @type {[string, Counted][]} */
const BY_LENGTH = /** @type {const} */ ([["followers", LABELS.followers], ["following", LABELS.following], ["posts_count", LABELS.posts]])
  .flatMap(([field, labels]) => labels.map((label) => /** @type {[string, Counted]} */ ([label.normalize("NFC"), field])))
  .sort(([one], [other]) => other.length - one.length);

/**
 * "2,187 followers" as what it counts and the text of its number; null without a known word.
 * @param {string} text
 * @returns {{field: Counted, number: string} | null}
 */
export function splitLabel(text) {
  const plain = text.normalize("NFC").replace(/\s+/g, " ").trim();
  const lower = plain.toLowerCase();
  if (lower.length !== plain.length) return null;
  for (const [label, field] of BY_LENGTH) {
    if (lower.endsWith(label)) return { field, number: plain.slice(0, -label.length).replace(/[\s:：]+$/, "") };
    if (lower.startsWith(label)) return { field, number: plain.slice(label.length).replace(/^[\s:：]+/, "") };
  }
  return null;
}

/**
 * The counts of a sentence such as "2,362 Followers, 136 Following, 224 Posts"; a field named twice is open.
 * @param {string} sentence @param {string} language
 * @returns {{[field in Counted]?: Count}}
 */
export function labelledCounts(sentence, language) {
  /** @type {{[field in Counted]?: Count}} */ const found = {};
  /** @type {Set<Counted>} */ const seen = new Set();
  for (const part of sentence.split(/,\s+|[、،;]\s*|，\s*|\s[·•]\s/)) {
    const split = splitLabel(part);
    const count = split && parseCount(split.number, language);
    if (!split || seen.has(split.field)) delete found[/** @type {Counted} */ (split?.field)];
    else if (count) found[split.field] = { value: count.value, exact: count.exact };
    if (split) seen.add(split.field);
  }
  return found;
}
