/** The popup's sections: pairing, brand and list, this tab, what waits, links. */

import { make } from "../content/elements.js";
import { say, several } from "../language.js";
import { PLATFORMS } from "../content/words.js";
import { health } from "./health.js";

/** @typedef {import("../messages.js").State} State */
/** @typedef {{state: State, settings: import("../messages.js").Settings, failing: import("../messages.js").Failing[], self: import("../messages.js").SelfCheck | null, send: (message: import("../messages.js").Message) => Promise<string>, version: string, agent: string}} Given */

/** @param {Given} given @returns {HTMLElement[]} */
export function sectionsOf(given) {
  const { state } = given;
  if (state.server === "off") return [off(given), ...waiting(given), sites(given)];
  if (state.problem) return [amiss(state.problem, given), ...waiting(given), sites(given)];
  if (!state.paired) return [pairing(given), ...waiting(given), sites(given)];
  return [choice(given), ...health(given), ...waiting(given), sites(given), links(given)];
}

/** @param {Given} given */
function off({ send, state }) {
  return make("section", {}, make("h2", {}, say("state_server_off")), make("p", { class: "soft" }, say("off_body", state.url)),
    make("p", {}, make("button", { class: "first", type: "button", onclick: () => send({ kind: "open", page: "help" }) }, say("do_start"))));
}

/** Something answers that cannot be worked with. @param {import("../messages.js").Problem} problem @param {Given} given */
function amiss({ code, message, action }, { send }) {
  return make("section", {}, make("h2", {}, message), make("p", { class: "soft" }, action),
    code === "too_old" ? make("p", {}, make("button", { class: "first", type: "button", onclick: () => send({ kind: "open", page: "help" }) }, say("do_help"))) : null);
}

/** @param {Given} given */
function pairing({ send, state }) {
  const field = /** @type {HTMLInputElement} */ (make("input", { type: "text", class: "code", id: "code", name: "code", maxlength: 12, autocomplete: "off", spellcheck: "false", "aria-label": say("pair_code"), placeholder: "ABCD-EFGH", autofocus: true }));
  const said = make("p", { class: "refusal", role: "alert" });
  /** @param {Event} event */
  async function submit(event) {
    event.preventDefault();
    said.textContent = await send({ kind: "pair", code: field.value });
  }
  return make("section", {}, make("h2", {}, say("pair_title")), make("p", { class: "soft" }, say("pair_body", state.url)),
    make("form", { class: "line", onsubmit: submit }, field, make("button", { class: "first", type: "submit" }, say("pair_button"))), said);
}

/** @param {Given} given */
function choice({ state, send }) {
  const starting = state.server === "starting" ? make("p", { class: "soft" }, say("problem_not_ready")) : null;
  if (!state.brand) {
    return make("section", {}, make("h2", {}, say("no_brand_title")), make("p", { class: "soft" }, say("no_brand_body")), starting,
      make("button", { class: "first", type: "button", onclick: () => send({ kind: "open", page: "brand" }) }, say("brand_describe")));
  }
  return make("section", {}, starting, select(say("brand"), "brand", state.brands, state.brand, (id) => send({ kind: "select", brand: id })),
    state.lists.length > 0 ? select(say("list"), "list", state.lists, state.list, (id) => send({ kind: "select", list: id })) : null);
}

/** @param {string} word @param {string} name @param {import("../messages.js").Named[]} all @param {import("../messages.js").Named | null} chosen @param {(id: string) => void} change */
function select(word, name, all, chosen, change) {
  return make("label", { class: "field" }, make("span", { class: "soft" }, word), make("select", { name, onchange: (/** @type {any} */ event) => change(event.target.value) },
    ...all.map(({ id, name: shown }) => make("option", { value: id, selected: id === chosen?.id }, shown))));
}

/** @param {Given} given */
function waiting({ state }) {
  if (state.waiting === 0 && state.refused.length === 0) return [];
  return [make("section", { class: "waiting" }, make("h2", {}, several("waits", state.waiting)),
    state.waiting > 0 ? make("p", { class: "soft" }, say("waits_body")) : null,
    ...state.refused.map((words) => make("p", { class: "refusal" }, words)))];
}

/** @param {Given} given */
function sites({ settings, send }) {
  const switches = Object.entries(PLATFORMS).map(([id, word]) => make("label", { class: "check" },
    make("input", { type: "checkbox", name: `site-${id}`, checked: !settings.off.includes(id), onchange: (/** @type {any} */ event) => send({ kind: "set", settings: { off: event.target.checked ? settings.off.filter((one) => one !== id) : [...settings.off, id] } }) }), word));
  return make("section", {}, make("h2", {}, say("badges_on")), make("div", { class: "line" }, ...switches));
}

/** @param {Given} given */
function links({ send }) {
  const all = /** @type {const} */ ([["lists", say("lists")], ["brand", say("brand")], ["start", say("first_page")], ["options", say("options")]]);
  return make("nav", { class: "line" }, ...all.map(([page, word]) => make("button", { class: page === "lists" ? "first" : null, type: "button", onclick: () => send({ kind: "open", page }) }, word)));
}
