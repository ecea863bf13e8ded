/** Lays small badges into the page: first all reading, then all writing, so that the page is laid out once a batch. */

import { themeBehind } from "../theme.js";
import { homeFor, newHost } from "./host.js";
import { FORMS, mark, piecesOf } from "./mark.js";
import { FONT, HEIGHT, TINY_HEIGHT, widthOf } from "./mark-style.js";
import { roomBeside } from "./room.js";

/** @typedef {import("./glimpse.js").Shown} Shown */
/** One badge to lay: `host` is the one of before, if any. @typedef {{label: Element, shown: Shown, host: HTMLElement | null}} Job */
/** @typedef {{host: HTMLElement, row: Element} | null} Laid   null where there is no room at all */

/** @param {readonly Job[]} jobs @param {"page" | "light" | "dark"} theme @returns {Laid[]} in the order of the jobs */
export function lay(jobs, theme) {
  const plans = jobs.map((job) => planOf(job, theme));
  const hosts = plans.map((plan, index) => (plan === null ? (jobs[index].host?.remove(), null) : put(jobs[index], plan)));
  const points = hosts.map((host) => host?.getBoundingClientRect() ?? null);
  return plans.map((plan, index) => {
    const [host, point] = [hosts[index], points[index]];
    if (plan === null || host === null || point === null) return null;
    shift(host, plan.left - point.left, plan.top - point.top);
    return { host, row: plan.row };
  });
}

/** Reads only. @param {Job} job @param {"page" | "light" | "dark"} theme */
function planOf({ label, shown }, theme) {
  const forms = shown.form === "full" ? FORMS : FORMS.slice(1);
  const sizes = forms.map((form) => ({ width: widthOf(piecesOf(shown, form), shown.isSaved, measure), height: form === "tiny" ? TINY_HEIGHT : HEIGHT }));
  const room = roomBeside(label, sizes);
  if (room === null) return null;
  return { ...room, form: forms[room.index], home: homeFor(label, room, sizes[room.index]), theme: theme === "page" ? themeBehind(label) : theme };
}

/** @param {Job} job @param {NonNullable<ReturnType<typeof planOf>>} plan */
function put({ shown, host: before }, { form, home, theme }) {
  const host = before ?? newHost();
  host.dataset.theme = theme;
  for (const old of [.../** @type {ShadowRoot} */ (host.shadowRoot).children]) if (old.localName !== "style") old.remove();
  /** @type {ShadowRoot} */ (host.shadowRoot).append(mark(shown, form));
  if (host.parentNode !== home || host.nextSibling !== null) home.append(host);
  return host;
}

/** Moves the drawn badge, not its host: that counts as no layout. @param {HTMLElement} host @param {number} right @param {number} down */
function shift(host, right, down) {
  const drawn = /** @type {HTMLElement | null} */ (host.shadowRoot?.querySelector(".mark") ?? null);
  if (drawn === null) return;
  drawn.style.transform = `translate(${Math.round(right)}px, ${Math.round(down)}px)`;
  drawn.classList.add("laid");
}

/** @type {Map<string, number>} */
const widths = new Map();
/** @type {CanvasRenderingContext2D | null} */
let pen = null;

/** Pixels of a text; the same words come again and again. @param {string} text */
function measure(text) {
  const known = widths.get(text);
  if (known !== undefined) return known;
  pen ??= document.createElement("canvas").getContext("2d");
  if (pen !== null) pen.font = FONT;
  const width = pen?.measureText(text).width ?? text.length * 7;
  if (widths.size < 500) widths.set(text, width);
  return width;
}
