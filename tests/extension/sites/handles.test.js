/** Where handles stand: links that show the account they lead to, and nothing else. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { JSDOM } from "jsdom";
import { instagram } from "../../../extension/sites/instagram/index.js";
import { tiktok } from "../../../extension/sites/tiktok/index.js";

/** Handles found in a piece of page, in order. */
function found(site, html) {
  const { document } = new JSDOM(html).window;
  return [...document.querySelectorAll(site.handles.selector)].map((link) => site.handles.read(link)).filter((one) => one !== null).map(({ handle, label }) => `${handle} in ${label.localName}`);
}

/** Whether the link with this address stands among ordinary people. */
function isOrdinary(site, html, href) {
  const { document } = new JSDOM(html).window;
  return site.handles.isOrdinary(document.querySelector(`a[href="${href}"]`));
}

const INSTAGRAM = [
  ['<a href="/jo.weaver/"><span>jo.weaver</span></a>', ["jo.weaver in span"]],
  ['<a href="/Jo.Weaver/?hl=de">@Jo.Weaver</a>', ["jo.weaver in a"]],
  ['<a href="https://www.instagram.com/jo.weaver/"><div><span>jo.weaver</span><span>Jo · Weaver</span></div></a>', ["jo.weaver in span"]],
  ['<a href="/jo.weaver/"><img alt="jo.weaver\'s profile picture"></a>', []],
  ['<a href="/jo.weaver/">Jo Weaver</a>', []],
  ['<a href="/other.one/">jo.weaver</a>', []],
  ['<a href="/jo.weaver/reels/">jo.weaver</a><a href="/explore/">explore</a><a href="/reels/">reels</a><a href="/p/DABC/">p</a>', []],
  ['<a href="https://evil.invalid/jo.weaver/">jo.weaver</a><a href="//evil.invalid/jo/">jo</a>', []],
];
const TIKTOK = [
  ['<a href="/@ana.mends"><h3 data-e2e="video-author-uniqueid">ana.mends</h3></a>', ["ana.mends in h3"]],
  ['<a href="/@ana.mends?lang=de"><p>Ana Mends</p><p>ana.mends</p></a>', ["ana.mends in p"]],
  ['<a href="/de-DE/@Ana.Mends">Ana.Mends</a>', ["ana.mends in a"]],
  ['<a href="https://www.tiktok.com/@ana.mends"><span>@ana.mends</span></a>', ["ana.mends in span"]],
  ['<a href="/@ana.mends"><span data-e2e="comment-username-1">Ana ✂</span></a>', ["ana.mends in span"]],
  ['<a href="/@ana.mends">Ana ✂</a><a href="/@ana.mends/video/7555555104997346615">ana.mends</a>', []],
  ['<a href="https://evil.invalid/@ana.mends">ana.mends</a>', []],
];

for (const [site, cases] of [[instagram, INSTAGRAM], [tiktok, TIKTOK]]) {
  for (const [html, expected] of cases) test(`${site.id}: ${html}`, () => assert.deepEqual(found(site, html), expected));
}

test("a followers dialog and comments hold ordinary people; a post's author is none", () => {
  const row = '<a href="/fan/"><span>fan</span></a>';
  const article = `<article><header><a href="/jo/"><span>jo</span></a><a href="/p/DABC/"><time></time></a></header><ul><li><div>${row}<a href="/p/DABC/c/17/"><time></time></a></div></li></ul></article>`;
  assert.equal(isOrdinary(instagram, `<div role="dialog"><div>${row}</div></div>`, "/fan/"), true);
  assert.equal(isOrdinary(instagram, article, "/fan/"), true);
  assert.equal(isOrdinary(instagram, article, "/jo/"), false);
  assert.equal(isOrdinary(instagram, `<div role="dialog">${article}</div>`, "/jo/"), false);
  assert.equal(isOrdinary(instagram, `<main>${row}</main>`, "/fan/"), false);
});

test("TikTok's comments and follower lists hold ordinary people; a video's author is none", () => {
  const author = '<a href="/@jo"><span data-e2e="browse-username">jo</span></a>';
  const comment = '<div data-e2e="comment-level-1"><a href="/@fan"><span data-e2e="comment-username-1">Fan</span></a></div>';
  assert.equal(isOrdinary(tiktok, author + comment, "/@fan"), true);
  assert.equal(isOrdinary(tiktok, author + comment, "/@jo"), false);
  assert.equal(isOrdinary(tiktok, `<div role="dialog">${author}</div>`, "/@jo"), false);
  assert.equal(isOrdinary(tiktok, '<div data-e2e="follow-info-popup"><a href="/@fan"><p>fan</p></a></div>', "/@fan"), true);
});

test("a hundred thousand letters of hostile text cost nothing", () => {
  assert.deepEqual(found(instagram, `<a href="/jo/"><span>${"jo ".repeat(100_000)}</span>${"<i>jo2</i>".repeat(5000)}</a>`), []);
});
