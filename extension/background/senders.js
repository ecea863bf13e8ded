/** Who may ask what: pages of the two sites ask about profiles, only the extension's own pages change the pairing. */

/** @typedef {import("../chrome.js").Sender} Sender */

/** The hosts of the manifest; a test compares them with the sites' own lists. */
export const HOSTS = ["www.instagram.com", "instagram.com", "www.tiktok.com", "tiktok.com", "m.tiktok.com"];

const FROM_PAGES = ["annotate", "save", "unsave", "restore", "change", "state", "select", "known", "marks", "open", "settings", "looked"];
const FROM_OURS = [...FROM_PAGES, "pair", "unpair", "set", "failing"];

/** @param {unknown} message @param {Sender} sender @param {string} ownId */
export function mayAsk(message, sender, ownId) {
  const kind = /** @type {any} */ (message)?.kind;
  if (sender.id !== ownId || typeof kind !== "string") return false;
  if (sender.isPage) return FROM_OURS.includes(kind);
  return sender.isTab && sender.isTop && isOurSite(sender.url) && FROM_PAGES.includes(kind);
}

/** @param {string} url */
function isOurSite(url) {
  try {
    const { protocol, hostname } = new URL(url);
    return protocol === "https:" && HOSTS.includes(hostname);
  } catch {
    return false;
  }
}
