/** The user's choices, checked when read: a broken store gives the defaults, not a broken extension. */

/** @typedef {import("../messages.js").Settings} Settings */

/** @type {Settings} */
export const DEFAULTS = { port: 8017, density: "full", theme: "page", quiet: null, off: [], keys: true };

/** @type {{[name in keyof Settings]: (value: any) => boolean}} */
const RULES = {
  port: (value) => Number.isInteger(value) && value >= 1024 && value <= 65_535,
  density: (value) => ["full", "compact", "saved"].includes(value),
  theme: (value) => ["page", "light", "dark"].includes(value),
  quiet: (value) => value === null || (Number.isInteger(value) && value >= 0 && value <= 100),
  keys: (value) => typeof value === "boolean",
  off: (value) => Array.isArray(value) && value.every((id) => typeof id === "string"),
};

/** What of `given` is a valid choice, over `before`. @param {unknown} given @param {Settings} [before] @returns {Settings} */
export function checked(given, before = DEFAULTS) {
  const entries = Object.entries(RULES).map(([name, isValid]) => {
    const value = /** @type {any} */ (given)?.[name];
    return [name, value !== undefined && isValid(value) ? value : before[/** @type {keyof Settings} */ (name)]];
  });
  return Object.fromEntries(entries);
}
