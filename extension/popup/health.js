/** The popup's words on what could not be read: on this tab, and lately on others, each with since when. */

import { make } from "../content/elements.js";
import { moment } from "../content/figures.js";
import { PAGE_PARTS, PLATFORMS } from "../content/words.js";
import { say } from "../language.js";
import { report } from "./report.js";

/** @typedef {import("../messages.js").Failing} Failing */
/** @typedef {{self: import("../messages.js").SelfCheck | null, failing: Failing[], version: string, agent: string}} Health */

/** @param {Health} given @returns {HTMLElement[]} */
export function health(given) {
  const { self, failing } = given;
  const isProfile = self?.kind === "profile";
  const lately = failing.filter(({ site, view, check }) => !check.startsWith("drawn_") && !(isProfile && site === self.site && view === self.kind));
  const sections = [isProfile ? tab(given) : null, lately.length > 0 ? elsewhere(lately) : null].filter((section) => section !== null);
  if (sections.length > 0 && hasFaults(given)) sections[sections.length - 1].append(copyButton(given));
  return sections;
}

/** @param {Health} given */
function hasFaults({ self, failing }) {
  return failing.length > 0 || (self?.missing.length ?? 0) + (self?.drawn.length ?? 0) > 0;
}

/** What this tab gave. @param {Health} given */
function tab({ self, failing }) {
  const { site, kind, handle, missing, drawn } = /** @type {import("../messages.js").SelfCheck} */ (self);
  const here = failing.filter((one) => one.site === site && one.view === kind);
  const lost = drawn.map((part) => named(part, here.find(({ check }) => check === `drawn_${part}`)));
  const gone = missing.map((part) => named(part, here.find(({ check }) => check === part)));
  return make("section", { class: "health" }, make("h2", {}, say("tab_title", handle ?? "", PLATFORMS[site] ?? site)),
    make("p", { class: "soft" }, gone.length > 0 ? say("could_not_read", gone.join(", ")) : say("tab_all")),
    lost.length > 0 ? make("p", { class: "soft" }, say("drawn_lost", lost.join(", "))) : null);
}

/** @param {Failing[]} failing */
function elsewhere(failing) {
  const sites = [...new Set(failing.map(({ site }) => site))];
  const lines = sites.map((site) => say("failing_line", PLATFORMS[site] ?? site, failing.filter((one) => one.site === site).map((one) => named(one.check, one)).join(", ")));
  return make("section", { class: "health" }, make("h2", {}, say("failing_title")), ...lines.map((line) => make("p", { class: "soft" }, line)));
}

/** @param {string} part @param {Failing} [failing] */
function named(part, failing) {
  const word = PAGE_PARTS[part] ?? part;
  return failing ? say("since", word, moment(failing.since)) : word;
}

/** @param {Health} given */
function copyButton(given) {
  const button = make("button", { class: "plain", type: "button", onclick: () => void copy() }, say("copy_report"));
  async function copy() {
    await navigator.clipboard.writeText(report(given));
    button.textContent = say("copied");
  }
  return button;
}
