/** Finds where the badge can lie beside the name without covering anything: it floats, so the page never moves. */

/** @typedef {{left: number, top: number, width: number, height: number}} Box   in viewport pixels */
/** @typedef {{width: number, height: number}} Size */

const GAP = 8;
const STEP = 20;
const EDGE = 4;

/**
 * The first place that is free: to the right, above, below; the widest form first. Null forms have no size.
 * @param {Box} anchor @param {{full: Size, compact: Size}} sizes @param {(box: Box) => boolean} isFree
 * @param {("full" | "compact")[]} [forms]
 * @returns {{form: "full" | "compact", left: number, top: number}}
 */
export function spotFor(anchor, sizes, isFree, forms = ["full", "compact"]) {
  for (const form of forms) {
    const spot = spots(anchor, sizes[form]).find((place) => isFree({ ...place, ...sizes[form] }));
    if (spot) return { form, ...spot };
  }
  const last = forms[forms.length - 1];
  return { form: last, ...spots(anchor, sizes[last])[1] };
}

/** @param {Box} anchor @param {Size} size */
function spots({ left, top, width, height }, size) {
  return [
    { left: left + width + GAP, top: top + (height - size.height) / 2 },
    { left, top: top - size.height - EDGE },
    { left, top: top + height + EDGE },
  ];
}

/**
 * Whether only the surroundings of the anchor lie under a box: its ancestors, and nothing with content of its own.
 * @param {Element} anchor @param {Element} host
 * @returns {(box: Box) => boolean}
 */
export function freeAround(anchor, host) {
  const { clientWidth, clientHeight } = document.documentElement;
  return (box) => {
    if (box.left < EDGE || box.top < 0 || box.left + box.width > clientWidth - EDGE || box.top + box.height > clientHeight) return false;
    return points(box).every(([x, y]) => {
      const under = document.elementsFromPoint(x, y).find((element) => element !== host && !isOurs(element));
      return under !== undefined && under !== anchor && under.contains(anchor);
    });
  };
}

/** The open panel covers, but it is no part of the page. @param {Element} element */
function isOurs(element) {
  return element.localName.startsWith("seedlist-");
}

/** @param {Box} box @returns {[number, number][]} */
function points({ left, top, width, height }) {
  const columns = Array.from({ length: Math.ceil(width / STEP) + 1 }, (_, index) => left + Math.min(index * STEP, width));
  return columns.flatMap((x) => /** @type {[number, number][]} */ ([[x, top + 1], [x, top + height / 2], [x, top + height - 1]]));
}
