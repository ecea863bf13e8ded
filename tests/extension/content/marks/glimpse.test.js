/** What a small badge may say, and its words. */

import assert from "node:assert/strict";
import { test } from "node:test";

import "../../browser.js";
import { shownOf } from "../../../../extension/content/marks/glimpse.js";
import { piecesOf } from "../../../../extension/content/marks/mark.js";
import { widthOf } from "../../../../extension/content/marks/mark-style.js";

const SEEN = { candidate: null, tier: "micro", nested: "nano", certain: true, fit: 74, lists: [] };
const SAVED = { ...SEEN, candidate: "c1", lists: ["Spring"] };
const ALL = /** @type {const} */ ({ density: "full", quiet: null });
/** @param {any} shown @param {import("../../../../extension/content/marks/mark.js").Form} form */
const words = (shown, form) => piecesOf(shown, form).map(({ text }) => text);

test("nothing is shown where nothing is known", () => {
  assert.equal(shownOf(null, ALL, false), null);
  assert.equal(shownOf({ ...SEEN, tier: null, fit: null }, ALL, false), null);
});

test("people in a list have a saved mark or none, and no number", () => {
  assert.equal(shownOf(SEEN, ALL, true), null);
  const shown = shownOf(SAVED, ALL, true);
  assert.deepEqual([shown?.tier, shown?.fit, words(shown, "full")], [null, null, ["Saved"]]);
});

test("only saved ones, where that is chosen", () => {
  assert.equal(shownOf(SEEN, { density: "saved", quiet: null }, false), null);
  assert.equal(shownOf(SAVED, { density: "saved", quiet: null }, false)?.isSaved, true);
});

test("quiet mode leaves those below the fit and of unknown fit out, and never the saved", () => {
  const quiet = /** @type {const} */ ({ density: "full", quiet: 75 });
  assert.equal(shownOf(SEEN, quiet, false), null);
  assert.equal(shownOf({ ...SEEN, fit: null }, quiet, false), null);
  assert.equal(shownOf({ ...SEEN, fit: 75 }, quiet, false)?.fit, 75);
  assert.equal(shownOf(SAVED, quiet, false)?.fit, 74);
});

test("each form says as much as it has room for, and a rounded tier says that it is one", () => {
  const shown = /** @type {any} */ (shownOf(SEEN, ALL, false));
  assert.deepEqual([words(shown, "full"), words(shown, "compact"), words(shown, "tiny")], [["micro · nano", "Fit 74"], ["Mi·Na", "74"], ["74"]]);
  const unsure = /** @type {any} */ (shownOf({ ...SEEN, nested: null, certain: false }, ALL, false));
  assert.deepEqual([words(unsure, "full"), words(unsure, "compact")], [["about micro", "Fit 74"], ["~Mi", "74"]]);
  assert.deepEqual(words(shownOf(SAVED, ALL, false), "tiny"), []);
});

test("an unknown fit or tier is left out, not a zero", () => {
  assert.deepEqual(words(shownOf({ ...SEEN, fit: null }, ALL, false), "full"), ["micro · nano"]);
  assert.deepEqual(words(shownOf({ ...SEEN, tier: null, fit: 0 }, ALL, false), "full"), ["Fit 0"]);
});

test("a wider form is never narrower", () => {
  const shown = /** @type {any} */ (shownOf(SAVED, ALL, false));
  const widths = /** @type {const} */ (["full", "compact", "tiny"]).map((form) => widthOf(piecesOf(shown, form), true, (text) => text.length * 6));
  assert.deepEqual(widths, [...widths].sort((one, other) => other - one));
});

test("a bookmark that waits is shown as such, to be told apart from one that is saved", () => {
  assert.equal(shownOf({ ...SAVED, candidate: "waiting:tiktok:ana" }, ALL, true)?.isWaiting, true);
  assert.equal(shownOf(SAVED, ALL, true)?.isWaiting, false);
});
