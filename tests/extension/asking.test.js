/** Asking the worker: a worker that ended is asked once more, a reloaded extension is told apart, answers go through. */

import assert from "node:assert/strict";
import { test } from "node:test";

import "./browser.js";

/** @type {any} */
const browser = globalThis.chrome;
const { ask, Orphaned } = await import("../../extension/chrome.js");
const CLOSED = new Error("A listener indicated an asynchronous response by returning true, but the message channel closed before a response was received");

/** A worker that answers or fails in turn. @param {...any} turns */
function worker(...turns) {
  const asked = { times: 0 };
  browser.runtime = { id: "own", sendMessage: async () => {
    const turn = turns[asked.times];
    asked.times += 1;
    if (typeof turn === "function") turn();
    if (turn instanceof Error) throw turn;
    return turn;
  } };
  return asked;
}

const QUESTION = /** @type {const} */ ({ kind: "state" });

test("an answer is handed on, and the question asked once", async () => {
  const asked = worker({ ok: true });
  assert.deepEqual(await ask(QUESTION), { ok: true });
  assert.equal(asked.times, 1);
});

test("a worker that ended before it answered is asked once more", async () => {
  worker(CLOSED, { ok: true });
  assert.deepEqual(await ask(QUESTION), { ok: true });
  const asked = worker(CLOSED, CLOSED);
  await assert.rejects(ask(QUESTION), /channel closed/);
  assert.equal(asked.times, 2);
});

test("a reload in the middle of a question is told as such", async () => {
  worker(CLOSED);
  const answer = ask(QUESTION);
  setTimeout(() => (browser.runtime.id = undefined), 20);
  await assert.rejects(answer, Orphaned);
});

test("another fault is not asked again", async () => {
  const asked = worker(new Error("Message exceeded maximum allowed size"));
  await assert.rejects(ask(QUESTION), /maximum/);
  assert.equal(asked.times, 1);
});
