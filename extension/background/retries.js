/** Tries again by itself what waits: soon at first, then ever more rarely, and never while nothing waits. */

/** Minutes between two tries; the last one goes on. A browser grants no less than half a minute. */
export const STEPS = [1, 2, 5, 10];
const KEY = "retries";

/**
 * @typedef {object} Needs
 * @property {{isSet: () => Promise<boolean>, set: (minutes: number) => Promise<void>, clear: () => Promise<void>}} alarm   outlives the worker
 * @property {{get: <T>(key: string, fallback: T) => Promise<T>, set: (key: string, value: unknown) => Promise<void>}} store
 * @property {() => Promise<number>} count      how many bookmarks wait
 * @property {() => Promise<unknown>} deliver
 */

export class Retries {
  /** @param {Needs} needs */
  constructor(needs) {
    this.needs = needs;
    /** One after the other: a worker that the alarm woke plans at its start as well. @type {Promise<unknown>} */
    this.turn = Promise.resolve();
  }

  /** Something may wait now, or no longer. An alarm that is set stands, so that it is not put off. */
  plan() {
    return this.next(() => this.settle());
  }

  /** The alarm went off. */
  again() {
    return this.next(async () => {
      await this.needs.store.set(KEY, (await this.tries()) + 1);
      await this.needs.deliver().finally(() => this.settle());
    });
  }

  /** The browser has just started: the server may be about to. */
  afresh() {
    return this.next(async () => {
      await this.needs.store.set(KEY, 0);
      await this.needs.alarm.clear();
      await this.needs.deliver().finally(() => this.settle());
    });
  }

  async settle() {
    const { alarm, store } = this.needs;
    if ((await this.needs.count()) === 0) {
      await alarm.clear();
      if ((await this.tries()) > 0) await store.set(KEY, 0);
    } else if (!(await alarm.isSet())) {
      await alarm.set(STEPS[Math.min(await this.tries(), STEPS.length - 1)]);
    }
  }

  /** Since something waits. @returns {Promise<number>} */
  tries() {
    return this.needs.store.get(KEY, 0);
  }

  /** @param {() => Promise<void>} task */
  next(task) {
    const done = this.turn.then(task);
    this.turn = done.catch(() => {});
    return done;
  }
}
