/** Where the badge goes, and what a page is said to lack. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { JSDOM } from "jsdom";
import { siteFor } from "../../../extension/sites/index.js";
import { documentOf, loadCase } from "../../pages/saved-case.js";

/** A saved page, changed, as its site sees it. */
function page(platform, name, { url, change = () => {} } = {}) {
  const saved = loadCase(platform, name);
  const document = documentOf(saved.html, url ?? saved.url);
  change(document);
  const site = siteFor(url ?? saved.url);
  const view = site.view(new URL(url ?? saved.url));
  return { missing: site.missing(document, view), anchor: site.anchor(document, view), drawn: site.readPage(document, view) };
}
const without = (selector) => (document) => document.querySelectorAll(selector).forEach((element) => element.remove());

test("a healthy page lacks nothing and the badge goes beside the handle", () => {
  const instagram = page("instagram", "hard-load-logged-in");
  assert.deepEqual(instagram.missing, []);
  assert.equal(instagram.anchor.textContent, "mira.kovac");
  const tiktok = page("tiktok", "hard-load");
  assert.deepEqual(tiktok.missing, []);
  assert.ok(tiktok.anchor.querySelector("[data-e2e=user-title]"));
});

test("a part that is gone is named", () => {
  assert.deepEqual(page("instagram", "hard-load-logged-in", { change: without("ul") }).missing, ["followers"]);
  assert.deepEqual(page("instagram", "hard-load-logged-in", { change: without("main a") }).missing.at(-1), "posts");
  assert.deepEqual(page("tiktok", "hard-load", { change: without("[data-e2e=followers-count]") }).missing, ["followers"]);
  assert.deepEqual(page("tiktok", "hard-load", { change: without("[data-e2e=user-page]") }).missing, ["name", "followers", "bio", "posts"]);
});

test("no posts are missed on a private profile or on the tagged tab", () => {
  assert.deepEqual(page("instagram", "private-account").missing, []);
  assert.deepEqual(page("instagram", "hard-load-logged-in", { url: "https://www.instagram.com/mira.kovac/tagged/", change: without("main a[href*='/p/']") }).missing, []);
});

test("a page that still shows the last profile gives no anchor and no numbers", () => {
  for (const platform of ["instagram", "tiktok"]) {
    const { anchor, drawn } = page(platform, "in-app-navigation");
    assert.deepEqual([anchor, drawn], [null, null]);
  }
});

test("a page that still arrives is not read", () => {
  for (const [platform, name] of [["instagram", "drawn-2023"], ["tiktok", "drawn-only"]]) {
    const saved = loadCase(platform, name);
    const { document } = new JSDOM(saved.html, { url: saved.url }).window;
    const site = siteFor(saved.url);
    assert.equal(document.readyState, "loading");
    assert.equal(site.readPage(document, site.view(new URL(saved.url))), null);
  }
});

test("other views have neither anchor nor lacks", () => {
  const { missing, anchor, drawn } = page("instagram", "post-page");
  assert.deepEqual([missing, anchor, drawn], [[], null, null]);
});
