/** What is known of the profile in front, and what the user does with it. Answers for an older stay are dropped. */

import { Orphaned } from "../chrome.js";
import { say } from "../language.js";
import { Changes } from "./changes.js";

/** @typedef {import("./watcher.js").Place} Place */
/** @typedef {import("../messages.js").Annotation} Annotation */
/** @typedef {import("../messages.js").Saved} Saved */
/**
 * @typedef {object} Model
 * @property {"none" | "loading" | "ready" | "problem" | "private" | "unreadable" | "orphaned"} phase
 * @property {Place | null} place
 * @property {import("../messages.js").Profile | null} profile   as sent for the annotation: what its offsets count in
 * @property {Annotation | null} annotation
 * @property {import("../messages.js").Problem | null} problem
 * @property {Saved[]} saved
 * @property {string | null} undo        what brings a removed bookmark back
 * @property {{kind: import("../messages.js").Message["kind"], problem: import("../messages.js").Problem} | null} refusal   which change was not made, and why
 * @property {import("../messages.js").Message["kind"] | null} busy   a change that takes long
 * @property {import("../messages.js").State | null} state
 * @property {string} said               for screen readers: what just happened
 * @property {string} notice             shown for a moment; "" for nothing
 */
/** @typedef {{ask: typeof import("../chrome.js").ask, show: (model: Model) => void, later: (task: () => void, wait: number) => unknown, isVisible: () => boolean}} Needs */

const RETRY = 3000;
const UNDO_FOR = 10_000;
const NOTICE_FOR = 4000;
const BLANK = /** @type {Model} */ ({ phase: "none", place: null, profile: null, annotation: null, problem: null, saved: [], undo: null, refusal: null, busy: null, state: null, said: "", notice: "" });

export class Session {
  /** @param {Needs} needs */
  constructor(needs) {
    this.needs = needs;
    /** @type {Model} */ this.model = BLANK;
    /** The stay that waits for an answer, and whether it has more to ask. */
    this.asking = { place: /** @type {Place | null} */ (null), again: false, isBusy: false };
    this.changes = new Changes({ ask: (message) => this.ask(message), set: (change) => this.set(change), later: needs.later });
    /** The newest of the timers that ask again; older ones do nothing. */
    this.retries = { problem: 0, waiting: 0 };
    /** The candidate of this account that another tab took off, and may bring back. @type {string | null} */
    this.gone = null;
    /** The profile in front as known by now, maybe fuller than the one that was annotated. @type {import("../messages.js").Profile | null} */
    this.latest = null;
  }

  /** @param {Partial<Model>} change */
  set(change) {
    this.model = { ...this.model, ...change };
    this.needs.show(this.model);
  }

  /** The tab moved: nothing of the last profile stays. @param {Place | null} place */
  move(place) {
    const isProfile = place?.view.kind === "profile" && place.view.handle !== null;
    this.asking = { place, again: false, isBusy: false };
    this.latest = null;
    this.gone = null;
    this.changes.begin();
    this.model = { ...BLANK, state: this.model.state, place, phase: isProfile ? "loading" : "none" };
    this.needs.show(this.model);
  }

  /** @param {Place} place @param {import("../messages.js").Profile} profile */
  learn(place, profile) {
    if (!this.isCurrent(place)) return;
    this.latest = profile;
    if (profile.private === true) return this.set({ profile, phase: "private" });
    void this.annotate(place);
  }

  /** @param {Place} place */
  nothing(place) {
    if (this.isCurrent(place) && this.model.phase === "loading") this.set({ phase: "unreadable" });
  }

  /** @param {Place} place */
  isCurrent(place) {
    return !place.signal.aborted && this.model.place !== null && this.model.place.signal === place.signal;
  }

  /** One question at a time; what became known meanwhile is asked right after. @param {Place} place */
  async annotate(place) {
    if (this.isCurrent(place) && this.asking.isBusy) return void (this.asking.again = true);
    const turn = (this.asking = { place, again: false, isBusy: true });
    const profile = /** @type {import("../messages.js").Profile} */ (this.latest);
    const { turns } = this.changes;
    const answer = await this.ask({ kind: "annotate", profile });
    turn.isBusy = false;
    if (this.asking !== turn || !this.isCurrent(place) || answer === null) return;
    // Asked before a click and answered after it: what the click did stays shown.
    const isOvertaken = turns !== this.changes.turns || this.changes.isRunning;
    this.take(place, profile, answer, isOvertaken ? this.model.saved : undefined);
    if (turn.again) void this.annotate(place);
  }

  /** @param {Place} place @param {import("../messages.js").Profile} profile @param {import("../messages.js").Answer} answer @param {import("../messages.js").Saved[]} [saved]   what is known better than the answer does */
  take(place, profile, answer, saved) {
    if (answer.ok && answer.annotation) {
      return this.set({ phase: "ready", profile, annotation: answer.annotation, saved: saved ?? answer.annotation.saved ?? [], problem: null });
    }
    if (answer.ok) return;
    this.set({ phase: "problem", profile, problem: answer.problem, annotation: null, saved: saved ?? answer.waiting ?? [] });
    if (mayPass(answer.problem)) this.retryLater(place);
  }

  /** @param {Place} place */
  retryLater(place) {
    const turn = (this.retries.problem += 1);
    this.needs.later(() => {
      if (turn !== this.retries.problem || !this.isCurrent(place) || this.model.phase !== "problem") return;
      if (this.needs.isVisible()) void this.annotate(place);
      else this.retryLater(place);
    }, RETRY);
  }

