/** The numbers say what they rest on; unknown is a dash, and one's own distribution appears when there is one. */

import assert from "node:assert/strict";
import { before, test } from "node:test";

import { JSDOM } from "jsdom";

import "../browser.js";

/** @type {typeof import("../../../extension/content/panel-numbers.js")} */
let module;

before(async () => {
  const { window } = new JSDOM("<!doctype html><body></body>", { url: "https://www.instagram.com/a/" });
  Object.assign(globalThis, { window, document: window.document, HTMLElement: window.HTMLElement, Node: window.Node, Element: window.Element });
  module = await import("../../../extension/content/panel-numbers.js");
});

const ENGAGEMENT = { by_followers: null, by_views: null, used: 0, seen: 2, hidden: 2, pinned: 0, state: "unknown", band: null, median_likes: null, posts_per_week: null };

/** @param {object} [more] */
function text(more = {}) {
  const annotation = /** @type {any} */ ({ engagement: { ...ENGAGEMENT, ...more }, commercial: { load: null }, languages: [], places: [] });
  const profile = /** @type {any} */ ({ platform: "instagram", followers: null, posts: [] });
  return module.numbers(annotation, profile).textContent ?? "";
}

test("what is unknown is a dash, with hidden likes named", () => {
  assert.ok(text().includes("–"));
  assert.ok(text().includes("likes hidden on 2"));
  assert.equal(/NaN|null|undefined/.test(text()), false);
});

test("after thirty profiles the user's own distribution stands beside it", () => {
  assert.equal(text().includes("Among yours"), false);
  assert.ok(text({ usual_of_yours: { low: 0.021, middle: 0.03, high: 0.048, profiles: 31 } }).includes("2.1% to 4.8%"));
});
