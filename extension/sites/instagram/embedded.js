/** The JSON that Instagram puts into a page on a hard load, of today and of older saved pages. */

import { assigned, scriptPayloads } from "../embedded.js";

const HINT = /"(username|biography|edge_followed_by|follower_count|shortcode|code)\\?"|alternateName/;

/** @param {Document} document @returns {import("../site.js").Payload[]} */
export function embedded(document) {
  const json = scriptPayloads(document, 'script[type="application/json"], script[type="application/ld+json"]', {
    name: (script) => (script.hasAttribute("data-sjs") ? "data-sjs" : "json"),
    hint: HINT,
  });
  return [...json, ...old(document)];
}

/** Pages up to 2022 assign their state in plain scripts. @param {Document} document */
function old(document) {
  const state = { name: () => "shared-data", hint: /^\s*window\.(_sharedData\s*=|__additionalDataLoaded\()/ };
  return scriptPayloads(document, "script:not([src]):not([type*=json])", {
    ...state,
    cut: (source) => assigned(source, /window\.(_sharedData\s*=\s*|__additionalDataLoaded\(\s*['"][^'"]*['"]\s*,\s*)\{/),
  });
}
