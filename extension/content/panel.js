/** The panel: everything the decision needs, in one column, opened beside the badge. */

import { say, several } from "../language.js";
import { bookmarkButton } from "./bookmark-button.js";
import { bar } from "./badge.js";
import { culture } from "./panel-culture.js";
import { make, sign } from "./elements.js";
import { real } from "./real.js";
import { gaps } from "./panel-gaps.js";
import { keeping, refusalOf } from "./panel-keeping.js";
import { numbers } from "./panel-numbers.js";
import { parts } from "./panel-parts.js";
import { posts } from "./panel-posts.js";
import { CLOSE } from "./signs.js";
import { STATES, stepFor } from "./states.js";
import { PLATFORMS, tierWords, UNKNOWN } from "./words.js";

/** @typedef {import("./session.js").Model} Model */
/** @typedef {import("./badge.js").Acts & {close: () => void, edit: (mark: import("../messages.js").Saved, changes: import("../messages.js").Changes) => Promise<boolean>, drafts: import("./drafts.js").Drafts, chooseList: (id: string) => void, openItems: Set<string>, missing: string[]}} PanelActs */

/** @param {Model} model @param {PanelActs} acts @returns {HTMLElement} */
export function panel(model, acts) {
  const { annotation, profile, place } = model;
  const handle = place?.view.handle ?? "";
  const body = annotation && profile
    ? [opening(model, acts), parts(annotation, profile, acts), culture(annotation, profile, acts), posts(annotation, profile, acts), numbers(annotation, profile), gaps(annotation, acts.missing), keeping(model, acts)]
    : [stateOf(model, acts)];
  return make(
    "div", { class: "panel", role: "dialog", "aria-label": `Seedlist: @${handle}`, tabindex: "-1", "data-key": "panel" },
    make("header", {}, make("div", {}, make("strong", { class: "handle" }, `@${handle}`), make("span", { class: "faint" }, PLATFORMS[place?.site.id ?? ""] ?? "")),
      make("button", { class: "close", type: "button", "data-key": "close", "aria-label": say("close_panel"), title: say("close_key"), onclick: real(acts.close) }, sign(CLOSE))),
    ...body,
  );
}

/** @param {Model} model @param {PanelActs} acts */
function stateOf(model, acts) {
  if (model.phase === "loading") return make("section", {}, make("p", { class: "sentence" }, say("reading")));
  const step = model.problem ? stepFor(model.problem) : { ...(STATES[model.phase] ?? STATES.broken), detail: "" };
  return make("section", {}, make("p", { class: "sentence" }, `${step.sentence}.`), step.detail ? make("p", { class: "soft" }, step.detail) : null,
    make("button", { class: "button", type: "button", "data-key": "panel-step", onclick: real(() => acts.step(step.does)) }, step.label));
}

/** The score, what it rests on, and the one sentence. @param {Model} model @param {PanelActs} acts */
function opening(model, acts) {
  const annotation = /** @type {import("../messages.js").Annotation} */ (model.annotation);
  const { fit, tier } = annotation;
  const score = fit?.score ?? null;
  const figure = make("div", { class: "score" },
    make("span", { class: "big" }, score === null ? UNKNOWN : String(score)),
    make("div", {}, make("span", { class: "label" }, `${say("fit")} `, bar(score)), make("span", { class: "soft" }, coverage(fit))),
    make("span", { class: "tier", title: tier?.followers ? several("followers", tier.followers) : null }, tier ? tierWords(tier) : UNKNOWN));
  return make("section", { class: "opening" }, figure, make("p", { class: "sentence" }, fit?.sentence || sentenceWithout(fit)),
    fit ? null : make("button", { class: "button second", type: "button", "data-key": "panel-brand", onclick: real(() => acts.step("open:brand")) }, say("brand_describe")),
    make("div", { class: "actions" }, bookmarkButton({ mark: acts.mark, undo: model.undo, lists: model.saved, toggle: acts.toggle, bringBack: acts.bringBack, isBusy: model.busy === "save", isWide: true })),
    model.refusal?.kind === "change" ? null : refusalOf(model, acts));
}

/** @param {import("../messages.js").Fit | undefined} fit */
function coverage(fit) {
  if (!fit) return say("coverage_no_brand");
  const { low = null, high = null, known, of } = fit;
  const hasRange = fit.score !== null && low !== null && high !== null && low !== high;
  return hasRange ? say("coverage_range", known, of, low, high) : say("coverage", known, of);
}

/** @param {import("../messages.js").Fit | undefined} fit */
function sentenceWithout(fit) {
  return fit ? say("sentence_too_little") : say("sentence_no_brand");
}
