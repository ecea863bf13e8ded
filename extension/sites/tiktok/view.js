/** Where a TikTok tab is, by its address. */

import { handle } from "./handle.js";

/** First path segments that are a feed. */
const FEEDS = ["", "foryou", "following", "friends"];
/** First path segments that list posts of many accounts, with the name of the tab. @type {{[segment: string]: string}} */
const LISTS = { tag: "tag", music: "sound", discover: "discover", explore: "explore", channel: "explore", place: "place", effect: "effect", sticker: "effect" };
/** Second segments under "search". @type {{[segment: string]: string}} */
const SEARCHES = { user: "users", video: "videos", photo: "photos", live: "live" };

/** @param {URL} url @returns {import("../site.js").View} */
export function view(url) {
  const parts = segments(url.pathname);
  const [head = "", next = "", last = ""] = parts;
  if (head.startsWith("@")) return account(handle(head) ?? null, next, last);
  if (FEEDS.includes(head)) return { kind: "feed", handle: null, tab: head || "foryou" };
  if (head === "search") return { kind: "search", handle: null, tab: SEARCHES[next] ?? "top" };
  if (Object.hasOwn(LISTS, head)) return { kind: "search", handle: null, tab: LISTS[head] };
  if (head === "v" && /^\d+/.test(next)) return { kind: "post", handle: null, id: next.replace(/\D.*$/, "") };
  return { kind: "other", handle: null };
}

/** @param {string | null} name @param {string} next @param {string} last @returns {import("../site.js").View} */
function account(name, next, last) {
  if (name === null) return { kind: "other", handle: null };
  if (next === "") return { kind: "profile", handle: name, tab: "posts" };
  if (["video", "photo"].includes(next) && /^\d+$/.test(last)) return { kind: "post", handle: name, id: last };
  if (next === "live") return { kind: "other", handle: name, tab: "live" };
  return { kind: "other", handle: name, tab: next };
}

/** Path segments, decoded; a leading language such as "/en" is dropped. @param {string} path */
function segments(path) {
  const parts = path.split("/").filter(Boolean).map(decoded);
  const isTongue = /^[a-z]{2}(-[A-Za-z]{2,4})?$/.test(parts[0] ?? "") && parts.length > 1;
  return isTongue ? parts.slice(1) : parts;
}

/** @param {string} part */
function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
