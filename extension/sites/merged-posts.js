/** Merges posts of one account by id: what is known stays, what is better known replaces it. */

/** @typedef {import("./site.js").Post} Post */
/** @typedef {{post: Post, rank: number}} Ranked */

const MOST_POSTS = 60;

/**
 * Adds posts to `kept` and leaves it newest first, pinned ones among the others, undated ones last.
 * @param {Map<string, Ranked>} kept @param {readonly Post[]} fresh @param {number} rank
 */
export function mergedPosts(kept, fresh, rank) {
  if (fresh.length === 0) return;
  for (const post of fresh) {
    const known = kept.get(post.id);
    kept.set(post.id, known ? merged(known, { post, rank }) : { post, rank });
  }
  const newest = [...kept].sort(([, one], [, other]) => byDate(other.post, one.post)).slice(0, MOST_POSTS);
  kept.clear();
  for (const [id, ranked] of newest) kept.set(id, ranked);
}

/** @param {Ranked} known @param {Ranked} fresh @returns {Ranked} */
function merged(known, fresh) {
  const [low, high] = fresh.rank >= known.rank ? [known, fresh] : [fresh, known];
  /** @type {any} */ const post = { ...low.post };
  for (const [field, value] of Object.entries(high.post)) {
    if (!isBlank(value) || isBlank(post[field])) post[field] = value ?? post[field];
  }
  return { post, rank: high.rank };
}

/** @param {unknown} value */
function isBlank(value) {
  return value === null || value === "" || (Array.isArray(value) && value.length === 0);
}

/** ISO dates of one form, so their text sorts as they do. @param {Post} one @param {Post} other */
function byDate({ published_at: one }, { published_at: other }) {
  return (one ?? "") < (other ?? "") ? -1 : Number((one ?? "") > (other ?? ""));
}
