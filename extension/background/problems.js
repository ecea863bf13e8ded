/** The table of what can go wrong between worker and server: code, what happened, what to do. */

/** @typedef {import("../messages.js").Problem} Problem */
/** @typedef {import("../messages.js").ProblemCode} ProblemCode */

/** @type {{[name: string]: Problem}} */
export const PROBLEMS = {
  server_off: { code: "server_off", message: "Seedlist is not running.", action: "Start it with “seedlist”." },
  not_paired: { code: "not_paired", message: "This browser is not paired.", action: "Type the code from the first page into the popup." },
  not_ready: { code: "not_ready", message: "The reader is starting.", action: "Wait a moment." },
  too_old: { code: "too_old", message: "Extension and server are of different versions.", action: "Update both and reload the extension." },
  slow: { code: "broken", message: "Seedlist takes too long to answer.", action: "Try again.", reason: "slow" },
  stranger: { code: "broken", message: "Another program answers at this port.", action: "Check the port in the options.", reason: "stranger" },
  sender: { code: "refused", message: "This page may not ask that.", action: "", reason: "sender" },
};

/** The server's codes; a code that is not here follows the status. @type {{[code: string]: ProblemCode}} */
export const SERVER_CODES = {
  not_paired: "not_paired",
  not_ready: "not_ready",
  too_old: "too_old",
  not_allowed: "refused",
  locked: "refused",
  wrong_host: "refused",
  wrong_type: "refused",
  invalid: "refused",
  not_found: "refused",
  conflict: "refused",
  not_collected: "refused",
  too_large: "refused",
  storage_failed: "broken",
  data_fault: "broken",
};

/**
 * The problem behind an answer that is no success. `body` is whatever JSON came, or undefined.
 * @param {number} status @param {unknown} body
 * @returns {Problem}
 */
export function problemOf(status, body) {
  const error = /** @type {any} */ (body)?.error;
  if (typeof error?.code !== "string") return status >= 500 ? { ...PROBLEMS.slow, message: "Seedlist met a fault.", reason: String(status) } : PROBLEMS.stranger;
  const code = SERVER_CODES[error.code] ?? (status >= 500 ? "broken" : "refused");
  return { code, message: words(error.message) || "Seedlist refused this.", action: words(error.action), reason: error.code };
}

/** @param {unknown} value */
function words(value) {
  return typeof value === "string" ? value.slice(0, 400) : "";
}

/** A problem on its way up. */
export class Refused extends Error {
  /** @param {Problem} problem */
  constructor(problem) {
    super(problem.message);
    this.problem = problem;
  }
}
