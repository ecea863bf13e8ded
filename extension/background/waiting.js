/** What waits: the id and mark of a bookmark that the server does not have yet, and for which problems it waits. */

import { PROBLEMS } from "./problems.js";

/** @typedef {import("../messages.js").Problem} Problem */

/** What says that the server cannot be worked with at all now. */
const DOWN = ["server_off", "not_paired", "not_ready", "too_old"];
/** What ends a delivery for now; anything else is the server's answer to one bookmark. */
const TRY_LATER = [...DOWN, "broken"];

/** Id of a waiting bookmark in place of the candidate's. @param {{platform: string, handle: string}} account */
export function waitingId({ platform, handle }) {
  return `waiting:${platform}:${handle}`;
}

/** @param {string} candidate */
export function isWaiting(candidate) {
  return candidate.startsWith("waiting:");
}

/** Whether nothing else need be asked now. @param {Problem} problem */
export function isDown({ code, reason }) {
  return DOWN.includes(code) || reason === PROBLEMS.slow.reason;
}

/** Whether a bookmark waits for this to pass, rather than being refused. @param {Problem} problem */
export function isWorthWaiting({ code, reason }) {
  return ["server_off", "not_ready"].includes(code) || reason === PROBLEMS.slow.reason;
}

/** Whether a delivery goes on at another time, rather than letting this bookmark go. @param {Problem} problem */
export function endsDelivery({ code }) {
  return TRY_LATER.includes(code);
}

/** The mark that a page shows for a waiting bookmark. @param {string} id @returns {import("../messages.js").Saved} */
export function waitingMark(id) {
  return { candidate: id, list: "", list_name: "", stage: "spotted", note: "", tags: [] };
}
