/** Adds up partial looks at accounts: the fuller never loses to the poorer, exact counts win over rounded ones. */

import { MergedAccount } from "./merged-account.js";

/** @typedef {import("./site.js").Sighting} Sighting */
/** @typedef {import("./site.js").Profile} Profile */

const MOST_ACCOUNTS = 500;
const MOST_WAITING = 200;
/** Of all but the last so many accounts, those that were only met in passing keep their newest posts. */
const MOST_AT_HAND = 60;
/** Looks from one tidying to the next. */
const TIDY = 50;

export class Sightings {
  constructor() {
    /** The longest unseen first. @type {Map<string, MergedAccount>} */
    this.accounts = new Map();
    /** Handles by platform and account id. @type {Map<string, string>} */
    this.names = new Map();
    /** Posts whose owner is only known by id yet. @type {Map<string, Sighting[]>} */
    this.waiting = new Map();
    this.added = 0;
  }

  /** @param {Sighting} sighting @returns {void} */
  add(sighting) {
    const { platform, handle } = sighting.profile;
    const key = sighting.pk ? `${platform} ${sighting.pk}` : null;
    if (handle === "") return this.addUnnamed(sighting, key);
    this.account(platform, handle).add(sighting);
    if (key !== null) this.learn(key, handle);
    this.added += 1;
    if (this.added % TIDY === 0) this.tidy();
  }

  /** An endless feed brings posts without end. */
  tidy() {
    let away = this.accounts.size - MOST_AT_HAND;
    for (const account of this.accounts.values()) {
      if (away <= 0) return;
      account.rest();
      away -= 1;
    }
  }

  /** The account as known so far, or null when it was never seen. @param {string} platform @param {string} handle @returns {Profile | null} */
  profile(platform, handle) {
    return this.accounts.get(`${platform} ${handle.toLowerCase()}`)?.profile() ?? null;
  }

  /** Where each field came from and when. @param {string} platform @param {string} handle @returns {{[field: string]: {source: string, at: number}}} */
  sources(platform, handle) {
    return this.accounts.get(`${platform} ${handle.toLowerCase()}`)?.sources() ?? {};
  }

  clear() {
    this.accounts.clear();
    this.names.clear();
    this.waiting.clear();
  }

  /** @param {Sighting} sighting @param {string | null} key @returns {void} */
  addUnnamed(sighting, key) {
    if (key === null) return;
    const handle = this.names.get(key);
    if (handle !== undefined) return this.add({ ...sighting, profile: { ...sighting.profile, handle } });
    const before = this.waiting.get(key) ?? [];
    this.waiting.set(key, [...before, sighting].slice(-5));
    shrink(this.waiting, MOST_WAITING);
  }

  /** @param {string} key @param {string} handle */
  learn(key, handle) {
    this.names.set(key, handle);
    shrink(this.names, 4 * MOST_ACCOUNTS);
    const waiting = this.waiting.get(key) ?? [];
    this.waiting.delete(key);
    for (const sighting of waiting) this.addUnnamed(sighting, key);
  }

  /** The account's place, moved to the end as the last one used. @param {import("./site.js").Platform} platform @param {string} handle */
  account(platform, handle) {
    const slot = `${platform} ${handle.toLowerCase()}`;
    const account = this.accounts.get(slot) ?? new MergedAccount(platform, handle.toLowerCase());
    this.accounts.delete(slot);
    this.accounts.set(slot, account);
    shrink(this.accounts, MOST_ACCOUNTS);
    return account;
  }
}

/** Drops the oldest entries. @param {Map<string, unknown>} map @param {number} most */
function shrink(map, most) {
  for (const key of map.keys()) {
    if (map.size <= most) return;
    map.delete(key);
  }
}
