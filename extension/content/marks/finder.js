/** Follows the page's changes: hands on links that came or changed, in idle slices, and tells at once of those touched. */

const SLICE = 8;
const NEVER_LATER = 500;
const OURS = /^seedlist-/;

/**
 * @typedef {object} Needs
 * @property {Document} document
 * @property {() => string | null} selector    null while nothing is to be found
 * @property {(link: Element) => void} onLink  came, or changed: maybe the same one twice
 * @property {(node: Node) => void} onTouched  changed right now, before the next frame
 */

export class Finder {
  /** @param {Needs} needs */
  constructor(needs) {
    this.needs = needs;
    /** @type {Set<Element>} */ this.came = new Set();
    /** @type {Element[]} */ this.links = [];
    this.isWaiting = false;
    this.observer = new MutationObserver((records) => this.note(records));
  }

  start() {
    this.observer.observe(this.needs.document, { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ["href"] });
    this.again();
  }

  stop() {
    this.observer.disconnect();
    this.came.clear();
    this.links = [];
  }

  /** The whole page, as if it had just come. */
  again() {
    this.came.add(this.needs.document.documentElement);
    this.wait();
  }

  /** @param {MutationRecord[]} records */
  note(records) {
    for (const record of records) {
      if (isOwn(record)) continue;
      this.needs.onTouched(record.target);
      if (record.type === "attributes") this.came.add(/** @type {Element} */ (record.target));
      else if (record.type === "characterData") this.addLinkOf(record.target);
      else for (const node of record.addedNodes) this.add(node);
    }
    if (this.came.size > 0) this.wait();
  }

  /** @param {Node} node */
  add(node) {
    if (node.nodeType === 1) this.came.add(/** @type {Element} */ (node));
    this.addLinkOf(node);
  }

  /** Words that changed inside a link may be its handle. @param {Node} node */
  addLinkOf(node) {
    const link = node.parentElement?.closest("a");
    if (link) this.came.add(link);
  }

  wait() {
    if (this.isWaiting) return;
    this.isWaiting = true;
    idle((left) => this.slice(left));
  }

  /** As much as fits in the idle time. @param {() => number} left */
  slice(left) {
    this.isWaiting = false;
    do this.step();
    while ((this.links.length > 0 || this.came.size > 0) && left() > 2);
    if (this.links.length > 0 || this.came.size > 0) this.wait();
  }

  step() {
    const link = this.links.pop();
    if (link !== undefined) return this.needs.onLink(link);
    const selector = this.needs.selector();
    const [part] = this.came;
    this.came.delete(part);
    if (part === undefined || selector === null || !part.isConnected || OURS.test(part.localName)) return;
    if (part.matches(selector)) this.links.push(part);
    this.links.push(...[...part.querySelectorAll(selector)].reverse());
  }
}

/** Changes that we made ourselves. @param {MutationRecord} record */
function isOwn({ type, addedNodes, removedNodes }) {
  if (type !== "childList" || addedNodes.length + removedNodes.length !== 1) return false;
  return addedNodes.length === 1 && OURS.test(addedNodes[0].nodeName.toLowerCase());
}

/** Runs a task when the page has nothing to do, or at the latest soon. @param {(left: () => number) => void} task */
export function idle(task) {
  if (typeof requestIdleCallback === "function") {
    return void requestIdleCallback((deadline) => task(deadline.didTimeout ? budget() : () => Math.min(deadline.timeRemaining(), SLICE)), { timeout: NEVER_LATER });
  }
  setTimeout(() => task(budget()), 1);
}

/** Time left of a slice that began now. */
function budget() {
  const start = performance.now();
  return () => SLICE - (performance.now() - start);
}
