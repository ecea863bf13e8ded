/** Ways in which an answer can break. Each takes parsed JSON and gives broken JSON; none makes up a plausible value. */

import { copied } from "./copies.js";

const HOSTILE_NUMBERS = [-1, 1.5, 1e300, "12abc", "", [], {}, "1e9", 2 ** 60, "0x1f", "-5", " 7 8 ", "∞"];
const HOSTILE_TEXTS = [true, [], {}, { text: {} }, [["x"]], -3.5];
const HOSTILE_KEYS = [true, [], {}, "", "abc def", -3];
const HOSTILE_FLAGS = ["yes", 2, [], {}, "false", -1];

/** All spots of the JSON: holder, key, value. The walk stops at 20,000. */
export function spots(root) {
  const found = [];
  const open = [root];
  while (open.length > 0 && found.length < 20_000) {
    const holder = open.pop();
    for (const key of Object.keys(holder)) {
      const value = holder[key];
      found.push({ holder, key, value });
      if (typeof value === "object" && value !== null) open.push(value);
    }
  }
  return found;
}

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isAccount = (value) => isObject(value) && ["username", "uniqueId", "unique_id"].some((key) => typeof value[key] === "string");
const isPost = (value) => isObject(value) && (isAccount(value.user) || isAccount(value.owner) || isAccount(value.author)) && ["code", "shortcode", "desc"].some((key) => key in value);
const rename = (holder, key, name) => {
  const value = holder[key];
  delete holder[key];
  holder[name] = value;
};

function hostileFor(value, chance) {
  if (typeof value === "number") return chance.pick(HOSTILE_NUMBERS);
  if (typeof value === "boolean") return chance.pick(HOSTILE_FLAGS);
  return chance.pick(/^\d+$/.test(value) ? HOSTILE_KEYS : HOSTILE_TEXTS);
}

/** The same account or post under somebody else's name, with other numbers and words. */
function stranger(value) {
  const copy = copied(value);
  for (const { holder, key } of [{ holder: { copy }, key: "copy" }, ...spots(copy)]) {
    const part = holder[key];
    if (isAccount(part) || (isObject(part) && ["user", "owner", "author"].includes(key))) disguise(part);
    if (key === "author" && typeof part === "string") holder[key] = "some.stranger";
    if (["desc", "code", "shortcode"].includes(key) && typeof part === "string") holder[key] = `${part.slice(0, -3)}999`;
  }
  for (const key of ["id", "pk"]) if (typeof copy[key] === "string") copy[key] = `${copy[key].slice(0, -3)}999`;
  return copy;
}

function disguise(account) {
  for (const key of ["username", "uniqueId", "unique_id"]) if (key in account) account[key] = "some.stranger";
  for (const key of ["pk", "id", "uid"]) if (key in account) account[key] = "987654321";
  for (const key of ["follower_count", "followerCount"]) if (key in account) account[key] = 31337;
  for (const key of ["biography", "signature", "full_name", "nickname"]) if (key in account) account[key] = "Some stranger";
}

/** A post or an account entry, disguised whole. */
function otherEntry(entry) {
  const copy = stranger(entry);
  if (isAccount(copy.user) && isObject(copy.stats)) copy.stats = { followerCount: 31337 };
  delete copy.statsV2;
  return copy;
}

