/** The page's listener hands on wanted answers, changes nothing, and never throws into the page. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { JSDOM } from "jsdom";
import { WANTED as INSTAGRAM } from "../../../extension/sites/instagram/wants.js";
import { WANTED as TIKTOK } from "../../../extension/sites/tiktok/wants.js";

const SOURCE = readFileSync(new URL("../../../extension/page/listener.js", import.meta.url), "utf8");
/** Turns of the event loop rather than a time: a busy machine takes longer for each. */
async function settled(turns = 15) {
  for (let turn = 0; turn < turns; turn += 1) await new Promise((done) => setTimeout(done, 2));
}

/** A page with fake network functions in which the listener runs; `messages` are those that it posts. */
function pageWith({ url = "https://www.instagram.com/mira.kovac/", answer = () => new Response('{"data":1}') } = {}) {
  const { window } = new JSDOM("<!DOCTYPE html><body></body>", { url, runScripts: "outside-only" });
  const messages = [];
  Object.assign(window, { Response, Request, TextDecoder });
  window.fetch = async function fetch(input) {
    const response = await answer(input);
    return response;
  };
  window.XMLHttpRequest = FakeRequest(window);
  const before = { fetch: window.fetch, push: window.History.prototype.pushState };
  window.addEventListener("message", (event) => event.data?.seedlist === 1 && event.data.kind !== "hello" && messages.push({ ...event.data }));
  window.eval(SOURCE.replaceAll("event.source !== window", "false"));
  return { window, messages, before };
}

function FakeRequest(window) {
  return class XMLHttpRequest extends window.EventTarget {
    status = 200;
    responseType = "";
    responseURL = "";
    open(method, url) {
      this.responseURL = new URL(url, window.location.href).href;
      return `opened ${method}`;
    }
    answer(text, type = "") {
      this.responseType = type;
      this.response = type === "json" ? JSON.parse(text) : type === "arraybuffer" ? new TextEncoder().encode(text).buffer : text;
      if (type === "" || type === "text") this.responseText = text;
      this.dispatchEvent(new window.Event("load"));
    }
  };
}

