/** Finds accounts and posts in any Instagram answer, by their shape and not by their path. */

import { parsed } from "../embedded.js";
import { readLinkedData } from "../linked-data.js";
import { Looks } from "../looks.js";
import { at } from "../values.js";
import { remembered, SKIP, walk } from "../walk.js";
import { handle } from "./handle.js";
import { codeOf, isForeign, isMedia, ownerIn, readMedia } from "./media.js";
import { isFullUser, readUser, userHandle, userKey } from "./user.js";

/** @typedef {import("../values.js").Json} Json */
/** @typedef {{owner?: string, key?: string}} Heir   the account in whose own list a post stands */
/** @typedef {{user?: Heir, heir?: Heir, people: boolean}} Context   `people`: whether bare accounts count here */

/**
 * Blocks about the viewer, messages, and people who only follow, like or comment: never read.
 */
const CLOSED = /^(viewer|xdt_viewer|config|followers|following|edge_followed_by|edge_follow|edge_mutual_followed_by|mutual_followers|friendship\w*|friend_requests|inviter)$|comment|liker|liked_by|preview_like|facepile|inbox|recent_search|thread|direct|notification|reels_tray|story_tray|mutual/i;
/** The older lists whose name says that they are the account's own; posts in them may lack an owner. */
const OWN_LIST = /^edge_(owner_to_timeline_media|felix_video_timeline)$/;
/** Lists that offer accounts: search and suggestions. */
const PEOPLE = /chaining|suggest|fbsearch|topsearch|serp|related_profiles|recommended/i;
const offersPeople = remembered((key) => PEOPLE.test(key));
const isClosed = (/** @type {string} */ key) => CLOSED.test(key);

/** @param {import("../site.js").Payload} payload @param {import("../site.js").View} view @returns {import("../site.js").Sighting[]} */
export function read(payload, view) {
  const looks = new Looks({ platform: "instagram", view, at: payload.at });
  looks.add({ account: readLinkedData(payload.body, "instagram", handle), source: "json:linked" });
  const people = PEOPLE.test(payload.url);
  walk(payload.body, { people }, (node, key, context) => visit(node, key, /** @type {Context} */ (context), looks), { closed: isClosed });
  return looks.sightings();
}

/** @param {Json} node @param {string} key @param {Context} context @param {Looks} looks @returns {Context | typeof SKIP} */
function visit(node, key, context, looks) {
  if (isMedia(node)) return takeMedia(node, context, looks);
  if (typeof node.response === "string") takeText(node.response, context, looks);
  if (userHandle(node) !== undefined) return takeUser(node, context.people || offersPeople(key), looks);
  if (context.user && OWN_LIST.test(key)) return { ...context, heir: context.user };
  return !context.people && offersPeople(key) ? { ...context, people: true } : context;
}

/** A post and what it says of its owner. Its parts below hold other people. @param {Json} node @param {Context} context @param {Looks} looks @returns {typeof SKIP} */
function takeMedia(node, context, looks) {
  if (isForeign(node) || !looks.takes(/** @type {string} */ (codeOf(node)))) return SKIP;
  const { user, owner, key } = ownerIn(node);
  const heir = owner === undefined && key === undefined && !namesSomebody(node) ? context.heir : undefined;
  if (looks.takes(`author ${owner}`)) looks.add({ account: readUser(user), key, source: "json:author" });
  looks.addPost({ owner: owner ?? heir?.owner, key: key ?? heir?.key, group: context.heir, isHeir: heir !== undefined, post: readMedia(node, looks.now), source: "json:post" });
  return SKIP;
}

/** Whether some part of a post looks like an account, under whatever name. @param {Json} node */
function namesSomebody(node) {
  return Object.values(node).some((part) => ["username", "full_name", "pk"].some((key) => at(part, key) !== undefined));
}

/** @param {Json} node @param {boolean} people @param {Looks} looks @returns {Context} */
function takeUser(node, people, looks) {
  const key = userKey(node);
  const isFull = isFullUser(node);
  if ((isFull || people) && looks.takes(`${sourceOf(isFull, people)} ${userHandle(node)}`)) looks.add({ account: readUser(node), key, source: sourceOf(isFull, people) });
  return { user: { owner: userHandle(node), key }, people };
}

/** @param {boolean} isFull @param {boolean} people */
function sourceOf(isFull, people) {
  if (people) return isFull ? "json:search" : "json:person";
  return "json:profile";
}

/** An answer kept as text inside another. @param {string} source @param {Context} context @param {Looks} looks */
function takeText(source, context, looks) {
  const body = source.startsWith("{") ? parsed(source) : undefined;
  if (body !== undefined) walk(body, context, (node, key, below) => visit(node, key, below, looks), { closed: isClosed });
}
