/** The panel shows every part with its exact words, a dash for each unknown, and text only ever as text. */

import assert from "node:assert/strict";
import { before, test } from "node:test";

import { JSDOM } from "jsdom";

import "../browser.js";
import { Drafts } from "../../../extension/content/drafts.js";
import { userOf } from "./as-user.js";

/** @type {typeof import("../../../extension/content/panel.js")} */
let module;
/** @type {typeof import("../../../extension/content/evidence.js")} */
let evidence;
/** @type {ReturnType<typeof userOf>} */
let asUser;

before(async () => {
  const { window } = new JSDOM("<!doctype html><body></body>", { url: "https://www.instagram.com/ana/" });
  asUser = userOf(window);
  Object.assign(globalThis, { window, document: window.document, HTMLElement: window.HTMLElement, Node: window.Node, Element: window.Element });
  module = await import("../../../extension/content/panel.js");
  evidence = await import("../../../extension/content/evidence.js");
});

const POST = { id: "P1", kind: "image", caption: "Hello. My old wool coat, mended. Bye", likes: null, comments: null, views: null, published_at: "2026-11-20T09:00:00Z", pinned: null, labels: [] };
const PROFILE = /** @type {any} */ ({ platform: "instagram", handle: "ana", name: "Ana", bio: "🧵 mends denim", category: null, followers: null, links: [{ url: "https://a.example", title: "shop" }], posts: [POST] });
const NO_ENGAGEMENT = { by_followers: null, by_views: null, used: 0, seen: 0, hidden: 0, pinned: 0, state: "unknown", band: null, median_likes: null, posts_per_week: null };
const ANNOTATION = /** @type {any} */ ({ platform: "instagram", handle: "ana", tier: null, engagement: NO_ENGAGEMENT, niches: [], signals: [], posts: [], languages: [], places: [], commercial: { load: null }, notes: [], saved: null });
const DENIM = { source: "bio", start: 2, end: 13, text: "mends denim" };
const WOOL = { source: "caption:0", start: 14, end: 18, text: "wool" };
const PART = { id: "niche_overlap", label: "Niche overlap", value: 0.9, weight: 3, why: "Shows sewing.", evidence: [DENIM] };

/** @param {any} annotation @param {any} [more] @param {any} [model] */
function drawn(annotation, more = {}, model = {}) {
  const acts = { toggle() {}, bringBack() {}, openPanel() {}, step() {}, close() {}, edit() {}, chooseList() {}, isOpen: true, mark: null, openItems: new Set(), drafts: new Drafts(), missing: [], ...more };
  const place = { site: { id: "instagram" }, view: { kind: "profile", handle: "ana" } };
  return module.panel(/** @type {any} */ ({ phase: "ready", annotation, profile: PROFILE, place, saved: [], undo: null, problem: null, refusal: null, state: null, said: "", ...model }), /** @type {any} */ (acts));
}

/** @param {Element} panel @param {string} key */
const press = (panel, key) => asUser(/** @type {HTMLElement} */ (panel.querySelector(`[data-key="${key}"]`)), "click");

test("with nothing known every number is a dash and none is a zero", () => {
  const numbers = [...drawn(ANNOTATION).querySelectorAll(".numbers b")].map((cell) => cell.textContent);
  assert.ok(numbers.length >= 7);
  assert.deepEqual(numbers.filter((text) => text !== "–"), []);
});

test("an unknown part prints a dash and stands after the known ones", () => {
  const unknown = { ...PART, id: "craft", label: "Craft", value: null, weight: 9, why: "No craft is named.", evidence: [] };
  const rows = [...drawn({ ...ANNOTATION, fit: { brand: "b", score: 70, known: 1, of: 2, parts: [unknown, PART] } }).querySelectorAll(".row")];
  assert.deepEqual(rows.map((row) => row.querySelector(".value")?.textContent), ["90", "–"]);
});

test("a part opens to its exact words, marked, with the place they stand in; and closes again", () => {
  const panel = drawn({ ...ANNOTATION, fit: { brand: "b", score: 70, known: 1, of: 1, parts: [PART] } });
  press(panel, "part:niche_overlap");
  assert.equal(panel.querySelector(".row + .inside mark")?.textContent, "mends denim");
  assert.match(panel.querySelector(".quotes")?.textContent ?? "", /Bio/);
  press(panel, "part:niche_overlap");
  assert.equal(panel.querySelector(".quotes"), null);
});

