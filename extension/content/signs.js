/** The drawn signs: each class of a post has its own shape, so that colour carries nothing alone. */

export const BOOKMARK = "M4 2.5h8v11l-4-3-4 3z";
export const CLOSE = "M4 4l8 8M12 4l-8 8";

/** @type {{readonly [name in import("../messages.js").PostClass]: {path: string, filled: boolean}}} */
export const CLASS_SIGNS = {
  paid: { path: "M3 3h10v10H3z", filled: true },
  gifted: { path: "M3 6.5h10V13H3zM8 6.5V13M8 6.5c-3 0-3.5-3.5-1.5-3.5S8 6.5 8 6.5s-.5-3.5 1.5-3.5S11 6.5 8 6.5", filled: false },
  affiliate: { path: "M6.5 9.5l3-3M7.5 4.5l1-1a2.8 2.8 0 0 1 4 4l-1 1M8.5 11.5l-1 1a2.8 2.8 0 0 1-4-4l1-1", filled: false },
  own_promo: { path: "M8 2.5l5.5 10.5h-11z", filled: false },
  organic_brand: { path: "M8 3a5 5 0 1 0 0 10A5 5 0 1 0 8 3z", filled: true },
  none: { path: "M5 8h6", filled: false },
};
