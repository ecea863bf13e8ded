/** The table of states in which there is no annotation to show: one short sentence and one action each. */

/** @typedef {{sentence: string, label: string, does: string}} Step  `does`: "open:PAGE", "retry", "reload" or "hide" */

/** @type {{readonly [name: string]: Step}} */
export const STATES = {
  server_off: { sentence: "Seedlist is not running", label: "How to start it", does: "open:help" },
  not_paired: { sentence: "This browser is not paired", label: "Pair it", does: "open:pair" },
  not_ready: { sentence: "The reader is starting", label: "Try again", does: "retry" },
  too_old: { sentence: "Extension and server differ in version", label: "What to do", does: "open:help" },
  refused: { sentence: "Seedlist refused this profile", label: "Try again", does: "retry" },
  broken: { sentence: "Seedlist met a fault", label: "Try again", does: "retry" },
  private: { sentence: "Private account, nothing is read", label: "Hide", does: "hide" },
  unreadable: { sentence: "Couldn’t read this profile", label: "Reload the page", does: "reload" },
  orphaned: { sentence: "Seedlist was updated", label: "Reload the page", does: "reload" },
};

/** @param {import("../messages.js").Problem} problem @returns {Step & {detail: string}} */
export function stepFor(problem) {
  const step = STATES[problem.code] ?? STATES.broken;
  const says = ["refused", "broken"].includes(problem.code) ? problem.message.replace(/\.$/, "") : step.sentence;
  return { ...step, sentence: says, detail: [problem.message, problem.action].filter(Boolean).join(" ") };
}
