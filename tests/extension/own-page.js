/** Opens a page of the extension in jsdom, with a worker that answers as the test says. */

import { readFileSync } from "node:fs";

import { JSDOM } from "jsdom";

import "./browser.js";

const EXTENSION = new URL("../../extension/", import.meta.url);
let opened = 0;

/**
 * @param {string} name "popup" or "options"
 * @param {{[kind: string]: any}} answers   by kind of message; a function takes the message
 * @param {{self?: any, keys?: {name: string, shortcut: string}[]}} [more]   what the tab in front says of itself
 */
export async function ownPage(name, answers, { self = null, keys = [] } = {}) {
  const { window } = new JSDOM(readFileSync(new URL(`${name}/${name}.html`, EXTENSION), "utf8"), { url: `https://own.invalid/${name}/${name}.html` });
  /** @type {any[]} */ const asked = [];
  /** @type {string[]} */ const copied = [];
  const navigator = { userAgent: "Test/1", clipboard: { writeText: async (/** @type {string} */ text) => void copied.push(text) } };
  for (const key of ["document", "HTMLInputElement", "RadioNodeList", "FormData", "Node", "Element"]) Object.defineProperty(globalThis, key, { value: window[key], configurable: true, writable: true });
  Object.defineProperty(globalThis, "navigator", { value: navigator, configurable: true });
  Object.assign(globalThis.chrome, {
    runtime: { id: "own", getManifest: () => ({ version: "9.9.9" }), sendMessage: async (/** @type {any} */ message) => {
      asked.push(message);
      const answer = answers[message.kind];
      return typeof answer === "function" ? answer(message) : answer ?? { ok: true };
    } },
    tabs: { query: async () => [{ id: 1 }], sendMessage: async () => self },
    commands: { getAll: async () => keys },
  });
  await import(new URL(`${name}/${name}.js?opened=${(opened += 1)}`, EXTENSION).href);
  await settled();
  const text = () => (window.document.body.textContent ?? "").replace(/\s+/g, " ");
  /** @param {Element} element @param {string} event */
  const fire = async (element, event) => {
    element.dispatchEvent(new window.Event(event, { bubbles: true, cancelable: true }));
    await settled();
  };
  return { document: window.document, asked, copied, text, fire };
}

export const settled = () => new Promise((done) => setTimeout(done, 5));
