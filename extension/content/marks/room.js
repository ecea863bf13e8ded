/** Finds room for a small badge in the line of a handle: it lies over the page's free ground and moves nothing. */

/** @typedef {{left: number, top: number, right: number, bottom: number}} Box   in viewport pixels */
/** @typedef {{width: number, height: number}} Size */

const GAP = 6;
const FARTHEST = 260;
const TALLEST_ROW = 76;
const MOST_STEPS = 6;
const MOST_NODES = 90;
const SOLID = new Set(["img", "svg", "button", "video", "canvas", "input", "picture"]);

/**
 * The first form, from the widest, that has room after the handle in its own line; where none has, the last one
 * straddles the handle's upper end. Null where the handle is not laid out.
 * @param {Element} label @param {readonly Size[]} sizes
 * @returns {{index: number, left: number, top: number, row: Element} | null}
 */
export function roomBeside(label, sizes) {
  const at = lastLineOf(label);
  if (at === null) return null;
  const row = rowOf(label);
  const isMirrored = getComputedStyle(row).direction === "rtl";
  const gaps = freeAfter(at, row, isMirrored);
  for (const [index, { width, height }] of sizes.entries()) {
    const start = gaps.find(([from, to]) => to - from >= width)?.[0];
    if (start !== undefined) return { index, left: isMirrored ? -start - width : start, top: (at.top + at.bottom - height) / 2, row };
  }
  const { width, height } = sizes[sizes.length - 1];
  return { index: sizes.length - 1, left: isMirrored ? at.left - width / 2 : at.right - width / 2, top: at.top - height + 3, row };
}

/** Where the words end. @param {Element} label @returns {Box | null} */
function lastLineOf(label) {
  const words = label.ownerDocument.createRange();
  words.selectNodeContents(label);
  const lines = [...words.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
  return lines.at(-1) ?? null;
}

/** The largest part around the handle that is still one row. @param {Element} label @returns {Element} */
export function rowOf(label) {
  let row = label.parentElement ?? label;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const next = row.parentElement;
    if (next === null || next.localName === "body" || next.getBoundingClientRect().height > TALLEST_ROW) return row;
    row = next;
  }
  return row;
}

/** Free stretches of the line after the handle, nearest first; mirrored ones count leftwards. @param {Box} at @param {Element} row @param {boolean} isMirrored @returns {[number, number][]} */
function freeAfter(at, row, isMirrored) {
  const turned = (/** @type {Box} */ box) => (isMirrored ? { from: -box.right, to: -box.left } : { from: box.left, to: box.right });
  const start = turned(at).to;
  const end = Math.min(turned(limitsOf(row)).to - 2, start + FARTHEST);
  const taken = takenIn(row, at).map(turned).filter(({ to }) => to > start).sort((one, other) => one.from - other.from);
  /** @type {[number, number][]} */ const gaps = [];
  let from = start + GAP;
  for (const box of taken) {
    if (box.from - GAP > from) gaps.push([from, box.from - GAP]);
    from = Math.max(from, box.to + GAP);
  }
  return end > from ? [...gaps, [from, end]] : gaps.map(([left, right]) => [left, Math.min(right, end)]);
}

/** The row inside the window. @param {Element} row @returns {Box} */
function limitsOf(row) {
  const { left, top, right, bottom } = row.getBoundingClientRect();
  return { left: Math.max(left, 0), top, right: Math.min(right, document.documentElement.clientWidth), bottom };
}

/** What lies in the handle's line: words, pictures, buttons. @param {Element} row @param {Box} line @returns {Box[]} */
function takenIn(row, line) {
  /** @type {Box[]} */ const found = [];
  const inLine = (/** @type {Box} */ box) => box.bottom > line.top + 2 && box.top < line.bottom - 2 && box.right > box.left;
  const nodes = document.createTreeWalker(row, 5, (node) => (isOurs(node) || isSolid(node.parentElement) ? 2 : 1));
  for (let seen = 0; seen < MOST_NODES && nodes.nextNode(); seen += 1) {
    found.push(...boxesOf(nodes.currentNode).filter(inLine));
  }
  return found;
}

/** @param {Node} node @returns {Box[]} */
function boxesOf(node) {
  if (node.nodeType === 1) return isSolid(/** @type {Element} */ (node)) ? [/** @type {Element} */ (node).getBoundingClientRect()] : [];
  if (/** @type {Text} */ (node).data.trim() === "") return [];
  const range = document.createRange();
  range.selectNodeContents(node);
  return [...range.getClientRects()];
}

/** @param {Element | null} element */
function isSolid(element) {
  return element !== null && (SOLID.has(element.localName) || element.getAttribute("role") === "button");
}

/** @param {Node} node */
function isOurs(node) {
  return node.nodeName.startsWith("SEEDLIST-");
}
