/** A short run of the mutation drill: nothing wrong, no exception, and the judge itself can tell. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { judge } from "../../drill/judge.js";
import { runDrill } from "../../drill/drill.js";
import { loadCase } from "../../pages/saved-case.js";

test("500 broken cases give what is right or nothing, never something wrong", () => {
  const { wrong, exceptions, right, unknown, faults } = runDrill({ cases: 500, seed: 7 });
  assert.deepEqual({ wrong, exceptions }, { wrong: 0, exceptions: 0 }, faults.slice(0, 5).join("\n"));
  assert.equal(right + unknown, 500);
  assert.ok(right > 100 && unknown > 50, "the breaks must bite, and not all of them");
});

test("the same seed gives the same counts", () => {
  const [one, other] = [runDrill({ cases: 60, seed: 3 }), runDrill({ cases: 60, seed: 3 })];
  assert.deepEqual([one.right, one.unknown], [other.right, other.unknown]);
});

const truth = loadCase("instagram", "co-authored-posts").expected;
const changed = (change) => judge({ ...truth, ...change }, truth).verdict;

test("the judge calls the truth right and the poorer unknown", () => {
  assert.equal(judge(truth, truth).verdict, "right");
  assert.equal(judge(null, truth).verdict, "unknown");
  assert.equal(changed({ bio: null }), "unknown");
  assert.equal(changed({ posts: truth.posts.slice(1) }), "unknown");
  assert.equal(changed({ posts: truth.posts.map((post) => ({ ...post, likes: null })) }), "unknown");
});

test("the judge calls other numbers, words and posts wrong", () => {
  assert.equal(changed({ followers: { value: 3121, exact: true } }), "wrong");
  assert.equal(changed({ followers: { value: 9000, exact: false } }), "wrong");
  assert.equal(changed({ bio: "Some stranger" }), "wrong");
  assert.equal(changed({ posts: [...truth.posts, { ...truth.posts[0], id: "foreign" }] }), "wrong");
  assert.equal(changed({ posts: truth.posts.map((post) => ({ ...post, caption: "x" })) }), "wrong");
  assert.equal(judge(truth, null).verdict, "wrong");
});
