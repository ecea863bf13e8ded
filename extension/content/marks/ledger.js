/** What is known of the handles in sight: asked for in batches, remembered for a while, never one request a handle. */

import { Orphaned } from "../../chrome.js";

/** @typedef {import("../../messages.js").Glimpse} Glimpse */
/** @typedef {import("../../sites/site.js").Profile} Profile */
/** @typedef {{glimpse: Glimpse | null, at: number, print: string}} Entry */
/**
 * @typedef {object} Needs
 * @property {typeof import("../../chrome.js").ask} ask
 * @property {(platform: string, handle: string) => Profile | null} profileOf   what the page said of an account
 * @property {(task: () => void, wait: number) => unknown} later
 * @property {() => number} now              milliseconds
 * @property {() => void} onAnswer           something new is known
 * @property {() => void} onOrphaned         the extension was reloaded under the page
 */

const GATHER = 40;
/** While handles keep coming, as in a scroll, questions are this far apart. */
const APART = 400;
const FRESH_FOR = 120_000;
const AFTER_PROBLEM = 15_000;
const MOST_KEPT = 1500;
/** Of one batch; the rest goes with the next one. */
export const MOST_HANDLES = 100;
export const MOST_PROFILES = 12;

export class Ledger {
  /** @param {Needs} needs */
  constructor(needs) {
    this.needs = needs;
    /** The longest unused first. @type {Map<string, Entry>} */ this.entries = new Map();
    /** @type {Map<string, {platform: string, handle: string, isOrdinary: boolean}>} */ this.wanted = new Map();
    this.isGathering = false;
    this.quietUntil = 0;
    this.askedAt = -Infinity;
    /** Answers to a question of before are not believed. */
    this.age = 0;
  }

  /**
   * What is known now; asks again what is old, or when the page has said more. Undefined while there is no answer.
   * @param {string} platform @param {string} handle @param {boolean} isOrdinary their profile is not sent
   * @returns {Glimpse | null | undefined}
   */
  look(platform, handle, isOrdinary) {
    const key = `${platform} ${handle}`;
    const entry = this.entries.get(key);
    const print = isOrdinary ? "" : printOf(this.needs.profileOf(platform, handle));
    const isFresh = entry !== undefined && this.needs.now() - entry.at < FRESH_FOR && (print === entry.print || isOrdinary);
    if (!isFresh) this.want(key, { platform, handle, isOrdinary });
    return entry?.glimpse;
  }

  /** @param {string} key @param {{platform: string, handle: string, isOrdinary: boolean}} one */
  want(key, one) {
    const before = this.wanted.get(key);
    this.wanted.set(key, { ...one, isOrdinary: one.isOrdinary && (before?.isOrdinary ?? true) });
    this.gather(GATHER);
  }

  /** @param {number} wait */
  gather(wait) {
    if (this.isGathering) return;
    this.isGathering = true;
    const now = this.needs.now();
    this.needs.later(() => void this.flush(), Math.max(wait, this.askedAt + APART - now, this.quietUntil - now));
  }

  async flush() {
    const batch = this.nextBatch();
    if (batch !== null) await this.askFor(batch);
    this.isGathering = false;
    if (this.wanted.size > 0) this.gather(GATHER);
  }

  /** At most so many handles of one platform, and the profiles of those of whom the page said enough. */
  nextBatch() {
    const platform = this.wanted.values().next().value?.platform;
    if (platform === undefined) return null;
    /** @type {Profile[]} */ const profiles = [];
    /** @type {Map<string, string>} */ const prints = new Map();
    for (const [key, one] of this.wanted) {
      const profile = one.isOrdinary ? null : this.needs.profileOf(platform, one.handle);
      const print = printOf(profile);
      if (one.platform !== platform || (print !== "" && profiles.length === MOST_PROFILES)) continue;
      if (prints.size === MOST_HANDLES) break;
      if (profile !== null && print !== "") profiles.push(profile);
      prints.set(one.handle, print);
      this.wanted.delete(key);
    }
    return { platform, profiles, prints };
  }

  /** @param {{platform: string, profiles: Profile[], prints: Map<string, string>}} batch */
  async askFor({ platform, profiles, prints }) {
    const { age } = this;
    this.askedAt = this.needs.now();
    const answer = await this.answered({ kind: "marks", platform, handles: [...prints.keys()], profiles });
    if (answer === null || age !== this.age) return;
    const { known = {} } = answer;
    if (!answer.ok) this.pause();
    for (const [handle, print] of prints) {
      const glimpse = Object.hasOwn(known, handle) ? known[handle] : null;
      if (answer.ok || glimpse !== null) this.keep(`${platform} ${handle}`, { glimpse, at: isWaiting(glimpse) ? -Infinity : this.needs.now(), print });
    }
    if (answer.ok && Object.values(known).some(isWaiting)) this.pause();
    this.needs.onAnswer();
  }

  /** @param {import("../../messages.js").Message} message */
  async answered(message) {
    try {
      return await this.needs.ask(message);
    } catch (error) {
      if (error instanceof Orphaned) this.needs.onOrphaned();
      else this.pause();
      return null;
    }
  }

  /** A server that is off is not asked at every handle. */
  pause() {
    this.quietUntil = this.needs.now() + AFTER_PROBLEM;
    this.needs.later(this.needs.onAnswer, AFTER_PROBLEM);
  }

  /** @param {string} key @param {Entry} entry */
  keep(key, entry) {
    this.entries.delete(key);
    this.entries.set(key, entry);
    for (const old of this.entries.keys()) {
      if (this.entries.size <= MOST_KEPT) return;
      this.entries.delete(old);
    }
  }

  /** Ask anew at the next look; until then the old answer stands. @param {string} platform @param {string} handle */
  forget(platform, handle) {
    const entry = this.entries.get(`${platform} ${handle}`);
    if (entry !== undefined) entry.at = -Infinity;
  }

  /** Brand, list, pairing or settings changed: nothing that was said counts any more. */
  clear() {
    this.age += 1;
    this.entries.clear();
    this.isGathering = false;
    this.quietUntil = 0;
  }
}

/** A bookmark that waits may be taken at any moment. @param {Glimpse | null} glimpse */
function isWaiting(glimpse) {
  return glimpse?.candidate?.startsWith("waiting:") ?? false;
}

/** Tells whether the page has said more; "" where bio or followers are missing, or the account is private. @param {Profile | null} profile */
function printOf(profile) {
  if (profile === null || profile.bio === null || profile.followers === null || profile.private === true) return "";
  return [profile.followers.value, profile.followers.exact, profile.bio.length, profile.posts.length].join(" ");
}
