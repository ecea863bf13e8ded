/** Tables that stand in two places hold the same: tokens, labels of the taxonomy, hosts. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import "../browser.js";
import { HOSTS } from "../../../extension/background/senders.js";
import { LABELS } from "../../../extension/content/labels.js";
import { TOKENS } from "../../../extension/content/tokens.js";
import { SITES } from "../../../extension/sites/index.js";

const ROOT = new URL("../../../", import.meta.url);
const text = (/** @type {string} */ path) => readFileSync(new URL(path, ROOT), "utf8");

/** Tokens of a rule's body. @param {string} body */
const tokensOf = (body) => Object.fromEntries([...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]));

test("the shadow roots' tokens are those of tokens.css, light and dark, in the extension and on the local pages", () => {
  for (const path of ["extension/content/tokens.css", "server/web/static/tokens.css"]) {
    const [light, dark] = text(path).split("@media");
    assert.deepEqual({ light: tokensOf(light), dark: tokensOf(dark) }, TOKENS, `${path} and extension/content/tokens.js differ`);
  }
});

test("every id of the taxonomy has its label, and no other id has one", () => {
  const rows = text("nlp/lexicons/taxonomy.csv").trim().split(/\r?\n/).slice(1).map((line) => line.match(/^([^,]*),([^,]*),([^,]*),("[^"]*"|[^,]*),/) ?? []);
  const known = Object.fromEntries(rows.map((row) => [row[2], (row[4] ?? "").replace(/^"|"$/g, "")]));
  assert.ok(rows.length > 100);
  assert.deepEqual(known, { ...LABELS }, "write extension/content/labels.js anew from nlp/lexicons/taxonomy.csv");
});

test("worker, manifest and sites name the same hosts", () => {
  const manifest = JSON.parse(text("extension/manifest.json"));
  assert.deepEqual([...HOSTS].sort(), SITES.flatMap((site) => site.hosts).sort());
  for (const { matches } of manifest.content_scripts) {
    assert.deepEqual(matches.map((/** @type {string} */ match) => new URL(match.replace("/*", "/")).hostname).sort(), [...HOSTS].sort());
  }
});

test("the manifest asks for nothing but the store, an alarm and this machine", () => {
  const manifest = JSON.parse(text("extension/manifest.json"));
  assert.deepEqual(manifest.permissions, ["storage", "alarms"]);
  assert.deepEqual(manifest.host_permissions, ["http://127.0.0.1/*"]);
  assert.equal("key" in manifest || "externally_connectable" in manifest, false);
});
