/** The table of states in which there is no annotation to show: one short sentence and one action each. */

import { say } from "../language.js";

/** @typedef {{sentence: string, label: string, does: string}} Step  `does`: "open:PAGE", "retry", "reload" or "hide" */

/** @type {{readonly [name: string]: Step}} */
export const STATES = {
  server_off: { sentence: say("state_server_off"), label: say("do_start"), does: "open:help" },
  not_paired: { sentence: say("state_not_paired"), label: say("do_pair"), does: "open:pair" },
  not_ready: { sentence: say("state_not_ready"), label: say("do_retry"), does: "retry" },
  too_old: { sentence: say("state_too_old"), label: say("do_help"), does: "open:help" },
  server_older: { sentence: say("state_server_older"), label: say("do_help"), does: "open:help" },
  extension_older: { sentence: say("state_extension_older"), label: say("do_help"), does: "open:help" },
  refused: { sentence: say("state_refused"), label: say("do_retry"), does: "retry" },
  broken: { sentence: say("state_broken"), label: say("do_retry"), does: "retry" },
  private: { sentence: say("state_private"), label: say("do_hide"), does: "hide" },
  unreadable: { sentence: say("state_unreadable"), label: say("do_reload"), does: "reload" },
  orphaned: { sentence: say("state_orphaned"), label: say("do_reload"), does: "reload" },
};

/** @param {import("../messages.js").Problem} problem @returns {Step & {detail: string}} */
export function stepFor(problem) {
  const step = STATES[problem.reason ?? ""] ?? STATES[problem.code] ?? STATES.broken;
  const says = ["refused", "broken"].includes(problem.code) ? problem.message.replace(/\.$/, "") : step.sentence;
  return { ...step, sentence: says, detail: [problem.message, problem.action].filter(Boolean).join(" ") };
}

/** Which change was not made, and why. @param {{kind: string, problem: import("../messages.js").Problem}} refusal */
export function refusalWords({ kind, problem: { message } }) {
  if (kind === "unsave") return say("not_removed", message);
  return kind === "change" ? say("not_kept", message) : say("not_saved", message);
}
