/** A failing check keeps the time since when; a healthy page clears it; nothing but names and times is kept. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { Breakage } from "../../../extension/background/breakage.js";

/** @param {string} [begin] */
function kept(begin = "2026-11-20T09:00:00.000Z") {
  /** @type {Map<string, any>} */ const disk = new Map();
  const clock = { now: Date.parse(begin) };
  const store = { get: async (/** @type {string} */ key, /** @type {any} */ fallback) => disk.get(key) ?? fallback, set: async (/** @type {string} */ key, /** @type {any} */ value) => void disk.set(key, value) };
  return { disk, clock, breakage: new Breakage(store, () => clock.now) };
}
const look = (/** @type {string[]} */ failing, site = "instagram") => ({ site, view: "profile", failing });
const DAY = 86_400_000;

test("the first failing page gives the time, later ones keep it", async () => {
  const { breakage, clock } = kept();
  await breakage.note(look(["followers"]));
  clock.now += 3 * DAY;
  await breakage.note(look(["followers", "bio"]));
  assert.deepEqual(await breakage.all(), [
    { site: "instagram", view: "profile", check: "followers", since: "2026-11-20T09:00:00.000Z" },
    { site: "instagram", view: "profile", check: "bio", since: "2026-11-23T09:00:00.000Z" },
  ]);
});

test("a healthy page clears its own site's checks only", async () => {
  const { breakage } = kept();
  await breakage.note(look(["followers"]));
  await breakage.note(look(["posts"], "tiktok"));
  await breakage.note(look([]));
  assert.deepEqual((await breakage.all()).map(({ site, check }) => [site, check]), [["tiktok", "posts"]]);
});

test("what is no name of a check is never kept", async () => {
  const { breakage, disk } = kept();
  for (const odd of ["ana writes", "<b>", "", "x".repeat(40), /** @type {any} */ (3)]) await breakage.note(look([odd]));
  await breakage.note(look(["followers"], "ana@example.org"));
  assert.equal(disk.size, 0);
});

test("two tabs at once lose nothing", async () => {
  const { breakage } = kept();
  await Promise.all([breakage.note(look(["followers"])), breakage.note(look(["posts"], "tiktok"))]);
  assert.equal((await breakage.all()).length, 2);
});
