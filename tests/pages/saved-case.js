/** Loads a saved case (page, payloads, what is expected) and reads it the way the extension does. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { JSDOM } from "jsdom";
import { siteFor } from "../../extension/sites/index.js";
import { Sightings } from "../../extension/sites/sightings.js";

const HERE = new URL("./", import.meta.url);
export const PLATFORMS = ["instagram", "tiktok"];

/** Names of all cases of a platform. */
export function caseNames(platform) {
  return readdirSync(new URL(`${platform}/`, HERE), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
}

/** A case: its address, html ("" without a page), payloads in order, expected Profile with every field, absent handles. */
export function loadCase(platform, name) {
  const folder = new URL(`${platform}/${name}/`, HERE);
  const json = (file) => JSON.parse(readFileSync(new URL(file, folder), "utf8"));
  const settings = json("case.json");
  const files = existsSync(new URL("payloads/", folder)) ? readdirSync(new URL("payloads/", folder)).sort() : [];
  const html = existsSync(new URL("page.html", folder)) ? readFileSync(new URL("page.html", folder), "utf8") : "";
  const at = Date.parse(settings.at);
  return { platform, name, ...settings, html, payloads: files.map((file) => ({ ...json(`payloads/${file}`), at })), expected: full(json("expected.json")) };
}

/** Reads a case: embedded JSON first, then the payloads, then the drawn page. Gives what was gathered. */
export function readCase({ url, html, payloads }, document = documentOf(html, url)) {
  const site = siteFor(url);
  const view = site.view(new URL(url));
  const sightings = new Sightings();
  const found = [...site.embedded(document), ...payloads].flatMap((payload) => site.read(payload, view));
  for (const sighting of [...found, site.readPage(document, view)]) if (sighting !== null) sightings.add(sighting);
  return { site, view, sightings, document };
}

/** The profile that a case is about, as gathered. */
export function profileOf(settings, sightings, view) {
  const handle = settings.handle ?? view.handle;
  return withoutMoment(sightings.profile(settings.platform, handle));
}

/** @returns a document at an address that has arrived whole; scripts do not run */
export function documentOf(html, url) {
  const { document } = new JSDOM(html || "<!DOCTYPE html><html lang=\"en\"><body></body></html>", { url }).window;
  Object.defineProperty(document, "readyState", { value: "complete" });
  return document;
}

function withoutMoment(profile) {
  if (profile === null) return null;
  const { captured_at: _moment, ...rest } = profile;
  return rest;
}

const BLANK = { platform: null, handle: null, name: null, bio: null, category: null, followers: null, following: null, posts_count: null, likes_total: null, verified: null, private: null, links: [], pronouns: [], view: null, posts: [] };
const BLANK_POST = { id: null, kind: null, caption: null, likes: null, comments: null, views: null, shares: null, saves: null, published_at: null, pinned: null, coauthors: [], paid_label: null, tagged: [], place: null, labels: [] };

/** Expected files leave out what is unknown; an unknown key in them fails. */
function full(expected) {
  if (expected === null) return null;
  const posts = (expected.posts ?? []).map((post) => known({ ...BLANK_POST, ...post }, BLANK_POST));
  return known({ ...BLANK, ...expected, posts }, BLANK);
}

function known(record, blank) {
  for (const key of Object.keys(record)) if (!Object.hasOwn(blank, key)) throw new Error(`expected.json: unknown key "${key}"; the contract has ${Object.keys(blank).join(", ")}`);
  return record;
}
