/** Whether the page behind an element is light or dark: its real background, not what the system prefers. */

const DARK_UNDER = 0.4;

/** @param {Element | null} element @returns {import("./tokens.js").Theme} */
export function themeBehind(element) {
  for (let here = element; here !== null; here = here.parentElement) {
    const light = lightness(getComputedStyle(here).backgroundColor);
    if (light !== null) return light < DARK_UNDER ? "dark" : "light";
  }
  const scheme = getComputedStyle(document.documentElement).colorScheme;
  return /dark/.test(scheme) && !/light/.test(scheme) ? "dark" : "light";
}

/** 0 (black) to 1 (white), or null where the colour lets the one behind through. @param {string} colour as computed */
export function lightness(colour) {
  const [red, green, blue, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  if (blue === undefined || alpha < 0.5 || !colour.startsWith("rgb")) return null;
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}
