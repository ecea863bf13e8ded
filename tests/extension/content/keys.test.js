/** Keys ask for a command only when a person pressed them outside of any field. */

import assert from "node:assert/strict";
import { before, test } from "node:test";

import { JSDOM } from "jsdom";

import { commandOf } from "../../../extension/content/keys.js";

/** @type {Document} */
let document;

before(() => {
  const { window } = new JSDOM('<main></main><input id="field"><div contenteditable="true"><b id="rich">x</b></div><div role="textbox"><i id="own">x</i></div><a id="link">x</a>');
  ({ document } = window);
  Object.assign(globalThis, { Element: window.Element });
});

/** @param {string} target @param {object} [more] */
function pressed(target, more = {}) {
  const path = [document.querySelector(target)];
  return /** @type {any} */ ({ isTrusted: true, defaultPrevented: false, repeat: false, isComposing: false, ctrlKey: false, metaKey: false, altKey: true, shiftKey: true, key: "S", code: "KeyS", composedPath: () => path, ...more });
}

test("Alt and Shift with a letter is a command anywhere outside of fields", () => {
  assert.deepEqual(["s", "L", "k", "M"].map((key) => commandOf(pressed("#link", { key }), false)), ["save", "panel", "next-list", "note"]);
  assert.equal(commandOf(pressed("#link", { key: "x", code: "KeyX" }), false), null);
});

test("a layout that prints another sign with Alt is understood by the key", () => {
  assert.equal(commandOf(pressed("#link", { key: "Í", code: "KeyS" }), false), "save");
});

test("nothing is taken from a field, rich text or a box that a site draws itself", () => {
  for (const field of ["#field", "#rich", "#own"]) assert.equal(commandOf(pressed(field), true), null, field);
});

test("a letter alone counts only in our own parts", () => {
  const alone = { altKey: false, shiftKey: false, key: "s" };
  assert.equal(commandOf(pressed("main", alone), true), "save");
  assert.equal(commandOf(pressed("main", alone), false), null);
});

test("scripts, held keys, compositions and other chords ask for nothing", () => {
  for (const more of [{ isTrusted: false }, { repeat: true }, { isComposing: true }, { ctrlKey: true }, { metaKey: true }, { defaultPrevented: true }, { shiftKey: false }]) {
    assert.equal(commandOf(pressed("main", more), false), null, JSON.stringify(more));
  }
});
