/** What of the profile in front could not be read at all, and what only its drawing no longer gives. */

/** @typedef {import("./watcher.js").Place} Place */
/** @typedef {import("../messages.js").SelfCheck} SelfCheck */

/**
 * Lists vary: others' posts are left out, and late ones come with a scroll. From half of the usual number on, they count
 * as read.
 */
const ENOUGH = 0.5;

/**
 * @param {Place} place @param {Document} document @param {import("../sites/sightings.js").Sightings} sightings
 * @returns {SelfCheck}
 */
export function selfCheck({ site, view }, document, sightings) {
  const { handle, kind } = view;
  const profile = handle === null ? null : sightings.profile(site.id, handle);
  const fields = namesOf(handle === null ? {} : sightings.sources(site.id, handle));
  const lacks = site.missing(document, view).filter((part) => part !== "posts" || !hasNoPosts(profile));
  const isKnown = (/** @type {string} */ part) => (part === "posts" ? (profile?.posts.length ?? 0) > 0 : part in fields);
  const missing = lacks.filter((part) => !isKnown(part));
  return { site: site.id, kind, handle, missing: isShort(site, view, profile) ? [...missing, "some_posts"] : missing, drawn: lacks.filter(isKnown), fields };
}

/** @param {{[field: string]: {source: string}}} sources */
function namesOf(sources) {
  return Object.fromEntries(Object.entries(sources).map(([name, { source }]) => [name, source]));
}

/** @param {import("../messages.js").Profile | null} profile */
function hasNoPosts(profile) {
  return profile?.private === true || profile?.posts_count?.value === 0;
}

/** Whether a profile that says how many posts it has gave far fewer than a first load brings. @param {Place["site"]} site @param {Place["view"]} view @param {import("../messages.js").Profile | null} profile */
function isShort(site, view, profile) {
  const { length } = profile?.posts ?? [];
  const isFirst = (view.tab ?? "posts") === "posts";
  if (!profile?.posts_count || length === 0 || !isFirst || hasNoPosts(profile)) return false;
  return length < Math.min(profile.posts_count.value, site.firstPosts) * ENOUGH;
}