test("what was open stays open when the panel is drawn anew", () => {
  const fit = { brand: "b", score: 70, known: 1, of: 1, parts: [PART] };
  assert.ok(drawn({ ...ANNOTATION, fit }, { openItems: new Set(["part:niche_overlap"]) }).querySelector("mark"));
});

test("a chip opens to the sentence around its words, with the day of the post", () => {
  const panel = drawn({ ...ANNOTATION, niches: [{ id: "sewing-knitting", score: 0.9, evidence: [WOOL] }] });
  press(panel, "chip:sewing-knitting");
  assert.equal(panel.querySelector("q")?.textContent, "My old wool coat, mended.");
  assert.match(panel.querySelector(".quotes .faint")?.textContent ?? "", /Caption of post 1, 20 Nov 2026/);
});

test("offsets count code points, so a sign before the words does not shift them", () => {
  assert.deepEqual(evidence.quote(PROFILE, DENIM), { before: "🧵 ", text: "mends denim", after: "", source: "bio", at: null });
});

test("offsets that no longer fit give the words alone, never other words", () => {
  assert.deepEqual(evidence.quote(PROFILE, { ...DENIM, start: 5, end: 16 }), { before: "", text: "mends denim", after: "", source: "bio", at: null });
});

test("markup in a bio, a caption or a reason stays text", () => {
  const evil = "<img src=x onerror=alert(1)>";
  const part = { ...PART, label: evil, why: evil, evidence: [{ source: "bio", start: 0, end: evil.length, text: evil }] };
  const panel = drawn({ ...ANNOTATION, notes: [evil], fit: { brand: evil, sentence: evil, score: 1, known: 1, of: 1, parts: [part] } }, { openItems: new Set(["part:niche_overlap"]) });
  assert.equal(panel.querySelectorAll("img").length, 0);
  assert.ok(panel.textContent?.includes(evil));
});

test("each post has its class as shape and as word", () => {
  const panel = drawn({ ...ANNOTATION, posts: [{ class: "paid", brands: ["Vastro"], evidence: [] }], commercial: { paid: 1, load: 1 } });
  const tile = panel.querySelector(".tile");
  assert.match(tile?.getAttribute("aria-label") ?? "", /20 Nov 2026: Paid/);
  assert.ok(tile?.querySelector("svg path"));
});

test("parts of the page that could not be read are named", () => {
  assert.match(drawn(ANNOTATION, { missing: ["followers", "bio"] }).textContent ?? "", /Could not read: followers, bio\./);
});

test("without a brand it says so and offers to describe one", () => {
  /** @type {string[]} */ const steps = [];
  const panel = drawn(ANNOTATION, { step: (/** @type {string} */ does) => steps.push(does) });
  press(panel, "panel-brand");
  assert.deepEqual(steps, ["open:brand"]);
});

test("note, tags and stage are there once saved, and hand on what was typed", () => {
  const mark = { candidate: "c", list: "l", list_name: "Spring", stage: "asked", note: "kind", tags: ["a", "b"] };
  /** @type {any[]} */ const edits = [];
  const panel = drawn(ANNOTATION, { mark, edit: (/** @type {any} */ _mark, /** @type {any} */ changes) => edits.push(changes) });
  const tags = /** @type {HTMLInputElement} */ (panel.querySelector('[data-key="tags"]'));
  assert.equal(tags.getAttribute("value"), "a, b");
  tags.value = " a, , c ";
  tags.dispatchEvent(new /** @type {any} */ (window).Event("input"));
  asUser(tags, "change");
  assert.deepEqual(edits, [], "what a script put there is not typed");
  for (const kind of ["input", "change"]) asUser(tags, kind);
  assert.deepEqual(edits, [{ tags: ["a", "c"] }]);
  assert.equal(/** @type {HTMLSelectElement} */ (panel.querySelector('[data-key="stage"]')).value, "asked");
});

test("each state without an annotation has one sentence and one action", () => {
  for (const code of ["server_off", "not_paired", "not_ready", "too_old", "refused", "broken"]) {
    const panel = drawn(null, {}, { phase: "problem", problem: { code, message: "It stumbled.", action: "Do this." } });
    assert.equal(panel.querySelectorAll(".sentence").length, 1, code);
    assert.equal(panel.querySelectorAll(".button").length, 1, code);
  }
});
