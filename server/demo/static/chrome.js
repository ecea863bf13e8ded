/** The demo's twin of the extension's `chrome.js`: the page itself plays the service worker, over the same modules. */

import { answersWith } from "./background/answers.js";
import { Outbox } from "./background/outbox.js";
import { Refused } from "./background/problems.js";
import { serverAt } from "./background/server.js";

const kept = new Map(/** @type {[string, unknown][]} */ ([["token", "demo"], ["settings", { port: Number(location.port) }]]));

export const store = {
  get: async (key, fallback) => kept.get(key) ?? fallback,
  set: async (key, value) => void kept.set(key, value),
  remove: async (key) => void kept.delete(key),
};

export const isAlive = () => true;
export class Orphaned extends Error {}
export const ownId = () => "demo";
export const version = () => "demo";
export const address = (path) => `/demo/extension/${path}`;
export const lockStore = async () => undefined;
export const openTab = async (url) => void window.open(url, "_blank", "noopener");
export const tellActiveTab = async () => null;
export const tellAllTabs = async () => undefined;
export const onCommand = () => undefined;
export const shortcuts = async () => ({});
export const onMessage = () => undefined;

/** The same door as the extension's, through the demo's own address and this page's session. */
const fetchHere = (url, given) => fetch(String(url).replace("/api/", "/demo/api/"), { ...given, credentials: "same-origin" });

const answers = answersWith({
  server: serverAt({ port: async () => Number(location.port), token: async () => "demo", fetch: fetchHere }),
  store,
  openTab,
  address,
  outbox: new Outbox(store),
  onSettings: () => undefined,
  browser: "Demo",
});

export async function ask(message) {
  try {
    return await answers[message.kind](message);
  } catch (error) {
    if (error instanceof Refused) return { ok: false, problem: error.problem };
    throw error;
  }
}
