/** Finds accounts and posts in any TikTok answer, by their shape and not by their path. */

import { at, record } from "../values.js";
import { readLinkedData } from "../linked-data.js";
import { Looks } from "../looks.js";
import { SKIP, walk } from "../walk.js";
import { handle } from "./handle.js";
import { isForeign, isItem, itemId, itemOwner, readItem } from "./item.js";
import { readUser, userHandle, userKey } from "./user.js";

/** @typedef {import("../values.js").Json} Json */
/** @typedef {import("../site.js").Payload} Payload */
/** @typedef {import("../site.js").View} View */

/** Blocks about the viewer, about settings, or about people who only comment. */
const CLOSED = /^(webapp\.(app-context|a-b|biz-context|i18n-translation|browserRedirect-context)|seo\.abtest|appcontext|bizcontext|i18n|comments?|replies|reply_comment|viewer|liveroom\w*|inbox\w*)$/i;

/** @param {Payload} payload @param {View} view @returns {import("../site.js").Sighting[]} */
export function read(payload, view) {
  const looks = new Looks({ platform: "tiktok", view, at: payload.at });
  looks.add({ account: readLinkedData(payload.body, "tiktok", handle), source: "json:linked" });
  walk(payload.body, null, (node) => visit(node, looks), { closed: (key) => CLOSED.test(key) });
  return looks.sightings();
}

/** @param {Json} node @param {Looks} looks */
function visit(node, looks) {
  if (record(node.liveRoomInfo)) return SKIP;
  if (isItem(node)) return takeItem(node, looks);
  if (record(node.user) && userHandle(node.user)) takeAccount(node, looks);
  else if (record(node.user_info)) takeFound(/** @type {Json} */ (node.user_info), looks);
  else if (record(node.users) && record(node.stats)) takeModule(node, looks);
  return null;
}

/** An item and what it says of its author. @param {Json} node @param {Looks} looks */
function takeItem(node, looks) {
  if (isForeign(node) || !looks.takes(/** @type {string} */ (itemId(node)))) return SKIP;
  const owner = itemOwner(node);
  const author = record(node.author) ? node.author : { uniqueId: owner, nickname: node.nickname };
  const stats = record(node.authorStatsV2) ?? record(node.author_stats_v2) ?? record(node.authorStats) ?? record(node.author_stats);
  const account = owner === undefined || !looks.takes(`author ${owner}`) ? null : readUser(author, { stats: stats ?? author });
  const key = userKey(node.author) ?? userKey({ id: node.authorId });
  looks.add({ account, key, source: "json:author" });
  looks.addPost({ owner, key, post: readItem(node, looks.now), source: "json:author" });
  return SKIP;
}

/** `{user, stats, statsV2}` of a profile or of a list of accounts. @param {Json} node @param {Looks} looks */
function takeAccount(node, looks) {
  if (!looks.takes(`profile ${userHandle(node.user)}`)) return;
  const account = readUser(node.user, { exact: node.statsV2, stats: node.stats });
  looks.add({ account, key: userKey(node.user), source: "json:profile" });
}

/** A result of the search for accounts. @param {Json} node @param {Looks} looks */
function takeFound(node, looks) {
  if (!looks.takes(`search ${userHandle(node)}`)) return;
  looks.add({ account: readUser(node, { stats: node }), key: userKey(node), source: "json:search" });
}

/** Saved pages before 2024: `users` and `stats` under the same names. @param {Json} node @param {Looks} looks */
function takeModule(node, looks) {
  const users = Object.entries(/** @type {Json} */ (node.users)).slice(0, 500);
  for (const [name, user] of users) {
    if (!userHandle(user)) continue;
    const account = readUser(user, { stats: at(node.stats, name), exact: record(node.statsV2) && at(node.statsV2, name) });
    looks.add({ account, key: userKey(user), source: "json:profile" });
  }
}
