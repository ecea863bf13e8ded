/** Goes through parsed JSON without recursion and within a budget, so that a huge or deep answer costs no frame. */

/** Objects and arrays looked at before giving up; a 5 MB answer holds about 100,000. */
const BUDGET = 300_000;

/** Returned by a visitor: do not go below this object. */
export const SKIP = Symbol("skip");

/**
 * Calls `visit(node, key, context)` for each object, in the order of the text. The visitor returns the context for
 * what lies below, or SKIP. Lists pass on the key and the context that they stand under.
 * @template C
 * @param {unknown} root
 * @param {C} context
 * @param {(node: import("./values.js").Json, key: string, context: C) => C | typeof SKIP} visit
 * @param {{budget?: number, closed?: (key: string) => boolean}} [options]   `closed`: keys never gone into
 * @returns {boolean} false when the budget ran out
 */
export function walk(root, context, visit, { budget = BUDGET, closed = () => false } = {}) {
  /** @type {unknown[]} */ const nodes = [root];
  /** @type {string[]} */ const keys = [""];
  /** @type {C[]} */ const contexts = [context];
  const isClosed = remembered(closed);
  for (let left = budget; nodes.length > 0; left -= 1) {
    if (left <= 0) return false;
    const node = nodes.pop();
    const key = /** @type {string} */ (keys.pop());
    let below = /** @type {C} */ (contexts.pop());
    if (!Array.isArray(node)) {
      const answer = visit(/** @type {import("./values.js").Json} */ (node), key, below);
      if (answer === SKIP) continue;
      below = /** @type {C} */ (answer);
    }
    push(node, key, isClosed, (child, name) => {
      nodes.push(child);
      keys.push(name);
      contexts.push(below);
    });
  }
  return true;
}

/** Hands out the children that are objects, last first. @param {unknown} node @param {string} key @param {(key: string) => boolean} isClosed @param {(child: object, name: string) => void} take */
function push(node, key, isClosed, take) {
  if (Array.isArray(node)) {
    for (let index = node.length - 1; index >= 0; index -= 1) if (isObject(node[index])) take(node[index], key);
    return;
  }
  const names = Object.keys(/** @type {object} */ (node));
  for (let index = names.length - 1; index >= 0; index -= 1) {
    const name = names[index];
    const child = /** @type {import("./values.js").Json} */ (node)[name];
    if (isObject(child) && !isClosed(name)) take(child, name);
  }
}

/** @param {unknown} value @returns {value is object} */
function isObject(value) {
  return typeof value === "object" && value !== null;
}

/** @param {(key: string) => boolean} test @returns {(key: string) => boolean} */
function remembered(test) {
  /** @type {Map<string, boolean>} */ const known = new Map();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const answer = test(key);
    if (known.size < 2_000) known.set(key, answer);
    return answer;
  };
}
