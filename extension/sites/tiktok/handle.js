/** What a TikTok handle looks like. */

const SHAPE = /^[a-z0-9_.]{1,32}$/;

/** The handle in lower case without "@", or undefined. @param {unknown} value @returns {string | undefined} */
export function handle(value) {
  if (typeof value !== "string") return undefined;
  const bare = value.trim().replace(/^@/, "").toLowerCase();
  return SHAPE.test(bare) ? bare : undefined;
}
