/** The popup's sections: pairing, brand and list, this tab, what waits, links. */

import { make } from "../content/elements.js";
import { several } from "../content/figures.js";
import { PAGE_PARTS, PLATFORMS } from "../content/words.js";
import { report } from "./report.js";

/** @typedef {import("../messages.js").State} State */
/** @typedef {{state: State, settings: import("../messages.js").Settings, self: import("../messages.js").SelfCheck | null, send: (message: import("../messages.js").Message) => Promise<string>, version: string, agent: string}} Given */

/** @param {Given} given @returns {HTMLElement[]} */
export function sectionsOf(given) {
  const { state } = given;
  if (state.server === "off") return [off(given), ...waiting(given), sites(given)];
  if (!state.paired) return [pairing(given), ...waiting(given), sites(given)];
  return [choice(given), ...tab(given), ...waiting(given), sites(given), links(given)];
}

/** @param {Given} given */
function off({ send, state }) {
  return make("section", {}, make("h2", {}, "Seedlist is not running"), make("p", { class: "soft" }, `Nothing answers at ${state.url}. Bookmarks are kept here until it runs.`),
    make("p", {}, make("button", { class: "first", type: "button", onclick: () => send({ kind: "open", page: "help" }) }, "How to start it")));
}

/** @param {Given} given */
function pairing({ send, state }) {
  const field = /** @type {HTMLInputElement} */ (make("input", { type: "text", class: "code", id: "code", name: "code", maxlength: 12, autocomplete: "off", spellcheck: "false", "aria-label": "Pairing code", placeholder: "ABCD-EFGH", autofocus: true }));
  const said = make("p", { class: "refusal", role: "alert" });
  /** @param {Event} event */
  async function submit(event) {
    event.preventDefault();
    said.textContent = await send({ kind: "pair", code: field.value });
  }
  return make("section", {}, make("h2", {}, "Pair this browser"), make("p", { class: "soft" }, `Type the code that the first page at ${state.url} shows.`),
    make("form", { class: "line", onsubmit: submit }, field, make("button", { class: "first", type: "submit" }, "Pair")), said);
}

/** @param {Given} given */
function choice({ state, send }) {
  const starting = state.server === "starting" ? make("p", { class: "soft" }, "The reader is starting.") : null;
  if (!state.brand) {
    return make("section", {}, make("h2", {}, "No brand yet"), make("p", { class: "soft" }, "The fit compares a profile with your brand."), starting,
      make("button", { class: "first", type: "button", onclick: () => send({ kind: "open", page: "brand" }) }, "Describe your brand"));
  }
  return make("section", {}, starting, select("Brand", "brand", state.brands, state.brand, (id) => send({ kind: "select", brand: id })),
    state.lists.length > 0 ? select("List", "list", state.lists, state.list, (id) => send({ kind: "select", list: id })) : null);
}

/** @param {string} word @param {string} name @param {import("../messages.js").Named[]} all @param {import("../messages.js").Named | null} chosen @param {(id: string) => void} change */
function select(word, name, all, chosen, change) {
  return make("label", { class: "field" }, make("span", { class: "soft" }, word), make("select", { name, onchange: (/** @type {any} */ event) => change(event.target.value) },
    ...all.map(({ id, name: shown }) => make("option", { value: id, selected: id === chosen?.id }, shown))));
}

/** What this tab gave. @param {Given} given */
function tab({ self, version, agent }) {
  if (!self || self.kind === "off" || self.kind !== "profile") return [];
  const parts = self.missing.map((part) => PAGE_PARTS[part] ?? part);
  const since = self.since === null ? "" : ` (since ${new Date(self.since).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" })})`;
  const line = parts.length === 0 ? "Everything that this page shows was read." : `Not shown by the page: ${parts.join(", ")}${since}.`;
  const copy = make("button", { class: "plain", type: "button", onclick: () => void navigator.clipboard.writeText(report(self, version, agent)).then(() => (copy.textContent = "Copied")) }, "Copy report");
  return [make("section", {}, make("h2", {}, `@${self.handle} on ${PLATFORMS[self.site]}`), make("p", { class: "soft" }, line), parts.length > 0 ? copy : null)];
}

/** @param {Given} given */
function waiting({ state }) {
  if (state.waiting === 0 && state.refused.length === 0) return [];
  return [make("section", { class: "waiting" }, make("h2", {}, several(state.waiting, "bookmark waits", "bookmarks wait")),
    state.waiting > 0 ? make("p", { class: "soft" }, "Delivered in order when Seedlist runs.") : null,
    ...state.refused.map((words) => make("p", { class: "refusal" }, words)))];
}

/** @param {Given} given */
function sites({ settings, send }) {
  const switches = Object.entries(PLATFORMS).map(([id, word]) => make("label", { class: "check" },
    make("input", { type: "checkbox", name: `site-${id}`, checked: !settings.off.includes(id), onchange: (/** @type {any} */ event) => send({ kind: "set", settings: { off: event.target.checked ? settings.off.filter((one) => one !== id) : [...settings.off, id] } }) }), word));
  return make("section", {}, make("h2", {}, "Badges on"), make("div", { class: "line" }, ...switches));
}

/** @param {Given} given */
function links({ send }) {
  const all = /** @type {const} */ ([["lists", "Lists"], ["brand", "Brand"], ["start", "First page"], ["options", "Options"]]);
  return make("nav", { class: "line" }, ...all.map(([page, word]) => make("button", { class: page === "lists" ? "first" : null, type: "button", onclick: () => send({ kind: "open", page }) }, word)));
}
