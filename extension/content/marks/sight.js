/** Tells which handles are in sight. Of a long page only the part ahead is watched: what was passed is looked for on the way back, and what was passed long ago is forgotten until then. */

/** Work begins a little before a handle comes into sight. */
const AHEAD = "160px 0px";
/** From here on what was passed is set aside: the browser measures each watched one in every frame. */
const MOST_WATCHED = 120;
/** So many that were passed are remembered; what is farther up is looked for in the page again. */
const MOST_PASSED = 400;
/** Every so many handles those that left the page are let go. */
const SWEEP = 100;
const PAUSE = 250;

export class Sight {
  /** @param {{onEnter: (label: Element) => void, onLeave: (label: Element) => void, onForget: (label: Element) => void, onBack: () => void}} needs   `onBack`: what was forgotten is near again */
  constructor(needs) {
    this.needs = needs;
    /** @type {Set<Element>} */ this.watched = new Set();
    /** @type {Set<Element>} */ this.passed = new Set();
    /** Where each scroller stood. @type {WeakMap<object, {left: number, top: number}>} */ this.stood = new WeakMap();
    this.isTurning = false;
    this.hasForgotten = false;
    this.came = 0;
    this.observer = new IntersectionObserver((entries) => this.tell(entries), { rootMargin: AHEAD });
    this.onScroll = (/** @type {Event} */ event) => this.scrolled(event.target);
    document.addEventListener("scroll", this.onScroll, { passive: true, capture: true });
  }

  /** @param {Element} label */
  watch(label) {
    this.watched.add(label);
    this.observer.observe(label);
    this.came += 1;
    if (this.came % SWEEP === 0) this.sweep();
  }

  /** The page removes what it no longer shows; of what it removed out of sight nobody tells. */
  sweep() {
    for (const label of [...this.watched, ...this.passed]) if (!label.isConnected) this.needs.onForget(label);
  }

  /** @param {Element} label */
  forget(label) {
    this.watched.delete(label);
    this.passed.delete(label);
    this.observer.unobserve(label);
  }

  stop() {
    this.observer.disconnect();
    document.removeEventListener("scroll", this.onScroll, { capture: true });
    this.watched.clear();
    this.passed.clear();
  }

  /** @param {IntersectionObserverEntry[]} entries */
  tell(entries) {
    for (const { target, isIntersecting, boundingClientRect } of entries) {
      if (isIntersecting) this.needs.onEnter(target);
      else this.needs.onLeave(target);
      if (!isIntersecting && boundingClientRect.bottom < 0 && this.watched.size > MOST_WATCHED) this.setAside(target);
    }
  }

  /** @param {Element} label */
  setAside(label) {
    if (!this.watched.delete(label)) return;
    this.observer.unobserve(label);
    if (label.isConnected) this.passed.add(label);
    for (const old of this.passed) {
      if (this.passed.size <= MOST_PASSED) return;
      this.hasForgotten = true;
      this.needs.onForget(old);
      this.passed.delete(old);
    }
  }

  /** It came into the page anew. @param {Element} label */
  recall(label) {
    if (this.passed.delete(label)) this.watch(label);
  }

  /** Anything but further down may bring back what was passed. @param {EventTarget | null} target */
  scrolled(target) {
    const scroller = target instanceof Element ? target : document.documentElement;
    const { left, top } = this.stood.get(scroller) ?? { left: 0, top: 0 };
    this.stood.set(scroller, { left: scroller.scrollLeft, top: scroller.scrollTop });
    if (scroller.scrollTop < top || scroller.scrollLeft !== left) this.turn();
  }

  /** Looks at all that was passed, soon. */
  turn() {
    if (this.isTurning || (this.passed.size === 0 && !this.hasForgotten)) return;
    this.isTurning = true;
    setTimeout(() => {
      this.isTurning = false;
      const passed = [...this.passed];
      this.passed.clear();
      if (this.hasForgotten && isNear(passed[0])) {
        this.hasForgotten = false;
        this.needs.onBack();
      }
      for (const label of passed) if (label.isConnected) this.watch(label);
    }, PAUSE);
  }
}

/** Whether the first one that is remembered is less than a window above, in sight or below. @param {Element | undefined} label */
function isNear(label) {
  return label === undefined || !label.isConnected || label.getBoundingClientRect().bottom > -window.innerHeight;
}
