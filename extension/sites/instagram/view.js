/** Where an Instagram tab is, by its address. */

import { handle, RESERVED } from "./handle.js";

const CODE = /^[A-Za-z0-9_-]{2,64}$/;
const POSTS = ["p", "reel", "tv"];
/** Second segments of a profile's address. @type {{[segment: string]: string}} */
const TABS = { "": "posts", reels: "reels", tagged: "tagged", reposts: "reposts", saved: "saved", followers: "followers", following: "following", channel: "reels", feed: "posts", guides: "guides", similar_accounts: "posts" };

/** @param {URL} url @returns {import("../site.js").View} */
export function view(url) {
  const parts = url.pathname.split("/").filter(Boolean);
  const [head = "", next = "", last = ""] = parts;
  if (head === "") return { kind: "feed", handle: null, tab: "home" };
  if (POSTS.includes(head) && CODE.test(next)) return { kind: "post", handle: null, id: next };
  if (head === "reels") return CODE.test(next) && next !== "audio" ? { kind: "post", handle: null, id: next } : { kind: "feed", handle: null, tab: "reels" };
  if (head === "explore") return search(next, last);
  if (head === "popular") return { kind: "search", handle: null, tab: "top" };
  if (head === "stories") return { kind: "other", handle: next === "highlights" ? null : handle(next) ?? null, tab: "stories" };
  return account(handle(head), next, last);
}

/** @param {string} next @param {string} last @returns {import("../site.js").View} */
function search(next, last) {
  const tab = { tags: "tag", locations: "place", search: "top", people: "people" }[next];
  if (tab === "people" && last !== "") return { kind: "other", handle: null, tab };
  return { kind: "search", handle: null, tab: tab ?? "explore" };
}

/** @param {string | undefined} name @param {string} next @param {string} last @returns {import("../site.js").View} */
function account(name, next, last) {
  if (name === undefined || RESERVED.has(name)) return { kind: "other", handle: null };
  if (POSTS.includes(next) && CODE.test(last)) return { kind: "post", handle: name, id: last };
  if (Object.hasOwn(TABS, next)) return { kind: "profile", handle: name, tab: TABS[next] };
  return { kind: "other", handle: name, tab: next };
}
