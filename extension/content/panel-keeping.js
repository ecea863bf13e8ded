/** Note, tags, list and stage of a saved candidate. */

import { say } from "../language.js";
import { make } from "./elements.js";
import { STAGES } from "./words.js";

/** @typedef {import("../messages.js").Saved} Saved */

/** @param {import("./session.js").Model} model @param {import("./panel.js").PanelActs} acts */
export function keeping({ state }, acts) {
  const { mark } = acts;
  const isKept = mark !== null && !mark.candidate.startsWith("waiting:");
  return make("section", { class: "keeping" }, make("h2", {}, say("keeping_title")), listField(state, acts), ...(isKept ? fields(mark, acts) : [make("p", { class: "soft" }, mark ? say("keeping_waiting") : say("keeping_unsaved"))]));
}

/** @param {Saved} mark @param {import("./panel.js").PanelActs} acts */
function fields(mark, acts) {
  return [
    field(say("stage"), select(Object.entries(STAGES), mark.stage, "stage", (stage) => acts.edit(mark, { stage: /** @type {import("../messages.js").Stage} */ (stage) }))),
    field(say("tags"), input(mark.tags.join(", "), (value) => acts.edit(mark, { tags: value.split(",").map((tag) => tag.trim()).filter(Boolean) }))),
    field(say("note"), area(mark.note, (note) => acts.edit(mark, { note }))),
  ];
}

/** @param {import("../messages.js").State | null} state @param {import("./panel.js").PanelActs} acts */
function listField(state, acts) {
  if (!state || state.lists.length < 1) return null;
  return field(say("list_in_use"), select(state.lists.map(({ id, name }) => [id, name]), state.list?.id ?? "", "list", acts.chooseList));
}

/** @param {string} word @param {Node} control */
function field(word, control) {
  return make("label", { class: "field" }, make("span", {}, word), control);
}

/** @param {[string, string][]} options @param {string} chosen @param {string} key @param {(value: string) => void} change */
function select(options, chosen, key, change) {
  return make("select", { "data-key": key, onchange: (/** @type {any} */ event) => change(event.target.value) },
    ...options.map(([id, word]) => make("option", { value: id, selected: id === chosen }, word)));
}

/** @param {string} value @param {(value: string) => void} change */
function input(value, change) {
  return make("input", { type: "text", value, "data-key": "tags", maxlength: 600, autocomplete: "off", placeholder: say("tags_example"), onchange: (/** @type {any} */ event) => change(event.target.value) });
}

/** @param {string} value @param {(value: string) => void} change */
function area(value, change) {
  return make("textarea", { rows: 3, "data-key": "note", maxlength: 20_000, onchange: (/** @type {any} */ event) => change(event.target.value) }, value);
}
