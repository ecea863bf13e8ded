/** Goes through parsed JSON without recursion and within a budget, so that a huge or deep answer costs no frame. */

/** Objects and arrays looked at before giving up; a 5 MB answer holds about 100,000. */
const BUDGET = 150_000;

/** Entries of one list that are looked at; a page asks for a few dozen at a time. */
const LONGEST_LIST = 1_000;

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
  const isClosed = remembered(closed);
  /** Nodes still to see, each followed by its key and its context. @type {any[]} */
  const open = isObject(root) ? [root, "", context] : [];
  for (let left = budget; open.length > 0; left -= 1) {
    if (left <= 0) return false;
    const [below, key, node] = [open.pop(), open.pop(), open.pop()];
    if (Array.isArray(node)) {
      pushList(open, node, key, below);
      continue;
    }
    const answer = visit(node, key, below);
    if (answer !== SKIP) pushFields(open, node, isClosed, answer);
  }
  return true;
}

/** @param {any[]} open @param {unknown[]} list @param {string} key @param {unknown} context */
function pushList(open, list, key, context) {
  for (let index = Math.min(list.length, LONGEST_LIST) - 1; index >= 0; index -= 1) {
    if (isObject(list[index])) open.push(list[index], key, context);
  }
}

/** @param {any[]} open @param {{[key: string]: unknown}} node @param {(key: string) => boolean} isClosed @param {unknown} context */
function pushFields(open, node, isClosed, context) {
  const keys = Object.keys(node);
  for (let index = keys.length - 1; index >= 0; index -= 1) {
    const child = node[keys[index]];
    if (isObject(child) && !isClosed(keys[index])) open.push(child, keys[index], context);
  }
}

/** @param {unknown} value @returns {value is object} */
function isObject(value) {
  return typeof value === "object" && value !== null;
}

/**
 * A test of keys that remembers its answers: an answer has few keys and many nodes.
 * @param {(key: string) => boolean} test @returns {(key: string) => boolean}
 */
export function remembered(test) {
  /** @type {Map<string, boolean>} */ const known = new Map();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const answer = test(key);
    if (known.size < 2_000) known.set(key, answer);
    return answer;
  };
}
