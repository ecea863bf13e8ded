/** The drill's copies: their own, as deep as any body, and whole where a break fails. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { JSON_BREAKS, spots } from "../../drill/break-json.js";
import { Chance } from "../../drill/chance.js";
import { copied } from "../../drill/copies.js";

/** @param {number} levels */
function nested(levels) {
  let deep = /** @type {any} */ ({ user: { username: "ana", pk: "1" } });
  for (let level = 0; level < levels; level += 1) deep = { data: deep };
  return deep;
}

test("a copy changes without its original, and keeps keys that JSON may have", () => {
  const original = JSON.parse('{"a":[1,{"b":null}],"__proto__":{"c":1}}');
  const copy = /** @type {any} */ (copied(original));
  assert.deepEqual(JSON.stringify(copy), JSON.stringify(original));
  copy.a[1].b = 2;
  assert.equal(original.a[1].b, null);
  assert.equal(Object.getPrototypeOf(copy), Object.prototype);
});

test("a body nested deeper than the stack is copied", () => {
  assert.equal(spots(copied(nested(15_000))).length, spots(nested(15_000)).length);
});

test("others are mixed into a body of any depth", () => {
  const body = nested(15_000);
  JSON_BREAKS.othersMixedIn(body, new Chance(1));
  assert.ok(spots(body).some(({ value }) => value === "some.stranger"));
});
