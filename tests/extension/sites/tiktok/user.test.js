/** Single accounts and videos of TikTok: which counts are exact, what is unknown. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { captionOf } from "../../../../extension/sites/tiktok/page.js";
import { dateOf, isForeign, isItem, readItem } from "../../../../extension/sites/tiktok/item.js";
import { readUser } from "../../../../extension/sites/tiktok/user.js";

const NOW = Date.parse("2026-11-20T12:00:00Z");
const user = { uniqueId: "Ana.Mends", nickname: "Ana", signature: "" };

test("the profile's own statsV2 is exact whatever its digits, any other full hundred may be rounded", () => {
  assert.deepEqual(readUser(user, { exact: { followerCount: "48200" } }).followers, { value: 48_200, exact: true });
  assert.deepEqual(readUser(user, { stats: { followerCount: 48_200 } }).followers, { value: 48_200, exact: false });
  assert.deepEqual(readUser(user, { stats: { followerCount: 48_217 } }).followers, { value: 48_217, exact: true });
  assert.deepEqual(readUser(user, { stats: { followerCount: 900 } }).followers, { value: 900, exact: true });
});

test("the exact block wins over the rounded one, and a broken one falls back", () => {
  assert.deepEqual(readUser(user, { exact: { followerCount: "99960" }, stats: { followerCount: 100_000 } }).followers, { value: 99_960, exact: true });
  assert.deepEqual(readUser(user, { exact: { followerCount: {} }, stats: { followerCount: 100_000 } }).followers, { value: 100_000, exact: false });
});

test("handles are lower case, an empty bio is empty, what is not said is absent", () => {
  const read = readUser(user);
  assert.deepEqual([read.handle, read.bio, "followers" in read, "verified" in read], ["ana.mends", "", false, false]);
  assert.equal(readUser({ uniqueId: "not a handle" }), null);
  assert.equal(readUser({ nickname: "x" }), null);
});

test("an id gives the date, and a number beyond 2^53 is no id", () => {
  assert.equal(dateOf(((1_763_000_000n << 32n) + 9n).toString(), NOW), "2025-11-13T02:13:20Z");
  assert.equal(isItem({ id: 7555555104997346615, desc: "x", author: "a" }), false);
  assert.equal(isItem({ id: "7555555104997346615", desc: "x", author: "a" }), true);
  assert.equal(isItem({ id: "7555555104997346615", title: "sound", authorName: "a" }), false);
});

test("a set of photos carries an empty video", () => {
  const item = (more) => readItem({ id: "7555555104997346615", desc: "", author: "a", ...more }, NOW).kind;
  assert.equal(item({ imagePost: { images: [] }, video: { duration: 0 } }), "photos");
  assert.equal(item({ video: { duration: 9 } }), "video");
  assert.equal(item({ video: { duration: 0 } }), null);
});

test("a picture's text gives the caption without the phrase behind it, or nothing", () => {
  assert.equal(captionOf("Wool created by Ana with Ana’s sound", "Ana"), "Wool");
  assert.equal(captionOf("created by hand created by Ana with x", "Ana"), "created by hand");
  assert.equal(captionOf(" created by Ana with x", "Ana"), "");
  assert.equal(captionOf("Wolle von Ana gemacht", "Ana"), null);
  assert.equal(captionOf("Wool", undefined), null);
  assert.equal(captionOf("", "Ana"), null);
});

test("adverts and LIVE entries are no posts, even under the account's own name", () => {
  assert.equal(isForeign({ isAd: true }), true);
  assert.equal(isForeign({ is_ads: true }), true);
  assert.equal(isForeign({ liveRoomInfo: { roomId: "1" } }), true);
  assert.equal(isForeign({ isAd: false, liveRoomInfo: null }), false);
});
