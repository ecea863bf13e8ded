/** Draws the badge beside the name and the panel beside the badge, and keeps both in place. */

import { badge } from "./badge.js";
import { BADGE_STYLE } from "./badge-style.js";
import { Drafts } from "./drafts.js";
import { make } from "./elements.js";
import { mount, showIn } from "./mount.js";
import { panel } from "./panel.js";
import { PANEL_STYLE } from "./panel-style.js";
import { freeAround, spotFor } from "./placing.js";
import { themeBehind } from "./theme.js";

/** @typedef {import("./session.js").Model} Model */
/** @typedef {import("../messages.js").Settings} Settings */
/** @typedef {Omit<import("./panel.js").PanelActs, "openPanel" | "close" | "isOpen" | "openItems" | "drafts" | "missing" | "mark"> & {missing: () => string[], mark: () => import("../messages.js").Saved | null}} Acts */

const HEIGHT = 24;
const EDGE = 12;
const WIDTH = 368;
/** The panel keeps this height where the window has it, and scrolls inside; only then it may cover the badge. */
const LEAST = 480;

export class Overlay {
  /** @param {Acts} acts */
  constructor(acts) {
    this.acts = acts;
    this.badge = mount("seedlist-badge", BADGE_STYLE);
    /** Outlives every drawing, so that a screen reader hears what is put into it. */
    this.live = make("span", { class: "hidden", "aria-live": "polite", "data-live": true });
    this.badge.root.append(this.live);
    this.panel = mount("seedlist-panel", PANEL_STYLE);
    /** @type {Model | null} */ this.model = null;
    /** @type {Settings | null} */ this.settings = null;
    this.isOpen = false;
    this.isHidden = false;
    /** @type {Set<string>} */ this.openItems = new Set();
    this.drafts = new Drafts();
    this.form = /** @type {"full" | "compact"} */ ("full");
    /** The name beside which the badge stands, and what it printed. */
    this.beside = { anchor: /** @type {Element | null} */ (null), words: "" };
    /** What had the focus when the panel opened. @type {Element | null} */ this.before = null;
    this.onKey = this.onKey.bind(this);
  }

  /** @param {Model} model */
  show(model) {
    if (model.place?.signal !== this.model?.place?.signal) this.restart();
    this.model = model;
    if (this.live.textContent !== model.said) this.live.textContent = model.said;
    if (model.phase === "none" || this.isHidden) return this.leave();
    this.draw();
  }

  restart() {
    this.isHidden = false;
    this.openItems.clear();
    if (this.isOpen) this.close();
  }

  draw() {
    const { model } = this;
    if (model === null || !this.isWanted(model)) return void this.badge.leave();
    this.place();
    if (this.isOpen) this.drawPanel();
  }

  /** Whether the user's settings let a badge be here. @param {Model} model */
  isWanted(model) {
    const { density = "full", quiet = null } = this.settings ?? {};
    if (density === "saved") return model.saved.length > 0 || model.undo !== null;
    const score = model.annotation?.fit?.score;
    return quiet === null || model.phase !== "ready" || model.saved.length > 0 || (score ?? -1) >= quiet;
  }

  /** Puts the badge where the name is now; without a name in the page it waits. */
  place() {
    const { model } = this;
    if (!model?.place || model.phase === "none" || this.isHidden || !this.isWanted(model)) return;
    const anchor = model.place.site.anchor(document, model.place.view);
    this.beside = { anchor, words: anchor?.textContent ?? "" };
    if (anchor === null) return void this.badge.leave();
    this.badge.host.dataset.theme = this.theme(anchor);
    this.badge.stay();
    this.lay(anchor, model);
  }

  /** Places it anew at once when the name beside it is another or gone. */
  verify() {
    const { anchor, words } = this.beside;
    if (anchor !== null && this.badge.host.isConnected && (!anchor.isConnected || anchor.textContent !== words)) this.place();
  }

  /** @param {Element} anchor @param {Model} model */
  lay(anchor, model) {
    const only = this.settings?.density === "compact" ? /** @type {"compact"[]} */ (["compact"]) : /** @type {("full" | "compact")[]} */ (["full", "compact"]);
    const compact = { width: this.widthOf(model, "compact"), height: HEIGHT };
    const full = only.length > 1 ? { width: this.widthOf(model, "full"), height: HEIGHT } : compact;
    const at = anchor.getBoundingClientRect();
    const { host } = this.badge;
    const spot = spotFor(at, { full, compact }, freeAround(anchor, host), only);
    if (spot.form !== this.form || only.length === 1) this.drawBadge(model, spot.form);
    host.style.left = `${Math.round(spot.left + window.scrollX)}px`;
    host.style.top = `${Math.round(spot.top + window.scrollY)}px`;
  }

