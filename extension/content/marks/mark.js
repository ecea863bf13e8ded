/** Draws a small badge: saved, tier and fit in one line of 18 pixels; the forms differ in how much of it they show. */

import { say } from "../../language.js";
import { make, sign } from "../elements.js";
import { BOOKMARK } from "../signs.js";
import { tierWords, TIERS } from "../words.js";

/** @typedef {import("./glimpse.js").Shown} Shown */
/** @typedef {"full" | "compact" | "tiny"} Form */

/** @type {readonly Form[]} */
export const FORMS = ["full", "compact", "tiny"];

/** Drawn ones by what they say: the same words come again and again. @type {Map<string, HTMLElement>} */
const drawn = new Map();
const MOST_DRAWN = 300;

/** @param {Shown} shown @param {Form} form @returns {HTMLElement} */
export function mark(shown, form) {
  const key = JSON.stringify([shown, form]);
  const known = drawn.get(key) ?? draw(shown, form);
  if (drawn.size < MOST_DRAWN) drawn.set(key, known);
  return /** @type {HTMLElement} */ (known.cloneNode(true));
}

/** @param {Shown} shown @param {Form} form @returns {HTMLElement} */
function draw(shown, form) {
  const name = nameOf(shown);
  return make("span", { class: `mark ${form}${shown.isSaved ? " saved" : ""}`, role: "img", "aria-label": say("mark_name", name), title: name },
    shown.isSaved ? sign(BOOKMARK, { filled: !shown.isWaiting }) : null,
    ...piecesOf(shown, form).map(({ kind, text }) => make("span", { class: kind }, text)));
}

/** The words of a form, in order. @param {Shown} shown @param {Form} form @returns {{kind: string, text: string}[]} */
export function piecesOf({ isSaved, isWaiting, tier, fit }, form) {
  const size = tier === null ? null : { kind: "tier", text: form === "full" ? tierWords({ ...tier, label: tier.id, followers: null }) : letters(tier) };
  const match = fit === null ? null : { kind: "fit", text: form === "full" ? `${say("fit")} ${fit}` : String(fit) };
  const found = [size, match].filter((one) => one !== null);
  if (form === "tiny") return isSaved ? [] : found.slice(-1);
  if (found.length === 0 && form === "full") return [{ kind: "word", text: isWaiting ? say("waiting") : say("saved") }];
  return found;
}

/** @param {NonNullable<Shown["tier"]>} tier */
function letters({ id, nested, certain }) {
  const short = [id, nested].filter((one) => one !== null).map((one) => TIERS[one]?.letters ?? one).join("·");
  return certain ? short : `~${short}`;
}

/** Everything in words, as a screen reader says it. @param {Shown} shown */
function nameOf({ isSaved, isWaiting, lists, tier, fit, coverage }) {
  const fitName = fit === null ? null : coverage ? say("fit_name", fit, coverage.known, coverage.of) : say("mark_fit", fit);
  return [
    isWaiting ? say("waiting") : isSaved ? say("saved_in", lists.join(", ") || say("your_list")) : null,
    tier === null ? null : say("tier_name", tierWords({ ...tier, label: tier.id, followers: null })),
    fitName,
  ].filter((one) => one !== null).join(". ");
}
