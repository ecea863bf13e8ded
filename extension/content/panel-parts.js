/** The fit's parts as rows: label, bar, value and reason; a row opens to the words behind it. */

import { say } from "../language.js";
import { make } from "./elements.js";
import { opens, quotes } from "./quotes.js";
import { UNKNOWN } from "./words.js";

/** @param {import("../messages.js").Annotation} annotation @param {import("../messages.js").Profile} profile @param {{openItems: Set<string>}} acts */
export function parts({ fit }, profile, { openItems }) {
  if (!fit) return null;
  const inOrder = [...fit.parts].sort((one, other) => rank(other) - rank(one));
  return make("section", {}, make("h2", {}, say("parts_title")), make("ul", { class: "rows" }, ...inOrder.map((part) => row(part, profile, openItems))));
}

/** Known parts first, heavier ones before lighter. @param {import("../messages.js").FitPart} part */
function rank({ value, weight }) {
  return (value === null ? 0 : 1000) + weight;
}

/** @param {import("../messages.js").FitPart} part @param {import("../messages.js").Profile} profile @param {Set<string>} openItems */
function row(part, profile, openItems) {
  const { id, label, value, why, evidence } = part;
  const head = [
    make("span", { class: "label" }, labelOf(id, label)),
    value === null ? make("span", { class: "meter none" }) : meter(value),
    make("span", { class: "value" }, value === null ? UNKNOWN : String(Math.round(value * 100))),
    make("span", { class: "why" }, why),
  ];
  if (evidence.length === 0) return make("li", {}, make("div", { class: "row" }, ...head));
  const { button, inside } = opens({ id: `part:${id}`, head, openItems, body: () => quotes(evidence, profile), name: "row" });
  return make("li", {}, button, inside);
}

/** The part's name; the server's for one that has no words here. @param {string} id @param {string} label */
function labelOf(id, label) {
  const word = say(`part_${id}`);
  return word.startsWith("part_") ? label : word;
}

/** @param {number} value 0 to 1 */
function meter(value) {
  const fill = make("i");
  fill.style.width = `${Math.round(Math.max(0, Math.min(1, value)) * 100)}%`;
  return make("span", { class: "meter", "aria-hidden": "true" }, fill);
}
