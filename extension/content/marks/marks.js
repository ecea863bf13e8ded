/** Small badges beside the handles in sight, in every view: nothing where nothing is known, never one account's at another's. */

import { Finder, idle } from "./finder.js";
import { shownOf } from "./glimpse.js";
import { Ledger } from "./ledger.js";
import { lay } from "./painter.js";
import { Rows } from "./rows.js";
import { Sight } from "./sight.js";

/** @typedef {import("../../sites/site.js").Site} Site */
/** @typedef {import("../../messages.js").Settings} Settings */
/** A handle in the page. `told` is what its badge says. @typedef {{link: Element, label: Element, handle: string, platform: string, host: HTMLElement | null, row: Element | null, told: string, isOrdinary: boolean | null}} Spot */
/**
 * @typedef {object} Needs
 * @property {typeof import("../../chrome.js").ask} ask
 * @property {(platform: string, handle: string) => import("../../sites/site.js").Profile | null} profileOf
 * @property {() => {site: Site, view: import("../../sites/site.js").View} | null} place   null where the site is off
 */

/** What only flies past is not drawn. */
const GATHER = 120;
const MOST_AT_ONCE = 8;
/** Badges out of sight that stay for the way back; taking each away by itself would draw the page anew each time. */
const MOST_AWAY = 40;
/** How far above a change a row of ours can be. */
const MOST_STEPS = 6;

export class Marks {
  /** @param {Needs} needs */
  constructor(needs) {
    this.needs = needs;
    /** @type {Settings | null} */ this.settings = null;
    /** @type {WeakMap<Element, Spot>} */ this.spots = new WeakMap();
    /** @type {Rows<Spot>} */ this.rows = new Rows();
    /** In sight, by label. @type {Map<Element, Spot>} */ this.seen = new Map();
    /** To be drawn, or drawn anew. @type {Set<Spot>} */ this.due = new Set();
    /** Out of sight and still drawn, the longest first. @type {Set<Spot>} */ this.away = new Set();
    /** What links are the labels of. @type {WeakMap<Element, Spot>} */ this.labels = new WeakMap();
    this.isPainting = false;
    /** What the session said last. */
    this.heard = "";
    this.ledger = new Ledger({
      ask: needs.ask, profileOf: needs.profileOf, later: (task, wait) => setTimeout(task, wait), now: () => performance.now(),
      onAnswer: () => this.look(), onOrphaned: () => this.stop(),
    });
    this.finder = new Finder({
      document, selector: () => this.site()?.handles.selector ?? null,
      onLink: (link) => this.meet(link), onTouched: (node) => this.check(node),
    });
    this.sight = new Sight({ onEnter: (label) => this.enter(label), onLeave: (label) => this.leave(label), onForget: (label) => this.forget(label), onBack: () => this.finder.again() });
  }

  start() {
    this.finder.start();
    window.addEventListener("resize", () => { this.sight.turn(); this.redraw(); });
    document.addEventListener("visibilitychange", () => this.look());
  }

  /** The extension was reloaded under the page: nothing of ours stays. */
  stop() {
    this.finder.stop();
    this.sight.stop();
    this.tidy(0);
    for (const spot of this.seen.values()) this.clear(spot);
    this.seen.clear();
    this.due.clear();
  }

  site() {
    return this.needs.place()?.site ?? null;
  }

  /** @param {Settings} settings */
  choose(settings) {
    this.settings = settings;
    this.ledger.clear();
    this.redraw();
    this.finder.again();
  }

  /** The profile in front was annotated, saved or taken off the list: elsewhere it is asked for anew. @param {import("../session.js").Model} model */
  heed({ place, annotation, saved }) {
    const told = place?.view.handle ? `${place.site.id} ${place.view.handle} ${annotation?.fit?.score} ${saved.map(({ candidate }) => candidate).join(" ")}` : "";
    if (told === this.heard || !place?.view.handle) return;
    this.heard = told;
    this.ledger.forget(place.site.id, place.view.handle);
  }

  /** A link that came or changed. @param {Element} link */
  meet(link) {
    const site = this.site();
    const mention = site && attempt(() => site.handles.read(link));
    const known = this.spots.get(link);
    if (known !== undefined) {
      if (mention && known.handle === mention.handle && known.label === mention.label && known.platform === site?.id) return this.sight.recall(known.label);
      this.drop(known);
    }
    if (!site || !mention) return;
    const spot = { link, ...mention, platform: site.id, host: null, row: null, told: "", isOrdinary: null };
    this.spots.set(link, spot);
    this.labels.set(mention.label, spot);
    this.sight.watch(mention.label);
  }

  /** @param {Element} label */
  enter(label) {
    const spot = this.labels.get(label);
    if (spot === undefined) return this.sight.forget(label);
    this.seen.set(label, spot);
    this.away.delete(spot);
    this.plan(spot);
  }

