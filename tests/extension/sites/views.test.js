/** Where a tab is, read from its address alone; and which answers are wanted. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { SITES, siteFor } from "../../../extension/sites/index.js";

const IG = "https://www.instagram.com";
const TT = "https://www.tiktok.com";

/** [address, kind, handle, more of the view] */
const VIEWS = [
  [`${IG}/`, "feed", null, { tab: "home" }], [`${IG}/mira.kovac/`, "profile", "mira.kovac", { tab: "posts" }], [`${IG}/Mira.Kovac`, "profile", "mira.kovac", { tab: "posts" }], [`${IG}/mira.kovac/?hl=de`, "profile", "mira.kovac", { tab: "posts" }],
  [`${IG}/mira.kovac/reels/`, "profile", "mira.kovac", { tab: "reels" }], [`${IG}/mira.kovac/tagged/`, "profile", "mira.kovac", { tab: "tagged" }], [`${IG}/mira.kovac/reposts/`, "profile", "mira.kovac", { tab: "reposts" }], [`${IG}/mira.kovac/saved/`, "profile", "mira.kovac", { tab: "saved" }], [`${IG}/mira.kovac/followers/`, "profile", "mira.kovac", { tab: "followers" }],
  [`${IG}/mira.kovac/p/DABCDEFGHIJ/`, "post", "mira.kovac", { id: "DABCDEFGHIJ" }], [`${IG}/mira.kovac/reel/DABCDEFGHIJ/`, "post", "mira.kovac", { id: "DABCDEFGHIJ" }], [`${IG}/p/DABCDEFGHIJ/`, "post", null, { id: "DABCDEFGHIJ" }], [`${IG}/reel/DABCDEFGHIJ/`, "post", null, { id: "DABCDEFGHIJ" }], [`${IG}/tv/DABCDEFGHIJ/`, "post", null, { id: "DABCDEFGHIJ" }], [`${IG}/reels/DABCDEFGHIJ/`, "post", null, { id: "DABCDEFGHIJ" }],
  [`${IG}/reels/`, "feed", null, { tab: "reels" }], [`${IG}/explore/`, "search", null, { tab: "explore" }], [`${IG}/explore/search/keyword/?q=%23denim`, "search", null, { tab: "top" }], [`${IG}/explore/tags/denim/`, "search", null, { tab: "tag" }], [`${IG}/explore/locations/21/split/`, "search", null, { tab: "place" }], [`${IG}/popular/denim/`, "search", null, { tab: "top" }],
  [`${IG}/stories/mira.kovac/3500/`, "other", "mira.kovac", { tab: "stories" }], [`${IG}/stories/highlights/1/`, "other", null, { tab: "stories" }], [`${IG}/direct/inbox/`, "other", null, {}], [`${IG}/accounts/edit/`, "other", null, {}], [`${IG}/legal/terms/`, "other", null, {}], [`${IG}/graphql/query`, "other", null, {}], [`${IG}/not a handle/`, "other", null, {}],
  [`${TT}/@ana.mends`, "profile", "ana.mends", { tab: "posts" }], [`${TT}/@Ana.Mends?lang=en`, "profile", "ana.mends", { tab: "posts" }], [`${TT}/%40ana.mends/`, "profile", "ana.mends", { tab: "posts" }], [`${TT}/@ana.mends/video/7555555104997346615`, "post", "ana.mends", { id: "7555555104997346615" }], [`${TT}/@ana.mends/photo/7555555104997346615?x=1`, "post", "ana.mends", { id: "7555555104997346615" }],
  [`${TT}/@ana.mends/live`, "other", "ana.mends", { tab: "live" }], [`${TT}/@ana.mends/playlist/coats-12`, "other", "ana.mends", { tab: "playlist" }], [`${TT}/`, "feed", null, { tab: "foryou" }], [`${TT}/foryou`, "feed", null, { tab: "foryou" }], [`${TT}/en/foryou`, "feed", null, { tab: "foryou" }], [`${TT}/following`, "feed", null, { tab: "following" }], [`${TT}/friends`, "feed", null, { tab: "friends" }],
  [`${TT}/explore`, "search", null, { tab: "explore" }], [`${TT}/search?q=denim`, "search", null, { tab: "top" }], [`${TT}/search/user?q=denim`, "search", null, { tab: "users" }], [`${TT}/search/video?q=denim`, "search", null, { tab: "videos" }], [`${TT}/tag/denim`, "search", null, { tab: "tag" }], [`${TT}/music/original-sound-7000`, "search", null, { tab: "sound" }], [`${TT}/discover/denim`, "search", null, { tab: "discover" }],
  [`${TT}/v/7555555104997346615.html`, "post", null, { id: "7555555104997346615" }], [`${TT}/messages`, "other", null, {}], [`${TT}/@`, "other", null, {}], [`${TT}/%E0%A4%A`, "other", null, {}],
];

for (const [address, kind, handle, more] of VIEWS) {
  test(`${address} is ${kind}${handle ? ` of ${handle}` : ""}`, () => {
    const site = siteFor(address);
    assert.deepEqual(site.view(new URL(address)), { kind, handle, ...more });
  });
}

/** [address, whether it is wanted] */
const ANSWERS = [
  [`${IG}/graphql/query`, true], [`${IG}/api/graphql`, true], ["/graphql/query/?query_hash=1", true], [`${IG}/api/v1/users/web_profile_info/?username=x`, true], [`${IG}/api/v1/feed/user/x/username/?count=12`, true], [`${IG}/api/v1/tags/web_info/?tag_name=x`, true], ["https://i.instagram.com/api/v1/users/1/info/", true], [`${IG}/x.y/?__a=1`, true],
  [`${IG}/api/v1/friendships/1/followers/`, false], [`${IG}/api/v1/media/1/comments/`, false], [`${IG}/api/v1/media/1/likers/`, false], [`${IG}/api/v1/direct_v2/inbox/`, false], [`${IG}/ajax/bz`, false], ["https://evil.example/graphql/query", false], ["https://notinstagram.com/graphql/query", false], [`${IG}/logging/falco`, false],
  [`${TT}/api/post/item_list/?a=1`, true], [`${TT}/api/user/detail/?uniqueId=x`, true], [`${TT}/api/recommend/item_list/`, true], [`${TT}/api/search/user/full/?q`, true], [`${TT}/api/search/general/full/`, true], [`${TT}/api/item/detail/?itemId=1`, true], ["https://m.tiktok.com/api/post/item_list/", true], [`${TT}/api/recommend/user/`, true], [`${TT}/node/share/user/@x`, true],
  [`${TT}/api/preload/item_list/`, false], [`${TT}/api/comment/list/`, false], [`${TT}/api/user/list/?scene=67`, false], [`${TT}/api/inbox/notice_count/`, false], ["https://evil.example/api/post/item_list/", false], ["https://mon.tiktok.com/slardar", false],
];

for (const [address, isWanted] of ANSWERS) {
  test(`${address} is ${isWanted ? "wanted" : "left alone"}`, () => {
    const ours = SITES.filter((site) => site.wants(address));
    assert.equal(ours.length > 0, isWanted);
  });
}

test("other hosts have no site, and nonsense is no address", () => {
  assert.equal(siteFor("https://example.com/@ana.mends"), null);
  assert.equal(siteFor("nonsense"), null);
  assert.equal(siteFor("https://www.instagram.com.evil.example/x/"), null);
});
