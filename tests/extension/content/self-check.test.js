/** The self-check tells what is unknown from what only the drawing lacks, and knows how much a first load brings. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { selfCheck } from "../../../extension/content/self-check.js";
import { SITES } from "../../../extension/sites/index.js";

const POSTS = Array.from({ length: 40 }, (_, index) => ({ id: `P${index}` }));

/** @param {{lacks?: string[], profile?: any, fields?: string[], site?: number, tab?: string}} [given] */
function checked({ lacks = [], profile = {}, fields = [], site = 0, tab } = {}) {
  const known = { private: null, posts_count: null, posts: POSTS, ...profile };
  const sightings = { profile: () => known, sources: () => Object.fromEntries(fields.map((field) => [field, { source: "graphql", at: 1 }])) };
  const place = { site: { ...SITES[site], missing: () => lacks }, view: { kind: "profile", handle: "ana", ...(tab ? { tab } : {}) } };
  return selfCheck(/** @type {any} */ (place), /** @type {any} */ ({}), /** @type {any} */ (sightings));
}

test("what no source gave is missing; what only the drawing lacks is told apart", () => {
  const { missing, drawn } = checked({ lacks: ["followers", "bio"], fields: ["followers"] });
  assert.deepEqual([missing, drawn], [["bio"], ["followers"]]);
});

test("a private account and one without posts lack no posts", () => {
  for (const profile of [{ private: true, posts: [] }, { posts_count: { value: 0, exact: true }, posts: [] }]) assert.deepEqual(checked({ lacks: ["posts"], profile }).missing, []);
  assert.deepEqual(checked({ lacks: ["posts"], profile: { posts: [] } }).missing, ["posts"]);
});

test("far fewer posts than a first load brings is said, for each site by its own number", () => {
  const few = (/** @type {number} */ read, /** @type {number} */ site, of = 500) => checked({ site, profile: { posts: POSTS.slice(0, read), posts_count: { value: of, exact: true } } }).missing;
  assert.deepEqual(SITES.map(({ firstPosts }) => firstPosts), [12, 30]);
  assert.deepEqual([few(12, 0), few(5, 0), few(35, 1), few(12, 1)], [[], ["some_posts"], [], ["some_posts"]]);
  assert.deepEqual(few(3, 0, 3), []);
});

test("another tab of the profile need not show its own posts", () => {
  assert.deepEqual(checked({ tab: "tagged", profile: { posts: POSTS.slice(0, 1), posts_count: { value: 90, exact: true } } }).missing, []);
});
