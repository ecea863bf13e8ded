/** The copied report of a tab: shapes and names of parts, no word or number of anybody's profile. */

/** @param {import("../messages.js").SelfCheck} self @param {string} version @param {string} agent */
export function report(self, version, agent) {
  const { site, kind, missing, fields } = self;
  return JSON.stringify({ seedlist: version, browser: agent, site, view: kind, missing, read: fields }, null, 2);
}
