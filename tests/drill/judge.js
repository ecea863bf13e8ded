/** Judges what was read of a broken case: right, unknown or wrong. Poorer is unknown; anything else than the truth is wrong. */

const COUNTS = ["followers", "following", "posts_count", "likes_total"];
const PLAIN = ["name", "bio", "category", "verified", "private"];
const POST_FIELDS = ["kind", "caption", "likes", "comments", "views", "shares", "saves", "published_at", "pinned", "paid_label", "place"];
const POST_LISTS = ["coauthors", "tagged", "labels"];

/**
 * @param {any} found    profile as read, or null
 * @param {any} truth    expected profile, or null when nothing may be read
 * @returns {{verdict: "right" | "unknown" | "wrong", faults: string[]}}
 */
export function judge(found, truth) {
  if (found === null) return { verdict: truth === null ? "right" : "unknown", faults: [] };
  if (truth === null) return nothingExpected(found);
  const marks = [...counts(found, truth), ...plain(found, truth), ...lists(found, truth), ...posts(found.posts, truth.posts)];
  const faults = marks.filter(([verdict]) => verdict === "wrong").map(([, what]) => what);
  const verdict = faults.length > 0 ? "wrong" : marks.some(([mark]) => mark === "unknown") ? "unknown" : "right";
  return { verdict, faults };
}

function nothingExpected(found) {
  const isBlank = [...COUNTS, ...PLAIN].every((field) => found[field] === null) && found.posts.length === 0;
  return isBlank ? { verdict: "right", faults: [] } : { verdict: "wrong", faults: [`read ${JSON.stringify(found).slice(0, 200)} where nothing is to be read`] };
}

function counts(found, truth) {
  return COUNTS.map((field) => {
    if (found[field] === null) return [truth[field] === null ? "right" : "unknown", field];
    const isTrue = truth[field] !== null && agree(found[field], truth[field]);
    return [isTrue ? "right" : "wrong", `${field}: ${JSON.stringify(found[field])} for ${JSON.stringify(truth[field])}`];
  });
}

/** Two exact numbers are equal; a rounded one lies within one printed step of the other. */
function agree(one, other) {
  if (one.exact && other.exact) return one.value === other.value;
  const least = Math.min(one.value, other.value);
  const step = least >= 1e6 ? 1e5 : least >= 1e3 ? (least >= 1e5 ? 1e3 : 1e3) : 0;
  return Math.abs(one.value - other.value) <= step;
}

function plain(found, truth) {
  return PLAIN.map((field) => {
    if (found[field] === truth[field]) return ["right", field];
    return [found[field] === null ? "unknown" : "wrong", `${field}: ${JSON.stringify(found[field])} for ${JSON.stringify(truth[field])}`];
  });
}

function lists(found, truth) {
  const urls = (links) => links.map((link) => link.url.replace(/\/$/, ""));
  const foreign = urls(found.links).filter((url) => !urls(truth.links).includes(url));
  const strange = found.pronouns.filter((word) => !truth.pronouns.includes(word));
  return [[foreign.length > 0 ? "wrong" : found.links.length < truth.links.length ? "unknown" : "right", `links: ${foreign}`], [strange.length > 0 ? "wrong" : found.pronouns.length < truth.pronouns.length ? "unknown" : "right", `pronouns: ${strange}`]];
}

function posts(found, truth) {
  const known = new Map(truth.map((post) => [post.id, post]));
  const marks = found.flatMap((post) => (known.has(post.id) ? postMarks(post, known.get(post.id)) : [["wrong", `post ${post.id} is not the account's own`]]));
  return found.length < truth.length ? [...marks, ["unknown", "posts"]] : marks;
}

function postMarks(found, truth) {
  const single = POST_FIELDS.map((field) => {
    if (found[field] === truth[field]) return ["right", field];
    return [found[field] === null ? "unknown" : "wrong", `post ${field}: ${JSON.stringify(found[field])} for ${JSON.stringify(truth[field])}`];
  });
  const several = POST_LISTS.map((field) => {
    const strange = found[field].filter((entry) => !truth[field].includes(entry));
    return [strange.length > 0 ? "wrong" : found[field].length < truth[field].length ? "unknown" : "right", `post ${field}: ${strange}`];
  });
  return [...single, ...several];
}
