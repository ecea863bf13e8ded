/** The host of a small badge: a point without size in the page's own tree, so that it scrolls and hides with its handle. */

import { tokenRules } from "../tokens.js";
import { MARK_STYLE } from "./mark-style.js";

export const NAME = "seedlist-mark";
const MOST_STEPS = 5;

/** One sheet for all. @type {CSSStyleSheet | null} */
let sheet = null;

/** @returns {HTMLElement} with an open shadow root that carries our style */
export function newHost() {
  const host = document.createElement(NAME);
  dress(host.attachShadow({ mode: "open" }));
  return host;
}

/** A constructed sheet; Firefox's content scripts may not adopt one, there it is a style element. @param {ShadowRoot} root */
function dress(root) {
  try {
    sheet ??= newSheet();
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = document.createElement("style");
    style.textContent = `${tokenRules()}\n${MARK_STYLE}`;
    root.append(style);
  }
}

function newSheet() {
  const made = new CSSStyleSheet();
  made.replaceSync(`${tokenRules()}\n${MARK_STYLE}`);
  return made;
}

/**
 * The part of the page that the host goes into: the handle's own element, or the nearest one around it that does not
 * cut off what lies at `spot`.
 * @param {Element} label @param {{left: number, top: number}} spot @param {{width: number, height: number}} size
 * @returns {Element}
 */
export function homeFor(label, spot, size) {
  let home = label;
  let part = /** @type {Element | null} */ (label);
  for (let step = 0; part !== null && step < MOST_STEPS; step += 1, part = part.parentElement) {
    if (cuts(part, spot, size) && part.parentElement) home = part.parentElement;
  }
  return home;
}

/** @param {Element} part @param {{left: number, top: number}} spot @param {{width: number, height: number}} size */
function cuts(part, spot, size) {
  const { overflowX, overflowY } = getComputedStyle(part);
  if (overflowX === "visible" && overflowY === "visible") return false;
  const box = part.getBoundingClientRect();
  return spot.left < box.left || spot.top < box.top || spot.left + size.width > box.right || spot.top + size.height > box.bottom;
}
