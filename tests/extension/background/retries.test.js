/** What waits is tried again by itself: soon at first, then ever more rarely, and never while nothing waits. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { Retries, STEPS } from "../../../extension/background/retries.js";

/** A browser's alarm and store, and so many bookmarks that wait. */
function scene(waiting = 1) {
  /** @type {Map<string, unknown>} */ const kept = new Map();
  const alarm = {
    /** Minutes, null while none is set. @type {number | null} */ minutes: null,
    isSet: async () => alarm.minutes !== null,
    set: async (/** @type {number} */ minutes) => void (alarm.minutes = minutes),
    clear: async () => void (alarm.minutes = null),
  };
  const store = {
    get: async (/** @type {string} */ key, /** @type {any} */ fallback) => kept.get(key) ?? fallback,
    set: async (/** @type {string} */ key, /** @type {unknown} */ value) => void kept.set(key, value),
  };
  const state = { waiting, delivered: 0 };
  const retries = new Retries({ alarm, store, count: async () => state.waiting, deliver: async () => void (state.delivered += 1) });
  /** The alarm goes off: it is gone then. */
  const rings = async () => {
    alarm.minutes = null;
    await retries.again();
  };
  return { alarm, retries, rings, state };
}

test("what waits sets an alarm, and nothing waiting sets none", async () => {
  const { alarm, retries } = scene();
  await retries.plan();
  assert.equal(alarm.minutes, STEPS[0]);
  const empty = scene(0);
  await empty.retries.plan();
  assert.equal(empty.alarm.minutes, null);
});

test("the server staying away is asked ever more rarely, and goes on being asked", async () => {
  const { alarm, retries, rings, state } = scene();
  await retries.plan();
  const waits = [];
  for (let round = 0; round < STEPS.length + 2; round += 1) {
    waits.push(alarm.minutes);
    await rings();
  }
  assert.deepEqual(waits, [...STEPS, STEPS.at(-1), STEPS.at(-1)]);
  assert.deepEqual([...STEPS].sort((one, other) => one - other), STEPS);
  assert.equal(state.delivered, waits.length);
});

test("another bookmark does not put off the alarm that is set", async () => {
  const { alarm, retries, rings } = scene();
  await retries.plan();
  await rings();
  const before = alarm.minutes;
  await retries.plan();
  assert.equal(alarm.minutes, before);
});

test("a worker that the alarm woke plans at its start and again after the alarm: one alarm, a step later", async () => {
  const { alarm, retries } = scene();
  await retries.plan();
  alarm.minutes = null;
  await Promise.all([retries.again(), retries.plan()]);
  assert.equal(alarm.minutes, STEPS[1]);
});

test("a delivery that fails in an unforeseen way is tried again, too", async () => {
  const { alarm, retries, rings } = scene();
  retries.needs.deliver = async () => Promise.reject(new Error("the store is full"));
  await retries.plan();
  await rings().catch(() => {});
  assert.equal(alarm.minutes, STEPS[1]);
});

test("once all is delivered the alarm is gone, and the next one that waits begins soon again", async () => {
  const { alarm, retries, rings, state } = scene();
  await retries.plan();
  await rings();
  state.waiting = 0;
  await rings();
  assert.equal(alarm.minutes, null);
  state.waiting = 1;
  await retries.plan();
  assert.equal(alarm.minutes, STEPS[0]);
});

test("a browser that starts begins soon again", async () => {
  const { alarm, retries, rings } = scene();
  await retries.plan();
  for (const _ of STEPS) await rings();
  await retries.afresh();
  assert.equal(alarm.minutes, STEPS[0]);
});
