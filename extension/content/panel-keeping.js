/** Note, tags, list and stage of a saved candidate. */

import { say } from "../language.js";
import { make } from "./elements.js";
import { real } from "./real.js";
import { refusalWords } from "./states.js";
import { STAGES } from "./words.js";

/** @typedef {import("../messages.js").Saved} Saved */

/** @param {import("./session.js").Model} model @param {import("./panel.js").PanelActs} acts */
export function keeping(model, acts) {
  const { state } = model;
  const { mark } = acts;
  const isKept = mark !== null && !mark.candidate.startsWith("waiting:");
  return make("section", { class: "keeping" }, make("h2", {}, say("keeping_title")), listField(state, acts), ...(isKept ? fields(mark, acts) : [make("p", { class: "soft" }, mark ? say("keeping_waiting") : say("keeping_unsaved"))]),
    model.refusal?.kind === "change" ? refusalOf(model, acts) : null);
}

/** @param {Saved} mark @param {import("./panel.js").PanelActs} acts */
function fields(mark, acts) {
  return [
    field(say("stage"), select(Object.entries(STAGES), mark.stage, "stage", (stage) => void acts.edit(mark, { stage: /** @type {import("../messages.js").Stage} */ (stage) }))),
    field(say("tags"), make("input", { type: "text", value: acts.drafts.words(mark, "tags"), maxlength: 600, autocomplete: "off", placeholder: say("tags_example"), ...typed(mark, "tags", acts) })),
    field(say("note"), make("textarea", { rows: 3, maxlength: 20_000, ...typed(mark, "note", acts) }, acts.drafts.words(mark, "note"))),
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
  return make("select", { "data-key": key, onchange: real((event) => change(event.target.value)) },
    ...options.map(([id, word]) => make("option", { value: id, selected: id === chosen }, word)));
}

/** What is typed is kept at once and sent when the field is left; what a script put there is not typed. @param {Saved} mark @param {"note" | "tags"} name @param {import("./panel.js").PanelActs} acts */
function typed(mark, name, { drafts, edit }) {
  const keep = real((event) => drafts.write(mark, name, event.target.value));
  const send = () => void drafts.send(mark, name, edit);
  return { "data-key": name, oninput: keep, onchange: send, onblur: send };
}

/** @param {import("./session.js").Model} model @param {import("./panel.js").PanelActs} acts */
export function refusalOf({ refusal }, acts) {
  if (refusal === null) return null;
  return make("div", { class: "refusal", role: "status" }, make("p", {}, `${refusalWords(refusal)} ${refusal.problem.action}`.trim()),
    make("button", { class: "button second", type: "button", "data-key": "panel-again", onclick: real(acts.again) }, say("do_retry")));
}
