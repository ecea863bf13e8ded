/** Reads the posts of a drawn Instagram grid: shortcodes, dates by the code, and captions where a picture's text is one. */

import { post } from "../fields.js";
import { wellFormed } from "../values.js";
import { dateOfCode } from "./media-id.js";
import { DESCRIBED } from "./words.js";

const MOST_POSTS = 120;
/** Tabs that hold the profile's own posts. */
export const OWN_TABS = ["posts", "reels"];

/**
 * Posts of the profile's own tabs. An address that names another account is that account's post.
 * @param {Document} document @param {import("../site.js").View} view @param {string | undefined} shownName
 * @returns {import("../site.js").Post[]}
 */
export function gridPosts(document, view, shownName) {
  if (!OWN_TABS.includes(view.tab ?? "posts")) return [];
  const anchors = [...document.querySelectorAll('main a[href*="/p/"], main a[href*="/reel/"]')].slice(0, MOST_POSTS);
  /** @type {Map<string, import("../site.js").Post>} */ const found = new Map();
  for (const anchor of anchors) {
    const entry = postOf(anchor, /** @type {string} */ (view.handle), shownName);
    if (entry !== null && !found.has(entry.id)) found.set(entry.id, entry);
  }
  return [...found.values()];
}

/** @param {Element} anchor @param {string} name @param {string | undefined} shownName */
function postOf(anchor, name, shownName) {
  const href = (anchor.getAttribute("href") ?? "").replace(/^https:\/\/(www\.)?instagram\.com/, "");
  const parts = /^\/(?:([A-Za-z0-9._]+)\/)?(p|reel)\/([A-Za-z0-9_-]{5,64})\/?(\?|$)/.exec(href);
  if (!parts || anchor.closest("[role=dialog], article [role=dialog]")) return null;
  if (parts[1] !== undefined && parts[1].toLowerCase() !== name) return null;
  return post({
    id: parts[3], kind: parts[2] === "reel" ? "reel" : null, caption: captionOf(anchor, [name, shownName]), published_at: dateOfCode(parts[3], Date.now()) ?? null,
    pinned: anchor.querySelector('svg[aria-label*="Pinned" i]') ? true : null,
  });
}

/** A picture's text is the caption, unless it is the platform's description of the picture. @param {Element} anchor @param {(string | undefined)[]} names */
function captionOf(anchor, names) {
  const alt = anchor.querySelector("img[alt]")?.getAttribute("alt") ?? "";
  const start = alt.slice(0, 80).toLowerCase();
  const isNamed = names.some((name) => name !== undefined && start.includes(name.toLowerCase()));
  const isDescribed = DESCRIBED.test(alt) || (isNamed && /\d/.test(start));
  return alt === "" || isDescribed ? null : wellFormed(alt);
}
