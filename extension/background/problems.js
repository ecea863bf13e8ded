/** The table of what can go wrong between worker and server: code, what happened, what to do. */

import { say } from "../language.js";

/** @typedef {import("../messages.js").Problem} Problem */
/** @typedef {import("../messages.js").ProblemCode} ProblemCode */

/** @type {{[name: string]: Problem}} */
export const PROBLEMS = {
  server_off: { code: "server_off", message: say("problem_server_off"), action: say("action_server_off") },
  not_paired: { code: "not_paired", message: say("problem_not_paired"), action: say("action_not_paired") },
  not_ready: { code: "not_ready", message: say("problem_not_ready"), action: say("action_not_ready") },
  too_old: { code: "too_old", message: say("problem_too_old"), action: say("action_too_old") },
  server_older: { code: "too_old", message: say("problem_server_older"), action: say("action_server_older"), reason: "server_older" },
  extension_older: { code: "too_old", message: say("problem_extension_older"), action: say("action_extension_older"), reason: "extension_older" },
  slow: { code: "broken", message: say("problem_slow"), action: say("action_again"), reason: "slow" },
  stranger: { code: "broken", message: say("problem_stranger"), action: say("action_port"), reason: "stranger" },
  sender: { code: "refused", message: say("problem_sender"), action: "", reason: "sender" },
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
 * The problem behind an answer that is no success. `body` is whatever JSON came, or undefined; `older` is the side that
 * speaks the older version of the messages, null where the server does not tell.
 * @param {number} status @param {unknown} body @param {"server" | "extension" | null} [older]
 * @returns {Problem}
 */
export function problemOf(status, body, older = null) {
  const error = /** @type {any} */ (body)?.error;
  if (typeof error?.code !== "string") return status >= 500 ? { ...PROBLEMS.slow, message: say("problem_fault"), reason: String(status) } : PROBLEMS.stranger;
  if (error.code === PROBLEMS.too_old.code && older !== null) return PROBLEMS[`${older}_older`];
  const code = SERVER_CODES[error.code] ?? (status >= 500 ? "broken" : "refused");
  return { code, message: words(error.message) || say("problem_refused"), action: words(error.action), reason: error.code };
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
