/** Reads schema.org's "ProfilePage" as both platforms print it for search engines: exact followers and the bio. */

import { first, readFields } from "./fields.js";
import { at, integer, list, record, text, words } from "./values.js";

const ROOTS = ["mainEntity", "mainEntityofPage", "mainEntityOfPage", "author"];

/**
 * @param {unknown} body
 * @param {import("./site.js").Platform} platform
 * @param {(value: unknown) => string | undefined} readHandle
 * @returns {import("./site.js").PartialProfile | null}
 */
export function readLinkedData(body, platform, readHandle) {
  if (at(body, "@type") !== "ProfilePage") return null;
  const parts = [body, ...ROOTS.map((root) => at(body, root))].filter(record);
  const name = pick(parts, (part) => readHandle(first(part, words, ["alternateName", "identifier"])));
  if (name === undefined) return null;
  const followers = pick(parts, followersOf);
  return {
    platform,
    handle: name,
    ...Object.assign({}, ...parts.map((part) => readFields(part, [["name", words, "name"], ["bio", text, "description"]]))),
    ...(followers === undefined ? {} : { followers: { value: followers, exact: true } }),
  };
}

/** @template T @param {unknown[]} parts @param {(part: unknown) => T | undefined} read @returns {T | undefined} */
function pick(parts, read) {
  for (const part of parts) {
    const found = read(part);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** @param {unknown} part @returns {number | undefined} */
function followersOf(part) {
  const statistic = at(part, "interactionStatistic");
  const counters = Array.isArray(statistic) ? list(statistic) : [statistic];
  const follows = counters.find((counter) => JSON.stringify(at(counter, "interactionType") ?? "").includes("FollowAction"));
  return integer(at(follows, "userInteractionCount"));
}
