/** While the server is away or slow: asked again by itself, once a turn, and never shown as more than it is. */

import assert from "node:assert/strict";
import { test } from "node:test";

import "../browser.js";
import { Session } from "../../../extension/content/session.js";

const OFF = { ok: false, problem: { code: "server_off", message: "Off.", action: "" } };
const SLOW = { ok: false, problem: { code: "broken", message: "Slow.", action: "", reason: "slow" } };
const STATE = { ok: true, state: { paired: true, server: "on", list: null, lists: [] } };
const ANNOTATED = { ok: true, annotation: { saved: null } };
const WAITS = { candidate: "waiting:instagram:ana", list: "", list_name: "", stage: "spotted", note: "", tags: [] };
const PROFILE = /** @type {any} */ ({ platform: "instagram", handle: "ana", private: null, posts: [] });
const settled = () => new Promise((done) => setTimeout(done, 0));

/** A session on one profile, whose worker answers by the kind of message. @param {{[kind: string]: any}} answers */
async function started(answers) {
  /** @type {string[]} */ const asked = [];
  /** @type {(() => void)[]} */ let later = [];
  const session = new Session({
    ask: async (message) => { asked.push(message.kind); return answers[message.kind] ?? STATE; },
    show: () => {}, later: (task) => later.push(task), isVisible: () => true,
  });
  const place = /** @type {any} */ ({ site: { id: "instagram" }, view: { kind: "profile", handle: "ana" }, signal: new AbortController().signal });
  const turn = async () => { const now = later; later = []; for (const task of now) task(); await settled(); };
  session.move(place);
  session.learn(place, PROFILE);
  await settled();
  return { session, asked, turn, place, count: (/** @type {string} */ kind) => asked.filter((one) => one === kind).length };
}

for (const [name, problem] of Object.entries({ off: OFF, slow: SLOW })) {
  test(`a server that is ${name} is asked again by itself until it answers`, async () => {
    const answers = /** @type {{[kind: string]: any}} */ ({ annotate: problem });
    const { session, turn, count } = await started(answers);
    await turn();
    assert.equal(count("annotate"), 2);
    answers.annotate = ANNOTATED;
    await turn();
    await turn();
    assert.deepEqual([session.model.phase, count("annotate")], ["ready", 3]);
  });
}

test("however often the user asks again, one turn asks once", async () => {
  const { session, turn, count } = await started({ annotate: OFF });
  for (let click = 0; click < 4; click += 1) await session.retry();
  const before = count("annotate");
  await turn();
  assert.equal(count("annotate") - before, 1);
});

test("asking again shows that it is being asked", async () => {
  const { session } = await started({ annotate: OFF });
  const asking = session.retry();
  assert.equal(session.model.phase, "loading");
  await asking;
  assert.equal(session.model.phase, "problem");
});

test("while a bookmark waits the server is asked now and then, and no more once it was taken", async () => {
  const answers = { annotate: ANNOTATED, save: { ok: true, saved: [WAITS], queued: true } };
  const { session, turn, count } = await started(answers);
  await session.toggle();
  assert.equal(session.mark()?.candidate, WAITS.candidate);
  const before = count("state");
  await turn();
  assert.equal(count("state"), before + 1);
  session.heed(/** @type {any} */ ({ kind: "kept", platform: "instagram", handle: "ana", saved: [{ ...WAITS, candidate: "c" }] }));
  await turn();
  const after = count("state");
  await turn();
  assert.deepEqual([count("state"), session.mark()?.candidate], [after, "c"]);
});

test("a refused save leaves the button to save, and says why until it is taken", async () => {
  const answers = /** @type {{[kind: string]: any}} */ ({ annotate: ANNOTATED, save: { ok: false, problem: { code: "broken", message: "The disk is full.", action: "" } } });
  const { session } = await started(answers);
  await session.toggle();
  assert.deepEqual([session.mark(), session.model.refusal?.problem.message], [null, "The disk is full."]);
  answers.save = { ok: true, saved: [{ ...WAITS, candidate: "c" }] };
  await session.changes.again();
  assert.deepEqual([session.mark()?.candidate, session.model.refusal], ["c", null]);
});
