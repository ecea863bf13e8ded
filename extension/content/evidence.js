/** Finds the exact characters behind something in the profile that was sent, and cuts out their sentence. */

/** @typedef {import("../messages.js").Evidence} Evidence */
/** @typedef {import("../messages.js").Profile} Profile */
/** `at`: when it was published, null when the page did not say or it is not a post's. @typedef {{before: string, text: string, after: string, source: string, at: string | null}} Quote */

const AROUND = 60;
const ENDS = ["\n", ". ", " | ", " • "];

/**
 * The words in their sentence. Offsets that do not give the words (a page that changed) give the words alone.
 * @param {Profile} profile @param {Evidence} evidence
 * @returns {Quote}
 */
export function quote(profile, evidence) {
  const { source, start, end, text } = evidence;
  const at = postOf(profile, source)?.published_at ?? null;
  for (const whole of textsOf(profile, source)) {
    const letters = [...whole];
    if (letters.slice(start, end).join("") !== text) continue;
    return { before: sentenceStart(letters.slice(0, start).join("")), text, after: sentenceEnd(letters.slice(end).join("")), source, at };
  }
  return { before: "", text, after: "", source, at };
}

/** @param {Profile} profile @param {string} source */
function postOf(profile, source) {
  const [kind, index] = source.split(":");
  return kind === "caption" || kind === "label" ? profile.posts[Number(index)] : undefined;
}

/** @param {Profile} profile @param {string} source @returns {string[]} texts that the offsets may count in */
function textsOf(profile, source) {
  const post = postOf(profile, source);
  if (source.startsWith("label")) return post?.labels ?? [];
  if (post) return [post.caption ?? ""];
  if (source === "link") return profile.links.flatMap(({ title, url }) => (title === null ? [url] : [title, url]));
  const own = { bio: profile.bio, name: profile.name, category: profile.category, handle: profile.handle }[source];
  return own ? [own] : [];
}

/** @param {string} text */
function sentenceStart(text) {
  const from = Math.max(...ENDS.map((mark) => (text.includes(mark) ? text.lastIndexOf(mark) + mark.length : 0)));
  const part = text.slice(from).trimStart();
  return part.length > AROUND ? `… ${part.slice(-AROUND).replace(/^\S*\s/u, "")}` : part;
}

/** @param {string} text */
function sentenceEnd(text) {
  const to = Math.min(...ENDS.map((mark) => (text.includes(mark) ? text.indexOf(mark) + mark.trim().length : text.length)));
  const part = text.slice(0, to).trimEnd();
  return part.length > AROUND ? `${part.slice(0, AROUND).replace(/\s\S*$/u, "")} …` : part;
}
