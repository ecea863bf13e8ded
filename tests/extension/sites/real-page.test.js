/** A real saved TikTok profile page gives the exact follower count and its captions. */

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { documentOf, readCase } from "../../pages/saved-case.js";

const PAGE = new URL("../../../../shared/platforms/pages/tiktok-profile-2025-12.html", import.meta.url);
const ABSENT = "the saved page lies beside the project (../shared) and is not there";
const ADDRESS = "https://www.tiktok.com/@illojuan";

/** The page's own pictures carry each caption before " created by". */
function printedCaptions(document) {
  const pictures = [...document.querySelectorAll('[data-e2e="user-post-item"] img')];
  return pictures.map((picture) => picture.getAttribute("alt").split(" created by ")[0]);
}

test("the real TikTok page gives 783,427 followers, exact, and all its captions", { skip: existsSync(PAGE) ? false : ABSENT }, () => {
  const document = documentOf(readFileSync(PAGE, "utf8"), ADDRESS);
  const profile = readCase({ url: ADDRESS, html: "", payloads: [] }, document).sightings.profile("tiktok", "illojuan");
  assert.deepEqual(profile.followers, { value: 783_427, exact: true });
  assert.equal(profile.bio, "Timing, saludos desde Almería");
  assert.equal(profile.posts.length, 18);
  assert.deepEqual(new Set(profile.posts.map((post) => post.caption)), new Set(printedCaptions(document)));
});

test("without its embedded JSON the real page gives the rounded count and says so", { skip: existsSync(PAGE) ? false : ABSENT }, () => {
  const document = documentOf(readFileSync(PAGE, "utf8"), ADDRESS);
  for (const script of document.querySelectorAll("script")) script.remove();
  const profile = readCase({ url: ADDRESS, html: "", payloads: [] }, document).sightings.profile("tiktok", "illojuan");
  assert.deepEqual(profile.followers, { value: 783_400, exact: false });
  assert.equal(profile.posts.length, 18);
});
