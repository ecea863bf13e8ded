/** The popup says what to do first, what could not be read and since when, and copies a report without anybody's words. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { ownPage, settled } from "../own-page.js";

const STATE = { paired: true, server: "on", problem: null, brand: { id: "b", name: "Hem" }, brands: [{ id: "b", name: "Hem" }, { id: "c", name: "Rua" }], list: { id: "l", name: "Spring" }, lists: [{ id: "l", name: "Spring" }, { id: "m", name: "Autumn" }], waiting: 0, refused: [], url: "http://127.0.0.1:8017" };
const SETTINGS = { port: 8017, density: "full", theme: "page", quiet: null, off: [], keys: true };
const SELF = { site: "instagram", kind: "profile", handle: "ana", missing: [], drawn: [], fields: { followers: "graphql", bio: "graphql" } };
const SINCE = "2026-11-20T09:30:00.000Z";
const failing = (/** @type {string} */ check, site = "instagram") => ({ site, view: "profile", check, since: SINCE });

/** @param {{state?: object, self?: any, failing?: any[], answers?: object}} [given] */
function popup({ state = {}, self = null, failing: list = [], answers = {} } = {}) {
  return ownPage("popup", { state: { ok: true, state: { ...STATE, ...state } }, settings: { ok: true, settings: SETTINGS }, failing: { ok: true, failing: list }, ...answers }, { self });
}

test("with the server off it says so, where it looked, and how to start it", async () => {
  const { text, document, asked } = await popup({ state: { server: "off", paired: false } });
  assert.match(text(), /not running.*Nothing answers at http:\/\/127\.0\.0\.1:8017/);
  /** @type {HTMLButtonElement} */ (document.querySelector("button.first")).click();
  await settled();
  assert.deepEqual(asked.find(({ kind }) => kind === "open"), { kind: "open", page: "help" });
});

test("with a server of another version it says which side is older, and not that nothing runs", async () => {
  const { text, document, asked } = await popup({ state: { server: "amiss", paired: true, problem: { code: "too_old", message: "This extension is older.", action: "Reload it.", reason: "extension_older" } } });
  assert.match(text(), /This extension is older\. ?Reload it\./);
  assert.doesNotMatch(text(), /not running/);
  /** @type {HTMLButtonElement} */ (document.querySelector("button.first")).click();
  await settled();
  assert.deepEqual(asked.find(({ kind }) => kind === "open"), { kind: "open", page: "help" });
});

test("unpaired, it takes the code and says why one was refused", async () => {
  const { document, fire, asked, text } = await popup({ state: { paired: false }, answers: { pair: { ok: false, problem: { code: "refused", message: "That code is used up.", action: "Ask for a new one." } } } });
  const field = /** @type {HTMLInputElement} */ (document.querySelector("#code"));
  field.value = "abcd-efgh";
  await fire(/** @type {Element} */ (document.querySelector("form")), "submit");
  assert.deepEqual(asked.at(-1), { kind: "pair", code: "abcd-efgh" });
  assert.match(text(), /That code is used up\. Ask for a new one\./);
});

test("brand and list are chosen where there are some, and a brand is asked for where there is none", async () => {
  const { document, fire, asked } = await popup();
  const list = /** @type {HTMLSelectElement} */ (document.querySelector("[name=list]"));
  list.value = "m";
  await fire(list, "change");
  assert.deepEqual(asked.find(({ kind }) => kind === "select"), { kind: "select", list: "m" });
  assert.match((await popup({ state: { brand: null, brands: [] } })).text(), /No brand yet.*Describe your brand/);
});

test("a page that was read whole is said to be, without a report to copy", async () => {
  const { text, document } = await popup({ self: SELF });
  assert.match(text(), /@ana on Instagram.*Everything that this page shows was read\./);
  assert.equal(document.querySelector(".health button"), null);
});

test("what could not be read is named, with the day since when", async () => {
  const { text } = await popup({ self: { ...SELF, missing: ["followers", "bio"] }, failing: [failing("followers")] });
  assert.match(text(), /Could not read: followers \(since 20 Nov.*\d\d:\d\d\), bio\./);
});

test("what only the drawing lacks is told apart from what is unknown", async () => {
  const { text } = await popup({ self: { ...SELF, drawn: ["followers"] }, failing: [failing("drawn_followers")] });
  assert.match(text(), /Everything that this page shows was read\..*no longer in what it draws: followers \(since 20 Nov/);
});

test("away from profiles, it says what failed lately on either site", async () => {
  const { text } = await popup({ failing: [failing("posts", "tiktok"), failing("drawn_bio")] });
  assert.match(text(), /Could not be read lately ?TikTok: posts \(since 20 Nov/);
  assert.equal(text().includes("bio"), false);
});

test("the copied report holds names and times, and nobody's handle, words or numbers", async () => {
  const { document, copied, text } = await popup({ self: { ...SELF, handle: "ana.secret", missing: ["posts"] }, failing: [failing("posts")] });
  /** @type {HTMLButtonElement} */ (document.querySelector(".health button")).click();
  await settled();
  const report = JSON.parse(copied[0]);
  assert.deepEqual(report.failing_since, [failing("posts")]);
  assert.deepEqual(report.tab, { site: "instagram", view: "profile", missing: ["posts"], missing_when_drawn: [], read_from: SELF.fields });
  assert.equal(copied[0].includes("ana.secret"), false);
  assert.match(text(), /Copied/);
});

test("what waits is counted, and what was refused is told", async () => {
  const { text } = await popup({ state: { waiting: 1, refused: ["@ben: Private accounts are not saved."] } });
  assert.match(text(), /1 bookmark waits.*@ben: Private accounts are not saved\./);
  assert.match((await popup({ state: { waiting: 3 } })).text(), /3 bookmarks wait/);
});

test("a site is switched off by its box", async () => {
  const { document, fire, asked } = await popup();
  const box = /** @type {HTMLInputElement} */ (document.querySelector("[name=site-tiktok]"));
  box.checked = false;
  await fire(box, "change");
  assert.deepEqual(asked.find(({ kind }) => kind === "set"), { kind: "set", settings: { off: ["tiktok"] } });
});
