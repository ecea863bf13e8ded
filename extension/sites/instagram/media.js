/** Reads one Instagram post or reel from JSON of any dialect. */

import { first, post, readFields } from "../fields.js";
import { at, flag, id, integer, list, moment, record, text, words } from "../values.js";
import { userHandle, userKey } from "./user.js";
import { dateOfCode, dateOfPk, ownerOf, shortcode } from "./media-id.js";

/** @typedef {import("../values.js").Json} Json */

/** Keys of which a post has at least one besides its shortcode. */
const SIGNS = ["media_type", "product_type", "caption", "taken_at", "taken_at_timestamp", "image_versions2", "edge_media_to_caption", "play_count", "display_url", "display_uri", "like_count", "is_video"];

/** @type {import("../fields.js").FieldRow[]} */
const FIELDS = [
  ["comments", integer, "comment_count", "edge_media_to_comment.count", "edge_media_to_parent_comment.count", "edge_media_preview_comment.count"],
  ["shares", integer, "reshare_count"],
  ["saves", integer, "save_count"],
  ["place", words, "location.name"],
];
const LIKES = ["like_count", "edge_media_preview_like.count", "edge_liked_by.count"];
const VIEWS = ["play_count", "ig_play_count", "video_play_count", "view_count", "video_view_count"];

/** @param {Json} node */
export function codeOf(node) {
  if (node.code === undefined && node.shortcode === undefined) return undefined;
  return shortcode(node.code) ?? shortcode(node.shortcode);
}

/** @param {Json} node */
export function isMedia(node) {
  return codeOf(node) !== undefined && SIGNS.some((sign) => Object.hasOwn(node, sign)) && !Object.hasOwn(node, "username");
}

/** Adverts, stories and highlights: not posts of a profile. @param {Json} node */
export function isForeign(node) {
  const isPromoted = ["ad", "story"].includes(String(node.product_type)) || Boolean(node.ad_action) || Boolean(node.ad_id) || node.is_ad === true;
  return isPromoted || integer(node.expiring_at) !== undefined || String(node.link ?? "").startsWith("https://www.facebook.com/ads");
}

/** Who posted it: the user object, its handle and id as far as said. @param {Json} node */
export function ownerIn(node) {
  const user = record(node.user) ?? record(node.owner);
  return { user, owner: userHandle(user), key: userKey(user) ?? ownerOf(node.id) };
}

/**
 * @param {Json} node
 * @param {number} now   milliseconds
 * @returns {import("../site.js").Post}
 */
export function readMedia(node, now) {
  const code = /** @type {string} */ (codeOf(node));
  const { owner, key } = ownerIn(node);
  const isHidden = node.like_and_view_counts_disabled === true;
  return post({
    ...readFields(node, FIELDS),
    id: code,
    kind: kindOf(node),
    caption: captionOf(node) ?? null,
    likes: isHidden ? null : /** @type {number | null} */ (first(node, integer, LIKES) ?? null),
    views: isHidden ? null : /** @type {number | null} */ (first(node, integer, VIEWS) ?? null),
    published_at: dateOf(node, code, now) ?? null,
    pinned: pinned(node, key),
    coauthors: handles(list(node.coauthor_producers)).filter((name) => name !== owner),
    paid_label: paidLabel(node),
    tagged: tagged(node),
  });
}

/** A video whose product is not said may be a reel, so it stays open. @param {Json} node @returns {import("../site.js").PostKind | null} */
function kindOf(node) {
  const type = String(node.__typename ?? "");
  if (node.product_type === "clips") return "reel";
  if (node.media_type === 8 || node.product_type === "carousel_container" || /Sidecar|Carousel/.test(type)) return "carousel";
  if (node.media_type === 2 || node.is_video === true || /Video/.test(type)) return typeof node.product_type === "string" ? "video" : null;
  if (node.media_type === 1 || /Image/.test(type)) return "image";
  return null;
}

/** "" where the answer says that there is none. @param {Json} node @returns {string | undefined} */
function captionOf(node) {
  const edges = at(node, "edge_media_to_caption.edges");
  if (Array.isArray(edges)) return edges.length === 0 ? "" : text(at(edges[0], "node.text"));
  if (node.caption === null) return "";
  return text(node.caption) ?? text(at(node.caption, "text"));
}

/** @param {Json} node @param {string} code @param {number} now @returns {string | undefined} */
function dateOf(node, code, now) {
  const said = first(node, (value) => moment(value, now), ["taken_at", "taken_at_timestamp", "caption.created_at"]);
  if (said !== undefined) return /** @type {string} */ (said);
  const pk = id(node.pk) ?? id(node.id) ?? /^(\d+)_\d+$/.exec(String(node.id ?? ""))?.[1];
  return (pk === undefined ? undefined : dateOfPk(pk, now)) ?? dateOfCode(code, now);
}

/** Pinned on its owner's own grid. @param {Json} node @param {string | undefined} key */
function pinned(node, key) {
  const pins = node.timeline_pinned_user_ids ?? node.clips_tab_pinned_user_ids ?? node.pinned_for_users;
  if (!Array.isArray(pins)) return null;
  if (pins.length === 0) return false;
  const keys = pins.map((pin) => id(pin) ?? userKey(pin));
  return key === undefined || keys.includes(undefined) ? null : keys.includes(key);
}

/** @param {Json} node */
function paidLabel(node) {
  const sponsors = [...list(node.sponsor_tags), ...list(at(node, "edge_media_to_sponsor_user.edges"))];
  return sponsors.length > 0 ? true : flag(node.is_paid_partnership) ?? null;
}

/** @param {Json} node */
function tagged(node) {
  const today = list(at(node, "usertags.in")).map((tag) => at(tag, "user"));
  const older = list(at(node, "edge_media_to_tagged_user.edges")).map((edge) => at(edge, "node.user"));
  return handles([...today, ...older]);
}

/** @param {unknown[]} users */
function handles(users) {
  return [...new Set(users.slice(0, 100).map(userHandle).filter((name) => name !== undefined))];
}
