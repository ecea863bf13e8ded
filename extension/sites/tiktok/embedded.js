/** The JSON that TikTok puts into a page on a hard load, of today and of older saved pages. */

import { assigned, scriptPayloads } from "../embedded.js";

const STATE = 'script#__UNIVERSAL_DATA_FOR_REHYDRATION__, script#SIGI_STATE, script#__NEXT_DATA__, script[type="application/ld+json"]';
const OLD_STATE = "script#sigi-persisted-data";

/** @param {Document} document @returns {import("../site.js").Payload[]} */
export function embedded(document) {
  const state = scriptPayloads(document, STATE, { name: (script) => script.id || "linked-data" });
  const old = scriptPayloads(document, OLD_STATE, {
    name: () => "SIGI_STATE",
    cut: (source) => assigned(source, /window\[['"]SIGI_STATE['"]\]\s*=\s*\{/),
  });
  return [...state, ...old];
}
