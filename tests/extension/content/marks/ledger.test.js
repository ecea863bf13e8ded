/** Handles in sight are asked for together, remembered, and never asked for while the server is off. */

import assert from "node:assert/strict";
import { test } from "node:test";

import "../../browser.js";
import { Orphaned } from "../../../../extension/chrome.js";
import { Ledger, MOST_HANDLES, MOST_PROFILES } from "../../../../extension/content/marks/ledger.js";

const GLIMPSE = { candidate: null, tier: "micro", nested: null, certain: true, fit: 70, lists: [] };
const PROFILE = /** @type {any} */ ({ handle: "ana", bio: "mends", followers: { value: 3000, exact: true }, private: false, posts: [] });

/** A ledger with a clock and a queue that the test moves by hand. @param {{answer?: (message: any) => any, profiles?: {[handle: string]: any}}} [given] */
function ledgerWith({ answer = () => ({ ok: true, known: {} }), profiles = {} } = {}) {
  /** @type {any[]} */ const asked = [];
  /** @type {{task: () => void, wait: number}[]} */ const queue = [];
  const clock = { now: 0, answers: 0, isOrphaned: false };
  const ledger = new Ledger({
    ask: /** @type {any} */ (async (/** @type {any} */ message) => { asked.push(message); return answer(message); }),
    profileOf: (_platform, handle) => profiles[handle] ?? null,
    later: (task, wait) => queue.push({ task, wait }), now: () => clock.now,
    onAnswer: () => { clock.answers += 1; }, onOrphaned: () => { clock.isOrphaned = true; },
  });
  const turn = async () => { for (const { task } of queue.splice(0)) task(); await new Promise(setImmediate); };
  return { ledger, asked, queue, clock, turn, profiles };
}

test("handles of one moment go in one question, and an answer is not asked for again", async () => {
  const { ledger, asked, turn } = ledgerWith({ answer: () => ({ ok: true, known: { ana: GLIMPSE } }) });
  for (const handle of ["ana", "ben", "ana"]) ledger.look("tiktok", handle, false);
  await turn();
  assert.deepEqual(asked.map(({ handles }) => handles), [["ana", "ben"]]);
  assert.deepEqual([ledger.look("tiktok", "ana", false), ledger.look("tiktok", "ben", false)], [GLIMPSE, null]);
  await turn();
  assert.equal(asked.length, 1);
});

test("a profile is sent only with bio and followers, never a private one, never of people in a list", async () => {
  const profiles = { ana: PROFILE, bare: { ...PROFILE, bio: null }, closed: { ...PROFILE, private: true }, fan: { ...PROFILE, handle: "fan" } };
  const { ledger, asked, turn } = ledgerWith({ profiles });
  for (const handle of ["ana", "bare", "closed"]) ledger.look("tiktok", handle, false);
  ledger.look("tiktok", "fan", true);
  await turn();
  assert.deepEqual(asked[0].handles, ["ana", "bare", "closed", "fan"]);
  assert.deepEqual(asked[0].profiles.map((/** @type {any} */ one) => one.handle), ["ana"]);
});

test("when the page says more of an account it is asked for again, and the old answer stands until then", async () => {
  const { ledger, asked, turn, profiles } = ledgerWith({ answer: () => ({ ok: true, known: { ana: GLIMPSE } }) });
  ledger.look("tiktok", "ana", false);
  await turn();
  profiles.ana = PROFILE;
  assert.deepEqual(ledger.look("tiktok", "ana", false), GLIMPSE);
  await turn();
  assert.deepEqual(asked[1].profiles, [PROFILE]);
});

test("many handles and profiles go in several questions, none lost", async () => {
  const handles = Array.from({ length: 2 * MOST_HANDLES }, (_, index) => `h${index}`);
  const profiles = Object.fromEntries(handles.slice(0, 2 * MOST_PROFILES).map((handle) => [handle, { ...PROFILE, handle }]));
  const { ledger, asked, turn } = ledgerWith({ profiles });
  for (const handle of handles) ledger.look("tiktok", handle, false);
  for (let round = 0; round < 6; round += 1) await turn();
  assert.deepEqual(asked.flatMap((message) => message.handles).sort(), [...handles].sort());
  assert.ok(asked.every((message) => message.handles.length <= MOST_HANDLES && message.profiles.length <= MOST_PROFILES));
});

test("the two platforms never share a question", async () => {
  const { ledger, asked, turn } = ledgerWith();
  ledger.look("tiktok", "ana", false);
  ledger.look("instagram", "ana", false);
  for (let round = 0; round < 3; round += 1) await turn();
  assert.deepEqual(asked.map(({ platform, handles }) => [platform, handles]), [["tiktok", ["ana"]], ["instagram", ["ana"]]]);
});

test("a server that is off is left alone for a while", async () => {
  const { ledger, asked, turn, queue } = ledgerWith({ answer: () => ({ ok: false, problem: {} }) });
  ledger.look("tiktok", "ana", false);
  await turn();
  ledger.look("tiktok", "ben", false);
  assert.ok(queue.some(({ wait }) => wait >= 10_000));
  assert.equal(queue.some(({ wait }) => wait < 10_000), false);
  assert.equal(asked.length, 1);
});

test("an answer to a question from before a change is not believed", async () => {
  const { ledger, turn } = ledgerWith({ answer: () => ({ ok: true, known: { ana: GLIMPSE } }) });
  ledger.look("tiktok", "ana", false);
  const coming = turn();
  ledger.clear();
  await coming;
  assert.equal(ledger.look("tiktok", "ana", false), undefined);
});

test("after a while, and after a visit, an account is asked for again", async () => {
  const { ledger, asked, clock, turn } = ledgerWith({ answer: () => ({ ok: true, known: { ana: GLIMPSE } }) });
  ledger.look("tiktok", "ana", false);
  await turn();
  clock.now = 200_000;
  assert.deepEqual(ledger.look("tiktok", "ana", false), GLIMPSE);
  await turn();
  ledger.forget("tiktok", "ana");
  ledger.look("tiktok", "ana", false);
  await turn();
  assert.equal(asked.length, 3);
});

test("a reload of the extension under the page is told", async () => {
  const { ledger, clock, turn } = ledgerWith({ answer: () => { throw new Orphaned("reloaded"); } });
  ledger.look("tiktok", "ana", false);
  await turn();
  assert.equal(clock.isOrphaned, true);
});

test("while the server is away a waiting bookmark is known, the rest is not, and both are asked for again", async () => {
  const waits = { ...GLIMPSE, candidate: "waiting:tiktok:ana" };
  const { ledger, asked, clock, turn } = ledgerWith({ answer: () => ({ ok: false, problem: { code: "server_off" }, known: { ana: waits } }) });
  for (const handle of ["ana", "ben"]) ledger.look("tiktok", handle, false);
  await turn();
  assert.deepEqual([ledger.look("tiktok", "ana", false), ledger.look("tiktok", "ben", false)], [waits, undefined]);
  clock.now += 20_000;
  await turn();
  await turn();
  assert.deepEqual(asked.at(-1).handles, ["ana", "ben"]);
});

test("of an account called like a thing of the language nothing is known until the server says so", async () => {
  const { ledger, turn } = ledgerWith();
  for (const handle of ["constructor", "__proto__"]) ledger.look("tiktok", handle, true);
  await turn();
  for (const handle of ["constructor", "__proto__"]) assert.equal(ledger.look("tiktok", handle, true), null);
});
