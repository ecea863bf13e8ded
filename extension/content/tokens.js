/** The table of tokens for the shadow roots: the values of tokens.css, by theme; a test compares them. */

/** @typedef {"light" | "dark"} Theme */

/** @type {{readonly [theme in Theme]: {readonly [token: string]: string}}} */
export const TOKENS = {
  light: {
    paper: "#f7f5f0", sheet: "#fffefb", sunken: "#efece4", line: "#dedad0", "line-strong": "#8d887b",
    ink: "#1c1b18", "ink-soft": "#55524a", "ink-faint": "#69655b",
    accent: "#1f5a48", "accent-ink": "#ffffff", "accent-soft": "#e2ece6",
    warn: "#8a4b12", "warn-soft": "#f7e9d8", mark: "#f3e4a8", "mark-ink": "#1c1b18",
    "soft-shadow": "0 1px 2px rgb(28 27 24 / 6%), 0 8px 24px rgb(28 27 24 / 6%)",
  },
  dark: {
    paper: "#161513", sheet: "#1e1d1a", sunken: "#282622", line: "#37342f", "line-strong": "#7d786c",
    ink: "#f1eee6", "ink-soft": "#bdb8ab", "ink-faint": "#a09b8e",
    accent: "#8fcbb0", "accent-ink": "#10201a", "accent-soft": "#24352d",
    warn: "#e5ad74", "warn-soft": "#3a2b1b", mark: "#57491a", "mark-ink": "#fbf3d4",
    "soft-shadow": "0 1px 2px rgb(0 0 0 / 30%), 0 8px 24px rgb(0 0 0 / 24%)",
  },
};

/** Both tables as rules of a shadow root; light unless the host says dark. */
export function tokenRules() {
  return `${rule(":host", "light")}\n${rule(':host([data-theme="dark"])', "dark")}`;
}

/** @param {string} selector @param {Theme} theme */
function rule(selector, theme) {
  const lines = Object.entries(TOKENS[theme]).map(([name, value]) => `--${name}:${value};`);
  return `${selector}{color-scheme:${theme};${lines.join("")}}`;
}
