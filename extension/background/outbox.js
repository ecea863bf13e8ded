/** Bookmarks on their way to the server: on the disk before they are sent, delivered once and in order. */

import { PROBLEMS, Refused } from "./problems.js";
import { endsDelivery, isWorthWaiting, waitingId } from "./waiting.js";

/** @typedef {import("../messages.js").Profile} Profile */
/** @typedef {{id: string, profile: Profile, list?: string}} Waiting */
/** @typedef {{get: <T>(key: string, fallback: T) => Promise<T>, set: (key: string, value: unknown) => Promise<void>}} Store */

const KEY = "outbox";
const REMOVED = "outbox_removed";
const REFUSED = "outbox_refused";
const MOST_REFUSED = 20;

export class Outbox {
  /** @param {Store} store */
  constructor(store) {
    this.store = store;
    /** Changes go one after the other. @type {Promise<unknown>} */
    this.turn = Promise.resolve();
    /** @type {Promise<import("../messages.js").Problem | null> | null} */
    this.delivery = null;
    /** Ids that a click is sending right now. @type {Set<string>} */
    this.flying = new Set();
  }

  /** @returns {Promise<Waiting[]>} oldest first */
  all() {
    return this.store.get(KEY, /** @type {Waiting[]} */ ([]));
  }

  /** Messages about bookmarks that the server would not take. @returns {Promise<string[]>} */
  refused() {
    return this.store.get(REFUSED, /** @type {string[]} */ ([]));
  }

  /** @param {{platform: string, handle: string}} account */
  async holds(account) {
    const id = waitingId(account);
    return !this.flying.has(id) && (await this.all()).some((one) => one.id === id);
  }

  /**
   * Sends a bookmark that was just made. It is on the disk first, so that it outlives the browser; it stays there when
   * the server may take it later, and that is told by null.
   * @template T @param {Waiting} bookmark @param {(waiting: Waiting) => Promise<T>} send
   * @returns {Promise<T | null>}
   */
  async sendNow(bookmark, send) {
    let mayGo = true;
    this.flying.add(bookmark.id);
    try {
      const isKept = await this.add(bookmark.profile, bookmark.list).then(() => true, () => false);
      try {
        return await send(bookmark);
      } catch (error) {
        if (!isKept || !(error instanceof Refused) || !isWorthWaiting(error.problem)) throw error;
        mayGo = false;
        return null;
      }
    } finally {
      if (mayGo) await this.letGo(bookmark).catch(() => {});
      this.flying.delete(bookmark.id);
    }
  }

  /** It is settled; one of the same account that was made anew meanwhile stays. @param {Waiting} bookmark */
  letGo({ id, profile }) {
    return this.change((all) => all.filter((one) => one.id !== id || one.profile.captured_at !== profile.captured_at));
  }

  /** Keeps a bookmark; a second one of the same account takes the first one's place. @param {Profile} profile @param {string} [list] */
  add(profile, list) {
    const waiting = { id: waitingId(profile), profile, ...(list === undefined ? {} : { list }) };
    return this.change((all) => {
      const index = all.findIndex((one) => one.id === waiting.id);
      return index < 0 ? [...all, waiting] : all.with(index, waiting);
    });
  }

  /** @param {string} id */
  async remove(id) {
    const found = (await this.all()).find((one) => one.id === id);
    if (found) await this.store.set(REMOVED, found);
    await this.change((all) => all.filter((one) => one.id !== id));
  }

  /** Brings back the last removed one. @param {string} id @returns {Promise<boolean>} */
  async restore(id) {
    const last = await this.store.get(REMOVED, /** @type {Waiting | null} */ (null));
    if (last?.id !== id) return false;
    await this.add(last.profile, last.list);
    return true;
  }

  /**
   * Sends what waits, oldest first; each is let go only after the server has it. One delivery at a time.
   * @param {(waiting: Waiting) => Promise<unknown>} send
   * @returns {Promise<import("../messages.js").Problem | null>} what ended it before all were sent
   */
  deliver(send) {
    this.delivery ??= this.run(send).finally(() => (this.delivery = null));
    return this.delivery;
  }

  /** @param {(waiting: Waiting) => Promise<unknown>} send */
  async run(send) {
    for (let first = await this.next(); first !== undefined; first = await this.next()) {
      const problem = await this.settle(first, send);
      if (problem !== null) return problem;
      await this.letGo(first);
    }
    return null;
  }

  /** The oldest that nobody is sending. */
  async next() {
    return (await this.all()).find(({ id }) => !this.flying.has(id));
  }

  /** Null once the server took it or will never take it, else what is in the way. @param {Waiting} waiting @param {(waiting: Waiting) => Promise<unknown>} send */
  async settle(waiting, send) {
    try {
      await send(waiting);
    } catch (error) {
      if (!(error instanceof Refused)) return PROBLEMS.server_off;
      if (endsDelivery(error.problem)) return error.problem;
      const said = `@${waiting.profile.handle}: ${error.problem.message}`;
      await this.store.set(REFUSED, [...(await this.refused()), said].slice(-MOST_REFUSED));
    }
    return null;
  }

  /** @param {(all: Waiting[]) => Waiting[]} how */
  change(how) {
    const next = this.turn.then(async () => this.store.set(KEY, how(await this.all())));
    this.turn = next.catch(() => {});
    return next;
  }
}
