/** Words of the interface: every language has every key, with the same places to fill, and no key is left over. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

import { wordsOf } from "./browser.js";
import { LABELS } from "../../extension/content/labels.js";

const ROOT = new URL("../../", import.meta.url);
const LANGUAGES = ["de", "en", "es", "fr", "it", "pt"];
const ENGLISH = wordsOf("en");
const OTHERS = LANGUAGES.filter((language) => language !== "en");
/** Keys that are put together from an id, and the ids. @type {{[prefix: string]: () => string[]}} */
const FAMILIES = {
  part_: () => sourcesOf("server/scoring/parts/", /\.py$/).flatMap((text) => [...text.matchAll(/Part\(id="(\w+)"/g)].map(([, id]) => id)),
};
/** Labels of the taxonomy: English has them in content/labels.js, and a language may lack one that is new. */
const LABEL = "label_";
/** Chrome's web store takes no longer description. */
const MOST_LETTERS = 132;

/** Texts of a folder's files. @param {string} folder @param {RegExp} pattern */
function sourcesOf(folder, pattern) {
  const names = /** @type {string[]} */ (readdirSync(new URL(folder, ROOT), { recursive: true }));
  return names.filter((name) => pattern.test(name)).map((name) => readFileSync(new URL(`${folder}${name}`, ROOT), "utf8"));
}

/** Places to fill, as "$1 $2". @param {string} message */
const placesIn = (message) => [...new Set(message.match(/\$\d/g) ?? [])].sort().join(" ");

const used = new Set(
  sourcesOf("extension/", /\.(js|html)$/).flatMap((text) => [...text.matchAll(/["'`]([a-z][a-z0-9_]*)["'`]/g)].map(([, key]) => key))
    .concat(sourcesOf("extension/", /manifest\.json$/).flatMap((text) => [...text.matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key)))
    .concat(Object.entries(FAMILIES).flatMap(([prefix, ids]) => ids().map((id) => `${prefix}${id}`))),
);

test("the folders are the six languages", () => {
  assert.deepEqual(readdirSync(new URL("extension/_locales/", ROOT)).sort(), LANGUAGES);
});

for (const language of OTHERS) {
  test(`${language} has every key of English and no other`, () => {
    const keys = Object.keys(wordsOf(language)).filter((key) => !key.startsWith(LABEL));
    assert.deepEqual(Object.keys(ENGLISH).filter((key) => !keys.includes(key)), [], `write these in extension/_locales/${language}/messages.json`);
    assert.deepEqual(keys.filter((key) => !(key in ENGLISH)), [], `take these out of extension/_locales/${language}/messages.json`);
  });

  test(`${language} fills the same places`, () => {
    const words = wordsOf(language);
    const different = Object.keys(words).filter((key) => placesIn(words[key].message) !== placesIn(ENGLISH[key]?.message ?? ""));
    assert.deepEqual(different, [], "the same $1, $2 … in every language");
  });
}

test("labels of other languages are of niches and signals that there are, and cover nearly all", () => {
  const ids = Object.keys(LABELS).map((id) => `${LABEL}${id.replaceAll("-", "_")}`);
  for (const language of OTHERS) {
    const keys = Object.keys(wordsOf(language)).filter((key) => key.startsWith(LABEL));
    assert.deepEqual(keys.filter((key) => !ids.includes(key)), [], `take these out of extension/_locales/${language}/messages.json`);
    assert.ok(keys.length > 0.9 * ids.length, `${language} lacks ${ids.filter((key) => !keys.includes(key))}`);
  }
});

test("every word is used", () => {
  const left = Object.keys(ENGLISH).filter((key) => !used.has(key) && !used.has(key.replace(/_(one|other)$/, "")));
  assert.deepEqual(left, [], "take these keys out of every extension/_locales/*/messages.json, or use them");
});

test("every key that is asked for has words", () => {
  const asked = sourcesOf("extension/", /\.js$/).flatMap((text) => [...text.matchAll(/\b(say|several|around)\("(\w+)"/g)].map(([, how, key]) => (how === "several" ? `${key}_other` : key)));
  const named = sourcesOf("extension/", /\.html$/).flatMap((text) => [...text.matchAll(/data-(?:word|label)="(\w+)"/g)].map(([, key]) => key));
  const parts = FAMILIES.part_().map((id) => `part_${id}`);
  assert.ok(parts.length >= 10);
  assert.deepEqual([...asked, ...named, ...parts].filter((key) => !(key in ENGLISH)), [], "write these in every extension/_locales/*/messages.json");
});

test("each place to fill is explained to the one who translates, and no word shouts", () => {
  const unexplained = Object.entries(ENGLISH).filter(([, { message, description = "" }]) => placesIn(message) !== "" && !description.includes("$1"));
  assert.deepEqual(unexplained.map(([key]) => key), []);
  for (const language of LANGUAGES) {
    for (const [key, { message }] of Object.entries(wordsOf(language))) assert.equal(/[!¡]|\.\.\.|^\s|\s$|^$/.test(message), false, `${language}/${key}: ${message}`);
    assert.ok(wordsOf(language).app_about.message.length <= MOST_LETTERS, `${language}: the shop takes ${MOST_LETTERS} letters`);
  }
});