  /** A handle that left the page is forgotten. @param {Element} label */
  leave(label) {
    const spot = this.labels.get(label);
    this.seen.delete(label);
    if (spot === undefined) return this.sight.forget(label);
    if (!label.isConnected) return this.drop(spot);
    if (spot.host) this.away.add(spot);
    if (this.away.size > MOST_AWAY) idle(() => this.tidy(MOST_AWAY / 2));
  }

  /** Passed long ago, or gone from the page. @param {Element} label */
  forget(label) {
    const spot = this.labels.get(label);
    if (spot === undefined) this.sight.forget(label);
    else this.drop(spot);
  }

  /** @param {number} most badges out of sight that may stay */
  tidy(most) {
    for (const spot of this.away) {
      if (this.away.size <= most) return;
      this.away.delete(spot);
      this.clear(spot);
    }
  }

  /** @param {Spot} spot */
  drop(spot) {
    this.clear(spot);
    this.seen.delete(spot.label);
    this.due.delete(spot);
    this.away.delete(spot);
    this.labels.delete(spot.label);
    if (this.spots.get(spot.link) === spot) this.spots.delete(spot.link);
    this.sight.forget(spot.label);
  }

  /** @param {Spot} spot */
  clear(spot) {
    spot.host?.remove();
    this.rows.move(spot, null);
    spot.host = null;
    spot.told = "";
  }

  /** The page changed something right now: a badge whose handle is another one goes in the same moment. @param {Node} node */
  check(node) {
    let part = /** @type {Element | null} */ (node.nodeType === 1 ? node : node.parentElement);
    for (let step = 0; part !== null && step < MOST_STEPS; step += 1, part = part.parentElement) {
      const spot = this.spots.get(part);
      if (spot?.host) this.doubt(spot);
      for (const other of [...this.rows.of(part)]) this.doubt(other);
    }
  }

  /** @param {Spot} spot */
  doubt(spot) {
    const mention = attempt(() => this.site()?.handles.read(spot.link));
    if (!mention || mention.handle !== spot.handle || mention.label !== spot.label || !spot.link.isConnected) {
      this.drop(spot);
      return this.finder.note(/** @type {any} */ ([{ type: "attributes", target: spot.link }]));
    }
    spot.told = "";
    spot.isOrdinary = null;
    this.plan(spot);
  }

  /** All in sight, as more may be known now. */
  look() {
    if (document.visibilityState === "hidden") return;
    for (const spot of this.seen.values()) this.plan(spot);
  }

  /** All in sight, whatever was drawn. */
  redraw() {
    this.tidy(0);
    for (const spot of this.seen.values()) spot.told = "";
    this.look();
  }

  /** @param {Spot} spot */
  plan(spot) {
    this.due.add(spot);
    if (this.isPainting) return;
    this.isPainting = true;
    setTimeout(() => idle(() => this.paint()), GATHER);
  }

  paint() {
    this.isPainting = false;
    /** @type {{spot: Spot, shown: import("./glimpse.js").Shown, words: string}[]} */ const jobs = [];
    for (const spot of this.due) {
      if (jobs.length === MOST_AT_ONCE) break;
      this.due.delete(spot);
      const shown = this.seen.get(spot.label) === spot ? this.shown(spot) : null;
      const words = JSON.stringify(shown);
      if (shown === null) this.clear(spot);
      else if (words !== spot.told || !spot.host?.isConnected) jobs.push({ spot, shown, words });
    }
    this.layAll(jobs);
    const [next] = this.due;
    if (next) this.plan(next);
  }

  /** @param {{spot: Spot, shown: import("./glimpse.js").Shown, words: string}[]} jobs */
  layAll(jobs) {
    if (jobs.length === 0) return;
    const laid = lay(jobs.map(({ spot, shown }) => ({ label: spot.label, shown, host: spot.host })), this.settings?.theme ?? "page");
    for (const [index, { spot, words }] of jobs.entries()) {
      spot.host = laid[index]?.host ?? null;
      this.rows.move(spot, laid[index]?.row ?? null);
      spot.told = words;
    }
  }

  /** What a handle's badge says now; the profile in front has its own, large one. @param {Spot} spot */
  shown(spot) {
    const place = this.needs.place();
    if (place === null || this.settings === null || place.site.id !== spot.platform || !spot.link.isConnected) return null;
    const isOrdinary = (spot.isOrdinary ??= attempt(() => place.site.handles.isOrdinary(spot.link)) ?? true);
    const isInFront = place.view.kind === "profile" && place.view.handle === spot.handle;
    const glimpse = isInFront ? null : this.ledger.look(spot.platform, spot.handle, isOrdinary);
    return shownOf(glimpse ?? null, this.settings, isOrdinary);
  }
}

/** A reader that stumbles over a page reads nothing. @template T @param {() => T} read @returns {T | undefined} */
function attempt(read) {
  try {
    return read();
  } catch {
    return undefined;
  }
}
