/** Niches and cultural signals as chips by facet; a chip opens to its words. */

import { say } from "../language.js";
import { make } from "./elements.js";
import { labelOf } from "./labels.js";
import { opens, quotes } from "./quotes.js";
import { FACETS } from "./words.js";

/** @param {import("../messages.js").Annotation} annotation @param {import("../messages.js").Profile} profile @param {{openItems: Set<string>}} acts */
export function culture({ niches, signals }, profile, { openItems }) {
  const groups = [[say("niches"), niches], ...Object.entries(FACETS).map(([id, word]) => [word, signals.filter((signal) => signal.facet === id)])];
  const shown = /** @type {[string, import("../messages.js").Niche[]][]} */ (groups).filter(([, items]) => items.length > 0);
  const body = shown.length > 0
    ? make("dl", { class: "facets" }, ...shown.flatMap(([word, items]) => facet(word, items, profile, openItems)))
    : make("p", { class: "soft" }, say("culture_none"));
  return make("section", {}, make("h2", {}, say("culture_title")), body);
}

/** @param {string} word @param {import("../messages.js").Niche[]} items @param {import("../messages.js").Profile} profile @param {Set<string>} openItems */
function facet(word, items, profile, openItems) {
  const made = items.map(({ id, evidence }) => opens({ id: `chip:${id}`, head: [make("span", {}, labelOf(id))], openItems, body: () => quotes(evidence, profile), name: "chip" }));
  return [make("dt", {}, word), make("dd", {}, ...made.map(({ button }) => button), ...made.map(({ inside }) => inside))];
}
