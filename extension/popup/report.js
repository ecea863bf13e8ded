/** The copied report: shapes, names of parts and times, no word or number of anybody's profile. */

/** @typedef {import("../messages.js").SelfCheck} SelfCheck */

/** @param {{self: SelfCheck | null, failing: import("../messages.js").Failing[], version: string, agent: string}} given  `self` is null on a tab without us */
export function report({ self, failing, version, agent }) {
  const tab = self && { site: self.site, view: self.kind, missing: self.missing, missing_when_drawn: self.drawn, read_from: self.fields };
  return JSON.stringify({ seedlist: version, browser: agent, tab, failing_since: failing.map(({ site, view, check, since }) => ({ site, view, check, since })) }, null, 2);
}
