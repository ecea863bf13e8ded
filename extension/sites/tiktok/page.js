/** What TikTok's drawn profile page shows, by its data-e2e marks: for parts that no JSON gave. */

import { parseCount } from "../counts.js";
import { post } from "../fields.js";
import { wellFormed, words } from "../values.js";
import { handle } from "./handle.js";
import { dateOf } from "./item.js";
import { CREATED_BY, NO_BIO } from "./words.js";

/** @typedef {import("../site.js").Count} Count */

const MOST_POSTS = 120;
const COUNTS = /** @type {const} */ ([["followers", "followers-count"], ["following", "following-count"], ["likes_total", "likes-count"]]);

/**
 * Null while the page is still arriving: its texts may be cut anywhere.
 * @param {Document} document @param {import("../site.js").View} view @returns {import("../site.js").Sighting | null}
 */
export function readPage(document, view) {
  if (view.kind !== "profile" || view.handle === null || document.readyState === "loading") return null;
  const page = profileRoot(document, view.handle);
  if (page === null) return null;
  const name = displayName(page, view.handle);
  const profile = {
    platform: /** @type {const} */ ("tiktok"), handle: view.handle, view: /** @type {const} */ ("profile"),
    ...said({ name, bio: bio(page), links: links(page) }), ...counts(page, document),
    posts: posts(page, view.handle, name),
  };
  return { profile, owner: true, source: "page", at: Date.now() };
}

/**
 * The profile's part of the page, when it shows this account: its title or subtitle names it, so numbers that an
 * in-app move has not replaced yet are not read.
 * @param {Document} document @param {string} name
 */
export function profileRoot(document, name) {
  const page = document.querySelector('[data-e2e="user-page"]') ?? document.querySelector('[data-e2e="user-title"]')?.closest("main, body");
  if (!page) return null;
  const named = ["user-title", "user-subtitle"].some((mark) => handle(content(page, mark) ?? "") === name);
  return named ? page : null;
}

/** @param {Element} page @param {string} mark */
export function marked(page, mark) {
  return page.querySelector(`[data-e2e="${mark}"]`);
}

/** @param {Element} page @param {string} mark */
function content(page, mark) {
  return marked(page, mark)?.textContent ?? null;
}

/** Title and subtitle have changed places over the years: beside the handle, the other one is the name. @param {Element} page @param {string} name */
function displayName(page, name) {
  const found = ["user-subtitle", "user-title"].map((mark) => words(content(page, mark)));
  if (found.includes(undefined)) return undefined;
  return found.find((item) => handle(item) !== name) ?? found[0];
}

/** @param {Element} page */
function bio(page) {
  const shown = content(page, "user-bio");
  if (shown === null) return undefined;
  const isEmpty = NO_BIO.some((word) => word.toLowerCase() === shown.trim().toLowerCase());
  return isEmpty ? "" : wellFormed(shown);
}

/** The address behind TikTok's own redirect. @param {Element} page */
function links(page) {
  const link = marked(page, "user-link");
  const anchor = link?.closest("a") ?? link?.querySelector("a");
  const href = anchor?.getAttribute("href");
  if (!href) return undefined;
  const target = /[?&]target=([^&]+)/.exec(href);
  const url = words(target ? decoded(target[1]) : anchor?.textContent);
  return url === undefined ? undefined : [{ url, title: null }];
}

/** @param {string} part */
function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

/** @param {Element} page @param {Document} document */
function counts(page, document) {
  /** @type {{[field: string]: Count}} */ const found = {};
  for (const [field, mark] of COUNTS) {
    const count = parseCount(content(page, mark), document.documentElement.lang);
    if (count !== null) found[field] = { value: count.value, exact: count.exact };
  }
  return found;
}

/** @param {Element} page @param {string} name @param {string | undefined} shownName */
function posts(page, name, shownName) {
  const anchors = [...page.querySelectorAll('[data-e2e="user-post-item"] a[href*="/video/"], [data-e2e="user-post-item"] a[href*="/photo/"]')];
  return anchors.slice(0, MOST_POSTS).map((anchor) => postOf(anchor, name, shownName)).filter((found) => found !== null);
}

/** @param {Element} anchor @param {string} name @param {string | undefined} shownName */
function postOf(anchor, name, shownName) {
  const parts = /\/@([^/?]+)\/(video|photo)\/(\d{15,22})/.exec(anchor.getAttribute("href") ?? "");
  if (!parts || handle(parts[1]) !== name) return null;
  const views = parseCount(anchor.querySelector('[data-e2e="video-views"]')?.textContent);
  const caption = captionOf(anchor.querySelector("img[alt]")?.getAttribute("alt") ?? null, shownName);
  return post({
    id: parts[3], kind: parts[2] === "photo" ? "photos" : "video", caption, published_at: dateOf(parts[3], Date.now()) ?? null,
    views: views?.exact ? views.value : null, pinned: anchor.querySelector('[data-e2e="video-card-badge"]') ? true : null,
  });
}

/**
 * The caption in a picture's text, which goes on with "created by NAME with SOUND" in the page's language. Null
 * where the name stands in it but no known phrase does.
 * @param {string | null} alt @param {string | undefined} name
 */
export function captionOf(alt, name) {
  if (alt === null || alt === "" || name === undefined) return null;
  const ends = CREATED_BY.map((phrase) => alt.lastIndexOf(phrase.replace("NAME", name))).filter((index) => index >= 0);
  if (ends.length > 0) return wellFormed(alt.slice(0, Math.max(...ends)));
  return alt.includes(` ${name} `) ? null : wellFormed(alt);
}

/** @param {{[field: string]: unknown}} fields */
function said(fields) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