  /** While a bookmark waits on an open page, the server is asked now and then; the worker tells when it was taken. @param {Place} place */
  deliverLater(place) {
    const turn = (this.retries.waiting += 1);
    this.needs.later(async () => {
      if (turn !== this.retries.waiting || !this.isCurrent(place) || !this.mark()?.candidate.startsWith("waiting:")) return;
      if (this.needs.isVisible() && this.model.phase === "ready") await this.loadState();
      if (this.isCurrent(place)) this.deliverLater(place);
    }, RETRY);
  }

  /** The user asks again, and sees that it is being asked. */
  async retry() {
    const { place, phase } = this.model;
    if (!place || !this.latest || phase !== "problem") return this.refresh();
    this.set({ phase: "loading", problem: null });
    await Promise.all([this.annotate(place), this.loadState()]);
  }

  /** Asks again, after something outside changed (brand, list, pairing, the server). */
  async refresh() {
    await this.loadState();
    const { place, phase } = this.model;
    if (place && this.latest && phase !== "private") await this.annotate(place);
  }

  async loadState() {
    const answer = await this.ask({ kind: "state" });
    if (answer?.ok && answer.state) this.set({ state: answer.state });
  }

  /** The mark of the list in use, or of any while no list is in use. @returns {Saved | null} */
  mark() {
    const { saved, state } = this.model;
    const current = state?.list?.id;
    return saved.find(({ list, candidate }) => list === current || candidate.startsWith("waiting:")) ?? (current === undefined ? saved[0] ?? null : null);
  }

  /** One click: saves to the list in use, or takes off it. */
  async toggle() {
    const { model: { place }, latest: profile } = this;
    if (!place || !profile || this.changes.isRunning) return;
    const mark = this.mark();
    if (mark) return this.remove(mark);
    await this.changes.make({ kind: "save", profile }, (answer) => ({ saved: answer.saved, said: answer.queued ? say("said_queued", profile.handle) : say("said_saved", profile.handle), undo: null }));
    if (this.isCurrent(place) && this.mark()?.candidate.startsWith("waiting:")) this.deliverLater(place);
    if (this.model.state?.list === null) void this.loadState();
  }

  /** @param {Saved} mark */
  async remove(mark) {
    await this.changes.make({ kind: "unsave", candidate: mark.candidate }, (answer) => ({
      saved: this.model.saved.filter(({ candidate }) => candidate !== mark.candidate), undo: answer.undo, said: say("said_removed"),
    }));
    const { undo, place } = this.model;
    if (place && mark.candidate.startsWith("waiting:")) void this.lookWhetherItArrived(place);
    if (undo !== null) this.needs.later(() => this.model.undo === undo && this.set({ undo: null }), UNDO_FOR);
  }

  /** A bookmark that waited was dropped: a slow server may have it all the same, and then the page must say so. @param {Place} place */
  async lookWhetherItArrived(place) {
    const turn = (this.retries.waiting += 1);
    if (this.needs.isVisible()) await this.loadState();
    if (turn !== this.retries.waiting || !this.isCurrent(place)) return;
    if (this.model.state?.server === "on") await this.annotate(place);
    else this.needs.later(() => void (turn === this.retries.waiting && this.lookWhetherItArrived(place)), RETRY);
  }

  async bringBack() {
    const { undo } = this.model;
    if (undo !== null) await this.changes.make({ kind: "restore", undo }, (answer) => ({ saved: answer.saved, undo: null, said: say("said_back") }));
  }

  /** A change that was made in another tab; a change of our own brings its own answer. @param {import("../messages.js").Kept} kept */
  heed({ platform, handle, saved, removed }) {
    const { place, saved: before } = this.model;
    if (place === null || this.changes.isRunning) return;
    if (removed !== undefined && before.some(({ candidate }) => candidate === removed)) {
      this.gone = removed;
      return this.set({ saved: before.filter(({ candidate }) => candidate !== removed) });
    }
    const isNamed = place.site.id === platform && place.view.handle === handle;
    const isKnown = saved?.some(({ candidate }) => candidate === this.gone || before.some((mark) => mark.candidate === candidate));
    if (saved && (isNamed || isKnown)) this.set({ saved, undo: null });
  }

  /** Takes the list after the one in use, and says which that is. */
  async nextList() {
    await this.loadState();
    const { lists = [], list = null } = this.model.state ?? {};
    if (lists.length < 2) return this.notify(lists.length === 0 ? say("notice_no_list") : say("notice_one_list", lists[0].name));
    const next = lists[(lists.findIndex(({ id }) => id === list?.id) + 1) % lists.length];
    const answer = await this.ask({ kind: "select", list: next.id });
    if (answer === null) return;
    this.notify(answer.ok ? say("notice_list", next.name) : answer.problem.message);
    await this.refresh();
  }

  /** @param {string} notice */
  notify(notice) {
    this.set({ notice, said: notice });
    this.needs.later(() => this.model.notice === notice && this.set({ notice: "" }), NOTICE_FOR);
  }

  /** Whether it was taken. @param {Saved} mark @param {import("../messages.js").Changes} changes */
  async edit(mark, changes) {
    let isTaken = false;
    await this.changes.make({ kind: "change", candidate: mark.candidate, changes }, (answer) => {
      isTaken = true;
      return { saved: answer.saved, said: say("said_kept") };
    });
    return isTaken;
  }

  /** @param {import("../messages.js").Message} message */
  async ask(message) {
    const { place } = this.model;
    try {
      return await this.needs.ask(message);
    } catch (error) {
      if (error instanceof Orphaned) this.set({ phase: "orphaned" });
      else if (place && this.isCurrent(place)) this.set({ phase: "problem", problem: { code: "broken", message: say("problem_silent"), action: say("action_reload") } });
      return null;
    }
  }
}

/** Whether it may be over in a while without anybody doing anything. @param {import("../messages.js").Problem} problem */
function mayPass({ code, reason }) {
  return ["server_off", "not_ready"].includes(code) || reason === "slow";
}
