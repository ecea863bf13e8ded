/** Copies of JSON without recursion: a body may be nested deeper than the stack. */

/** A copy of its own; what was shared in the original is shared in the copy. @param {unknown} root */
export function copied(root) {
  if (typeof root !== "object" || root === null) return root;
  const twins = new Map([[root, blank(root)]]);
  const open = [root];
  while (open.length > 0) {
    const holder = open.pop();
    const twin = twins.get(holder);
    for (const key of Object.keys(holder)) put(twin, key, twinOf(holder[key], twins, open));
  }
  return twins.get(root);
}

function twinOf(value, twins, open) {
  if (typeof value !== "object" || value === null) return value;
  if (!twins.has(value)) {
    twins.set(value, blank(value));
    open.push(value);
  }
  return twins.get(value);
}

const blank = (value) => (Array.isArray(value) ? [] : {});

/** As JSON.parse does: "__proto__" is a key like any other. */
function put(holder, key, value) {
  if (key === "__proto__") Object.defineProperty(holder, key, { value, writable: true, enumerable: true, configurable: true });
  else holder[key] = value;
}
