/** The one door: who may ask, what goes out, and what comes back as a problem. */

import assert from "node:assert/strict";
import { test } from "node:test";

import "../browser.js";
import { problemOf, Refused, SERVER_CODES } from "../../../extension/background/problems.js";
import { HOSTS, mayAsk } from "../../../extension/background/senders.js";
import { serverAt } from "../../../extension/background/server.js";
import { SITES } from "../../../extension/sites/index.js";

const page = { id: "own", url: "https://www.instagram.com/a/", isTop: true, isPage: false, isTab: true };
const ours = { id: "own", url: "chrome-extension://own/popup/popup.html", isTop: true, isPage: true, isTab: false };

test("a page of the two sites may ask about profiles, and never pair", () => {
  assert.equal(mayAsk({ kind: "annotate" }, page, "own"), true);
  for (const kind of ["pair", "unpair", "set"]) assert.equal(mayAsk({ kind }, page, "own"), false, kind);
  assert.equal(mayAsk({ kind: "pair" }, ours, "own"), true);
});

test("other senders are not heard", () => {
  const others = [{ ...page, id: "other" }, { ...page, isTop: false }, { ...page, url: "https://evil.example/" }, { ...page, url: "http://www.instagram.com/" }, { ...page, url: "" }, { ...page, isTab: false }];
  for (const sender of others) assert.equal(mayAsk({ kind: "annotate" }, sender, "own"), false, JSON.stringify(sender));
  for (const message of [null, "annotate", { kind: 3 }, {}, { kind: "__proto__" }]) assert.equal(mayAsk(message, page, "own"), false);
});

test("the hosts are those of the sites", () => {
  assert.deepEqual([...HOSTS].sort(), SITES.flatMap((site) => site.hosts).sort());
});

/** @param {(url: string, init: any) => any} answer */
function door(answer, token = /** @type {string | null} */ ("secret")) {
  /** @type {{url: string, init: any}[]} */
  const asked = [];
  const fetch = /** @type {any} */ (async (/** @type {string} */ url, /** @type {any} */ init) => {
    asked.push({ url, init });
    return answer(url, init);
  });
  return { asked, ...serverAt({ port: async () => 8017, token: async () => token, fetch }) };
}

const json = (/** @type {unknown} */ body, status = 200) => new Response(JSON.stringify(body), { status });

test("the token goes out in its header only, and nowhere for the open questions", async () => {
  const { request, asked } = door(() => json({}));
  await request("POST", "/api/annotate", { platform: "tiktok" });
  await request("GET", "/api/health");
  assert.equal(asked[0].init.headers.Authorization, "Bearer secret");
  assert.equal(asked[0].url.includes("secret"), false);
  assert.equal(asked[1].init.headers.Authorization, undefined);
  assert.equal(asked[0].init.credentials, "omit");
});

test("without a token nothing but the open question is asked", async () => {
  const { request, asked } = door(() => json({ app: "seedlist" }), null);
  await assert.rejects(request("GET", "/api/state"), (/** @type {any} */ error) => error instanceof Refused && error.problem.code === "not_paired");
  assert.deepEqual(asked.map(({ url }) => url), ["http://127.0.0.1:8017/api/health"]);
});

test("a server that is off, a stranger and a refusal are told apart", async () => {
  const cases = /** @type {[() => any, string][]} */ ([
    [() => { throw new TypeError("refused"); }, "server_off"],
    [() => new Response("<html>", { status: 200 }), "broken"],
    [() => json({ error: { code: "not_collected", message: "Private.", action: "" } }, 409), "refused"],
    [() => json({ error: { code: "too_old", message: "Old.", action: "" } }, 426), "too_old"],
    [() => json({ error: { code: "new_code_of_a_newer_server", message: "x", action: "" } }, 503), "broken"],
  ]);
  for (const [answer, code] of cases) {
    await assert.rejects(door(answer).request("GET", "/api/state"), (/** @type {any} */ error) => error.problem?.code === code, code);
  }
});

test("of two versions the older side is named, by the numbers that both say", async () => {
  const old = (/** @type {string | null} */ spoken) => () => new Response(JSON.stringify({ error: { code: "too_old", message: "Old.", action: "" } }), { status: 426, headers: spoken === null ? {} : { "X-Seedlist-Protocol": spoken } });
  for (const [spoken, reason] of /** @type {[string | null, string][]} */ ([["0", "server_older"], ["2", "extension_older"], ["1", "too_old"], ["two", "too_old"], [null, "too_old"]])) {
    await assert.rejects(door(old(spoken)).request("GET", "/api/state"), (/** @type {any} */ error) => error.problem.code === "too_old" && error.problem.reason === reason, `${spoken}`);
  }
});

test("whatever comes, a problem has words", () => {
  for (const body of [undefined, null, 3, "x", {}, { error: null }, { error: { code: 3 } }, { error: { code: "invalid" } }, { error: { code: "invalid", message: {}, action: [] } }]) {
    for (const status of [400, 404, 500, 503]) assert.ok(problemOf(status, body).message.length > 0);
  }
  assert.ok(Object.values(SERVER_CODES).length > 8);
});
