/** The options: each choice is kept as soon as it is made. */

import { ask, shortcuts } from "../chrome.js";
import { around, fillWords, say } from "../language.js";

const form = /** @type {HTMLFormElement} */ (document.querySelector("#choices"));
const said = /** @type {HTMLElement} */ (document.querySelector("#said"));
const WORDS = /** @type {{[name: string]: string}} */ ({ save: say("command_save"), panel: say("command_panel"), "next-list": say("command_next_list"), note: say("command_note") });

/** @param {import("../messages.js").Settings} settings */
function fill({ density, theme, quiet, port, keys, off }) {
  for (const box of siteBoxes()) box.checked = !off.includes(box.value);
  for (const [name, value] of Object.entries({ density, theme, quiet: quiet ?? "", port })) {
    const field = form.elements.namedItem(name);
    if (field instanceof RadioNodeList || field instanceof HTMLInputElement) field.value = String(value);
  }
  /** @type {HTMLInputElement} */ (form.elements.namedItem("keys")).checked = keys;
}

/** The switches of the sites. */
function siteBoxes() {
  return /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll('input[name="on"]')]);
}

/** What the form says; empty numbers are "none". */
function chosen() {
  const data = new FormData(form);
  const number = (/** @type {string} */ name) => (data.get(name) === "" ? null : Number(data.get(name)));
  const off = siteBoxes().filter(({ checked }) => !checked).map(({ value }) => value);
  return /** @type {any} */ ({ off, density: data.get("density"), theme: data.get("theme"), quiet: number("quiet"), port: number("port"), keys: data.has("keys") });
}

/** How often something was chosen. */
let turns = 0;

/** Shows what was kept; an answer that comes after the next choice changes nothing on screen. */
async function keep() {
  if (!form.reportValidity()) return;
  turns += 1;
  const turn = turns;
  const answer = await ask({ kind: "set", settings: chosen() });
  if (turn !== turns) return;
  if (answer.ok && answer.settings) fill(answer.settings);
  said.textContent = answer.ok ? say("options_kept") : answer.problem.message;
}

async function showKeys() {
  const keys = Object.entries(await shortcuts()).filter(([name]) => name in WORDS);
  const line = keys.map(([name, key]) => say("key_line", WORDS[name], key || say("key_none"))).join(" · ");
  /** @type {HTMLElement} */ (document.querySelector("#keys")).textContent = `${line}. ${say("keys_body")}`;
}

/** How to start it, with its commands in their own type. */
function showHelp() {
  const commands = ["seedlist serve", "make run"].map((text) => Object.assign(document.createElement("code"), { textContent: text }));
  /** @type {HTMLElement} */ (document.querySelector("#run")).replaceChildren(...around("help_run", ...commands));
}

async function unpair() {
  await ask({ kind: "unpair" });
  said.textContent = say("unpaired");
}

fillWords(document);
showHelp();
const first = await ask({ kind: "settings" });
if (first.ok && first.settings) fill(first.settings);
form.addEventListener("change", () => void keep());
form.addEventListener("submit", (event) => event.preventDefault());
/** @type {HTMLElement} */ (document.querySelector("#unpair")).addEventListener("click", () => void unpair());
void showKeys();
