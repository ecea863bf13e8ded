/** The walk through an answer: order, bounds, and text that holds answers. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { parseBody } from "../../../extension/sites/response-body.js";
import { SKIP, walk } from "../../../extension/sites/walk.js";

/** Names of the objects seen, in order. */
function seen(root, options, skip = () => false) {
  const names = [];
  const isWhole = walk(root, null, (node) => (names.push(node.n), skip(node) ? SKIP : null), options);
  return { names, isWhole };
}

test("objects come in the order of the text", () => {
  assert.deepEqual(seen({ n: 1, a: [{ n: 2, b: { n: 3 } }, { n: 4 }], c: { n: 5 } }).names, [1, 2, 3, 4, 5]);
});

test("a skipped object's parts and closed keys are not seen", () => {
  assert.deepEqual(seen({ n: 1, a: { n: 2, b: { n: 3 } } }, {}, (node) => node.n === 2).names, [1, 2]);
  assert.deepEqual(seen({ n: 1, viewer: { n: 2 }, a: { n: 3 } }, { closed: (key) => key === "viewer" }).names, [1, 3]);
});

test("context goes down and not sideways", () => {
  const found = [];
  walk({ deep: { a: {} }, other: {} }, 0, (_node, key, depth) => (found.push([key, depth]), depth + 1));
  assert.deepEqual(found, [["", 0], ["deep", 1], ["a", 2], ["other", 1]]);
});

test("it stops at its budget and says so", () => {
  const { names, isWhole } = seen(Array.from({ length: 50 }, (_, n) => ({ n })), { budget: 10 });
  assert.equal(isWhole, false);
  assert.ok(names.length < 11);
});

test("100,000 levels are no problem, and neither is a bare value", () => {
  let deep = { n: 0 };
  for (let level = 0; level < 100_000; level += 1) deep = { n: level, deep };
  assert.equal(seen(deep).names.length, 100_001);
  for (const value of [null, undefined, 5, "x", true]) assert.deepEqual(seen(value).names, []);
});

test("a body may be guarded, or hold a document a line", () => {
  assert.deepEqual(parseBody('for (;;);{"a":1}'), { a: 1 });
  assert.deepEqual(parseBody('{"a":1}\n{"b":2}\r\nnoise'), [{ a: 1 }, { b: 2 }]);
  for (const text of ["", "<html>", "5", "null", '{"a":', undefined]) assert.equal(parseBody(/** @type {any} */ (text)), undefined);
});
