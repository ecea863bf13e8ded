/** What a small badge may say of an account, by what is known of it and what the user wants to see. */

/** @typedef {import("../../messages.js").Glimpse} Glimpse */
/** @typedef {import("../../messages.js").Settings} Settings */
/**
 * `form` is the widest allowed; `isWaiting`: saved here, and not yet on the server. Null parts are left out: a small badge never guesses.
 * @typedef {{isSaved: boolean, isWaiting: boolean, lists: string[], tier: {id: string, nested: string | null, certain: boolean} | null, fit: number | null, coverage: {known: number, of: number} | null, form: "full" | "compact"}} Shown
 */

/**
 * Null where there is nothing to show. People who only follow, like or comment get the saved mark and nothing else.
 * @param {Glimpse | null} glimpse @param {Pick<Settings, "density" | "quiet">} settings @param {boolean} isOrdinary
 * @returns {Shown | null}
 */
export function shownOf(glimpse, { density, quiet }, isOrdinary) {
  if (glimpse === null) return null;
  const isSaved = glimpse.candidate !== null;
  const form = density === "compact" ? "compact" : "full";
  const isWaiting = glimpse.candidate?.startsWith("waiting:") ?? false;
  const saved = { isSaved, isWaiting, lists: glimpse.lists.filter(Boolean), form: /** @type {"full" | "compact"} */ (form) };
  if (isOrdinary) return isSaved ? { ...saved, tier: null, fit: null, coverage: null } : null;
  if (!isSaved && (density === "saved" || isTooQuiet(glimpse.fit, quiet) || (glimpse.tier === null && glimpse.fit === null))) return null;
  const { tier, nested, certain, fit, coverage } = glimpse;
  return { ...saved, tier: tier === null ? null : { id: tier, nested, certain }, fit, coverage: coverage ?? null };
}

/** @param {number | null} fit @param {number | null} quiet */
function isTooQuiet(fit, quiet) {
  return quiet !== null && (fit ?? -1) < quiet;
}
