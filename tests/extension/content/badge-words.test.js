/** The badge says what is known, prints – for what is not, and never takes text for markup. */

import assert from "node:assert/strict";
import { before, test } from "node:test";

import { JSDOM } from "jsdom";

import "../browser.js";

/** @type {typeof import("../../../extension/content/badge.js")} */
let module;

before(async () => {
  const { window } = new JSDOM("<!doctype html><body></body>", { url: "https://www.instagram.com/a/" });
  Object.assign(globalThis, { window, document: window.document, HTMLElement: window.HTMLElement, Node: window.Node, Element: window.Element });
  module = await import("../../../extension/content/badge.js");
});

const UNKNOWN = { by_followers: null, by_views: null, used: 0, seen: 0, hidden: 0, pinned: 0, state: "unknown", band: null, median_likes: null, posts_per_week: null };
const ANNOTATION = { platform: "instagram", handle: "a", tier: null, engagement: UNKNOWN, niches: [], signals: [], posts: [], languages: [], places: [], commercial: { load: null }, notes: [], saved: null };

/** @param {any} annotation @param {any} [more] */
function drawn(annotation, more = {}) {
  const model = /** @type {any} */ ({ phase: "ready", annotation, saved: [], undo: null, refusal: null, problem: null, place: null, profile: null, ...more });
  const acts = /** @type {any} */ ({ toggle() {}, bringBack() {}, openPanel() {}, step() {}, isOpen: false, mark: null });
  return /** @type {HTMLElement} */ (module.badge(model, acts, "full"));
}

test("unknown tier, fit and engagement print a dash, never a zero", () => {
  const text = drawn(ANNOTATION).textContent ?? "";
  assert.ok(text.includes("–"));
  assert.equal(/\b0\b|0%|NaN|null|undefined/.test(text), false, text);
});

test("a fit shows its number and what it rests on", () => {
  const fit = { brand: "x", score: 74, known: 6, of: 12, parts: [] };
  const text = drawn({ ...ANNOTATION, fit, tier: { id: "micro", nested: "nano", label: "micro · nano", followers: 3120, certain: true } }).textContent ?? "";
  assert.ok(text.includes("74"));
  assert.ok(text.includes("6/12"));
  assert.ok(text.includes("micro · nano"));
});

test("text of a profile stays text", () => {
  const evil = '<img src=x onerror="globalThis.hit=1">';
  const badge = drawn({ ...ANNOTATION, niches: [{ id: evil, score: 1, evidence: [] }] });
  assert.equal(badge.querySelector("img"), null);
});

test("every button has a name that a screen reader can say", () => {
  const badge = drawn(ANNOTATION);
  for (const button of badge.querySelectorAll("button")) {
    assert.ok((button.getAttribute("aria-label") ?? button.textContent ?? "").trim().length > 0);
  }
});

test("nothing to show is no badge at all", () => {
  assert.equal(drawn(ANNOTATION, { phase: "none" }), null);
});
