/** Answers for the small badges: one question to the server for a page's handles, and one for each profile not told before. */

import { Refused } from "./problems.js";
import { isDown, waitingId } from "./waiting.js";

/** @typedef {import("../messages.js").Glimpse} Glimpse */
/** @typedef {import("../messages.js").Annotation} Annotation */
/** @typedef {import("../sites/site.js").Profile} Profile */

const MOST_PROFILES = 12;
const MOST_TOLD = 2000;
/** @type {Glimpse} */
const NOTHING = { candidate: null, tier: null, nested: null, certain: true, fit: null, lists: [] };

/** @param {import("./server.js").Request} request */
export function marksWith(request) {
  /** What was told of each account by a mere mark: what it said then, and what came of it. @type {Map<string, {print: string, glimpse: Partial<Glimpse>}>} */
  const told = new Map();

  /** Whether the page says more of an account than the server was told; a look at the profile itself is never undone. @param {Profile} profile @param {Glimpse | undefined} known */
  function isNews(profile, known) {
    const before = told.get(keyOf(profile));
    if (known === undefined || (known.tier === null && known.fit === null)) return true;
    return before !== undefined && before.print !== printOf(profile);
  }

  /** @param {Profile} profile @param {Glimpse | undefined} known @returns {Promise<Glimpse>} */
  async function tell(profile, known) {
    const glimpse = glimpseOf(await request("POST", "/api/annotate", profile));
    told.set(keyOf(profile), { print: printOf(profile), glimpse });
    for (const key of told.keys()) if (told.size > MOST_TOLD) told.delete(key);
    return { candidate: known?.candidate ?? null, lists: known?.lists ?? [], ...glimpse };
  }

  /**
   * What is known of each handle; handles of whom nothing is known are left out.
   * @param {{platform: string, handles: string[], profiles: Profile[]}} message
   * @returns {Promise<{ok: true, known: {[handle: string]: Glimpse}}>}
   */
  return async function marks({ platform, handles, profiles }) {
    /** Handles may be called like anything: "constructor" is one. @type {Map<string, Glimpse>} */
    const known = new Map(Object.entries((await request("POST", "/api/known", { platform, handles })).known));
    for (const profile of profiles.slice(0, MOST_PROFILES)) {
      if (!isNews(profile, known.get(profile.handle))) continue;
      const glimpse = await unlessRefused(tell(profile, known.get(profile.handle)));
      if (glimpse !== null) known.set(profile.handle, glimpse);
    }
    return { ok: true, known: Object.fromEntries(known) };
  };
}

/**
 * The same answer, in which those whose bookmark waits have a mark too; they alone have one while the server is away.
 * @param {(message: any) => Promise<{ok: true, known: {[handle: string]: Glimpse}}>} marks @param {() => Promise<{id: string}[]>} waiting
 * @returns {(message: any) => Promise<import("../messages.js").Answer>}
 */
export function withWaiting(marks, waiting) {
  return async (message) => {
    const ids = new Set((await waiting()).map(({ id }) => id));
    const held = /** @type {string[]} */ (message.handles).filter((handle) => ids.has(waitingId({ platform: message.platform, handle })));
    /** @param {{[handle: string]: Glimpse}} given */
    const add = (given) => {
      const known = new Map(Object.entries(given));
      for (const handle of held) known.set(handle, { ...NOTHING, candidate: waitingId({ platform: message.platform, handle }), ...unlessNull(known.get(handle)) });
      return Object.fromEntries(known);
    };
    try {
      return { ok: true, known: add((await marks(message)).known) };
    } catch (error) {
      if (!(error instanceof Refused) || !isDown(error.problem) || held.length === 0) throw error;
      return { ok: false, problem: error.problem, known: add({}) };
    }
  };
}

/** What is known of an account; a candidate that it has already stands. @param {Glimpse | undefined} glimpse */
function unlessNull(glimpse) {
  if (glimpse === undefined) return {};
  const { candidate, ...rest } = glimpse;
  return candidate === null ? rest : glimpse;
}

/** @param {Annotation} annotation */
function glimpseOf({ tier, fit }) {
  return {
    tier: tier?.id ?? null, nested: tier?.nested ?? null, certain: tier?.certain ?? true, fit: fit?.score ?? null,
    ...(fit ? { coverage: { known: fit.known, of: fit.of } } : {}),
  };
}

/** A profile that the server does not take spoils no other one's badge. @template T @param {Promise<T>} asked @returns {Promise<T | null>} */
async function unlessRefused(asked) {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}

/** @param {Profile} profile */
function keyOf({ platform, handle }) {
  return `${platform} ${handle}`;
}

/** @param {Profile} profile */
function printOf({ followers, bio, posts }) {
  return [followers?.value, followers?.exact, bio?.length, posts.length].join(" ");
}
