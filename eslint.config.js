// Holds what a reader of the extension may rely on: where the browser's interface is named, how text reaches the page,
// and which room may import which.

const DOM = ["document", "window", "location", "history", "navigator", "getComputedStyle", "CSSStyleSheet", "MutationObserver", "IntersectionObserver", "requestIdleCallback", "CSS", "HTMLInputElement", "RadioNodeList", "FormData", "MessageEvent", "Event", "KeyboardEvent", "Element", "HTMLElement", "Node", "Response", "XMLHttpRequest", "Request", "History", "DOMParser", "NodeFilter"];
const EVERYWHERE = ["URL", "URLSearchParams", "AbortController", "AbortSignal", "setTimeout", "clearTimeout", "console", "structuredClone", "queueMicrotask", "TextDecoder", "TextEncoder", "Intl", "globalThis", "performance"];
const globals = (/** @type {string[]} */ names) => Object.fromEntries(names.map((name) => [name, "readonly"]));

/** Writing markup from text, in any of its ways. */
const NO_MARKUP = ["innerHTML", "outerHTML", "insertAdjacentHTML", "setHTMLUnsafe", "srcdoc", "createContextualFragment"].map((property) => ({ property, message: "Text is only ever text here: use make() of content/elements.js." }));
const NO_CODE = [{ selector: "CallExpression[callee.object.name='document'][callee.property.name='write']", message: "Use make() of content/elements.js." }];

/** Rooms and what their files may import from; the arrows of the design. @type {{[room: string]: string[]}} */
const ARROWS = {
  sites: ["sites"],
  page: [],
  content: ["content", "sites", "chrome.js", "language.js", "messages.js"],
  background: ["background", "chrome.js", "language.js", "messages.js"],
  popup: ["popup", "content/elements.js", "content/figures.js", "content/words.js", "chrome.js", "language.js", "messages.js"],
  options: ["options", "chrome.js", "language.js", "messages.js"],
};
const ROOMS = Object.keys(ARROWS);

/** @param {string} room */
function arrowsOf(room) {
  const closed = ROOMS.filter((other) => other !== room && !ARROWS[room].some((to) => to === other || to.startsWith(`${other}/`)));
  const group = [...closed.map((other) => `**/${other}/**`), ...(room === "sites" || room === "page" ? ["**/chrome.js", "**/language.js"] : [])];
  return {
    files: [`extension/${room}/**/*.js`],
    rules: { "no-restricted-imports": ["error", { patterns: [{ group, message: `${room} may import only from: ${ARROWS[room].join(", ") || "nothing"}.` }] }] },
  };
}

export default [
  { ignores: ["extension/content/bundle.js"] },
  {
    files: ["extension/**/*.js", "tests/extension/**/*.js"],
    languageOptions: { ecmaVersion: 2025, sourceType: "module", globals: globals([...DOM, ...EVERYWHERE]) },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "no-undef": "error",
      "no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_", caughtErrors: "none" }],
      "no-var": "error", "prefer-const": "error", eqeqeq: ["error", "always", { null: "ignore" }],
      "no-eval": "error", "no-implied-eval": "error", "no-new-func": "error", "no-shadow": "error", "no-unreachable": "error",
      // Every ?? counts as a branch: a reader of one item with a default a field needs this many.
      complexity: ["error", 15], "max-lines": ["error", 250],
    },
  },
  {
    files: ["extension/**/*.js"],
    rules: { "no-restricted-properties": ["error", ...NO_MARKUP], "no-restricted-syntax": ["error", ...NO_CODE] },
  },
  { files: ["extension/page/listener.js"], languageOptions: { sourceType: "script" } },
  { files: ["tests/extension/**/*.js"], languageOptions: { globals: globals(["process", "Buffer", "MessageChannel", "setImmediate", "fetch"]) } },
  { files: ["extension/background/**/*.js"], languageOptions: { globals: globals(["fetch"]) } },
  // "no-undef" without "chrome" and "browser" among the globals keeps them out of every other file; these two name it through globalThis.
  {
    files: ["extension/**/*.js"], ignores: ["extension/chrome.js", "extension/content/start.js"],
    rules: { "no-restricted-syntax": ["error", ...NO_CODE, { selector: "MemberExpression[object.name='globalThis'][property.name=/^(chrome|browser)$/]", message: "Only extension/chrome.js names the browser's interface." }] },
  },
  ...ROOMS.map(arrowsOf),
];
