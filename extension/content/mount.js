/** A host of ours in the page: an open shadow root with our styles, put back when the page drops it. */

import { tokenRules } from "./tokens.js";

/**
 * @param {string} name @param {string} style
 */
export function mount(name, style) {
  const host = document.createElement(name);
  const root = host.attachShadow({ mode: "open" });
  dress(root, `${tokenRules()}\n${style}`);
  return {
    host,
    root,
    /** In the page, after its body: no layout of the page depends on it, and its framework does not clear it. */
    stay() {
      if (!host.isConnected) document.documentElement.append(host);
    },
    leave() {
      host.remove();
    },
  };
}

/** A constructed sheet; Firefox's content scripts may not adopt one, there it is a style element. @param {ShadowRoot} root @param {string} text */
function dress(root, text) {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = document.createElement("style");
    style.textContent = text;
    root.append(style);
  }
}

/**
 * Shows `fresh` as the only content besides style; what had the focus has it again, a field with the caret where it was.
 * @param {ShadowRoot} root @param {Element | null} fresh
 */
export function showIn(root, fresh) {
  const before = root.activeElement;
  const key = before?.getAttribute("data-key");
  const caret = isField(before) ? before.selectionStart : null;
  for (const old of [...root.children]) if (old.localName !== "style" && !old.hasAttribute("data-live")) old.remove();
  if (fresh !== null) root.append(fresh);
  if (!key || !fresh) return;
  const same = `[data-key="${CSS.escape(key)}"]`;
  const again = /** @type {HTMLElement | null} */ (fresh.matches(same) ? fresh : fresh.querySelector(same));
  again?.focus({ preventScroll: true });
  if (caret !== null && isField(again)) again.setSelectionRange(caret, caret);
}

/** @param {Element | null} element @returns {element is HTMLInputElement | HTMLTextAreaElement} */
function isField(element) {
  return element !== null && ["input", "textarea"].includes(element.localName);
}
