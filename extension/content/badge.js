/** The badge: one line of 24 pixels with tier, fit, engagement, niches and the bookmark button. */

import { bookmarkButton } from "./bookmark-button.js";
import { say } from "../language.js";
import { make } from "./elements.js";
import { real } from "./real.js";
import { share, steps } from "./figures.js";
import { labelOf } from "./labels.js";
import { refusalWords, STATES, stepFor } from "./states.js";
import { BANDS, TIERS, tierWords, UNKNOWN } from "./words.js";

/** @typedef {import("./session.js").Model} Model */
/** @typedef {{toggle: () => void, bringBack: () => void, openPanel: () => void, step: (does: string) => void, again: () => void, isOpen: boolean, mark: import("../messages.js").Saved | null}} Acts */

/** @param {Model} model @param {Acts} acts @param {"full" | "compact"} form @returns {HTMLElement | null} */
export function badge(model, acts, form) {
  if (model.phase === "none") return null;
  if (model.phase === "loading") return frame(form, make("span", { class: "still", role: "status" }, make("span", { class: "hidden" }, say("reading"))));
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
  const hasRoom = isFull && model.refusal === null;
  const shown = [tierPiece(annotation, isFull), fitPiece(annotation, isFull), hasRoom ? engagementPiece(annotation) : null, hasRoom ? nichePiece(annotation) : null].filter((one) => one !== null);
  const name = shown.map((one) => one.getAttribute("data-name")).join(". ");
  const open = make("button", { class: "open", type: "button", "data-key": "open", "aria-haspopup": "dialog", "aria-expanded": String(acts.isOpen), "aria-description": say("open_panel", name), onclick: real(acts.openPanel) }, ...shown.flatMap((one) => [one, " "]));
  return [open, ...refusalPieces(model, acts), annotation.fit ? null : brandButton(acts), saveButton(model, acts), noticePiece(model)];
}

/** A change that was not made: what, why, and another try. @param {Model} model @param {Acts} acts */
function refusalPieces({ refusal }, acts) {
  if (refusal === null) return [];
  const { problem: { message, action } } = refusal;
  return [
    make("span", { class: "piece sentence refused", title: `${message} ${action}`.trim() }, refusalWords(refusal).replace(/\.$/, "")),
    make("button", { class: "step", type: "button", "data-key": "again", onclick: real(acts.again) }, say("do_retry")),
  ];
}

/** What a key just did. @param {Model} model */
function noticePiece({ notice }) {
  return notice ? make("span", { class: "piece notice" }, notice) : null;
}

/** @param {Acts} acts */
function brandButton(acts) {
  return make("button", { class: "step", type: "button", "data-key": "step", onclick: real(() => acts.step("open:brand")), title: say("brand_describe_hint") }, say("brand_describe"));
}

/** @param {Model} model @param {Acts} acts */
function saveButton(model, acts) {
  return bookmarkButton({ mark: acts.mark, undo: model.undo, lists: model.saved, toggle: acts.toggle, bringBack: acts.bringBack, isBusy: model.busy === "save" });
}

/** @param {string} kind @param {string} name @param {string} why @param {...(Node | string | null)} children */
function piece(kind, name, why, ...children) {
  return make("span", { class: `piece ${kind}`, title: why, "data-name": name }, ...children);
}

/** @param {import("../messages.js").Annotation} annotation @param {boolean} isFull */
function tierPiece({ tier }, isFull) {
  if (tier === null) return piece("tier", say("tier_unknown"), say("tier_unknown_why"), UNKNOWN);
  const hint = [tier.nested, tier.id].filter((id) => id !== null).map((id) => `${TIERS[id]?.word ?? id}: ${TIERS[id]?.hint ?? ""}`).join("; ");
  const words = tierWords(tier);
  const letters = [tier.id, tier.nested].filter((id) => id !== null).map((id) => TIERS[id]?.letters ?? id).join("·");
  return piece("tier", say("tier_name", words), tier.certain ? hint : `${hint}. ${say("tier_open")}`, isFull ? words : letters);
}

/** @param {import("../messages.js").Annotation} annotation @param {boolean} isFull */
function fitPiece({ fit }, isFull) {
  const score = fit?.score ?? null;
  if (!fit) return piece("fit", say("fit_unknown"), say("fit_no_brand"), `${say("fit")} `, UNKNOWN);
  const why = score === null ? say("fit_too_little") : fit.sentence ?? "";
  const name = score === null ? say("fit_unknown") : say("fit_name", score, fit.known, fit.of);
  return piece("fit", name, why, `${say("fit")} `, make("b", {}, score === null ? UNKNOWN : String(score)), isFull ? bar(score) : null, isFull ? make("span", { class: "soft" }, `${fit.known}/${fit.of}`) : null);
}

/** Four steps, filled ones solid and the others outlined. @param {number | null} score */
export function bar(score) {
  const filled = steps(score) ?? 0;
  return make("span", { class: "bar", "aria-hidden": "true" }, ...[1, 2, 3, 4].map((step) => make("i", { class: step <= filled ? "on" : null })));
}

/** @param {import("../messages.js").Annotation} annotation */
function engagementPiece({ engagement, platform }) {
  const rate = platform === "tiktok" ? engagement.by_views : engagement.by_followers;
  if (rate === null || engagement.state === "unknown") return piece("engagement", say("engagement_unknown"), say("engagement_unknown_why"), UNKNOWN);
  const word = BANDS[engagement.state === "thin" ? "thin" : engagement.band ?? ""];
  const { used, seen } = engagement;
  const rests = platform === "tiktok" ? say("engagement_rests_views", used, seen) : say("engagement_rests_followers", used, seen);
  return piece("engagement", word ? say("engagement_name_band", share(rate), word) : say("engagement_name", share(rate)), rests, share(rate), word ? make("span", { class: "soft" }, word) : null);
}

/** @param {import("../messages.js").Annotation} annotation */
function nichePiece({ niches }) {
  const names = niches.slice(0, 2).map(({ id }) => labelOf(id));
  if (names.length === 0) return piece("niches", say("niches_none"), say("niches_none_why"), UNKNOWN);
  return piece("niches", say("niches_name", names.join(", ")), names.join(" · "), names.join(" · "));
}

/** @param {Model} model @param {Acts} acts */
function stateLine(model, acts) {
  const step = model.phase === "problem" && model.problem ? stepFor(model.problem) : { ...STATES[model.phase], detail: "" };
  const canWait = model.phase === "problem" && (["server_off", "not_ready"].includes(model.problem?.code ?? "") || model.problem?.reason === "slow") && model.profile !== null;
  return [
    make("span", { class: "piece sentence", role: "status", title: step.detail || null }, step.sentence),
    make("button", { class: "step", type: "button", "data-key": "step", onclick: real(() => acts.step(step.does)) }, step.label),
    ...(canWait ? [...refusalPieces(model, acts), saveButton(model, acts)] : []),
    noticePiece(model),
  ];
}
