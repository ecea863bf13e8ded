/** The badge takes the first free place beside the name: right, above, below; the widest form that fits. */

import assert from "node:assert/strict";
import { test } from "node:test";

import "../browser.js";
import { spotFor } from "../../../extension/content/placing.js";

const NAME = { left: 100, top: 100, width: 80, height: 32 };
const SIZES = { full: { width: 400, height: 24 }, compact: { width: 120, height: 24 } };

test("right of the name, centred on its line, where that is free", () => {
  assert.deepEqual(spotFor(NAME, SIZES, () => true), { form: "full", left: 188, top: 104 });
});

test("above the name before it shrinks", () => {
  const spot = spotFor(NAME, SIZES, (box) => box.left === 100);
  assert.deepEqual([spot.form, spot.left, spot.top < NAME.top], ["full", 100, true]);
});

test("compact where only that fits", () => {
  assert.equal(spotFor(NAME, SIZES, (box) => box.width < 200).form, "compact");
});

test("somewhere even where nothing is free", () => {
  assert.equal(spotFor(NAME, SIZES, () => false).form, "compact");
});