test("it imports nothing and asks for nothing", () => {
  assert.doesNotMatch(SOURCE, /\bimport\b\s*[({*"']|\bfetch\(|\.send\(|new XMLHttpRequest|sendBeacon|WebSocket/);
});

test("its patterns are those of the sites", () => {
  for (const pattern of [...INSTAGRAM, ...TIKTOK]) assert.ok(SOURCE.includes(`${pattern},`), `add ${pattern} to WANTED in extension/page/listener.js`);
  const ours = SOURCE.match(/^ {6}\/\^.+\/,$/gm) ?? [];
  assert.equal(ours.length, INSTAGRAM.length + TIKTOK.length, "a pattern of the listener is missing from a site's wants.js");
});

test("a wanted answer is handed on and the page still reads its own", async () => {
  const { window, messages } = pageWith();
  const response = await window.fetch("/graphql/query");
  assert.equal(await response.text(), '{"data":1}');
  await settled();
  assert.equal(messages.length, 1);
  assert.deepEqual([messages[0].kind, messages[0].text, messages[0].url], ["response", '{"data":1}', "https://www.instagram.com/graphql/query"]);
  assert.equal(typeof messages[0].at, "number");
});

test("the page gets the very same promise and function shape", async () => {
  const given = new Response("{}");
  const { window, before } = pageWith({ answer: () => given });
  assert.equal(window.fetch.name, before.fetch.name);
  assert.equal(window.fetch.length, before.fetch.length);
  assert.equal(await window.fetch("/graphql/query"), given);
});

test("answers that are not wanted, not JSON, or failed are left alone", async () => {
  const { window, messages } = pageWith({ answer: (url) => (String(url).includes("query") ? new Response("<html>", { status: 200 }) : new Response("{}", { status: String(url).includes("error") ? 500 : 200 })) });
  for (const url of ["/logging/x", "/graphql/query", "/api/graphql?error=1", "https://evil.example/api/graphql", "/api/v1/direct_v2/inbox/", "/api/v1/friendships/1/followers/"]) await window.fetch(url);
  await settled();
  assert.deepEqual(messages, []);
});

test("a failing request fails in the page as before", async () => {
  const { window, messages } = pageWith({ answer: () => Promise.reject(new TypeError("Failed to fetch")) });
  await assert.rejects(() => window.fetch("/graphql/query"), /Failed to fetch/);
  await settled();
  assert.deepEqual(messages, []);
});

test("a used body or a strange result does not throw", async () => {
  const { window } = pageWith({ answer: () => ({ ok: true, url: "https://www.instagram.com/graphql/query", bodyUsed: false }) });
  assert.equal((await window.fetch("/graphql/query")).ok, true);
  assert.equal((await window.fetch({ url: { toString: null } })).ok, true);
  await settled();
});

for (const type of ["", "text", "json", "arraybuffer"]) {
  test(`an XHR answer of type "${type}" is handed on`, async () => {
    const { window, messages } = pageWith({ url: "https://www.tiktok.com/@ana.mends" });
    const request = new window.XMLHttpRequest();
    assert.equal(request.open("GET", "/api/user/detail/?uniqueId=ana.mends"), "opened GET");
    request.answer('{"userInfo":{}}', type);
    await settled();
    assert.deepEqual(messages.map(({ text }) => text), ['{"userInfo":{}}']);
  });
}

test("a request that is opened again is heard once for each answer", async () => {
  const { window, messages } = pageWith();
  const request = new window.XMLHttpRequest();
  for (const text of ['{"a":1}', '{"a":2}']) {
    request.open("GET", "/graphql/query");
    request.answer(text);
  }
  await settled();
  assert.deepEqual(messages.map(({ text }) => text), ['{"a":1}', '{"a":2}']);
});

test("a latecomer's hello brings the kept answers again, at most 40", async () => {
  const { window, messages } = pageWith();
  for (let index = 0; index < 45; index += 1) await window.fetch(`/graphql/query?n=${index}`);
  await settled();
  messages.length = 0;
  window.postMessage({ seedlist: 1, kind: "hello" }, "https://www.instagram.com");
  await settled();
  assert.equal(messages.length, 40);
  assert.match(messages[0].url, /n=5$/);
});

test("the kept answers stay under 8 MB and a larger one is not handed on", async () => {
  const big = `{"x":"${"y".repeat(3_000_000)}"}`;
  const { window, messages } = pageWith({ answer: (url) => new Response(String(url).includes("huge") ? `{"x":"${"y".repeat(8_100_000)}"}` : big) });
  for (let index = 0; index < 4; index += 1) await window.fetch(`/graphql/query?n=${index}`);
  await window.fetch("/graphql/query?huge");
  await settled(100);
  assert.equal(messages.length, 4);
  messages.length = 0;
  window.postMessage({ seedlist: 1, kind: "hello" }, "https://www.instagram.com");
  await settled(100);
  assert.equal(messages.length, 2);
});

test("a move within the app is told once, with its address", async () => {
  const { window, messages } = pageWith();
  assert.equal(window.history.pushState({}, "", "/jo.weaver/"), undefined);
  window.history.replaceState({ key: 1 }, "");
  await settled();
  assert.deepEqual(messages, [{ seedlist: 1, kind: "moved", url: "https://www.instagram.com/jo.weaver/" }]);
});

test("a move that the browser refuses throws in the page as before", () => {
  const { window } = pageWith();
  assert.throws(() => window.history.pushState({}, "", "https://evil.example/"), (fault) => fault.name === "SecurityError");
});

test("a page without fetch or with a frozen one does not break", () => {
  const { window } = new JSDOM("<!DOCTYPE html>", { url: "https://www.tiktok.com/", runScripts: "outside-only" });
  Object.assign(window, { Response, Request, TextDecoder });
  assert.doesNotThrow(() => window.eval(SOURCE));
});

test("once somebody listens only the newest few answers are kept, and all are still handed on", async () => {
  const { window, messages } = pageWith();
  const hello = async () => {
    messages.length = 0;
    window.postMessage({ seedlist: 1, kind: "hello" }, "https://www.instagram.com");
    await settled();
  };
  await hello();
  for (let index = 0; index < 45; index += 1) await window.fetch(`/graphql/query?n=${index}`);
  await settled();
  assert.equal(messages.length, 45);
  await hello();
  assert.deepEqual(messages.map(({ url }) => new URL(url).search), Array.from({ length: 8 }, (_, index) => `?n=${index + 37}`));
});
