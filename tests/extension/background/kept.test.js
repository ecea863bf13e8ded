/** Tabs are told of changes that were made, and of nothing else. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { keptAfter } from "../../../extension/background/kept.js";

const SAVED = /** @type {any} */ ([{ candidate: "c1" }]);

test("a save names its account; a note and an undo are known by their candidates; a removal by its own", () => {
  const profile = { platform: "tiktok", handle: "ana", bio: "not told" };
  assert.deepEqual(keptAfter({ kind: "save", profile }, { ok: true, saved: SAVED }), { kind: "kept", platform: "tiktok", handle: "ana", saved: SAVED });
  assert.deepEqual(keptAfter({ kind: "change", candidate: "c1" }, { ok: true, saved: SAVED }), { kind: "kept", saved: SAVED });
  assert.deepEqual(keptAfter({ kind: "restore", undo: "u" }, { ok: true, saved: SAVED }), { kind: "kept", saved: SAVED });
  assert.deepEqual(keptAfter({ kind: "unsave", candidate: "c1" }, { ok: true, undo: "u" }), { kind: "kept", removed: "c1" });
});

test("refusals and questions change nothing", () => {
  const refused = /** @type {any} */ ({ ok: false, problem: { code: "refused", message: "", action: "" } });
  assert.equal(keptAfter({ kind: "unsave", candidate: "c1" }, refused), null);
  assert.equal(keptAfter({ kind: "annotate", profile: {} }, { ok: true }), null);
  assert.equal(keptAfter({ kind: "known" }, { ok: true, saved: SAVED }), null);
});
