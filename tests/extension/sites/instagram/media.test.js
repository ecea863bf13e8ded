/** Single posts of Instagram: kinds, hidden numbers, dates by id, and what is no post. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { isForeign, isMedia, readMedia } from "../../../../extension/sites/instagram/media.js";
import { dateOfCode, dateOfPk, ownerOf } from "../../../../extension/sites/instagram/media-id.js";

const NOW = Date.parse("2026-11-20T12:00:00Z");
const media = (more) => ({ code: "DABCDEFGHIJ", pk: "3500000000000000000", media_type: 1, product_type: "feed", caption: null, user: { username: "jo.weaver", pk: "7" }, ...more });
const read = (more) => readMedia(media(more), NOW);

test("likes are unknown where they are hidden, even if a number rides along", () => {
  assert.equal(read({ like_count: 3, like_and_view_counts_disabled: true }).likes, null);
  assert.equal(read({ like_count: -1 }).likes, null);
  assert.equal(read({ like_count: null }).likes, null);
  assert.equal(read({ like_count: 0 }).likes, 0);
});

test("a missing caption is unknown, a null one is empty", () => {
  const { caption: _gone, ...bare } = media({});
  assert.equal(readMedia(bare, NOW).caption, null);
  assert.equal(read({ caption: null }).caption, "");
  assert.equal(read({ caption: { text: "wool" } }).caption, "wool");
  assert.equal(read({ caption: "wool" }).caption, "wool");
  assert.equal(read({ caption: { text: 5 } }).caption, null);
});

test("kinds follow the product before the medium, and stay open where either is missing", () => {
  assert.equal(read({}).kind, "image");
  assert.equal(read({ media_type: 2, product_type: "clips" }).kind, "reel");
  assert.equal(read({ media_type: 2 }).kind, "video");
  assert.equal(read({ media_type: 8, product_type: "carousel_container" }).kind, "carousel");
  assert.equal(read({ media_type: 2, product_type: undefined }).kind, null);
  assert.equal(read({ media_type: 99, product_type: 4 }).kind, null);
});

test("a post without a date gets it from its id or its shortcode", () => {
  assert.equal(read({ taken_at: 1_760_000_000 }).published_at, "2025-10-09T08:53:20Z");
  assert.equal(read({}).published_at, dateOfPk("3500000000000000000", NOW));
  assert.equal(read({ pk: undefined }).published_at, dateOfCode("DABCDEFGHIJ", NOW));
  assert.equal(read({ taken_at: -5, pk: "x", code: "abc" }).published_at, null);
});

test("the id's clock agrees with a known pair of id and time", () => {
  const pk = ((BigInt(Date.parse("2025-03-01T10:00:00Z")) - 1_314_220_021_721n) << 23n).toString();
  assert.equal(dateOfPk(pk, NOW), "2025-03-01T10:00:00Z");
  assert.equal(dateOfPk("12", NOW), "2011-08-24T21:07:01Z");
  assert.equal(ownerOf("3500_77"), "77");
});

test("a private post's longer code gives the same date", () => {
  assert.equal(dateOfCode("DABCDEFGHIJ-and-a-secret-behind-it-12345", NOW), dateOfCode("DABCDEFGHIJ", NOW));
});

test("pins count on the owner's own grid only", () => {
  assert.equal(read({ timeline_pinned_user_ids: ["7"] }).pinned, true);
  assert.equal(read({ timeline_pinned_user_ids: [7] }).pinned, true);
  assert.equal(read({ timeline_pinned_user_ids: ["8"] }).pinned, false);
  assert.equal(read({ timeline_pinned_user_ids: [] }).pinned, false);
  assert.equal(read({ timeline_pinned_user_ids: [null] }).pinned, null);
  assert.equal(read({}).pinned, null);
});

test("a sponsor or the flag marks a paid post, and nothing said is unknown", () => {
  assert.equal(read({ is_paid_partnership: false, sponsor_tags: [{ username: "x" }] }).paid_label, true);
  assert.equal(read({ is_paid_partnership: true }).paid_label, true);
  assert.equal(read({ is_paid_partnership: false }).paid_label, false);
  assert.equal(read({}).paid_label, null);
});

test("adverts and stories are no posts, nor is an account or a carousel's part", () => {
  for (const more of [{ product_type: "ad" }, { ad_id: "5" }, { ad_action: "x" }, { product_type: "story" }, { expiring_at: 1_760_000_000 }, { link: "https://www.facebook.com/ads/x" }]) assert.equal(isForeign(media(more)), true);
  assert.equal(isForeign(media({ ad_id: null })), false);
  assert.equal(isMedia({ code: "DABCDEFGHIJ", username: "x", media_type: 1 }), false);
  assert.equal(isMedia({ pk: "5", media_type: 1 }), false);
  assert.equal(isMedia({ code: "US", name: "x" }), false);
});
