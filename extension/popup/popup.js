/** The popup: asks for the state and draws what it says. */

import { ask, tellActiveTab, version } from "../chrome.js";
import { fillWords, say } from "../language.js";
import { sectionsOf } from "./sections.js";

const LIGHTS = /** @type {{[server: string]: string}} */ ({ on: say("light_on"), starting: say("light_starting"), amiss: say("light_amiss"), off: say("light_off") });

async function draw() {
  const [given, choices, broken, self] = await Promise.all([ask({ kind: "state" }), ask({ kind: "settings" }), ask({ kind: "failing" }), tellActiveTab({ kind: "self" })]);
  if (!given.ok || !given.state || !choices.ok || !choices.settings) return;
  const { state } = given;
  const light = /** @type {HTMLElement} */ (document.querySelector("#light"));
  light.textContent = LIGHTS[state.server];
  const main = /** @type {HTMLElement} */ (document.querySelector("main"));
  main.replaceChildren(...sectionsOf({ state, settings: choices.settings, failing: broken.ok ? broken.failing ?? [] : [], self, send, version: version(), agent: navigator.userAgent }));
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

fillWords(document);
void draw();
