/** Where the badge goes on TikTok, and which parts of a healthy page are not there. */

import { marked, profileRoot } from "./page.js";

/** @type {readonly (readonly [part: string, mark: string])[]} */
const PARTS = [["followers", "followers-count"], ["bio", "user-bio"], ["posts", "user-post-item"]];

/** @param {Document} document @param {import("../site.js").View} view */
export function anchor(document, view) {
  if (view.kind !== "profile" || view.handle === null) return null;
  const page = profileRoot(document, view.handle);
  return page && (marked(page, "user-title")?.parentElement ?? null);
}

/** @param {Document} document @param {import("../site.js").View} view */
export function missing(document, view) {
  if (view.kind !== "profile" || view.handle === null) return [];
  const page = profileRoot(document, view.handle);
  if (page === null) return ["name", ...PARTS.map(([part]) => part)];
  return PARTS.filter(([, mark]) => marked(page, mark) === null).map(([part]) => part);
}
