/** Checks what the page's own world sends: anybody in the page can send the same, so all of it is doubted first. */

const MOST_LETTERS = 8_000_000;
const MOST_URL = 8_000;

/**
 * A checked message of the page's listener, or null.
 * @param {MessageEvent} event @param {Window} window
 * @returns {{kind: "response", url: string, text: string, at: number} | {kind: "moved"} | null}
 */
export function incoming(event, window) {
  const { data } = event;
  if (event.source !== window || event.origin !== window.location.origin) return null;
  if (typeof data !== "object" || data === null || data.seedlist !== 1) return null;
  if (data.kind === "moved") return { kind: "moved" };
  if (data.kind !== "response" || !isText(data.url, MOST_URL) || !isText(data.text, MOST_LETTERS)) return null;
  return { kind: "response", url: data.url, text: data.text, at: Number.isFinite(data.at) ? Math.min(data.at, Date.now()) : Date.now() };
}

/** @param {unknown} value @param {number} most */
function isText(value, most) {
  return typeof value === "string" && value.length <= most;
}
