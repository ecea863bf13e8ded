/** Stands in for the browser's own interface in tests: import it before anything of the extension that has words. */

import { readFileSync } from "node:fs";

const LOCALES = new URL("../../extension/_locales/", import.meta.url);

/** The words of one language. @param {string} language @returns {{[key: string]: {message: string, description?: string}}} */
export function wordsOf(language) {
  return JSON.parse(readFileSync(new URL(`${language}/messages.json`, LOCALES), "utf8"));
}

/** The key itself in brackets with what was filled in: shows words that went past the files. */
const MARKED = (/** @type {string} */ key, /** @type {string[]} */ values) => `[${[key, ...values].join("|")}]`;

/** A browser that speaks a language; "marked" shows keys in place of words. @param {string} language */
export function browserSpeaking(language) {
  if (language === "marked") return { i18n: { getMessage: (/** @type {string} */ key, /** @type {string[]} */ values = []) => (key === "locale" ? "en-GB" : /_(one|few|many|two|zero)$/.test(key) ? "" : MARKED(key, values)) } };
  const words = wordsOf(language);
  return { i18n: { getMessage: (/** @type {string} */ key, /** @type {string[]} */ values = []) => (words[key]?.message ?? "").replace(/\$(\d)/g, (_, number) => values[Number(number) - 1] ?? "") } };
}

Object.assign(globalThis, { chrome: browserSpeaking(process.env.SPEAKS ?? "en") });
