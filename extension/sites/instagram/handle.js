/** What an Instagram handle looks like, and which first path segments are none. */

const SHAPE = /^[a-z0-9_.]{1,30}$/;

export const RESERVED = new Set([
  "explore", "reels", "reel", "p", "tv", "stories", "direct", "accounts", "about", "legal", "popular", "developer", "privacy", "terms", "emails", "archive",
  "challenge", "web", "api", "graphql", "ajax", "directory", "locations", "session", "oauth", "press", "static", "data", "your_activity", "notifications", "lite", "nametag", "create", "topics", "consent", "sem", "support", "help", "hashtag", "qr", "invites", "igtv", "guides", "live", "ar", "s", "share", "favicon.ico", "robots.txt", "fxcal", "meta_verified", "ads", "ad_tools", "professional_dashboard",
]);

/** The handle in lower case, or undefined. @param {unknown} value @returns {string | undefined} */
export function handle(value) {
  if (typeof value !== "string") return undefined;
  const bare = value.trim().replace(/^@/, "").toLowerCase();
  return SHAPE.test(bare) ? bare : undefined;
}
