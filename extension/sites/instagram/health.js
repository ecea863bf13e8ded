/** Where the badge goes on Instagram, and which parts of a healthy page are not there. */

import { gridPosts, OWN_TABS } from "./grid.js";
import { handleElement, headerCounts, profileHeader } from "./header.js";
import { isPrivate } from "./page.js";

/** @param {Document} document @param {import("../site.js").View} view */
export function anchor(document, view) {
  if (view.kind !== "profile" || view.handle === null) return null;
  const header = profileHeader(document, view.handle);
  return header && handleElement(header, view.handle);
}

/** @param {Document} document @param {import("../site.js").View} view */
export function missing(document, view) {
  if (view.kind !== "profile" || view.handle === null) return [];
  const header = profileHeader(document, view.handle);
  if (header === null) return ["name", "followers", "posts"];
  const counts = headerCounts(header, view.handle, document.documentElement.lang);
  const lacks = counts.followers === undefined ? ["followers"] : [];
  const isElsewhere = !OWN_TABS.includes(view.tab ?? "posts");
  const isWhole = isElsewhere || counts.posts_count?.value === 0 || isPrivate(document) || gridPosts(document, view, undefined).length > 0;
  return isWhole ? lacks : [...lacks, "posts"];
}
