/** The worker answers for many handles with one question, and tells the server of a profile once. */

import assert from "node:assert/strict";
import { test } from "node:test";

import "../browser.js";
import { marksWith, withWaiting } from "../../../extension/background/marks.js";
import { PROBLEMS, Refused } from "../../../extension/background/problems.js";

const PROFILE = /** @type {any} */ ({ platform: "tiktok", handle: "ana", bio: "mends", followers: { value: 3000, exact: true }, posts: [] });
const ANNOTATION = { tier: { id: "micro", nested: "nano", certain: true }, fit: { score: 71, known: 4, of: 11 } };
const SEEN = { candidate: null, tier: "macro", nested: null, certain: true, fit: 12, lists: [] };

/** @param {{known?: {[handle: string]: any}, annotate?: () => any}} [given] */
function worker({ known = {}, annotate = () => ANNOTATION } = {}) {
  /** @type {string[]} */ const asked = [];
  const request = async (/** @type {string} */ _method, /** @type {string} */ path) => {
    asked.push(path);
    return path === "/api/known" ? { known: structuredClone(known) } : annotate();
  };
  return { asked, marks: marksWith(request), known };
}

test("handles without a profile cost one question, however many", async () => {
  const { asked, marks } = worker({ known: { ana: SEEN } });
  const answer = await marks({ platform: "tiktok", handles: ["ana", "ben", "cleo"], profiles: [] });
  assert.deepEqual([asked, answer.known], [["/api/known"], { ana: SEEN }]);
});

test("a profile that nobody told of is told, and its coverage comes back", async () => {
  const { marks } = worker();
  const { known } = await marks({ platform: "tiktok", handles: ["ana"], profiles: [PROFILE] });
  assert.deepEqual(known.ana, { candidate: null, lists: [], tier: "micro", nested: "nano", certain: true, fit: 71, coverage: { known: 4, of: 11 } });
});

test("what a visit to the profile told is not undone by a glimpse", async () => {
  const { asked, marks } = worker({ known: { ana: SEEN } });
  const { known } = await marks({ platform: "tiktok", handles: ["ana"], profiles: [PROFILE] });
  assert.deepEqual([asked, known.ana], [["/api/known"], SEEN]);
});

test("a glimpse that says more than the last one is told again, the same one is not", async () => {
  const given = worker();
  await given.marks({ platform: "tiktok", handles: ["ana"], profiles: [PROFILE] });
  given.known.ana = SEEN;
  await given.marks({ platform: "tiktok", handles: ["ana"], profiles: [PROFILE] });
  await given.marks({ platform: "tiktok", handles: ["ana"], profiles: [{ ...PROFILE, bio: "mends and darns" }] });
  assert.deepEqual(given.asked.filter((path) => path === "/api/annotate").length, 2);
});

test("a profile that the server refuses spoils no other one", async () => {
  const { marks } = worker({ known: { ben: SEEN }, annotate: () => { throw new Refused(PROBLEMS.slow); } });
  const { known } = await marks({ platform: "tiktok", handles: ["ana", "ben"], profiles: [PROFILE] });
  assert.deepEqual(known, { ben: SEEN });
});

const WAITS = async () => [{ id: "waiting:tiktok:ana" }];

test("a bookmark that waits has its mark, whether the server answers or is away", async () => {
  const { marks } = worker({ known: { ana: SEEN, ben: SEEN } });
  const message = { platform: "tiktok", handles: ["ana", "ben"], profiles: [] };
  const { known } = await withWaiting(marks, WAITS)(message);
  assert.deepEqual(known, { ana: { ...SEEN, candidate: "waiting:tiktok:ana" }, ben: SEEN });
  const away = withWaiting(async () => { throw new Refused(PROBLEMS.server_off); }, WAITS);
  const answer = await away(message);
  assert.deepEqual([answer.ok, Object.keys(answer.known ?? {}), answer.known?.ana.candidate], [false, ["ana"], "waiting:tiktok:ana"]);
  await assert.rejects(away({ ...message, handles: ["ben"] }));
});

test("what is on a list already is not called waiting", async () => {
  const { marks } = worker({ known: { ana: { ...SEEN, candidate: "c" } } });
  const { known } = await withWaiting(marks, WAITS)({ platform: "tiktok", handles: ["ana"], profiles: [] });
  assert.equal(known?.ana.candidate, "c");
});

test("an account called like a thing of the language is told of like any other, and is nobody else", async () => {
  const { asked, marks } = worker();
  const odd = ["constructor", "__proto__"].map((handle) => ({ ...PROFILE, handle }));
  const { known } = await withWaiting(marks, WAITS)({ platform: "tiktok", handles: ["constructor", "__proto__", "ana"], profiles: odd });
  assert.deepEqual(asked, ["/api/known", "/api/annotate", "/api/annotate"]);
  assert.deepEqual(Object.entries(known ?? {}).map(([handle, { fit }]) => [handle, fit]), [["constructor", 71], ["__proto__", 71], ["ana", null]]);
  assert.equal(/** @type {any} */ (known).tier, undefined);
});
