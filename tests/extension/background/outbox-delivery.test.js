/** Bookmarks made while the server is off are kept, and delivered once and in order. */

import assert from "node:assert/strict";
import { test } from "node:test";

import "../browser.js";
import { Outbox } from "../../../extension/background/outbox.js";
import { PROBLEMS, Refused } from "../../../extension/background/problems.js";
import { isWaiting, waitingId } from "../../../extension/background/waiting.js";

/** A store that keeps copies, as the browser's does. */
function storeOf() {
  /** @type {Map<string, string>} */
  const kept = new Map();
  return {
    get: async (/** @type {string} */ key, /** @type {any} */ fallback) => (kept.has(key) ? JSON.parse(/** @type {string} */ (kept.get(key))) : fallback),
    set: async (/** @type {string} */ key, /** @type {unknown} */ value) => void kept.set(key, JSON.stringify(value)),
  };
}

/** @param {string} handle @returns {any} */
const profile = (handle, captured_at = "2026-11-22T10:00:00Z") => ({ platform: "tiktok", handle, captured_at });

test("what waits is sent oldest first, and only once", async () => {
  const outbox = new Outbox(storeOf());
  for (const handle of ["a", "b", "c"]) await outbox.add(profile(handle));
  /** @type {string[]} */
  const sent = [];
  const problem = await outbox.deliver(async (one) => void sent.push(one.profile.handle ?? ""));
  assert.deepEqual(sent, ["a", "b", "c"]);
  assert.equal(problem, null);
  assert.deepEqual(await outbox.all(), []);
});

test("the server going away in the middle keeps the rest, in order", async () => {
  const outbox = new Outbox(storeOf());
  for (const handle of ["a", "b", "c"]) await outbox.add(profile(handle));
  await outbox.deliver(async (one) => {
    if (one.profile.handle === "b") throw new Refused(PROBLEMS.server_off);
  });
  assert.deepEqual((await outbox.all()).map((one) => one.profile.handle), ["b", "c"]);
});

test("two deliveries at the same time are one", async () => {
  const outbox = new Outbox(storeOf());
  await outbox.add(profile("a"));
  let sent = 0;
  const send = async () => void (sent += 1);
  await Promise.all([outbox.deliver(send), outbox.deliver(send)]);
  assert.equal(sent, 1);
});

test("what the server will never take is let go, and said", async () => {
  const outbox = new Outbox(storeOf());
  await outbox.add(profile("a"));
  await outbox.deliver(async () => {
    throw new Refused({ code: "refused", message: "This account is private.", action: "" });
  });
  assert.deepEqual(await outbox.all(), []);
  assert.deepEqual(await outbox.refused(), ["@a: This account is private."]);
});

test("the same account waits once, with the newer reading", async () => {
  const outbox = new Outbox(storeOf());
  await outbox.add(profile("a"));
  await outbox.add(profile("a", "2026-11-22T11:00:00Z"), "list");
  const [only, ...rest] = await outbox.all();
  assert.deepEqual(rest, []);
  assert.equal(only.profile.captured_at, "2026-11-22T11:00:00Z");
  assert.equal(only.list, "list");
});

test("a bookmark that is made anew while it is being sent is not lost", async () => {
  const outbox = new Outbox(storeOf());
  await outbox.add(profile("a"));
  let round = 0;
  await outbox.deliver(async () => {
    round += 1;
    if (round === 1) await outbox.add(profile("a", "2026-11-22T12:00:00Z"));
  });
  assert.equal(round, 2);
  assert.deepEqual(await outbox.all(), []);
});

test("a removed one can be brought back", async () => {
  const outbox = new Outbox(storeOf());
  await outbox.add(profile("a"));
  const id = waitingId(profile("a"));
  assert.ok(isWaiting(id));
  await outbox.remove(id);
  assert.equal(await outbox.holds(profile("a")), false);
  assert.equal(await outbox.restore(id), true);
  assert.equal(await outbox.holds(profile("a")), true);
  assert.equal(await outbox.restore("waiting:tiktok:other"), false);
});

test("a bookmark is on the disk before it is sent, and off it once the server has it", async () => {
  const outbox = new Outbox(storeOf());
  const bookmark = { id: waitingId(profile("a")), profile: profile("a") };
  /** @type {any[]} */ const during = [];
  const sent = await outbox.sendNow(bookmark, async () => {
    during.push(...(await outbox.all()));
    assert.equal(await outbox.holds(profile("a")), false, "it does not wait while it is being sent");
    return "saved";
  });
  assert.equal(sent, "saved");
  assert.deepEqual(during.map((one) => one.profile.handle), ["a"]);
  assert.deepEqual(await outbox.all(), []);
});

test("what a click is sending is not sent a second time by a delivery", async () => {
  const outbox = new Outbox(storeOf());
  let sent = 0;
  await outbox.sendNow({ id: waitingId(profile("a")), profile: profile("a") }, async () => {
    await outbox.deliver(async () => void (sent += 1));
    return "saved";
  });
  assert.equal(sent, 0);
});

test("a bookmark waits where the server is away or slow, and is let go where it was refused", async () => {
  const outbox = new Outbox(storeOf());
  const send = (/** @type {any} */ problem) => outbox.sendNow({ id: waitingId(profile("a")), profile: profile("a") }, async () => { throw new Refused(problem); });
  for (const problem of [PROBLEMS.server_off, PROBLEMS.not_ready, PROBLEMS.slow]) {
    assert.equal(await send(problem), null);
    assert.equal(await outbox.holds(profile("a")), true);
  }
  await assert.rejects(send({ code: "broken", message: "The disk is full.", action: "" }));
  assert.equal(await outbox.holds(profile("a")), false);
});

test("where the browser's own store is full, the bookmark is sent all the same, and not said to wait", async () => {
  const outbox = new Outbox({ ...storeOf(), set: async () => { throw new Error("quota"); } });
  const bookmark = { id: waitingId(profile("a")), profile: profile("a") };
  await assert.rejects(outbox.sendNow(bookmark, async () => { throw new Refused(PROBLEMS.server_off); }));
  assert.equal(await outbox.sendNow(bookmark, async () => "saved"), "saved");
});
