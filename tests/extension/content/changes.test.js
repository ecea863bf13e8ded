/** A change that takes long is said, one that is refused can be tried again, and none holds up the next profile. */

import assert from "node:assert/strict";
import { test } from "node:test";

import "../browser.js";
import { Changes } from "../../../extension/content/changes.js";
import { Drafts } from "../../../extension/content/drafts.js";

const FULL_DISK = { ok: false, problem: { code: "broken", message: "The disk is full.", action: "Free some space." } };
const SAVE = /** @type {any} */ ({ kind: "save", profile: { handle: "ana" } });
const settled = () => new Promise((done) => setTimeout(done, 0));

function started() {
  /** @type {{message: any, answer: (given: any) => Promise<void>}[]} */ const asked = [];
  /** @type {(() => void)[]} */ const later = [];
  const model = /** @type {any} */ ({});
  const changes = new Changes({
    ask: (message) => new Promise((done) => asked.push({ message, answer: async (given) => { done(given); await settled(); } })),
    set: (change) => Object.assign(model, change), later: (task) => later.push(task),
  });
  return { changes, asked, later, model };
}

test("a change that takes long is said, and no more once it is done", async () => {
  const { changes, asked, later, model } = started();
  void changes.make(SAVE, () => ({ said: "saved" }));
  assert.equal(model.busy, undefined);
  later[0]();
  assert.equal(model.busy, "save");
  await asked[0].answer({ ok: true });
  assert.deepEqual({ busy: model.busy, refusal: model.refusal, said: model.said }, { busy: null, refusal: null, said: "saved" });
});

test("a change that is done at once is never called slow", async () => {
  const { changes, asked, later, model } = started();
  void changes.make(SAVE, () => ({}));
  await asked[0].answer({ ok: true });
  later[0]();
  assert.equal(model.busy, null);
});

test("what was refused says why, and is sent once more by one click", async () => {
  const { changes, asked, model } = started();
  void changes.make(SAVE, () => ({ said: "saved" }));
  await asked[0].answer(FULL_DISK);
  assert.deepEqual(model.refusal, { kind: "save", problem: FULL_DISK.problem });
  void changes.again();
  void changes.again();
  assert.equal(asked.length, 2);
  await asked[1].answer({ ok: true });
  assert.deepEqual([model.refusal, model.said], [null, "saved"]);
  await changes.again();
  assert.equal(asked.length, 2);
});

test("a save that hangs on the last profile holds nothing up on the next, and shows nothing there", async () => {
  const { changes, asked, later, model } = started();
  void changes.make(SAVE, () => ({ said: "ana is saved" }));
  changes.begin();
  assert.equal(changes.isRunning, false);
  later[0]();
  await asked[0].answer({ ok: true });
  assert.deepEqual(model, {});
});

const mark = /** @type {any} */ ({ candidate: "c", note: "kind", tags: ["a"] });

test("words that were typed stay until the server has them", async () => {
  const drafts = new Drafts();
  drafts.write(mark, "note", "kind, and quick");
  await drafts.send(mark, "note", async () => false);
  assert.equal(drafts.words(mark, "note"), "kind, and quick");
  await drafts.send(mark, "note", async () => true);
  assert.equal(drafts.words(mark, "note"), "kind");
  assert.equal(drafts.words({ ...mark, note: "kind, and quick" }, "note"), "kind, and quick");
});

test("one text is sent once, however often a field is left, and none that says what is saved", async () => {
  const drafts = new Drafts();
  /** @type {any[]} */ const sent = [];
  /** @type {(isTaken: boolean) => void} */ let answer = () => {};
  const edit = (/** @type {any} */ _mark, /** @type {any} */ changes) => new Promise((done) => { sent.push(changes); answer = done; });
  drafts.write(mark, "tags", " a,");
  drafts.sendAll(mark, /** @type {any} */ (edit));
  assert.deepEqual(sent, []);
  drafts.write(mark, "tags", "a, b");
  drafts.sendAll(mark, /** @type {any} */ (edit));
  drafts.sendAll(mark, /** @type {any} */ (edit));
  assert.deepEqual(sent, [{ tags: ["a", "b"] }]);
  answer(true);
  await settled();
});

test("what is typed while a text is on its way is not lost by its answer", async () => {
  const drafts = new Drafts();
  drafts.write(mark, "note", "one");
  await drafts.send(mark, "note", async () => {
    drafts.write(mark, "note", "one two");
    return true;
  });
  assert.equal(drafts.words({ ...mark, note: "one" }, "note"), "one two");
});
