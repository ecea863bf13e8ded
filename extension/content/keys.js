/** Which command a key pressed in the page asks for; what is typed into a field of the site stays the site's. */

/** Letters of the commands: with Alt and Shift anywhere in the page, alone where our badge or panel has the focus. @type {{readonly [letter: string]: string}} */
export const KEYS = { s: "save", l: "panel", k: "next-list", m: "note" };

const FIELDS = "input, textarea, select, [contenteditable=''], [contenteditable='true'], [contenteditable='plaintext-only'], [role=textbox], [role=searchbox], [role=combobox]";

/**
 * The command, or null. Only real keys count: a script of the page can ask for nothing.
 * @param {KeyboardEvent} event @param {boolean} isOurs   whether our badge or panel has the focus
 */
export function commandOf(event, isOurs) {
  if (!event.isTrusted || event.defaultPrevented || event.repeat || event.isComposing || event.ctrlKey || event.metaKey) return null;
  const isChord = event.altKey && event.shiftKey;
  const isAlone = isOurs && !event.altKey && !event.shiftKey;
  if ((!isChord && !isAlone) || isTyped(event)) return null;
  return Object.hasOwn(KEYS, letterOf(event)) ? KEYS[letterOf(event)] : null;
}

/** Whether the key goes into a field, also one inside an open shadow root. @param {KeyboardEvent} event */
function isTyped(event) {
  const [target] = event.composedPath();
  return target instanceof Element && target.closest(FIELDS) !== null;
}

/** The letter on the key: with Alt, some layouts print another sign. @param {KeyboardEvent} event */
function letterOf({ key, code }) {
  return (/^[a-z]$/i.test(key) ? key : code.replace(/^Key/, "")).toLowerCase();
}
