/** Takes JSON out of a page's own script elements; what does not parse is passed over. */

/** @typedef {import("./site.js").Payload} Payload */

const LARGEST = 12_000_000;

/**
 * @param {Document} document
 * @param {string} selector
 * @param {{name: (script: Element) => string, hint?: RegExp, cut?: (text: string) => string | null, now?: number}} how
 *   `hint`: scripts whose text it does not find are passed over unread; `cut`: the JSON inside a script's text
 * @returns {Payload[]}
 */
export function scriptPayloads(document, selector, { name, hint, cut = (text) => text, now = Date.now() }) {
  /** @type {Payload[]} */ const found = [];
  for (const script of document.querySelectorAll(selector)) {
    const source = script.textContent ?? "";
    if (source.length < 2 || source.length > LARGEST || (hint && !hint.test(source))) continue;
    const body = parsed(cut(source));
    if (body !== undefined) found.push({ url: `embedded:${name(script)}`, body, at: now });
  }
  return found;
}

/** @param {string | null} json @returns {unknown} undefined when it is no JSON object or list */
export function parsed(json) {
  if (json === null) return undefined;
  try {
    const body = JSON.parse(json);
    return typeof body === "object" && body !== null ? body : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The object assigned by `window.<name> = {...};`, as text.
 * @param {string} source @param {RegExp} start   matches up to the opening brace
 */
export function assigned(source, start) {
  const match = start.exec(source);
  if (!match) return null;
  const open = match.index + match[0].length - 1;
  const close = closing(source, open);
  return close < 0 ? null : source.slice(open, close + 1);
}

/** Index of the brace that closes the one at `open`, strings heeded; -1 when there is none. @param {string} source @param {number} open */
function closing(source, open) {
  const marks = /["{}]/g;
  marks.lastIndex = open;
  for (let depth = 0, mark = marks.exec(source); mark; mark = marks.exec(source)) {
    if (mark[0] === '"') marks.lastIndex = afterString(source, mark.index);
    else depth += mark[0] === "{" ? 1 : -1;
    if (depth === 0) return mark.index;
  }
  return -1;
}

/** @param {string} source @param {number} quote */
function afterString(source, quote) {
  for (let index = quote + 1; index < source.length; index += 1) {
    if (source[index] === "\\") index += 1;
    else if (source[index] === '"') return index + 1;
  }
  return source.length;
}
