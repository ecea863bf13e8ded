/** The user's own clicks and keys in tests: a script's events never count as such, so what listens is called directly. */

/** Listens along from now on; gives what does to an element as the user does. @param {any} window */
export function userOf(window) {
  const { prototype } = window.EventTarget;
  /** @type {WeakMap<EventTarget, [string, (event: any) => void][]>} */ const heard = new WeakMap();
  const listen = prototype.addEventListener;
  prototype.addEventListener = function (/** @type {string} */ kind, /** @type {any} */ act, /** @type {any[]} */ ...rest) {
    heard.set(this, [...(heard.get(this) ?? []), [kind, act]]);
    return listen.call(this, kind, act, ...rest);
  };
  return (/** @type {Element} */ element, /** @type {string} */ kind) => {
    for (const [name, act] of heard.get(element) ?? []) if (name === kind) act({ type: kind, isTrusted: true, target: element });
  };
}