  /** @param {Model} model @param {"full" | "compact"} form */
  widthOf(model, form) {
    this.drawBadge(model, form);
    return this.badge.host.getBoundingClientRect().width;
  }

  /** @param {Model} model @param {"full" | "compact"} form */
  drawBadge(model, form) {
    this.form = form;
    const acts = { ...this.acts, openPanel: () => this.toggle(), isOpen: this.isOpen, mark: this.acts.mark() };
    showIn(this.badge.root, badge(model, acts, form));
  }

  drawPanel() {
    const { model } = this;
    if (model === null) return;
    const missing = this.acts.missing();
    const top = this.panel.root.querySelector(".panel")?.scrollTop ?? 0;
    const acts = { ...this.acts, openPanel: () => this.toggle(), close: () => this.close(), isOpen: true, mark: this.acts.mark(), openItems: this.openItems, drafts: this.drafts, missing };
    showIn(this.panel.root, panel(model, acts));
    const drawn = this.panel.root.querySelector(".panel");
    if (drawn) drawn.scrollTop = top;
  }

  toggle() {
    if (this.isOpen) this.close();
    else this.open();
  }

  open() {
    if (!this.badge.host.isConnected || this.model === null) return;
    this.isOpen = true;
    this.before = document.activeElement;
    this.panel.host.dataset.theme = this.badge.host.dataset.theme;
    this.panel.stay();
    this.drawPanel();
    this.layPanel();
    this.draw();
    window.addEventListener("keydown", this.onKey, true);
    /** @type {HTMLElement | null} */ (this.panel.root.querySelector(".panel"))?.focus({ preventScroll: true });
  }

  /** Under the badge where there is room, else as high up as it needs; always inside the window. */
  layPanel() {
    const at = this.badge.host.getBoundingClientRect();
    const { host } = this.panel;
    const top = Math.max(EDGE, Math.min(at.bottom + 8, window.innerHeight - EDGE - LEAST));
    host.style.left = `${Math.max(EDGE, Math.min(at.left, document.documentElement.clientWidth - WIDTH - EDGE))}px`;
    host.style.top = `${top}px`;
    host.style.setProperty("--room", `${window.innerHeight - top - EDGE}px`);
  }

  close() {
    const mark = this.acts.mark();
    if (mark !== null) this.drafts.sendAll(mark, this.acts.edit);
    this.isOpen = false;
    window.removeEventListener("keydown", this.onKey, true);
    this.panel.leave();
    if (this.model && this.badge.host.isConnected) this.drawBadge(this.model, this.form);
    this.giveBack();
  }

  /** The focus goes where it was: into the page when a key opened the panel there, else to the badge. */
  giveBack() {
    const isOfPage = this.before?.isConnected && this.before !== document.body && this.before !== this.badge.host;
    const place = isOfPage ? this.before : this.badge.root.querySelector('[data-key="open"], [data-key="step"]');
    /** @type {HTMLElement | null} */ (place)?.focus({ preventScroll: true });
  }

  /** Opens the panel at the note; at the bookmark button while there is nothing to write on. */
  openNote() {
    if (!this.isOpen) this.open();
    const field = this.panel.root.querySelector('[data-key="note"]') ?? this.panel.root.querySelector('[data-key="save"], [data-key="panel-step"]');
    /** @type {HTMLElement | null} */ (field)?.focus();
  }

  /** Whether the focus is in the badge or the panel. */
  hasFocus() {
    return document.activeElement === this.badge.host || document.activeElement === this.panel.host;
  }

  /** Esc closes; keys typed in the panel stay away from the page's own shortcuts. @param {KeyboardEvent} event */
  onKey(event) {
    if (event.key === "Escape") {
      event.stopImmediatePropagation();
      event.preventDefault();
      return this.close();
    }
    if (event.target === this.panel.host || event.target === this.badge.host) event.stopPropagation();
  }

  /** @param {Element} anchor */
  theme(anchor) {
    const chosen = this.settings?.theme ?? "page";
    return chosen === "page" ? themeBehind(anchor) : chosen;
  }

  hide() {
    this.isHidden = true;
    this.leave();
  }

  leave() {
    if (this.isOpen) this.close();
    this.badge.leave();
  }
}
