/** The list of platforms. Adding one: its folder, a line here, a match in the manifest, saved pages in tests/pages. */

import { instagram } from "./instagram/index.js";
import { tiktok } from "./tiktok/index.js";

/** @type {readonly import("./site.js").Site[]} */
export const SITES = [instagram, tiktok];

/**
 * The site of an address, or null.
 * @param {string | URL} url
 */
export function siteFor(url) {
  const host = hostOf(url);
  return SITES.find((site) => site.hosts.includes(host)) ?? null;
}

/** @param {string | URL} url */
function hostOf(url) {
  try {
    return new URL(url).hostname;
  } catch {
    return "";
  }
}
