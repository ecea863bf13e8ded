/** Lays small badges into the page: reads first, writes then, and moves them into place when the page itself has laid them out. */

import { themeBehind } from "../theme.js";
import { homeFor, newHost } from "./host.js";
import { FORMS, mark, piecesOf } from "./mark.js";
import { FONT, HEIGHT, TINY_HEIGHT, widthOf } from "./mark-style.js";
import { roomBeside } from "./room.js";

/** @typedef {import("./glimpse.js").Shown} Shown */
/** One badge to lay: `host` is the one of before, if any. @typedef {{label: Element, shown: Shown, host: HTMLElement | null}} Job */
/** @typedef {{host: HTMLElement, row: Element} | null} Laid   null where there is no room at all */

/** Where the badge of a host goes, from its handle's corner. @type {WeakMap<Element, {label: Element, right: number, down: number}>} */
const targets = new WeakMap();
/** Tells after the next frame, when asking for places costs no layout. @type {IntersectionObserver | null} */
let frame = null;

/** @param {readonly Job[]} jobs @param {"page" | "light" | "dark"} theme @returns {Laid[]} in the order of the jobs */
export function lay(jobs, theme) {
  const plans = jobs.map((job) => planOf(job, theme));
  return plans.map((plan, index) => {
    const job = jobs[index];
    if (plan === null) {
      job.host?.remove();
      return null;
    }
    const host = put(job, plan);
    targets.set(host, { label: job.label, right: plan.right, down: plan.down });
    frame ??= new IntersectionObserver((entries) => settle(entries.map(({ target }) => /** @type {HTMLElement} */ (target))));
    frame.unobserve(host);
    frame.observe(host);
    return { host, row: plan.row };
  });
}

/** All places are read before the first badge moves. @param {HTMLElement[]} hosts */
function settle(hosts) {
  const moves = hosts.map((host) => {
    frame?.unobserve(host);
    const target = targets.get(host);
    if (!host.isConnected || target === undefined) return null;
    const [here, there] = [host.getBoundingClientRect(), target.label.getBoundingClientRect()];
    return { right: there.left + target.right - here.left, down: there.top + target.down - here.top };
  });
  for (const [index, move] of moves.entries()) if (move !== null) shift(hosts[index], move.right, move.down);
}

/** Reads only. @param {Job} job @param {"page" | "light" | "dark"} theme */
function planOf({ label, shown }, theme) {
  const forms = shown.form === "full" ? FORMS : FORMS.slice(1);
  const sizes = sizesOf(shown, forms);
  const room = roomBeside(label, sizes);
  if (room === null) return null;
  const corner = label.getBoundingClientRect();
  return { row: room.row, right: room.left - corner.left, down: room.top - corner.top, form: forms[room.index], home: homeFor(label, room, sizes[room.index]), theme: theme === "page" ? themeBehind(label) : theme };
}

/** A badge that is drawn anew stays where the old one was until it is moved. @param {Job} job @param {NonNullable<ReturnType<typeof planOf>>} plan */
function put({ shown, host: before }, { form, home, theme }) {
  const host = before ?? newHost();
  const fresh = mark(shown, form);
  const old = /** @type {HTMLElement | null} */ (host.shadowRoot?.querySelector(".mark") ?? null);
  host.dataset.theme = theme;
  if (old === null) host.shadowRoot?.append(fresh);
  else {
    fresh.style.transform = old.style.transform;
    fresh.classList.toggle("laid", old.classList.contains("laid"));
    old.replaceWith(fresh);
  }
  if (host.parentNode !== home) home.append(host);
  return host;
}

/** Moves the drawn badge, not its host: that counts as no layout. @param {HTMLElement} host @param {number} right @param {number} down */
function shift(host, right, down) {
  const drawn = /** @type {HTMLElement | null} */ (host.shadowRoot?.querySelector(".mark") ?? null);
  if (drawn === null) return;
  drawn.style.transform = `translate(${Math.round(right)}px, ${Math.round(down)}px)`;
  drawn.classList.add("laid");
}

/** @type {Map<string, import("./room.js").Size[]>} */
const known = new Map();
const MOST_KNOWN = 300;

/** How large each form will be; the same words come again and again. @param {Shown} shown @param {readonly import("./mark.js").Form[]} forms */
function sizesOf(shown, forms) {
  const key = JSON.stringify(shown);
  const found = known.get(key) ?? forms.map((form) => ({ width: widthOf(piecesOf(shown, form), shown.isSaved, measure), height: form === "tiny" ? TINY_HEIGHT : HEIGHT }));
  if (known.size < MOST_KNOWN) known.set(key, found);
  return found;
}

/** @type {CanvasRenderingContext2D | null} */
let pen = null;

/** Pixels of a text. @param {string} text */
function measure(text) {
  pen ??= document.createElement("canvas").getContext("2d");
  if (pen !== null) pen.font = FONT;
  return pen?.measureText(text).width ?? text.length * 7;
}
