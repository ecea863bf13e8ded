/** Reads one Instagram account from JSON of any dialect: today's GraphQL, REST, and the older "edge" names. */

import { first, readFields } from "../fields.js";
import { at, flag, id, integer, list, strings, text, words } from "../values.js";
import { handle } from "./handle.js";

/** @typedef {import("../site.js").PartialProfile} PartialProfile */

/** @type {import("../fields.js").FieldRow[]} */
const FIELDS = [
  ["name", words, "full_name"],
  ["bio", text, "biography", "biography_with_entities.raw_text"],
  ["category", words, "category", "category_name"],
  ["followers", count, "follower_count", "edge_followed_by.count"],
  ["following", count, "following_count", "edge_follow.count"],
  ["posts_count", count, "media_count", "all_media_count", "edge_owner_to_timeline_media.count"],
  ["verified", flag, "is_verified"],
  ["private", flag, "is_private"],
  ["pronouns", pronouns, "pronouns"],
];

/** @param {unknown} node @returns {string | undefined} */
export function userHandle(node) {
  const name = at(node, "username");
  return name === undefined ? undefined : handle(name);
}

/** The account's id. Logged-out pages hold Facebook's id under "id", so "pk" comes first. @param {unknown} node @returns {string | undefined} */
export function userKey(node) {
  return /** @type {string | undefined} */ (first(node, id, ["pk", "pk_id", "id", "strong_id__"]));
}

/** More than a name: a bio or followers. @param {unknown} node */
export function isFullUser(node) {
  const hasCount = ["follower_count", "edge_followed_by.count"].some((path) => integer(at(node, path)) !== undefined);
  return hasCount || typeof at(node, "biography") === "string";
}

/** @param {unknown} node @returns {PartialProfile | null} null without a readable handle */
export function readUser(node) {
  const name = userHandle(node);
  if (name === undefined) return null;
  const found = { platform: /** @type {const} */ ("instagram"), handle: name, ...readFields(node, FIELDS), ...linksOf(node) };
  if (at(node, "should_show_category") === false) delete (/** @type {PartialProfile} */ (found).category);
  if (isCutBio(node, found)) delete (/** @type {PartialProfile} */ (found).bio);
  return found;
}

/** Smaller answers shorten a bio; only the profile's own, which lists links or counts as edges, may end in dots. @param {unknown} node @param {PartialProfile} found */
function isCutBio(node, found) {
  const isWhole = Array.isArray(at(node, "bio_links")) || at(node, "edge_followed_by") !== undefined;
  return !isWhole && /(…|\.\.\.)$/.test(found.bio ?? "");
}

/** @param {unknown} value @returns {import("../site.js").Count | undefined} */
function count(value) {
  const number = integer(value);
  return number === undefined ? undefined : { value: number, exact: true };
}

/** @param {unknown} value */
function pronouns(value) {
  return Array.isArray(value) ? strings(value) : undefined;
}

/** Bio links and the website, each once; nothing where the answer has neither key. @param {unknown} node */
function linksOf(node) {
  const listed = at(node, "bio_links");
  const website = words(at(node, "external_url"));
  if (!Array.isArray(listed) && website === undefined) return {};
  const found = list(listed).slice(0, 20).map(linkOf).filter((link) => link !== null);
  const isNew = website !== undefined && !found.some((link) => bare(link.url) === bare(website));
  return { links: isNew ? [{ url: /** @type {string} */ (website), title: null }, ...found] : found };
}

/** @param {unknown} entry @returns {import("../site.js").Link | null} */
function linkOf(entry) {
  const url = words(at(entry, "url")) ?? redirected(at(entry, "lynx_url"));
  return url === undefined ? null : { url, title: words(at(entry, "title")) ?? null };
}

/** The address behind l.instagram.com. @param {unknown} value @returns {string | undefined} */
export function redirected(value) {
  if (typeof value !== "string") return undefined;
  try {
    return words(new URL(value).searchParams.get("u"));
  } catch {
    return undefined;
  }
}

/** @param {string} url */
function bare(url) {
  return url.replace(/^https?:\/\/(www\.)?/i, "").replace(/\/$/, "").toLowerCase();
}
