/** Tells name, category and bio apart in the head of a drawn Instagram profile, by the element and the tab's title. */

import { wellFormed } from "../values.js";
import { handleElement } from "./header.js";
import { splitLabel } from "./labelled-counts.js";

const MOST = 400;
const NOT_WORDS = 'button, li, svg, time, script, style, a, [role="button"], [role="link"], [role="menu"]';
/** A bio that was cut for space ends with a word to open it. */
const CUT = /(…|\.\.\.)\s*\p{L}*\s*$/u;

/**
 * Name, category and bio look alike, so they are only told apart where the tab's title gives the name.
 * @param {Element} header @param {string} handle
 * @param {string | undefined} name   the display name as the title gives it
 * @returns {{name?: string, category?: string, bio?: string}} what is sure; anything else is left out
 */
export function shownWords(header, handle, name) {
  const start = handleElement(header, handle);
  if (!start || name === undefined) return {};
  const blocks = textBlocks(header, start).filter((block) => isOwnWord(block, handle));
  const named = blocks.find((block) => textOf(block) === name);
  const isNamed = named !== undefined;
  const rest = blocks.filter((block) => textOf(block) !== name);
  const bio = isNamed && rest.length <= 2 ? only(rest, /^(SPAN|H1)$/) : undefined;
  const category = isNamed && rest.length <= 2 ? only(rest.filter((block) => isBeside(block, [named, bio])), /^DIV$/) : undefined;
  return said({ name, category: category && textOf(category), bio: bio && wholeText(bio) });
}

/** The one block of a kind; undefined when there are two. @param {Element[]} blocks @param {RegExp} kind */
function only(blocks, kind) {
  const found = blocks.filter((block) => kind.test(block.tagName));
  return found.length === 1 ? found[0] : undefined;
}

/** In one section with one of these: a button that lost its role stands elsewhere. @param {Element} block @param {(Element | undefined)[]} others */
function isBeside(block, others) {
  return others.some((other) => other !== undefined && other.closest("section") === block.closest("section"));
}

/** @param {{[field: string]: string | undefined}} fields */
function said(fields) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ""));
}

/** Outermost elements with text of their own, after the handle. @param {Element} header @param {Element} start */
function textBlocks(header, start) {
  /** @type {Element[]} */ const found = [];
  for (const element of [...header.querySelectorAll("h1, h2, span, div")].slice(0, MOST)) {
    const isAfter = (start.compareDocumentPosition(element) & 4) !== 0;
    if (!isAfter || element.closest(NOT_WORDS) || found.some((block) => block.contains(element))) continue;
    if (hasOwnText(element)) found.push(element);
  }
  return found;
}

/** @param {Element} element */
function hasOwnText(element) {
  return [...element.childNodes].some((node) => node.nodeType === 3 && (node.textContent ?? "").trim() !== "");
}

/** @param {Element} block @param {string} handle */
function isOwnWord(block, handle) {
  const text = textOf(block);
  return text !== "" && text.toLowerCase() !== handle && !/^[\d.,\s]+$/.test(text) && (splitLabel(text) === null || !/\p{Nd}/u.test(text));
}

/** @param {Element} element @returns {string | undefined} */
function wholeText(element) {
  const text = textOf(element);
  return CUT.test(text) ? undefined : text;
}

/** Text with its line breaks. @param {Node} node @returns {string} */
function textOf(node) {
  const parts = [...node.childNodes].map((child) => {
    if (child.nodeType === 3) return child.textContent ?? "";
    return child.nodeName === "BR" ? "\n" : textOf(child);
  });
  return wellFormed(parts.join("")).trim();
}