/** Name and way. A way changes the body in place or returns a new one. */
export const JSON_BREAKS = {
  renameKeyEverywhere(body, chance) {
    const key = chance.pick(spots(body).filter(({ holder }) => isObject(holder)))?.key;
    for (const spot of spots(body)) if (spot.key === key && isObject(spot.holder)) rename(spot.holder, key, `${key}_v2`);
  },
  renameKeyOnce(body, chance) {
    const spot = chance.pick(spots(body).filter(({ holder }) => isObject(holder)));
    if (spot) rename(spot.holder, spot.key, `${spot.key}V9`);
  },
  dropBlock(body, chance) {
    const spot = chance.pick(spots(body).filter(({ holder }) => isObject(holder)));
    if (spot) delete spot.holder[spot.key];
  },
  nullValue(body, chance) {
    const spot = chance.pick(spots(body).filter(({ value, key }) => typeof value !== "object" && key !== "caption"));
    if (spot) spot.holder[spot.key] = null;
  },
  numbersAsText(body) {
    for (const { holder, key, value } of spots(body)) if (Number.isInteger(value) && value >= 0) holder[key] = String(value);
  },
  textAsNumbers(body) {
    for (const { holder, key, value } of spots(body)) if (typeof value === "string" && /^\d{1,12}$/.test(value) && !["pk", "id", "uid"].includes(key)) holder[key] = Number(value);
  },
  reorderList(body, chance) {
    const spot = chance.pick(spots(body).filter(({ value }) => Array.isArray(value) && value.length > 1));
    if (spot) spot.holder[spot.key] = chance.shuffled(spot.value);
  },
  reorderKeys(body, chance) {
    const spot = chance.pick(spots(body).filter(({ value }) => isObject(value)));
    if (spot) spot.holder[spot.key] = Object.fromEntries(chance.shuffled(Object.entries(spot.value)));
  },
  hostileValue(body, chance) {
    const spot = chance.pick(spots(body).filter(({ value }) => ["number", "string", "boolean"].includes(typeof value)));
    if (spot) spot.holder[spot.key] = hostileFor(spot.value, chance);
  },
  hostileNumbers(body, chance) {
    for (const { holder, key, value } of spots(body)) if (typeof value === "number" && chance.next() < 0.3) holder[key] = chance.pick(HOSTILE_NUMBERS);
  },
  protoKeys(body, chance) {
    const evil = '{"__proto__":{"username":"evil","follower_count":1,"exact":true},"constructor":{"prototype":{"bio":"evil"}},"hasOwnProperty":1,"toString":null,"then":1}';
    const targets = spots(body).filter(({ value }) => isObject(value));
    for (const { holder, key, value } of [chance.pick(targets), chance.pick(targets)].filter(Boolean)) {
      holder[key] = JSON.parse(`${JSON.stringify(value).slice(0, -1)}${Object.keys(value).length > 0 ? "," : ""}${evil.slice(1)}`);
    }
  },
  othersMixedIn(body, chance) {
    for (const { holder, key, value } of spots(body)) {
      if (["in", "coauthor_producers"].includes(key)) continue;
      if (Array.isArray(value) && value.some((entry) => isPost(entry) || isPost(entry?.node) || isPost(entry?.media) || isPost(entry?.node?.media) || isAccount(entry?.user))) {
        holder[key] = chance.shuffled([...value, ...value.slice(0, 4).map(otherEntry)]);
      } else if (isAccount(value) && isObject(holder) && !isPost(holder) && !("stats" in holder)) holder[`${key}_other`] = stranger(value);
    }
  },
  otherFirst(body) {
    return [otherEntry(isObject(body) ? body : { body }), body];
  },
  hugeList(body, chance) {
    const spot = chance.pick(spots(body).filter(({ value }) => Array.isArray(value) && value.length > 0));
    if (spot) spot.holder[spot.key] = [...spot.value, ...Array.from({ length: 5_000 }, () => spot.value[0])];
  },
  deepNesting(body, chance) {
    let deep = body;
    for (let level = 0; level < 3_000; level += 1) deep = chance.next() < 0.5 ? [deep] : { data: deep };
    return deep;
  },
  wrapped(body) {
    return { result: { ok: true, response: body, errors: [{ message: "partly", path: ["data"] }] } };
  },
  asText(body) {
    return { result: { response: JSON.stringify(body) } };
  },
  emptied(body, chance) {
    return chance.pick([{}, [], { data: null }, { data: { user: null } }, { statusCode: 10221 }, { userInfo: {} }, [null], { errors: [] }, body]);
  },
};
