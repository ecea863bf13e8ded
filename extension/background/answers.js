/** One answer for each kind of message; `answersWith` gives the table. */

import { marksWith, withWaiting } from "./marks.js";
import { PROBLEMS, Refused } from "./problems.js";
import { checked } from "./settings.js";
import { isDown, isWaiting, waitingId, waitingMark } from "./waiting.js";

/** @typedef {import("../messages.js").Answer} Answer */
/** @typedef {import("../messages.js").State} State */
/**
 * @typedef {object} Needs
 * @property {{request: import("./server.js").Request, origin: () => Promise<string>}} server
 * @property {import("./outbox.js").Outbox} outbox
 * @property {import("./breakage.js").Breakage} breakage
 * @property {typeof import("../chrome.js").store} store
 * @property {(url: string) => Promise<void>} openTab
 * @property {(path: string) => string} address
 * @property {(account: {platform: string, handle: string}, saved: import("../messages.js").Saved[]) => void} onDelivered   a bookmark that waited is on the server
 * @property {() => void} onSettings
 * @property {string} browser   how this browser calls itself
 */
/** @typedef {(message: any) => Promise<Answer>} Handler */

/** Pages of the extension itself. @type {{[page: string]: string}} */
const OWN_PAGES = { help: "options/options.html#help", options: "options/options.html", pair: "popup/popup.html#tab" };

/** @param {Needs} needs @returns {{[kind: string]: Handler}} */
export function answersWith({ server, outbox, breakage, store, openTab, address, onDelivered, onSettings, browser }) {
  const { request } = server;

  /** @param {{profile: any, list?: string}} bookmark */
  async function post({ profile, list }) {
    return (await request("POST", "/api/candidates", { profile, ...(list ? { list } : {}) })).saved;
  }

  /** What ended the delivery, null when nothing waits any more. */
  async function delivered() {
    if ((await outbox.all()).length === 0) return null;
    return outbox.deliver(async (waiting) => onDelivered(waiting.profile, await post(waiting)));
  }

  /** The mark of an account that waits. @param {any} profile */
  async function waitingMarks(profile) {
    return (await outbox.holds(profile)) ? [waitingMark(waitingId(profile))] : [];
  }

  /** @param {any} profile @param {import("../messages.js").Problem} problem @returns {Promise<Answer>} */
  async function refusal(profile, problem) {
    const waiting = await waitingMarks(profile);
    return { ok: false, problem, ...(waiting.length > 0 ? { waiting } : {}) };
  }

  /** @type {Handler} */
  async function annotate({ profile }) {
    try {
      const problem = await delivered();
      if (problem !== null && isDown(problem)) return refusal(profile, problem);
      const { saved, ...annotation } = await request("POST", "/api/annotate", profile);
      const waiting = problem === null ? [] : await waitingMarks(profile);
      return { ok: true, annotation: { ...annotation, saved: waiting.length > 0 ? [...(saved ?? []), ...waiting] : saved ?? null } };
    } catch (error) {
      if (error instanceof Refused) return refusal(profile, error.problem);
      throw error;
    }
  }

  /** @type {Handler} */
  async function save({ profile, list }) {
    const id = waitingId(profile);
    const saved = await outbox.sendNow({ id, profile, ...(list ? { list } : {}) }, post);
    return saved === null ? { ok: true, saved: [waitingMark(id)], queued: true } : { ok: true, saved };
  }

  /** @type {Handler} */
  async function unsave({ candidate }) {
    if (isWaiting(candidate)) {
      await outbox.remove(candidate);
      return { ok: true, undo: candidate };
    }
    return { ok: true, undo: (await request("DELETE", `/api/candidates/${encodeURIComponent(candidate)}`)).undo };
  }

  /** @type {Handler} */
  async function restore({ undo }) {
    if (isWaiting(undo)) return { ok: true, saved: (await outbox.restore(undo)) ? [waitingMark(undo)] : [], queued: true };
    return { ok: true, saved: (await request("POST", `/api/candidates/${encodeURIComponent(undo)}/restore`)).saved };
  }

  /** @returns {Promise<State>} */
  async function state() {
    const paired = (await store.get("token", null)) !== null;
    const { reader, problem } = await request("GET", "/api/health").then((health) => ({ reader: health.reader, problem: null }), problemIn);
    const choice = paired && problem === null ? await request("GET", "/api/state").catch(unpairedOr) : null;
    if (choice && !choice.isUnpaired) await delivered();
    return {
      paired: paired && !choice?.isUnpaired, server: lightOf(reader, problem), problem,
      ...chosen(choice),
      waiting: (await outbox.all()).length, refused: await outbox.refused(), url: await server.origin(),
    };
  }

  /** @type {Handler} */
  async function open({ page }) {
    if (Object.hasOwn(OWN_PAGES, page)) await openTab(address(OWN_PAGES[page]));
    else await openTab((await request("POST", "/api/open", { page })).url);
    return { ok: true };
  }

  return {
    deliver: async () => {
      await delivered();
      return { ok: true };
    },
    annotate, save, unsave, restore, open,
    change: async ({ candidate, changes }) => ({ ok: true, saved: (await request("PATCH", `/api/candidates/${encodeURIComponent(candidate)}`, changes)).saved }),
    marks: withWaiting(marksWith(request), () => outbox.all()),
    known: async ({ platform, handles }) => ({ ok: true, known: (await request("POST", "/api/known", { platform, handles })).known }),
    state: async () => ({ ok: true, state: await state() }),
    select: async ({ brand, list }) => {
      await request("POST", "/api/select", { ...(brand ? { brand } : {}), ...(list ? { list } : {}) });
      onSettings();
      return { ok: true, state: await state() };
    },
    pair: async ({ code }) => {
      const { token } = await request("POST", "/api/pair", { code: String(code).trim().toUpperCase(), name: browser });
      await store.set("token", token);
      onSettings();
      return { ok: true };
    },
    looked: async (seen) => {
      await breakage.note(seen);
      return { ok: true };
    },
    failing: async () => ({ ok: true, failing: await breakage.all() }),
    unpair: async () => {
      await store.remove("token");
      onSettings();
      return { ok: true };
    },
    settings: async () => ({ ok: true, settings: checked(await store.get("settings", {})) }),
    set: async ({ settings }) => {
      const next = checked(settings, checked(await store.get("settings", {})));
      await store.set("settings", next);
      onSettings();
      return { ok: true, settings: next };
    },
  };
}

/** What is chosen and what there is; nothing while the server does not say. @param {Partial<State> | null} choice */
function chosen(choice) {
  return { brand: choice?.brand ?? null, brands: choice?.brands ?? [], list: choice?.list ?? null, lists: choice?.lists ?? [] };
}

/** @param {any} error @returns {{reader: null, problem: import("../messages.js").Problem}} */
function problemIn(error) {
  return { reader: null, problem: error instanceof Refused ? error.problem : PROBLEMS.stranger };
}

/** @param {string | null} reader @param {import("../messages.js").Problem | null} problem @returns {State["server"]} */
function lightOf(reader, problem) {
  if (problem !== null) return problem.code === PROBLEMS.server_off.code ? "off" : "amiss";
  return reader === "ready" ? "on" : "starting";
}

/** A token that the server does not know (any more) is told apart from a server that stumbles. @param {unknown} error */
function unpairedOr(error) {
  return error instanceof Refused && error.problem.code === PROBLEMS.not_paired.code ? { isUnpaired: true } : null;
}
