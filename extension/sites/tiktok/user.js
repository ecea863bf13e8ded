/** Reads one TikTok account from JSON: camelCase of the web pages, snake_case of search. */

import { first, readFields } from "../fields.js";
import { at, flag, id, integer, record, text, words } from "../values.js";
import { handle } from "./handle.js";

/** @typedef {import("../site.js").PartialProfile} PartialProfile */

/** @type {import("../fields.js").FieldRow[]} */
const FIELDS = [
  ["name", words, "nickname"],
  ["bio", text, "signature"],
  ["category", words, "commerceUserInfo.category", "commerce_user_info.category"],
  ["verified", flag, "verified"],
  ["verified", isNamed, "custom_verify"],
  ["private", flag, "privateAccount", "private_account"],
  ["links", links, "bioLink.link", "bioLink", "bio_link.link", "bio_url"],
];

/** Where counts stand, in the order of trust. "rounded" places may hold the printed form as a number. */
const COUNTS = /** @type {const} */ ([
  ["followers", "followerCount", "follower_count", "fans"],
  ["following", "followingCount", "following_count", "following"],
  ["likes_total", "heartCount", "heart", "total_favorited", "heart_count"],
  ["posts_count", "videoCount", "video_count", "aweme_count", "video"],
]);

/** @param {unknown} node @returns {string | undefined} */
export function userHandle(node) {
  return handle(at(node, "uniqueId") ?? at(node, "unique_id"));
}

/** @param {unknown} node @returns {string | undefined} */
export function userKey(node) {
  return /** @type {string | undefined} */ (first(node, id, ["id", "uid", "user_id"]));
}

/**
 * The account of a user object, with the counts of its stats; null without a readable handle.
 * @param {unknown} node
 * @param {{exact?: unknown, stats?: unknown}} counts   `exact`: the profile's own statsV2; `stats`: anything else
 * @returns {PartialProfile | null}
 */
export function readUser(node, { exact, stats } = {}) {
  const name = userHandle(node);
  if (name === undefined) return null;
  return { platform: "tiktok", handle: name, ...readFields(node, FIELDS), ...readCounts(stats, false), ...readCounts(exact, true) };
}

/**
 * @param {unknown} stats @param {boolean} trusted
 * @returns {{[field: string]: import("../site.js").Count}}
 */
function readCounts(stats, trusted) {
  /** @type {{[field: string]: import("../site.js").Count}} */ const found = {};
  if (!record(stats)) return found;
  for (const [field, ...keys] of COUNTS) {
    const value = /** @type {number | undefined} */ (first(stats, integer, keys));
    if (value !== undefined) found[field] = { value, exact: trusted || !looksRounded(value) };
  }
  return found;
}

/** TikTok's `stats` hold 783,400 for 783,427: a full hundred from a thousand up may be rounded. @param {number} value */
function looksRounded(value) {
  return value >= 1_000 && value % 100 === 0;
}

/** Search gives the reason for the mark as text, "" for none. @param {unknown} value */
function isNamed(value) {
  return typeof value === "string" ? value !== "" : undefined;
}

/** @param {unknown} value @returns {import("../site.js").Link[] | undefined} */
function links(value) {
  const url = words(value);
  return url === undefined ? undefined : [{ url, title: null }];
}
