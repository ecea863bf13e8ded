/** One account, merged field by field from all looks at it. */

import { mergedPosts } from "./merged-posts.js";
import { wellFormed } from "./values.js";

/** @typedef {import("./site.js").Sighting} Sighting */
/** @typedef {import("./site.js").Profile} Profile */
/** @typedef {{value: any, source: string, at: number}} Known */

/** How far a source is trusted: a profile's own answer above search, above a post's author, above the drawn page. */
export const RANKS = /** @type {{readonly [source: string]: number}} */ ({
  "json:profile": 6, "json:search": 5, "json:linked": 4, "json:author": 3, "json:post": 3, "json:person": 2, page: 1, meta: 0,
});

const FIELDS = /** @type {const} */ (["name", "bio", "category", "followers", "following", "posts_count", "likes_total", "verified", "private", "links", "pronouns", "view"]);
const MOST_AT_REST = 3;
const VIEWS = ["feed", "post", "search", "hover", "profile"];

export class MergedAccount {
  /** @param {import("./site.js").Platform} platform @param {string} handle */
  constructor(platform, handle) {
    this.platform = platform;
    this.handle = handle;
    this.at = 0;
    /** @type {Map<string, Known>} */
    this.fields = new Map();
    /** @type {Map<string, {post: import("./site.js").Post, rank: number}>} */
    this.posts = new Map();
  }

  /** @param {Sighting} sighting */
  add({ profile, source, at }) {
    this.at = Math.max(this.at, at);
    for (const field of FIELDS) {
      const value = profile[field];
      if (value !== undefined && value !== null) this.learn(field, { value: clean(value), source, at });
    }
    mergedPosts(this.posts, profile.posts ?? [], RANKS[source] ?? 0);
  }

  /** Not met for a while: the newest posts are enough, unless its own profile was looked at. */
  rest() {
    if (this.fields.get("view")?.value === "profile") return;
    for (const id of [...this.posts.keys()].slice(MOST_AT_REST)) this.posts.delete(id);
  }

  /** @param {string} field @param {Known} fresh */
  learn(field, fresh) {
    const known = this.fields.get(field);
    if (known === undefined || isBetter(field, fresh, known)) this.fields.set(field, fresh);
  }

  /** @returns {Profile} */
  profile() {
    const value = (/** @type {string} */ field) => this.fields.get(field)?.value ?? null;
    return {
      platform: this.platform, handle: this.handle, name: value("name"), bio: value("bio"), category: value("category"),
      followers: value("followers"), following: value("following"), posts_count: value("posts_count"), likes_total: value("likes_total"),
      verified: value("verified"), private: value("private"), links: value("links") ?? [], pronouns: value("pronouns") ?? [],
      captured_at: this.at > 0 ? new Date(this.at).toISOString() : null, view: value("view"),
      posts: [...this.posts.values()].map(({ post }) => post),
    };
  }

  sources() {
    return Object.fromEntries([...this.fields].map(([field, { source, at }]) => [field, { source, at }]));
  }
}

/** @param {string} field @param {Known} fresh @param {Known} known */
function isBetter(field, fresh, known) {
  if (field === "view") return VIEWS.indexOf(fresh.value) > VIEWS.indexOf(known.value);
  if (typeof fresh.value?.exact === "boolean" && fresh.value.exact !== known.value.exact) return fresh.value.exact;
  const ranks = [fresh, known].map(({ source }) => RANKS[source] ?? 0);
  if (Math.min(...ranks) > RANKS.page) {
    if (isCutFrom(fresh.value, known.value)) return false;
    if (isCutFrom(known.value, fresh.value)) return true;
  }
  return ranks[0] === ranks[1] ? fresh.at >= known.at : ranks[0] > ranks[1];
}

/** A text or a list that is a beginning of the other, as shortened bios are. @param {unknown} short @param {unknown} long */
function isCutFrom(short, long) {
  if (Array.isArray(short) && Array.isArray(long)) return isPart(short, long);
  if (typeof short !== "string" || typeof long !== "string" || short.length >= long.length) return false;
  return long.startsWith(short.replace(/(\.\.\.|…)$/, "").trimEnd());
}

/** A list that says less about entries of the other. @param {any[]} short @param {any[]} long */
function isPart(short, long) {
  const nameOf = (/** @type {any} */ entry) => String(entry?.url ?? entry).replace(/\/$/, "");
  const names = long.map(nameOf);
  return short.every((entry) => names.includes(nameOf(entry))) && JSON.stringify(short).length < JSON.stringify(long).length;
}

/** Text that can travel as UTF-8. @param {any} value */
function clean(value) {
  return typeof value === "string" ? wellFormed(value) : value;
}
