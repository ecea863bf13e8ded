/** Reads one TikTok video or photo set from JSON. */

import { first, post, readFields } from "../fields.js";
import { at, flag, integer, list, moment, record, strings, text, words } from "../values.js";
import { handle } from "./handle.js";
import { userHandle } from "./user.js";

/** statsV2 holds the same numbers as text and is not rounded, so it comes first. @param {...string} names */
const stat = (...names) => ["statsV2", "stats_v2", "stats", "statistics"].flatMap((place) => names.map((name) => `${place}.${name}`));

/** @typedef {import("../values.js").Json} Json */

/** @type {import("../fields.js").FieldRow[]} */
const FIELDS = [
  ["caption", text, "desc"],
  ["likes", integer, ...stat("diggCount", "digg_count")],
  ["comments", integer, ...stat("commentCount", "comment_count")],
  ["views", integer, ...stat("playCount", "play_count")],
  ["shares", integer, ...stat("shareCount", "share_count")],
  ["saves", integer, ...stat("collectCount", "collect_count")],
  ["pinned", flag, "isPinnedItem", "is_pinned_item", "is_top"],
  ["place", words, "poi.name", "poi_info.poi_name", "poi.poi_name"],
  ["labels", strings, "diversificationLabels", "diversification_labels"],
];

/** A post's id: text, since numbers beyond 2^53 lose their last digits. @param {unknown} node @returns {string | undefined} */
export function itemId(node) {
  const found = at(node, "id") ?? at(node, "aweme_id");
  return typeof found === "string" && /^\d{15,22}$/.test(found) ? found : undefined;
}

/** @param {Json} node */
export function isItem(node) {
  const hasAuthor = typeof node.author === "string" || record(node.author) !== undefined;
  const hasContent = typeof node.desc === "string" || record(node.video) !== undefined || record(node.imagePost) !== undefined;
  return hasAuthor && hasContent && itemId(node) !== undefined;
}

/** Paid by others or not a post at all. @param {Json} node */
export function isForeign(node) {
  return node.isAd === true || node.is_ads === true || record(node.liveRoomInfo) !== undefined;
}

/** Handle of the owner; undefined when the item does not say. @param {Json} node */
export function itemOwner(node) {
  return typeof node.author === "string" ? handle(node.author) : userHandle(node.author);
}

/**
 * @param {Json} node
 * @param {number} now   milliseconds
 * @returns {import("../site.js").Post}
 */
export function readItem(node, now) {
  const key = /** @type {string} */ (itemId(node));
  const created = first(node, (value) => moment(value, now), ["createTime", "create_time"]);
  return post({
    ...readFields(node, FIELDS),
    id: key,
    kind: kindOf(node),
    published_at: /** @type {string | undefined} */ (created) ?? dateOf(key, now) ?? null,
    tagged: tagged(node),
    paid_label: paidLabel(node),
  });
}

/** Photo sets carry an empty video, so only one that lasts is a video. @param {Json} node @returns {import("../site.js").PostKind | null} */
function kindOf(node) {
  if (record(node.imagePost) ?? record(node.image_post_info)) return "photos";
  return Number(at(node, "video.duration")) > 0 ? "video" : null;
}

/**
 * The upper half of an id is the upload's time in seconds; a scheduled post can be public later.
 * @param {string} key @param {number} now
 */
export function dateOf(key, now) {
  return moment(Number(BigInt(key) >> 32n), now);
}

/** Accounts named in the caption as links. @param {Json} node */
function tagged(node) {
  const extras = [...list(node.textExtra), ...list(node.text_extra), ...list(node.contents).flatMap((part) => list(at(part, "textExtra")))];
  const names = extras.slice(0, 200).map((extra) => handle(at(extra, "userUniqueId") ?? at(extra, "user_unique_id")));
  return [...new Set(names.filter((name) => name !== undefined))];
}

/** TikTok's own mark of branded content. @param {Json} node */
function paidLabel(node) {
  const kind = integer(at(node, "commerce_info.branded_content_type") ?? at(node, "commerceInfo.brandedContentType"));
  return kind === undefined ? flag(node.isPaidPartnership) ?? null : kind > 0;
}
