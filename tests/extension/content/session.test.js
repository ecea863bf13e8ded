/** One profile's answer never shows on another's page, whatever the order in which answers come. */

import assert from "node:assert/strict";
import { test } from "node:test";

import "../browser.js";
import { Session } from "../../../extension/content/session.js";

/** A session whose worker answers when the test says so. */
function started() {
  /** @type {{message: any, answer: (given: any) => Promise<void>}[]} */ const asked = [];
  /** @type {any[]} */ const shown = [];
  /** @type {(() => void)[]} */ const later = [];
  const session = new Session({
    ask: (message) => new Promise((done) => asked.push({ message, answer: async (given) => { done(given); await settled(); } })),
    show: (model) => shown.push(model), later: (task) => later.push(task), isVisible: () => true,
  });
  return { session, asked, shown, later };
}

const settled = () => new Promise((done) => setTimeout(done, 0));
const annotated = (/** @type {string} */ handle, more = {}) => ({ ok: true, annotation: { handle, saved: null, ...more } });
const profile = (/** @type {string} */ handle, more = {}) => /** @type {any} */ ({ platform: "instagram", handle, private: null, posts: [], ...more });

/** @param {Session} session @param {string} handle @returns {{place: any, leave: () => void}} */
function visit(session, handle) {
  const stay = new AbortController();
  const place = /** @type {any} */ ({ site: { id: "instagram" }, view: { kind: "profile", handle }, url: handle, signal: stay.signal, since: 0 });
  session.move(place);
  return { place, leave: () => stay.abort() };
}

test("an answer for the last profile is dropped after the tab moved on", async () => {
  const { session, asked } = started();
  const first = visit(session, "ana");
  session.learn(first.place, profile("ana"));
  first.leave();
  const second = visit(session, "ben");
  session.learn(second.place, profile("ben"));
  await asked[1].answer(annotated("ben"));
  await asked[0].answer(annotated("ana"));
  assert.equal(session.model.annotation?.handle, "ben");
});

test("ten profiles in a row end with the last one's answer, in any order of answers", async () => {
  const { session, asked, shown } = started();
  const names = Array.from({ length: 10 }, (_, index) => `person${index}`);
  for (const [index, name] of names.entries()) {
    const { place, leave } = visit(session, name);
    session.learn(place, profile(name));
    if (index < 9) leave();
  }
  for (const index of [9, 3, 0, 7, 1, 8, 2, 6, 5, 4]) await asked[index].answer(annotated(names[index]));
  assert.equal(session.model.annotation?.handle, "person9");
  for (const model of shown) if (model.annotation) assert.equal(model.annotation.handle, model.place.view.handle);
});

test("a visit back to the same profile does not take the first visit's answer", async () => {
  const { session, asked } = started();
  const first = visit(session, "ana");
  session.learn(first.place, profile("ana"));
  first.leave();
  const again = visit(session, "ana");
  await asked[0].answer(annotated("ana"));
  assert.equal(session.model.phase, "loading");
  session.learn(again.place, profile("ana"));
  await asked[1].answer(annotated("ana"));
  assert.equal(session.model.phase, "ready");
});

test("what becomes known during a question is asked once, right after it", async () => {
  const { session, asked } = started();
  const { place } = visit(session, "ana");
  session.learn(place, profile("ana"));
  for (const likes of [1, 2, 3]) session.learn(place, profile("ana", { likes_total: likes }));
  assert.equal(asked.length, 1);
  await asked[0].answer(annotated("ana"));
  assert.equal(asked.length, 2);
  assert.equal(asked[1].message.profile.likes_total, 3);
  assert.equal(session.model.profile?.likes_total, undefined);
});

test("a private account is not sent anywhere", () => {
  const { session, asked } = started();
  const { place } = visit(session, "ana");
  session.learn(place, profile("ana", { private: true }));
  assert.equal(session.model.phase, "private");
  assert.equal(asked.length, 0);
});

test("while the server is off it is asked again later, and a bookmark shows as waiting", async () => {
  const { session, asked, later } = started();
  const { place } = visit(session, "ana");
  session.learn(place, profile("ana"));
  await asked[0].answer({ ok: false, problem: { code: "server_off", message: "", action: "" } });
  void session.toggle();
  const mark = { candidate: "waiting:instagram:ana", list: "", list_name: "", stage: "spotted", note: "", tags: [] };
  await asked[1].answer({ ok: true, saved: [mark], queued: true });
  assert.deepEqual(session.mark(), mark);
  later[0]();
  await asked[2].answer(annotated("ana", { saved: [{ ...mark, candidate: "l.instagram.ana", list: "l" }] }));
  assert.equal(session.model.phase, "ready");
  assert.equal(session.mark()?.candidate, "l.instagram.ana");
});

