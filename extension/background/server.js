/** The one door to the local server: every fetch of the extension is here. */

import { problemOf, PROBLEMS, Refused } from "./problems.js";

const PROTOCOL = "1";
/** Both sides name here the version of the messages that they speak. */
const SPOKEN = "X-Seedlist-Protocol";
const PATIENCE = 20_000;
/** Health is answered at once by whatever runs. */
const HEALTH_PATIENCE = 5000;

/** @typedef {{port: () => Promise<number>, token: () => Promise<string | null>, fetch: typeof fetch, patience?: number}} Needs */
/** @typedef {(method: string, path: string, body?: unknown) => Promise<any>} Request */

/** @param {Needs} needs */
export function serverAt({ port, token, fetch, patience = PATIENCE }) {
  /**
   * Asks and gives the JSON of the answer. Raises Refused with the problem. Without a token only the open questions
   * (health, pairing) are asked.
   * @type {Request}
   */
  async function request(method, path, body) {
    const isOpen = path === "/api/health" || path === "/api/pair";
    const key = isOpen ? null : await token();
    if (!isOpen && key === null) throw await unpaired();
    const answer = await reach(`${await origin()}${path}`, { method, headers: headers(key, body), body: body === undefined ? undefined : JSON.stringify(body) });
    const given = await answer.json().catch(() => undefined);
    if (!answer.ok) throw new Refused(problemOf(answer.status, given, olderSide(answer.headers.get(SPOKEN))));
    if (typeof given !== "object" || given === null) throw new Refused(PROBLEMS.stranger);
    return given;
  }

  /** Not running comes before not paired: it is what to mend first. */
  async function unpaired() {
    await request("GET", "/api/health");
    return new Refused(PROBLEMS.not_paired);
  }

  /** @param {string} url @param {RequestInit} init */
  async function reach(url, init) {
    try {
      return await fetch(url, { ...init, signal: AbortSignal.timeout(url.endsWith("/api/health") ? Math.min(patience, HEALTH_PATIENCE) : patience), credentials: "omit", cache: "no-store", redirect: "error", referrerPolicy: "no-referrer" });
    } catch (error) {
      throw new Refused(/** @type {Error} */ (error)?.name === "TimeoutError" ? PROBLEMS.slow : PROBLEMS.server_off);
    }
  }

  async function origin() {
    return `http://127.0.0.1:${await port()}`;
  }

  return { request, origin };
}

/** @param {string | null} token @param {unknown} body */
function headers(token, body) {
  return {
    [SPOKEN]: PROTOCOL,
    ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
    ...(body === undefined ? {} : { "Content-Type": "application/json" }),
  };
}

/** Null where both speak the same, or the server does not say. @param {string | null} spoken @returns {"server" | "extension" | null} */
function olderSide(spoken) {
  const other = Number.parseInt(spoken ?? "", 10);
  if (Number.isNaN(other) || other === Number(PROTOCOL)) return null;
  return other < Number(PROTOCOL) ? "server" : "extension";
}
