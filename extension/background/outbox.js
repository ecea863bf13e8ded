/** Bookmarks made while the server is off: kept on disk, delivered once and in order. */

import { Refused } from "./problems.js";

/** @typedef {import("../messages.js").Profile} Profile */
/** @typedef {import("../messages.js").Saved} Saved */
/** @typedef {{id: string, profile: Profile, list?: string}} Waiting */
/** @typedef {{get: <T>(key: string, fallback: T) => Promise<T>, set: (key: string, value: unknown) => Promise<void>}} Store */

const KEY = "outbox";
const REMOVED = "outbox_removed";
const REFUSED = "outbox_refused";
const MOST_REFUSED = 20;
/** What ends a delivery for now; anything else is the server's answer to this one bookmark. */
const TRY_LATER = ["server_off", "not_paired", "not_ready", "too_old", "broken"];

/** Id of a waiting bookmark in place of the candidate's. @param {{platform: string, handle: string}} account */
export function waitingId({ platform, handle }) {
  return `waiting:${platform}:${handle}`;
}

/** @param {string} candidate */
export function isWaiting(candidate) {
  return candidate.startsWith("waiting:");
}

/** The mark that a page shows for a waiting bookmark. @param {string} id @returns {Saved} */
export function waitingMark(id) {
  return { candidate: id, list: "", list_name: "", stage: "spotted", note: "", tags: [] };
}

export class Outbox {
  /** @param {Store} store */
  constructor(store) {
    this.store = store;
    /** Changes go one after the other. @type {Promise<unknown>} */
    this.turn = Promise.resolve();
    /** @type {Promise<number> | null} */
    this.delivery = null;
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
    return (await this.all()).some((one) => one.id === waitingId(account));
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
   * @returns {Promise<number>} how many were taken
   */
  deliver(send) {
    this.delivery ??= this.run(send).finally(() => (this.delivery = null));
    return this.delivery;
  }

  /** @param {(waiting: Waiting) => Promise<unknown>} send */
  async run(send) {
    let taken = 0;
    for (let [first] = await this.all(); first !== undefined; [first] = await this.all()) {
      if (!(await this.isSettled(first, send))) return taken;
      const { id, profile } = first;
      await this.change((all) => all.filter((one) => one.id !== id || one.profile.captured_at !== profile.captured_at));
      taken += 1;
    }
    return taken;
  }

  /** Whether the server took it or will never take it. @param {Waiting} waiting @param {(waiting: Waiting) => Promise<unknown>} send */
  async isSettled(waiting, send) {
    try {
      await send(waiting);
    } catch (error) {
      if (!(error instanceof Refused) || TRY_LATER.includes(error.problem.code)) return false;
      const said = `@${waiting.profile.handle}: ${error.problem.message}`;
      await this.store.set(REFUSED, [...(await this.refused()), said].slice(-MOST_REFUSED));
    }
    return true;
  }

  /** @param {(all: Waiting[]) => Waiting[]} how */
  change(how) {
    const next = this.turn.then(async () => this.store.set(KEY, how(await this.all())));
    this.turn = next.catch(() => {});
    return next;
  }
}
