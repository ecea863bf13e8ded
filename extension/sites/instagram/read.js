/** Finds accounts and posts in any Instagram answer, by their shape and not by their path. */

import { parsed } from "../embedded.js";
import { readLinkedData } from "../linked-data.js";
import { Looks } from "../looks.js";
import { record } from "../values.js";
import { SKIP, walk } from "../walk.js";
import { handle } from "./handle.js";
import { isForeign, isMedia, ownerIn, readMedia } from "./media.js";
import { isFullUser, readUser, userHandle, userKey } from "./user.js";

/** @typedef {import("../values.js").Json} Json */
/** @typedef {{owner?: string, key?: string, people: boolean}} Context   whose block this is; whether bare accounts count */

/**
 * Blocks about the viewer, messages, and people who only follow, like or comment: never read.
 */
const CLOSED = /^(viewer|xdt_viewer|config|followers|following|edge_followed_by|edge_follow|edge_mutual_followed_by|mutual_followers|friendship\w*|friend_requests|inviter)$|comment|liker|liked_by|preview_like|facepile|inbox|thread|direct|notification|reels_tray|story_tray|mutual/i;
/** Lists that offer accounts: search and suggestions. */
const PEOPLE = /chaining|suggest|fbsearch|topsearch|serp|related_profiles|recommended/i;

/** @param {import("../site.js").Payload} payload @param {import("../site.js").View} view @returns {import("../site.js").Sighting[]} */
export function read(payload, view) {
  const looks = new Looks({ platform: "instagram", view, at: payload.at });
  looks.add({ account: readLinkedData(payload.body, "instagram", handle), source: "json:linked" });
  const people = PEOPLE.test(payload.url);
  walk(payload.body, { people }, (node, key, context) => visit(node, key, /** @type {Context} */ (context), looks), { closed: (key) => CLOSED.test(key) });
  return looks.sightings();
}

/** @param {Json} node @param {string} key @param {Context} context @param {Looks} looks @returns {Context | typeof SKIP} */
function visit(node, key, context, looks) {
  if (isMedia(node)) return takeMedia(node, context, looks);
  if (typeof node.response === "string") takeText(node.response, context, looks);
  const people = context.people || PEOPLE.test(key);
  if (userHandle(node) === undefined) return people === context.people ? context : { ...context, people };
  return takeUser(node, people, looks);
}

/** A post and what it says of its owner. Its parts below hold other people. @param {Json} node @param {Context} context @param {Looks} looks @returns {typeof SKIP} */
function takeMedia(node, context, looks) {
  if (isForeign(node)) return SKIP;
  const { user, owner = undefined, key } = ownerIn(node);
  const isUnnamed = owner === undefined && key === undefined;
  looks.add({ account: readUser(user), key, source: "json:author" });
  looks.addPost({ owner: isUnnamed ? context.owner : owner, key: isUnnamed ? context.key : key, post: readMedia(node, looks.now), source: "json:post" });
  return SKIP;
}

/** @param {Json} node @param {boolean} people @param {Looks} looks @returns {Context} */
function takeUser(node, people, looks) {
  const key = userKey(node);
  const isFull = isFullUser(node);
  if (isFull || people) looks.add({ account: readUser(node), key, source: sourceOf(isFull, people) });
  return { owner: isFull || hasPosts(node) ? userHandle(node) : undefined, key, people };
}

/** @param {boolean} isFull @param {boolean} people */
function sourceOf(isFull, people) {
  if (people) return isFull ? "json:search" : "json:person";
  return "json:profile";
}

/** A user object that carries its own posts. @param {Json} node */
function hasPosts(node) {
  return Object.keys(node).some((name) => /timeline|clips|_media$|connection/.test(name) && record(node[name]) !== undefined);
}

/** An answer kept as text inside another. @param {string} source @param {Context} context @param {Looks} looks */
function takeText(source, context, looks) {
  const body = source.startsWith("{") ? parsed(source) : undefined;
  if (body !== undefined) walk(body, context, (node, key, below) => visit(node, key, below, looks), { closed: (key) => CLOSED.test(key) });
}
