/** The options show what is chosen, keep each choice at once, and name the keys. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { ownPage, settled } from "../own-page.js";

const SETTINGS = { port: 8017, density: "compact", theme: "dark", quiet: 60, off: [], keys: false };
const KEYS = [{ name: "save", shortcut: "Alt+Shift+S" }, { name: "note", shortcut: "" }, { name: "_execute_action", shortcut: "Alt+X" }];

/** @param {object} [answers] */
const options = (answers = {}) => ownPage("options", { settings: { ok: true, settings: SETTINGS }, ...answers }, { keys: KEYS });
const field = (/** @type {Document} */ document, /** @type {string} */ selector) => /** @type {HTMLInputElement} */ (document.querySelector(selector));

test("what is chosen is shown", async () => {
  const { document } = await options();
  assert.equal(field(document, "[name=density]:checked").value, "compact");
  assert.equal(field(document, "[name=theme]:checked").value, "dark");
  assert.deepEqual([field(document, "[name=quiet]").value, field(document, "[name=port]").value, field(document, "[name=keys]").checked], ["60", "8017", false]);
});

test("a choice is kept as soon as it is made; an empty number is none", async () => {
  const { document, fire, asked, text } = await options({ set: (/** @type {any} */ { settings }) => ({ ok: true, settings: { ...SETTINGS, ...settings } }) });
  field(document, "[name=quiet]").value = "";
  field(document, "[name=keys]").checked = true;
  await fire(field(document, "[name=keys]"), "change");
  const { settings } = asked.at(-1);
  assert.deepEqual([settings.quiet, settings.keys, settings.density, settings.port], [null, true, "compact", 8017]);
  assert.match(text(), /Kept\./);
});

test("a number that no port can have is not sent", async () => {
  const { document, fire, asked } = await options();
  field(document, "[name=port]").value = "80";
  await fire(field(document, "[name=port]"), "change");
  assert.equal(asked.some(({ kind }) => kind === "set"), false);
});

test("why a choice was not kept is said", async () => {
  const { document, fire, text } = await options({ set: { ok: false, problem: { message: "The store is full." } } });
  await fire(field(document, "[name=keys]"), "change");
  assert.match(text(), /The store is full\./);
});

test("our keys are named as the browser has them, and nobody else's", async () => {
  const { text } = await options();
  assert.match(text(), /off the list: Alt\+Shift\+S · Write a note on the saved profile: none\./);
  assert.equal(text().includes("Alt+X"), false);
});

test("every word is there, and the commands keep their type", async () => {
  const { document } = await options();
  for (const element of document.querySelectorAll("[data-word]")) assert.ok((element.textContent ?? "").length > 1, element.outerHTML);
  for (const element of document.querySelectorAll("[data-label]")) assert.ok(element.getAttribute("aria-label"), element.outerHTML);
  assert.deepEqual([...document.querySelectorAll("#run code")].map((code) => code.textContent), ["seedlist serve", "make run"]);
});

test("unpairing is asked for and said", async () => {
  const { document, asked, text } = await options();
  field(document, "#unpair").click();
  await settled();
  assert.equal(asked.at(-1).kind, "unpair");
  assert.match(text(), /no longer paired/);
});
