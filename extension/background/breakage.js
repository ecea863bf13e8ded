/** Since when a check fails: names of checks and times only, kept until a healthy page clears them. */

/** @typedef {{site: string, view: string, check: string, since: string}} Failing   `since`: ISO 8601 in UTC */
/** @typedef {{get: <T>(key: string, fallback: T) => Promise<T>, set: (key: string, value: unknown) => Promise<void>}} Store */

const KEY = "breakage";
const MOST = 60;
const NAME = /^[a-z_]{1,24}$/;

export class Breakage {
  /** @param {Store} store @param {() => number} clock milliseconds since 1970 */
  constructor(store, clock) {
    this.store = store;
    this.clock = clock;
    /** Changes go one after the other. @type {Promise<unknown>} */
    this.turn = Promise.resolve();
  }

  /** @returns {Promise<Failing[]>} oldest first */
  async all() {
    const kept = await this.store.get(KEY, /** @type {{[name: string]: string}} */ ({}));
    const rows = Object.entries(kept).map(([name, since]) => {
      const [site = "", view = "", check = ""] = name.split(" ");
      return { site, view, check, since };
    });
    return rows.sort((one, other) => one.since.localeCompare(other.since));
  }

  /** What a page of a view just lacked: what lacked before keeps its time, what does not lack is well again. @param {{site: string, view: string, failing: string[]}} looked */
  note({ site, view, failing }) {
    if (![site, view, ...failing].every((name) => NAME.test(name))) return Promise.resolve();
    return this.change((kept) => {
      const others = Object.entries(kept).filter(([name]) => !name.startsWith(`${site} ${view} `));
      const now = new Date(this.clock()).toISOString();
      const fresh = failing.map((check) => [`${site} ${view} ${check}`, kept[`${site} ${view} ${check}`] ?? now]);
      return Object.fromEntries([...others, ...fresh].slice(-MOST));
    });
  }

  /** @param {(kept: {[name: string]: string}) => {[name: string]: string}} how */
  change(how) {
    const next = this.turn.then(async () => {
      const kept = await this.store.get(KEY, /** @type {{[name: string]: string}} */ ({}));
      const changed = how(kept);
      if (JSON.stringify(changed) !== JSON.stringify(kept)) await this.store.set(KEY, changed);
    });
    this.turn = next.catch(() => {});
    return next;
  }
}
