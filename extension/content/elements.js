/** Makes elements without markup: text is only ever text, so that nothing of a page or profile can become an element. */

const SVG = "http://www.w3.org/2000/svg";

/** @typedef {Node | string | null | undefined | false} Child */
/** @typedef {{[name: string]: string | number | boolean | null | undefined | ((event: any) => void)}} Attributes */

/**
 * An element. Attributes that are null, undefined or false are left out, true is an empty one; a function under
 * "onclick" listens for "click".
 * @param {string} tag @param {Attributes} [attributes] @param {...Child} children
 * @returns {HTMLElement}
 */
export function make(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) set(made, name, value);
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

/** @param {Element} element @param {string} name @param {Attributes[string]} value */
function set(element, name, value) {
  if (typeof value === "function") element.addEventListener(name.slice(2), value);
  else if (value === true) element.setAttribute(name, "");
  else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, String(value));
}

/**
 * A drawn sign of 16 by 16, hidden from screen readers: the words beside it say the same.
 * @param {string} path @param {{filled?: boolean, class?: string}} [how]
 */
export function sign(path, { filled = false, class: name = "sign" } = {}) {
  const svg = document.createElementNS(SVG, "svg");
  const line = document.createElementNS(SVG, "path");
  const attributes = { viewBox: "0 0 16 16", width: "14", height: "14", "aria-hidden": "true", focusable: "false", class: name };
  for (const [key, value] of Object.entries(attributes)) svg.setAttribute(key, value);
  line.setAttribute("d", path);
  line.setAttribute("fill", filled ? "currentColor" : "none");
  line.setAttribute("stroke", "currentColor");
  line.setAttribute("stroke-width", "1.4");
  line.setAttribute("stroke-linejoin", "round");
  line.setAttribute("stroke-linecap", "round");
  svg.append(line);
  return svg;
}
