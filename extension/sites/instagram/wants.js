/** Which of Instagram's answers can hold accounts or posts. The page's listener carries the same patterns. */

/** @type {readonly RegExp[]} */
export const WANTED = [
  /^\/(api\/)?graphql(\/query)?\/?$/,
  /^\/api\/v1\/users\/(web_profile_info|\d+\/info|[\w.]+\/usernameinfo)\/?$/,
  /^\/api\/v1\/feed\/(user|timeline|tag|reels_media|popular|collection|saved)\b/,
  /^\/api\/v1\/(clips|usertags|tags|locations|fbsearch|discover)\//,
  /^\/api\/v1\/media\/\d+(_\d+)?\/info\/?$/,
  /^\/web\/search\/topsearch\/?$/,
  /^\/explore\/(tags|locations)\/[^/]+/,
  /^\/(p|reel|tv)\/[\w-]+\/?$/,
  /^\/[\w.]+\/(channel\/|reels\/)?$/,
];

export const WANTED_HOST = /(^|\.)instagram\.com$/;

/** @param {string} url */
export function wants(url) {
  try {
    const { hostname, pathname } = new URL(url, "https://www.instagram.com");
    return WANTED_HOST.test(hostname) && WANTED.some((pattern) => pattern.test(pathname));
  } catch {
    return false;
  }
}
