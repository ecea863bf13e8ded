/** What Instagram's drawn profile page and its meta tags show, for parts that no JSON gave. */

import { headerCounts, profileHeader } from "./header.js";
import { readMeta, titledName } from "./meta.js";
import { gridPosts } from "./grid.js";
import { PRIVATE, VERIFIED } from "./words.js";
import { shownWords } from "./header-words.js";
import { redirected } from "./user.js";

/**
 * Null while the page is still arriving: its texts may be cut anywhere.
 * @param {Document} document @param {import("../site.js").View} view @returns {import("../site.js").Sighting | null}
 */
export function readPage(document, view) {
  if (view.kind !== "profile" || view.handle === null || document.readyState === "loading") return null;
  const meta = readMeta(document, view.handle);
  const header = profileHeader(document, view.handle);
  const drawn = header === null ? {} : readHeader(header, view.handle, document);
  if (header === null && Object.keys(meta).length === 0) return null;
  const posts = header === null ? [] : gridPosts(document, view, drawn.name ?? meta.name);
  const profile = { platform: /** @type {const} */ ("instagram"), handle: view.handle, view: /** @type {const} */ ("profile"), ...together(drawn, meta), posts };
  return { profile, owner: true, source: header === null ? "meta" : "page", at: Date.now() };
}

/** Printed words come best from the tags, numbers from wherever they are exact. @param {{[field: string]: any}} drawn @param {{[field: string]: any}} meta */
function together(drawn, meta) {
  const merged = { ...meta, ...drawn };
  for (const field of ["name", "bio"]) if (meta[field] !== undefined) merged[field] = meta[field];
  for (const field of ["followers", "following", "posts_count"]) if (meta[field]?.exact && !drawn[field]?.exact) merged[field] = meta[field];
  return merged;
}

/** @param {Element} header @param {string} name @param {Document} document @returns {{[field: string]: any}} */
function readHeader(header, name, document) {
  /** @type {{[field: string]: any}} */ const found = { ...headerCounts(header, name, document.documentElement.lang), ...shownWords(header, name, titledName(document, name)) };
  if ([...header.querySelectorAll("svg[aria-label]")].some((icon) => VERIFIED.test(icon.getAttribute("aria-label") ?? ""))) found.verified = true;
  if (isPrivate(document)) found.private = true;
  const links = linksOf(header);
  return links.length > 0 ? { ...found, links } : found;
}

/** @param {Document} document */
export function isPrivate(document) {
  const places = [...document.querySelectorAll("main h2, main h3, article h2, main span")].slice(0, 300);
  return places.some((place) => PRIVATE.test((place.textContent ?? "").trim()));
}

/** @param {Element} header @returns {import("../site.js").Link[]} */
function linksOf(header) {
  const anchors = [...header.querySelectorAll('a[href*="l.instagram.com/"]')].slice(0, 10);
  const urls = anchors.map((anchor) => redirected(anchor.getAttribute("href"))).filter((url) => url !== undefined);
  return [...new Set(urls)].map((url) => ({ url, title: null }));
}
