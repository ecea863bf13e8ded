/** How a small badge looks, and how its host stays out of the page's layout whatever the page's own styles say. */

export const HEIGHT = 18;
/** Of the narrowest form, which may stand above a line. */
export const TINY_HEIGHT = 14;
export const FONT = '600 11px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif';
const SIDES = 12;
const BETWEEN = 11;
const SIGN = 10;
const SIGN_GAP = 4;

export const MARK_STYLE = `
:host { all: initial !important; position: absolute !important; width: 0 !important; height: 0 !important; z-index: auto !important; }
.mark { position: absolute; left: 0; top: 0; box-sizing: border-box; display: inline-flex; align-items: center; height: ${HEIGHT}px; width: max-content; padding: 0 5px; border: 1px solid var(--line); border-radius: 5px; background: var(--sheet); color: var(--ink); font: ${FONT}; line-height: ${HEIGHT - 2}px; font-variant-numeric: tabular-nums; white-space: nowrap; cursor: default; visibility: hidden; }
.mark.laid { visibility: visible; }
.mark > span + span { margin-left: 5px; padding-left: 5px; border-left: 1px solid var(--line); }
.tier { font-weight: 500; color: var(--ink-soft); }
.sign { flex: none; width: ${SIGN}px; height: ${SIGN}px; color: var(--accent); }
.sign + span { margin-left: ${SIGN_GAP}px; }
.saved { border-color: var(--accent); }
.word { color: var(--accent); }
.tiny { height: ${TINY_HEIGHT}px; padding: 0 2px; line-height: ${TINY_HEIGHT - 2}px; font-size: 10px; border-radius: 4px; }
@media (forced-colors: active) { .mark { border-color: CanvasText; } }
@media print { :host { display: none !important; } }
`;

/**
 * How wide a form will be, without laying it out.
 * @param {{text: string}[]} pieces @param {boolean} hasSign @param {(text: string) => number} measure pixels of a text in FONT
 */
export function widthOf(pieces, hasSign, measure) {
  const words = pieces.reduce((sum, { text }) => sum + measure(text), 0) + Math.max(0, pieces.length - 1) * BETWEEN;
  return Math.ceil(words + SIDES + (hasSign ? SIGN + (pieces.length > 0 ? SIGN_GAP : 0) : 0));
}
