/** Follows the tab: where it is, what its page has said, and when the profile in front has become known or fuller. */

import { incoming } from "./incoming.js";

/** @typedef {import("../sites/site.js").Site} Site */
/** @typedef {import("../sites/site.js").View} View */
/** @typedef {import("../sites/site.js").Profile} Profile */
/** One stay at one address; `signal` is aborted when the tab moves on. @typedef {{site: Site, view: View, url: string, signal: AbortSignal}} Place */

const SETTLE = 200;
const GIVE_UP = 8000;

/**
 * @typedef {object} Needs
 * @property {Window & typeof globalThis} window
 * @property {(url: string) => Site | null} siteFor
 * @property {import("../sites/sightings.js").Sightings} sightings
 * @property {(text: string) => unknown} parse             undefined when it is no JSON
 * @property {(place: Place | null) => void} onPlace       the tab moved
 * @property {(place: Place, profile: Profile) => void} onProfile   the profile in front is known, or fuller than before
 * @property {() => void} onTouch                        the page changed just now, before it is painted: quick looks only
 * @property {(place: Place) => void} onPage               the page was drawn anew: places in it may have changed
 * @property {(place: Place) => void} onNothing            waited long enough, and nothing could be read
 * @property {(place: Place) => void} onWaited          waited long enough: what a page has is there by now
 */

export class Watcher {
  /** @param {Needs} needs */
  constructor(needs) {
    this.needs = needs;
    /** @type {Place | null} */ this.place = null;
    this.stay = new AbortController();
    /** What was told last, so that only changes are. */
    this.told = "";
    /** @type {ReturnType<typeof setTimeout> | undefined} */ this.settling = undefined;
    /** @type {ReturnType<typeof setTimeout> | undefined} */ this.patience = undefined;
  }

  start() {
    const { window } = this.needs;
    window.addEventListener("message", (event) => this.hear(event));
    window.addEventListener("popstate", () => this.look());
    window.addEventListener("pageshow", () => this.look());
    new window.MutationObserver(() => this.touch()).observe(window.document, { childList: true, subtree: true });
    this.look();
    window.postMessage({ seedlist: 1, kind: "hello" }, window.location.origin);
    if (window.document.readyState !== "loading") return this.readEmbedded();
    window.document.addEventListener("DOMContentLoaded", () => this.readEmbedded());
  }

  /** @param {MessageEvent} event */
  hear(event) {
    const { window, parse } = this.needs;
    const said = incoming(event, window);
    if (said === null) return;
    this.look();
    if (said.kind !== "response" || this.place === null || !this.place.site.wants(said.url)) return;
    const body = parse(said.text);
    if (body !== undefined) this.take([{ url: said.url, body, at: said.at }]);
  }

  /** JSON that stands in the page itself. */
  readEmbedded() {
    if (this.place === null) return;
    this.take(attempt(() => this.place?.site.embedded(this.needs.window.document)) ?? []);
    this.readPage();
  }

  /** @param {import("../sites/site.js").Payload[]} payloads */
  take(payloads) {
    const place = this.place;
    if (place === null) return;
    for (const payload of payloads) this.add(attempt(() => place.site.read(payload, place.view)) ?? []);
    this.tell();
  }

  /** @param {import("../sites/site.js").Sighting[]} found */
  add(found) {
    for (const sighting of found) attempt(() => this.needs.sightings.add(sighting));
  }

  /** Where the tab is now; a new address of the same view (a query, a tab of the same profile) is the same stay. */
  look() {
    const { window, siteFor, onPlace } = this.needs;
    const url = window.location.href;
    if (this.place?.url === url) return;
    const site = siteFor(url);
    const view = site && attempt(() => site.view(new URL(url)));
    if (this.place && site && view && isSameStay(this.place, site, view)) {
      this.place = { ...this.place, url, view };
      return;
    }
    this.stay.abort();
    this.stay = new AbortController();
    this.told = "";
    this.place = site && view ? { site, view, url, signal: this.stay.signal } : null;
    onPlace(this.place);
    this.tell();
    this.wait();
  }

  /** Looks as if just come: a switch of the user's may have changed what counts. */
  again() {
    this.place = null;
    this.stay.abort();
    this.look();
    this.readEmbedded();
  }

  /** Before the change is painted: no number may stand beside another's name, not for one frame. */
  touch() {
    attempt(() => this.look());
    attempt(() => this.needs.onTouch());
    this.settle();
  }

  /** The page changes in bursts: look once it has settled. */
  settle() {
    this.settling ??= setTimeout(() => {
      this.settling = undefined;
      this.look();
      this.readPage();
    }, SETTLE);
  }

  readPage() {
    const { place, needs } = this;
    if (place === null) return;
    const found = attempt(() => place.site.readPage(needs.window.document, place.view));
    if (found) this.add([found]);
    this.tell();
    needs.onPage(place);
  }

  /** Tells of the profile in front when there is more to tell than before. */
  tell() {
    const { place, needs } = this;
    if (place === null || place.view.kind !== "profile" || place.view.handle === null) return;
    const profile = needs.sightings.profile(place.site.id, place.view.handle);
    if (profile === null || !isReadable(profile)) return;
    const print = fingerprint(profile);
    if (print === this.told) return;
    this.told = print;
    needs.onProfile(place, profile);
  }

  /** After a while without anything to tell, that is told. */
  wait() {
    clearTimeout(this.patience);
    const { place } = this;
    if (place?.view.kind !== "profile") return;
    this.patience = setTimeout(() => {
      if (place.signal.aborted) return;
      if (this.told === "") this.needs.onNothing(place);
      this.needs.onWaited(place);
    }, GIVE_UP);
  }
}

/** Something to read besides the handle. @param {Profile} profile */
function isReadable(profile) {
  return profile.followers !== null || profile.bio !== null || profile.posts.length > 0 || profile.private === true;
}

/** @param {Profile} profile */
function fingerprint(profile) {
  return JSON.stringify({ ...profile, captured_at: null });
}

/** @param {Place} place @param {Site} site @param {View} view */
function isSameStay(place, site, view) {
  return place.site === site && place.view.kind === view.kind && place.view.handle === view.handle && view.kind === "profile";
}

/** A reader that stumbles over a page reads nothing; the page goes on. @template T @param {() => T} read @returns {T | undefined} */
function attempt(read) {
  try {
    return read();
  } catch {
    return undefined;
  }
}
