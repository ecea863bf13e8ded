/** The only file that names the browser's own interface; the rest of the extension speaks to it through here. */

/** @typedef {import("./messages.js").Message} Message */
/** @typedef {import("./messages.js").Answer} Answer */

/** Chrome's name, which Firefox has too. */
const api = globalThis.chrome;

/** Whether this script still belongs to a running extension; false after a reload or update of it. */
export function isAlive() {
  return api?.runtime?.id !== undefined;
}

/** The extension was reloaded under this page: nothing can be asked any more. */
export class Orphaned extends Error {}

/** How long a worker that ended in the middle of a question may take to be there again, in milliseconds. */
const RISES_IN = 300;
/** What the browser says when the worker ended before it answered: it was idle, or the extension is being reloaded. */
const ENDED = /channel closed|closed before|receiving end does not exist/i;

/**
 * Asks the service worker; once more when it ended before it answered, for every question may be asked twice. Raises
 * Orphaned when the extension was reloaded.
 * @param {Message} message
 * @returns {Promise<Answer>}
 */
export async function ask(message) {
  try {
    return await send(message);
  } catch (error) {
    if (!ENDED.test(String(error))) throw error;
    await new Promise((done) => setTimeout(done, RISES_IN));
    return send(message);
  }
}

/** @param {Message} message @returns {Promise<Answer>} */
async function send(message) {
  if (!isAlive()) throw new Orphaned("reloaded");
  try {
    return await api.runtime.sendMessage(message);
  } catch (error) {
    if (!isAlive() || /context invalidated/i.test(String(error))) throw new Orphaned("reloaded");
    throw error;
  }
}

/** @typedef {{id: string | undefined, url: string, isTop: boolean, isPage: boolean, isTab: boolean}} Sender */

/**
 * Answers messages. `answer` gives null for what it does not take.
 * @param {(message: any, sender: Sender) => Promise<unknown> | null} answer
 */
export function onMessage(answer) {
  api.runtime.onMessage.addListener((message, sender, reply) => {
    const given = answer(message, senderOf(sender));
    if (given === null) return false;
    given.then(reply, (error) => reply({ ok: false, problem: { code: "broken", message: String(error?.message ?? error), action: "" } }));
    return true;
  });
}

/** @param {chrome.runtime.MessageSender} sender @returns {Sender} */
function senderOf(sender) {
  const url = sender.url ?? "";
  return { id: sender.id, url, isTop: (sender.frameId ?? 0) === 0, isPage: url.startsWith(api.runtime.getURL("")), isTab: sender.tab !== undefined };
}

/** This extension's id. */
export function ownId() {
  return api.runtime.id;
}

export function version() {
  return api.runtime.getManifest().version;
}

/** Address of a file of the extension. @param {string} path */
export function address(path) {
  return api.runtime.getURL(path);
}

/** Words of `_locales/` in the browser's language, $1 … filled in; "" for a key without words. @param {string} key @param {string[]} values */
export function translated(key, values) {
  try {
    return api.i18n.getMessage(key, values);
  } catch {
    return "";
  }
}

/** Small persisted store; only the extension's own pages and worker can read it. */
export const store = {
  /** @template T @param {string} key @param {T} fallback @returns {Promise<T>} */
  async get(key, fallback) {
    const found = await api.storage.local.get(key);
    return /** @type {any} */ (found)[key] ?? fallback;
  },
  /** @param {string} key @param {unknown} value */
  async set(key, value) {
    await api.storage.local.set({ [key]: value });
  },
  /** @param {string} key */
  async remove(key) {
    await api.storage.local.remove(key);
  },
};

/** Content scripts may not read the store, where the browser can hold that. */
export async function lockStore() {
  await api.storage.local.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" });
}

/** @param {string} url */
export async function openTab(url) {
  await api.tabs.create({ url });
}

/** Tells the tab in front; null when no content script of ours runs there. @param {import("./messages.js").Order} order */
export async function tellActiveTab(order) {
  const [tab] = await api.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? null : tellTab(tab.id, order);
}

/** @param {import("./messages.js").Order} order */
export async function tellAllTabs(order) {
  const tabs = await api.tabs.query({});
  await Promise.all(tabs.map((tab) => (tab.id === undefined ? null : tellTab(tab.id, order))));
}

/** @param {number} id @param {import("./messages.js").Order} order */
async function tellTab(id, order) {
  try {
    return await api.tabs.sendMessage(id, order, { frameId: 0 });
  } catch {
    return null;
  }
}

/** The browser started; without a listener it would not wake the worker. @param {() => void} run */
export function onStart(run) {
  api.runtime.onStartup.addListener(run);
}

const ALARM = "deliver";

/** The one alarm: it outlives the worker and wakes it. */
export const alarm = {
  async isSet() {
    return (await api.alarms.get(ALARM)) !== undefined;
  },
  /** @param {number} minutes from now */
  async set(minutes) {
    await api.alarms.create(ALARM, { delayInMinutes: minutes });
  },
  async clear() {
    await api.alarms.clear(ALARM);
  },
};

/** The alarm went off. @param {() => void} run */
export function onAlarm(run) {
  api.alarms.onAlarm.addListener(run);
}

/** @param {(name: string) => void} run */
export function onCommand(run) {
  api.commands?.onCommand.addListener((name) => run(name));
}

/** Keys of the commands as the user set them: {save: "Alt+Shift+S"}; "" when none. @returns {Promise<{[name: string]: string}>} */
export async function shortcuts() {
  const all = (await api.commands?.getAll()) ?? [];
  return Object.fromEntries(all.map((command) => [command.name ?? "", command.shortcut ?? ""]));
}
