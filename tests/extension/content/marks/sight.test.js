/** Of a long page only what is near is held: what left the page is let go, what was passed long ago is looked for anew. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { Sight } from "../../../../extension/content/marks/sight.js";

/** What the observer tells. @type {(entries: any[]) => void} */
let tell;
/** Told of a scroll. @type {(event: any) => void} */
let scrolled;
const page = { scrollTop: 0, scrollLeft: 0 };

beforeEach(() => {
  Object.assign(page, { scrollTop: 0 });
  Object.assign(globalThis, {
    Element: class {}, window: { innerHeight: 900 },
    document: { documentElement: page, addEventListener: (/** @type {string} */ _kind, /** @type {any} */ act) => { scrolled = act; } },
    IntersectionObserver: class {
      constructor(/** @type {any} */ act) { tell = act; }
      observe() {}
      unobserve() {}
    },
  });
});

/** A handle so far down the page. @param {number} place */
function labelAt(place) {
  return /** @type {any} */ ({ place, isConnected: true, getBoundingClientRect: () => ({ bottom: place * 100 - page.scrollTop }) });
}

function scene() {
  /** @type {any[]} */ const forgotten = [];
  const told = { back: 0 };
  const sight = new Sight({ onEnter() {}, onLeave() {}, onForget: (label) => { forgotten.push(label); sight.forget(label); }, onBack: () => { told.back += 1; } });
  return { sight, forgotten, told };
}

/** Down a page of so many handles; all of them stay in it. @param {Sight} sight @param {number} many */
function passAll(sight, many) {
  const labels = Array.from({ length: many }, (_, place) => labelAt(place));
  for (const label of labels) sight.watch(label);
  page.scrollTop = many * 100 + 1000;
  tell(labels.map((target) => ({ target, isIntersecting: false, boundingClientRect: target.getBoundingClientRect() })));
  scrolled({ target: null });
  return labels;
}

/** @param {number} top */
async function scrollTo(top) {
  page.scrollTop = top;
  scrolled({ target: null });
  await new Promise((done) => setTimeout(done, 300));
}

const held = (/** @type {Sight} */ sight) => sight.watched.size + sight.passed.size;

test("handles that the page removed out of sight are let go", () => {
  const { sight, forgotten } = scene();
  for (let turn = 0; turn < 20; turn += 1) {
    const labels = Array.from({ length: 100 }, (_, place) => labelAt(place));
    for (const label of labels) sight.watch(label);
    for (const label of labels) label.isConnected = false;
  }
  assert.ok(held(sight) <= 200, String(held(sight)));
  assert.ok(forgotten.length >= 1800);
});

test("however much was passed, only so much is held", () => {
  const { sight } = scene();
  passAll(sight, 3000);
  assert.ok(held(sight) <= 600, String(held(sight)));
});

test("on the way back the nearest come first, and what was forgotten is looked for once it is near", async () => {
  const { sight, told } = scene();
  const labels = passAll(sight, 3000);
  await scrollTo(290_000);
  assert.equal(told.back, 0);
  assert.ok(sight.watched.has(labels[2900]));
  await scrollTo(0);
  assert.equal(told.back, 1);
  await scrollTo(-1);
  assert.equal(told.back, 1);
});
