/** The demo's twin of the extension's `chrome.js`: the page itself plays the service worker, over the same modules. */

const kept = new Map(/** @type {[string, unknown][]} */ ([["token", "demo"], ["settings", { port: Number(location.port) }]]));

/** The demo speaks the words of the English file. */
const english = await (await fetch("/demo/extension/_locales/en/messages.json", { credentials: "same-origin" })).json();
export const translated = (key, values) => (english[key]?.message ?? "").replace(/\$(\d)/g, (_, number) => values[number - 1] ?? "");

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
export const onStart = () => undefined;
export const shortcuts = async () => ({});
export const onMessage = () => undefined;

/** The same door as the extension's, through the demo's own address and this page's session. */
const fetchHere = (url, given) => fetch(String(url).replace("/api/", "/demo/api/"), { ...given, credentials: "same-origin" });

/** The worker's modules, on the first question: they have words themselves, so this file is ready before them. */
const door = once(async () => {
  const [{ answersWith }, { Breakage }, { Outbox }, { Refused }, { serverAt }] = await Promise.all([
    import("./background/answers.js"), import("./background/breakage.js"), import("./background/outbox.js"), import("./background/problems.js"), import("./background/server.js"),
  ]);
  const server = serverAt({ port: async () => Number(location.port), token: async () => "demo", fetch: fetchHere });
  const answers = answersWith({ server, store, openTab, address, outbox: new Outbox(store), breakage: new Breakage(store, Date.now), onDelivered: () => undefined, onSettings: () => undefined, browser: "Demo" });
  return { answers, Refused };
});

function once(make) {
  let made;
  return () => (made ??= make());
}

export async function ask(message) {
  const { answers, Refused } = await door();
  try {
    return await answers[message.kind](message);
  } catch (error) {
    if (error instanceof Refused) return { ok: false, problem: error.problem };
    throw error;
  }
}
