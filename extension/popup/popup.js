/** The popup: asks for the state and draws what it says. */

import { ask, tellActiveTab, version } from "../chrome.js";
import { sectionsOf } from "./sections.js";

const LIGHTS = /** @type {{[server: string]: string}} */ ({ on: "running", starting: "starting", off: "not running" });

async function draw() {
  const [given, choices, self] = await Promise.all([ask({ kind: "state" }), ask({ kind: "settings" }), tellActiveTab({ kind: "self" })]);
  if (!given.ok || !given.state || !choices.ok || !choices.settings) return;
  const { state } = given;
  const light = /** @type {HTMLElement} */ (document.querySelector("#light"));
  light.textContent = LIGHTS[state.server];
  const main = /** @type {HTMLElement} */ (document.querySelector("main"));
  main.replaceChildren(...sectionsOf({ state, settings: choices.settings, self, send, version: version(), agent: navigator.userAgent }));
}

/**
 * Sends and draws anew; the problem's words when it was refused.
 * @param {import("../messages.js").Message} message
 */
async function send(message) {
  const answer = await ask(message);
  if (!answer.ok) return `${answer.problem.message} ${answer.problem.action}`.trim();
  await draw();
  return "";
}

void draw();
