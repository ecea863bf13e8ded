/** Turns the text of an answer into JSON: with or without the guard before it, one document or one a line. */

const LARGEST = 12_000_000;
const GUARD = /^\s*for\s*\(;;\);\s*/;

/**
 * @param {string} text
 * @returns {unknown} undefined when the text is no JSON object or list; a list when it holds one document a line
 */
export function parseBody(text) {
  if (typeof text !== "string" || text.length > LARGEST) return undefined;
  const bare = text.replace(GUARD, "");
  const whole = attempt(bare);
  if (whole !== undefined || !bare.includes("\n")) return whole;
  const lines = bare.split(/\r?\n/).map(attempt).filter((document) => document !== undefined);
  return lines.length > 0 ? lines : undefined;
}

/** @param {string} text */
function attempt(text) {
  try {
    const body = JSON.parse(text);
    return typeof body === "object" && body !== null ? body : undefined;
  } catch {
    return undefined;
  }
}
