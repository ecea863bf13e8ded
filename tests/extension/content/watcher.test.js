/** The watcher follows the tab by its real address and believes nothing that a message merely claims. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { JSDOM } from "jsdom";

import "../browser.js";
import { Watcher } from "../../../extension/content/watcher.js";
import { siteFor } from "../../../extension/sites/index.js";
import { parseBody } from "../../../extension/sites/response-body.js";
import { Sightings } from "../../../extension/sites/sightings.js";

const ORIGIN = "https://www.instagram.com";

/** A watcher over an empty page at this path. */
function watching(path = "/ana/") {
  const { window } = new JSDOM("<!DOCTYPE html><body></body>", { url: `${ORIGIN}${path}` });
  /** @type {any[]} */ const told = [];
  /** @type {any[]} */ const places = [];
  /** @type {string[]} */ const touched = [];
  const watcher = new Watcher({
    window: /** @type {any} */ (window), siteFor, parse: parseBody, sightings: new Sightings(),
    onPlace: (place) => places.push(place), onProfile: (place, profile) => told.push({ place, profile }), onTouch: () => touched.push(window.location.pathname), onPage() {}, onNothing() {}, onWaited() {},
  });
  watcher.look();
  /** @param {any} data @param {any} [more] */
  const say = (data, more = {}) => watcher.hear(/** @type {any} */ ({ data, source: window, origin: ORIGIN, ...more }));
  return { watcher, window, told, places, touched, say, end: () => { clearTimeout(watcher.patience); window.close(); } };
}

/** What the page's own request for a profile answers. @param {string} username @param {number} followers */
function response(username, followers) {
  const user = { pk: "77", id: "77", username, full_name: "Ana", biography: "mends denim", follower_count: followers, following_count: 5, media_count: 3, is_private: false, is_verified: false };
  return { seedlist: 1, kind: "response", url: `${ORIGIN}/graphql/query`, text: JSON.stringify({ data: { user } }), at: Date.now() };
}

test("a response of the profile in front is told with its exact followers", () => {
  const { told, say, end } = watching();
  say(response("ana", 3120));
  assert.deepEqual(told.at(-1)?.profile.followers, { value: 3120, exact: true });
  end();
});

test("the same response twice is told once", () => {
  const { told, say, end } = watching();
  say(response("ana", 3120));
  say(response("ana", 3120));
  assert.equal(told.length, 1);
  end();
});

test("a response of somebody else is not told on this page", () => {
  const { told, say, end } = watching();
  say(response("ben", 99));
  assert.equal(told.length, 0);
  end();
});

test("messages of frames, of other origins, of wrong shape or size are not heard", () => {
  const { told, say, end } = watching();
  const good = response("ana", 3120);
  say(good, { source: {} });
  say(good, { origin: "https://evil.example" });
  for (const bad of [null, "x", { ...good, seedlist: 2 }, { ...good, text: 5 }, { ...good, url: null }, { ...good, text: "{" }, { ...good, url: "x".repeat(9000) }]) say(bad);
  assert.equal(told.length, 0);
  end();
});

test("a response from an address that no reader wants is not read", () => {
  const { told, say, end } = watching();
  say({ ...response("ana", 1), url: `${ORIGIN}/ajax/bz` });
  assert.equal(told.length, 0);
  end();
});

test("a move is taken from the tab's address, not from what the message says", () => {
  const { watcher, say, end } = watching();
  say({ seedlist: 1, kind: "moved", url: `${ORIGIN}/ben/` });
  assert.equal(watcher.place?.view.handle, "ana");
  end();
});

test("a real move ends the stay, and the next profile starts untold", () => {
  const { watcher, window, told, places, say, end } = watching();
  say(response("ana", 3120));
  const first = watcher.place;
  window.history.pushState({}, "", "/ben/");
  say({ seedlist: 1, kind: "moved", url: "" });
  assert.equal(first?.signal.aborted, true);
  assert.equal(watcher.place?.view.handle, "ben");
  assert.equal(places.length, 2);
  say(response("ana", 3121));
  assert.equal(told.filter(({ place }) => place.view.handle === "ben").length, 0);
  end();
});

test("what came before the address changed is told at once after it", () => {
  const { window, told, say, end } = watching();
  say(response("ben", 48));
  window.history.pushState({}, "", "/ben/");
  say({ seedlist: 1, kind: "moved", url: "" });
  assert.equal(told.at(-1)?.profile.handle, "ben");
  assert.equal(told.at(-1)?.profile.followers.value, 48);
  end();
});

test("another tab of the same profile is the same stay", () => {
  const { watcher, window, end } = watching();
  const before = watcher.place?.signal;
  window.history.pushState({}, "", "/ana/reels/");
  watcher.look();
  assert.equal(watcher.place?.signal, before);
  assert.equal(watcher.place?.view.tab, "reels");
  end();
});

test("a site that is switched off has no place", () => {
  const { watcher, end } = watching();
  watcher.needs.siteFor = () => null;
  watcher.again();
  assert.equal(watcher.place, null);
  end();
});

test("a page drawn anew at another address is noticed before it is painted, without a message", async () => {
  const { watcher, window, places, touched, end } = watching();
  watcher.start();
  window.history.pushState({}, "", "/ben/");
  window.document.body.append(window.document.createElement("header"));
  await Promise.resolve();
  assert.equal(places.at(-1)?.view.handle, "ben");
  assert.deepEqual(touched, ["/ben/"]);
  clearTimeout(watcher.settling);
  await new Promise((done) => setTimeout(done, 20));
  end();
});