test("an answer to a bookmark of the last profile does not mark this one as saved", async () => {
  const { session, asked } = started();
  const first = visit(session, "ana");
  session.learn(first.place, profile("ana"));
  void session.toggle();
  first.leave();
  visit(session, "ben");
  await asked[1].answer({ ok: true, saved: [{ candidate: "l.instagram.ana", list: "l" }] });
  assert.deepEqual(session.model.saved, []);
});

for (const order of ["the bookmark first", "the profile first"]) {
  test(`a profile that is read again while it is saved stays saved, whichever answer comes first: ${order}`, async () => {
    const { session, asked } = started();
    const { place } = visit(session, "ana");
    session.learn(place, profile("ana"));
    await asked[0].answer(annotated("ana"));
    session.learn(place, profile("ana", { bio: "more of it" }));
    void session.toggle();
    const answers = [() => asked[2].answer({ ok: true, saved: [{ candidate: "c1", list: "l" }] }), () => asked[1].answer(annotated("ana"))];
    for (const answer of order === "the bookmark first" ? answers : answers.reverse()) await answer();
    assert.deepEqual(session.mark(), { candidate: "c1", list: "l" });
  });
}

test("taken off the list, undo brings it back", async () => {
  const { session, asked } = started();
  const { place } = visit(session, "ana");
  session.learn(place, profile("ana"));
  const mark = { candidate: "c1", list: "l", list_name: "Spring" };
  await asked[0].answer(annotated("ana", { saved: [mark] }));
  void session.toggle();
  assert.deepEqual(asked[1].message, { kind: "unsave", candidate: "c1" });
  await asked[1].answer({ ok: true, undo: "u1" });
  assert.equal(session.mark(), null);
  void session.bringBack();
  assert.deepEqual(asked[2].message, { kind: "restore", undo: "u1" });
  await asked[2].answer({ ok: true, saved: [mark] });
  assert.deepEqual(session.mark(), mark);
});

test("the next list follows the one in use, comes round, and is named", async () => {
  const lists = [{ id: "a", name: "Spring" }, { id: "b", name: "Autumn" }];
  const { session, asked, later } = started();
  visit(session, "ana");
  for (const [used, next, name] of [["a", "b", "Autumn"], ["b", "a", "Spring"]]) {
    const turn = session.nextList();
    await asked.at(-1)?.answer({ ok: true, state: { lists, list: { id: used, name: "" } } });
    assert.deepEqual(asked.at(-1)?.message, { kind: "select", list: next });
    await asked.at(-1)?.answer({ ok: true, state: null });
    assert.equal(session.model.notice, `List in use: ${name}`);
    await asked.at(-1)?.answer({ ok: true, state: { lists, list: { id: next, name } } });
    await turn;
  }
  later.at(-1)?.();
  assert.equal(session.model.notice, "");
});

test("with one list or none, a key says so and asks for no change", async () => {
  for (const [lists, words] of /** @type {[any[], RegExp][]} */ ([[[], /No list yet/], [[{ id: "a", name: "Spring" }], /Spring is the only list/]])) {
    const { session, asked } = started();
    visit(session, "ana");
    const turn = session.nextList();
    await asked[0].answer({ ok: true, state: { lists, list: lists[0] ?? null } });
    await turn;
    assert.match(session.model.notice, words);
    assert.equal(asked.length, 1);
  }
});

test("what another tab saves, changes or takes off is shown here, and nobody else's is", () => {
  const { session } = started();
  visit(session, "ana");
  const mark = /** @type {any} */ ({ candidate: "c1", list: "l", list_name: "Spring", note: "" });
  session.heed({ kind: "kept", platform: "instagram", handle: "ben", saved: [mark] });
  session.heed({ kind: "kept", platform: "tiktok", handle: "ana", saved: [mark] });
  session.heed({ kind: "kept", saved: [{ ...mark, candidate: "c9" }] });
  assert.deepEqual(session.model.saved, []);
  session.heed({ kind: "kept", platform: "instagram", handle: "ana", saved: [mark] });
  session.heed({ kind: "kept", saved: [{ ...mark, note: "kind" }] });
  assert.equal(session.model.saved[0].note, "kind");
  session.heed({ kind: "kept", removed: "c9" });
  assert.equal(session.model.saved.length, 1);
  session.heed({ kind: "kept", removed: "c1" });
  assert.deepEqual(session.model.saved, []);
  session.heed({ kind: "kept", saved: [mark] });
  assert.deepEqual(session.model.saved, [mark]);
});
