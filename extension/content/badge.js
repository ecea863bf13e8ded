/** The badge: one line of 24 pixels with tier, fit, engagement, niches and the bookmark button. */

import { bookmarkButton } from "./bookmark-button.js";
import { make } from "./elements.js";
import { share, steps } from "./figures.js";
import { LABELS } from "./labels.js";
import { STATES, stepFor } from "./states.js";
import { TIERS, UNKNOWN } from "./words.js";

/** @typedef {import("./session.js").Model} Model */
/** @typedef {{toggle: () => void, bringBack: () => void, openPanel: () => void, step: (does: string) => void, isOpen: boolean, mark: import("../messages.js").Saved | null}} Acts */

/** @param {Model} model @param {Acts} acts @param {"full" | "compact"} form @returns {HTMLElement | null} */
export function badge(model, acts, form) {
  if (model.phase === "none") return null;
  if (model.phase === "loading") return frame(form, make("span", { class: "still", role: "status" }, make("span", { class: "hidden" }, "Reading this profile")));
  if (model.phase === "ready" && model.annotation) return frame(form, ...pieces(model, acts, form));
  return frame(form, ...stateLine(model, acts));
}

/** @param {string} form @param {...(Node | null)} children */
function frame(form, ...children) {
  return make("div", { class: `badge ${form}`, role: "group", "aria-label": "Seedlist" }, ...children);
}

/** @param {Model} model @param {Acts} acts @param {string} form */
function pieces(model, acts, form) {
  const annotation = /** @type {import("../messages.js").Annotation} */ (model.annotation);
  const isFull = form === "full";
  const shown = [tierPiece(annotation, isFull), fitPiece(annotation, isFull), isFull ? engagementPiece(annotation) : null, isFull ? nichePiece(annotation) : null].filter((one) => one !== null);
  const name = shown.map((one) => one.getAttribute("data-name")).join(". ");
  const open = make("button", { class: "open", type: "button", "data-key": "open", "aria-haspopup": "dialog", "aria-expanded": String(acts.isOpen), "aria-label": `${name}. Open the panel`, onclick: acts.openPanel }, ...shown);
  return [open, annotation.fit ? null : brandButton(acts), saveButton(model, acts)];
}

/** @param {Acts} acts */
function brandButton(acts) {
  return make("button", { class: "step", type: "button", "data-key": "step", onclick: () => acts.step("open:brand"), title: "The fit needs a brand: describe yours in a minute" }, "Describe your brand");
}

/** @param {Model} model @param {Acts} acts */
function saveButton(model, acts) {
  return bookmarkButton({ mark: acts.mark, undo: model.undo, lists: model.saved, toggle: acts.toggle, bringBack: acts.bringBack });
}

/** @param {string} kind @param {string} name @param {string} why @param {...(Node | string | null)} children */
function piece(kind, name, why, ...children) {
  return make("span", { class: `piece ${kind}`, title: why, "data-name": name }, ...children);
}

/** @param {import("../messages.js").Annotation} annotation @param {boolean} isFull */
function tierPiece({ tier }, isFull) {
  if (tier === null) return piece("tier", "Tier unknown", "The page did not show the number of followers", UNKNOWN);
  const hint = [tier.nested, tier.id].filter((id) => id !== null).map((id) => `${id}: ${TIERS[id]?.hint ?? ""}`).join("; ");
  const about = tier.certain ? "" : "about ";
  const letters = [tier.id, tier.nested].filter((id) => id !== null).map((id) => TIERS[id]?.letters ?? id).join("·");
  return piece("tier", `Tier ${about}${tier.label}`, `${hint}${tier.certain ? "" : ". The page rounds the number, so the next tier is possible"}`, isFull ? `${about}${tier.label}` : letters);
}

/** @param {import("../messages.js").Annotation} annotation @param {boolean} isFull */
function fitPiece({ fit }, isFull) {
  const score = fit?.score ?? null;
  if (!fit) return piece("fit", "Fit unknown", "There is no brand to fit yet", "Fit ", UNKNOWN);
  const why = score === null ? "Too little is known for a fit" : fit.sentence ?? "";
  const name = score === null ? "Fit unknown" : `Fit ${score} of 100, from ${fit.known} of ${fit.of} parts`;
  return piece("fit", name, why, "Fit ", make("b", {}, score === null ? UNKNOWN : String(score)), isFull ? bar(score) : null, isFull ? make("span", { class: "soft" }, `${fit.known}/${fit.of}`) : null);
}

/** Four steps, filled ones solid and the others outlined. @param {number | null} score */
export function bar(score) {
  const filled = steps(score) ?? 0;
  return make("span", { class: "bar", "aria-hidden": "true" }, ...[1, 2, 3, 4].map((step) => make("i", { class: step <= filled ? "on" : null })));
}

/** @param {import("../messages.js").Annotation} annotation */
function engagementPiece({ engagement, platform }) {
  const rate = platform === "tiktok" ? engagement.by_views : engagement.by_followers;
  const of = platform === "tiktok" ? "views" : "followers";
  if (rate === null || engagement.state === "unknown") return piece("engagement", "Engagement unknown", "No post with countable likes was on the page", UNKNOWN);
  const word = engagement.state === "thin" ? "thin" : engagement.band;
  const rests = `Median of likes and comments by ${of}, from ${engagement.used} of ${engagement.seen} posts`;
  return piece("engagement", `Engagement ${share(rate)}${word ? `, ${word}` : ""}`, rests, share(rate), word ? make("span", { class: "soft" }, word) : null);
}

/** @param {import("../messages.js").Annotation} annotation */
function nichePiece({ niches }) {
  const names = niches.slice(0, 2).map(({ id }) => LABELS[id] ?? id);
  if (names.length === 0) return piece("niches", "No niche found", "The words on this page name no niche", UNKNOWN);
  return piece("niches", `Niches ${names.join(", ")}`, names.join(" · "), names.join(" · "));
}

/** @param {Model} model @param {Acts} acts */
function stateLine(model, acts) {
  const step = model.phase === "problem" && model.problem ? stepFor(model.problem) : { ...STATES[model.phase], detail: "" };
  const canWait = model.phase === "problem" && ["server_off", "not_ready"].includes(model.problem?.code ?? "") && model.profile !== null;
  return [
    make("span", { class: "piece sentence", role: "status", title: step.detail || null }, step.sentence),
    make("button", { class: "step", type: "button", "data-key": "step", onclick: () => acts.step(step.does) }, step.label),
    canWait ? saveButton(model, acts) : null,
  ];
}
