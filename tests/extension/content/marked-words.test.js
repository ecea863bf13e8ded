/** With keys in place of words, nothing that our surfaces print is left over: every word goes through the files. */

import assert from "node:assert/strict";
import { before, test } from "node:test";

import { JSDOM } from "jsdom";

import { browserSpeaking } from "../browser.js";
import { Drafts } from "../../../extension/content/drafts.js";

Object.assign(globalThis, { chrome: browserSpeaking("marked") });

/** Names, numbers and data of the test, which are no words of ours. */
const DATA = /Seedlist|Instagram|DATA\w*|\d+%?|English|Portugal/g;
const UNKNOWN = { by_followers: null, by_views: null, used: 0, seen: 0, hidden: 2, pinned: 0, state: "unknown", band: null, median_likes: null, posts_per_week: null };
const POST = { id: "P", caption: "DATA", likes: 3, comments: null, views: 1, published_at: null, pinned: true, labels: [] };
const PROFILE = { platform: "instagram", handle: "DATA", bio: "DATA", name: null, category: null, followers: { value: 9000, exact: false }, links: [], posts: [POST] };
const BIO = { source: "bio", start: 0, end: 4, text: "DATA" };
const PART = { id: "craft", label: "server's own word", value: 0.5, weight: 1, why: "DATA", evidence: [BIO] };
const FULL = {
  platform: "instagram", handle: "DATA", tier: { id: "micro", nested: "nano", label: "server's own word", followers: 3000, certain: false },
  engagement: { ...UNKNOWN, by_followers: 0.03, used: 3, seen: 9, state: "thin", usual: [0.01, 0.02], usual_of_yours: { low: 0.01, middle: 0.02, high: 0.03, profiles: 40 }, median_likes: 10, posts_per_week: 2 },
  niches: [{ id: "DATA", score: 1, evidence: Array.from({ length: 9 }, () => BIO) }], signals: [{ id: "DATA2", facet: "craft", score: 1, evidence: [BIO] }],
  posts: [{ class: "paid", brands: ["DATA"], evidence: [] }, { class: "none", brands: [], evidence: [BIO] }], languages: ["en"], places: [{ text: "DATA", country: null, evidence: [] }],
  commercial: { paid: 1, load: 0.5 }, notes: ["DATA"], saved: null, fit: { brand: "DATA", score: 70, low: 60, high: 80, known: 1, of: 2, sentence: "", parts: [PART] },
};
const MARK = { candidate: "c", list: "l", list_name: "DATA", stage: "asked", note: "DATA", tags: ["DATA"] };
const STATE = { paired: true, server: "on", brand: null, brands: [], list: { id: "l", name: "DATA" }, lists: [{ id: "l", name: "DATA" }], waiting: 2, refused: ["DATA"], url: "" };

/** @type {{badge: any, panel: any, sectionsOf: any}} */
let drawn;

before(async () => {
  const { window } = new JSDOM("<!doctype html><body></body>", { url: "https://www.instagram.com/a/" });
  Object.assign(globalThis, { window, document: window.document, HTMLElement: window.HTMLElement, Node: window.Node, Element: window.Element });
  const [{ badge }, { panel }, { sectionsOf }] = await Promise.all([import("../../../extension/content/badge.js"), import("../../../extension/content/panel.js"), import("../../../extension/popup/sections.js")]);
  drawn = { badge, panel, sectionsOf };
});

/** Words that a person would see or hear, without those that came from the files. @param {Element} root */
function leftOver(root) {
  const spoken = ["aria-label", "aria-description", "title", "placeholder"].flatMap((name) => [root, ...root.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name) ?? ""));
  const printed = [root, ...root.querySelectorAll("*")].flatMap((element) => [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.textContent ?? ""));
  return [...spoken, ...printed].map(withoutMarks).filter((text) => /\p{L}{2}/u.test(text));
}

/** @param {string} text */
function withoutMarks(text) {
  let rest = text;
  for (let before_ = ""; before_ !== rest; ) [before_, rest] = [rest, rest.replace(/\[[^[\]]*\]/g, "")];
  return rest.replace(DATA, "");
}

const MODELS = /** @type {any[]} */ ([
  { phase: "loading" },
  { phase: "ready", annotation: FULL, profile: PROFILE },
  { phase: "ready", annotation: { ...FULL, fit: undefined, tier: null, engagement: UNKNOWN, niches: [], signals: [], posts: [] }, profile: PROFILE },
  { phase: "ready", annotation: { ...FULL, fit: { ...FULL.fit, score: null } }, profile: PROFILE, undo: "u", refusal: { kind: "save", problem: { code: "broken", message: "DATA", action: "" } } },
  { phase: "ready", annotation: FULL, profile: PROFILE, busy: "save", refusal: { kind: "change", problem: { code: "broken", message: "DATA", action: "" } } },
  { phase: "ready", annotation: FULL, profile: PROFILE, refusal: { kind: "unsave", problem: { code: "broken", message: "DATA", action: "" } } },
  ...["private", "unreadable", "orphaned"].map((phase) => ({ phase })),
  ...["server_off", "not_paired", "not_ready", "too_old"].map((code) => ({ phase: "problem", problem: { code, message: "DATA", action: "" }, profile: PROFILE })),
]);

/** @param {any} model */
const whole = (model) => ({ annotation: null, profile: null, saved: [], undo: null, refusal: null, problem: null, state: STATE, said: "", notice: "", place: { site: { id: "instagram" }, view: { kind: "profile", handle: "DATA" } }, ...model });
const acts = (/** @type {any} */ mark) => ({ mark, isOpen: true, missing: ["followers", "some_posts"], openItems: new Set(["part:craft", "chip:DATA", "chip:DATA2", "post:P", "post:1"]), drafts: new Drafts() });

for (const mark of [null, MARK, { ...MARK, candidate: "waiting:DATA", list_name: "" }]) {
  for (const [index, model] of MODELS.entries()) {
    test(`badge and panel, ${model.phase} ${index}, ${mark?.candidate ?? "not saved"}`, () => {
      for (const form of ["full", "compact"]) assert.deepEqual(leftOver(drawn.badge(whole(model), acts(mark), form)), []);
      assert.deepEqual(leftOver(drawn.panel(whole(model), acts(mark))), []);
    });
  }
}

const FAILING = [{ site: "instagram", view: "profile", check: "bio", since: "2026-11-20T09:00:00Z" }];
const SELF = { site: "instagram", kind: "profile", handle: "DATA", missing: ["bio"], drawn: ["posts"], fields: {} };

for (const [name, state, self] of /** @type {[string, object, any][]} */ ([["off", { server: "off" }, null], ["unpaired", { paired: false }, null], ["without a brand", {}, SELF], ["starting", { server: "starting", brand: { id: "b", name: "DATA" }, brands: [{ id: "b", name: "DATA" }] }, null]])) {
  test(`popup, ${name}`, () => {
    const sections = drawn.sectionsOf({ state: { ...STATE, ...state }, settings: { off: [] }, self, failing: FAILING, send: async () => "", version: "1", agent: "x" });
    const words = sections.flatMap(leftOver).filter((/** @type {string} */ text) => !/TikTok|ABCD-EFGH/.test(text));
    assert.deepEqual(words, []);
  });
}
