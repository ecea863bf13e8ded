/** What every tab is told after a change of the lists, so that a profile open in two tabs says the same in both. */

/** @typedef {import("../messages.js").Answer} Answer */
/** @typedef {import("../messages.js").Kept} Kept */

/** The order for a message and its answer; null when nothing changed. @param {any} message @param {Answer} answer @returns {Kept | null} */
export function keptAfter({ kind, profile, candidate }, answer) {
  if (!answer.ok) return null;
  if (kind === "unsave") return { kind: "kept", removed: candidate };
  if (!["save", "restore", "change"].includes(kind) || answer.saved === undefined) return null;
  return kind === "save" ? keptOf(profile, answer.saved) : { kind: "kept", saved: answer.saved };
}

/** @param {{platform: string, handle: string}} account @param {import("../messages.js").Saved[]} saved @returns {Kept} */
export function keptOf({ platform, handle }, saved) {
  return { kind: "kept", platform, handle, saved };
}
