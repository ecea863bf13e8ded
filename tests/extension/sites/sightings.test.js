/** Partial looks at one account add up: the fuller never loses to the poorer, exact wins over rounded. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { post } from "../../../extension/sites/fields.js";
import { Sightings } from "../../../extension/sites/sightings.js";

const look = (profile, more = {}) => ({ profile: { platform: "instagram", handle: "mira.kovac", ...profile }, owner: false, source: "json:profile", at: 1_000, ...more });
const gathered = (...looks) => {
  const sightings = new Sightings();
  for (const one of looks) sightings.add(one);
  return sightings;
};
const profile = (...looks) => gathered(...looks).profile("instagram", "mira.kovac");
const exact = (value) => ({ value, exact: true });
const rounded = (value) => ({ value, exact: false });

test("an account that was never seen is null", () => assert.equal(new Sightings().profile("instagram", "nobody"), null));

test("a profile has every field of the contract, null or empty where nothing was said", () => {
  assert.deepEqual(profile(look({ name: "Mira" })), {
    platform: "instagram", handle: "mira.kovac", name: "Mira", bio: null, category: null, followers: null, following: null, posts_count: null, likes_total: null,
    verified: null, private: null, links: [], pronouns: [], captured_at: "1970-01-01T00:00:01.000Z", view: null, posts: [],
  });
});

test("handles are compared without case", () => {
  const sightings = gathered(look({ handle: "Mira.Kovac", name: "Mira" }));
  assert.equal(sightings.profile("instagram", "MIRA.KOVAC").handle, "mira.kovac");
});

test("an exact count wins over a rounded one, before and after it", () => {
  assert.deepEqual(profile(look({ followers: exact(15_689) }), look({ followers: rounded(15_700) }, { at: 9_000 })).followers, exact(15_689));
  assert.deepEqual(profile(look({ followers: rounded(15_700) }), look({ followers: exact(15_689) }, { source: "page" })).followers, exact(15_689));
});

test("of two exact counts of one source the newer wins, whatever the order of arrival", () => {
  assert.deepEqual(profile(look({ followers: exact(1) }, { at: 5_000 }), look({ followers: exact(2) }, { at: 1_000 })).followers, exact(1));
  assert.deepEqual(profile(look({ followers: exact(1) }, { at: 1_000 }), look({ followers: exact(2) }, { at: 5_000 })).followers, exact(2));
});

test("a drawn page does not replace what an answer said", () => {
  assert.equal(profile(look({ bio: "tailor" }), look({ bio: "tailor … more" }, { source: "page", at: 9_000 })).bio, "tailor");
});

test("a shortened bio does not replace the whole one", () => {
  const whole = look({ bio: "Tailor in Split. Deadstock denim." });
  assert.equal(profile(whole, look({ bio: "Tailor in Split…" }, { at: 9_000 })).bio, "Tailor in Split. Deadstock denim.");
  assert.equal(profile(look({ bio: "Tailor in Split..." }, { at: 9_000 }), whole).bio, "Tailor in Split. Deadstock denim.");
});

test("what a later look does not say stays", () => {
  const merged = profile(look({ bio: "tailor", verified: true, links: [{ url: "https://a.example", title: null }] }), look({ bio: null, links: [] }, { at: 9_000 }));
  assert.equal(merged.bio, "tailor");
  assert.equal(merged.verified, true);
  assert.equal(merged.links.length, 1);
});

test("false and zero are said, not missing", () => {
  const merged = profile(look({ private: false, followers: exact(0), bio: "" }));
  assert.equal(merged.private, false);
  assert.deepEqual(merged.followers, exact(0));
  assert.equal(merged.bio, "");
});

test("a hover card, a post and the profile add up", () => {
  const merged = profile(
    look({ bio: "tailor", followers: exact(5), view: "hover" }),
    look({ posts: [post({ id: "A", caption: "one" })], view: "feed" }, { source: "json:post" }),
    look({ category: "Artist", view: "profile" }),
  );
  assert.deepEqual([merged.bio, merged.category, merged.posts.length, merged.view], ["tailor", "Artist", 1, "profile"]);
});

test("posts merge by id, and a poorer one takes nothing away", () => {
  const full = post({ id: "A", caption: "whole", likes: 5, tagged: ["x"], pinned: true, kind: "reel" });
  const merged = profile(look({ posts: [full] }), look({ posts: [post({ id: "A", caption: "" })] }, { at: 9_000 }));
  assert.deepEqual(merged.posts, [full]);
});

test("newer numbers of a post replace older ones", () => {
  const merged = profile(look({ posts: [post({ id: "A", likes: 5 })] }), look({ posts: [post({ id: "A", likes: 6 })] }, { at: 9_000 }));
  assert.equal(merged.posts[0].likes, 6);
});

test("posts are newest first, pinned ones marked among them, at most 60", () => {
  const posts = Array.from({ length: 80 }, (_, index) => post({ id: `P${index}`, published_at: new Date(index * 86_400_000).toISOString(), pinned: index === 79 }));
  const merged = profile(look({ posts: posts.slice(40) }), look({ posts: posts.slice(0, 40) }));
  assert.equal(merged.posts.length, 60);
  assert.deepEqual([merged.posts[0].id, merged.posts[0].pinned, merged.posts.at(-1).id], ["P79", true, "P20"]);
});

test("posts of an owner that is only known by id wait for its name", () => {
  const reel = look({ handle: "", posts: [post({ id: "A" })] }, { pk: "7" });
  const sightings = gathered(reel, look({ name: "Mira" }, { pk: "7" }), look({ handle: "other.one" }, { pk: "8" }));
  assert.equal(sightings.profile("instagram", "mira.kovac").posts.length, 1);
  assert.equal(sightings.profile("instagram", "other.one").posts.length, 0);
  sightings.add(look({ handle: "", posts: [post({ id: "B" })] }, { pk: "7" }));
  assert.equal(sightings.profile("instagram", "mira.kovac").posts.length, 2);
});

test("each field knows where it came from and when", () => {
  const sources = gathered(look({ bio: "tailor" }), look({ name: "Mira" }, { source: "meta", at: 2_000 })).sources("instagram", "mira.kovac");
  assert.deepEqual(sources, { bio: { source: "json:profile", at: 1_000 }, name: { source: "meta", at: 2_000 } });
});

test("at most 500 accounts are kept, the longest unseen goes first", () => {
  const sightings = new Sightings();
  for (let index = 0; index < 500; index += 1) sightings.add(look({ handle: `a${index}` }));
  sightings.add(look({ handle: "a0" }));
  sightings.add(look({ handle: "new.one" }));
  assert.equal(sightings.profile("instagram", "a1"), null);
  assert.notEqual(sightings.profile("instagram", "a0"), null);
});

test("handles such as __proto__ are plain names", () => {
  const sightings = gathered(look({ handle: "__proto__", name: "P" }), look({ handle: "constructor", name: "C" }));
  assert.equal(sightings.profile("instagram", "__proto__").name, "P");
  assert.equal(sightings.profile("instagram", "hasownproperty"), null);
});

test("the two platforms never mix", () => {
  assert.equal(gathered(look({ platform: "tiktok", name: "T" })).profile("instagram", "mira.kovac"), null);
});

test("lone surrogates are mended and nothing is left after clear", () => {
  const sightings = gathered(look({ bio: "cut \ud83e" }));
  assert.equal(sightings.profile("instagram", "mira.kovac").bio, "cut \ufffd");
  sightings.clear();
  assert.equal(sightings.profile("instagram", "mira.kovac"), null);
});

test("of an endless feed only the newest posts of those met in passing are kept; who was looked at keeps them all", () => {
  const sightings = new Sightings();
  const posts = (from, many) => Array.from({ length: many }, (_, index) => post({ id: `P${from + index}`, published_at: new Date(1e12 + (from + index) * 1e6).toISOString() }));
  sightings.add(look({ handle: "in.front", view: "profile", posts: posts(0, 12) }));
  for (let number = 0; number < 3000; number += 1) sightings.add(look({ handle: `met.${number % 250}`, view: "feed", posts: posts(number, 1) }, { source: "json:post" }));
  const kept = [...sightings.accounts.values()].reduce((sum, { posts: { size } }) => sum + size, 0);
  assert.ok(kept < 1700, String(kept));
  assert.equal(sightings.profile("instagram", "in.front").posts.length, 12);
  assert.deepEqual(sightings.profile("instagram", "met.60").posts.map(({ id }) => id), ["P2810", "P2560", "P2310"]);
});
