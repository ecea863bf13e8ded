/** Which of TikTok's answers can hold accounts or posts. The page's listener carries the same patterns. */

/** @type {readonly RegExp[]} */
export const WANTED = [
  /^\/api\/(?!preload\/)[\w-]+\/item_list\/?$/,
  /^\/api\/user\/detail\/?$/,
  /^\/api\/search\/[\w-]+\/(full|preview)\/?$/,
  /^\/api\/(item\/detail|recommend\/user|recommend\/embed_videos|share\/settings)\/?$/,
  /^\/node\/share\/(user|video|tag)\//,
];

export const WANTED_HOST = /(^|\.)tiktok\.com$/;

/** @param {string} url */
export function wants(url) {
  try {
    const { hostname, pathname } = new URL(url, "https://www.tiktok.com");
    return WANTED_HOST.test(hostname) && WANTED.some((pattern) => pattern.test(pathname));
  } catch {
    return false;
  }
}
