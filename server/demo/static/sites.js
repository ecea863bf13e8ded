/** The demo's twin of the extension's list of sites: a demo path is read as the platform's own address. */

import { SITES as TRUE_SITES } from "./true-index.js";

/** "/demo/tiktok/@name" as "https://www.tiktok.com/@name". */
function pretended(url) {
  const [, , site, ...rest] = new URL(url, location.href).pathname.split("/");
  return new URL(`https://www.${site}.com/${rest.join("/")}`);
}

const isDemo = (url) => new URL(url, location.href).pathname.startsWith("/demo/");

export const SITES = TRUE_SITES.map((site) => ({
  ...site,
  view: (url) => site.view(isDemo(url) ? pretended(url) : url),
}));

export function siteFor(url) {
  if (!isDemo(url)) return null;
  return SITES.find((site) => site.hosts.includes(pretended(url).hostname)) ?? null;
}
