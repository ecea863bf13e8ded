/** What Instagram's meta tags say of a profile. They stay behind after an in-app move, so the handle must match. */

import { handle } from "./handle.js";
import { labelledCounts } from "./labelled-counts.js";
import { wellFormed, words } from "../values.js";

const NAMED = /^(.*?)\s*[(（]\s*[@＠]([A-Za-z0-9._]+)\s*[)）]/su;
/** The number of notifications before a tab's title. */
const NEWS = /^\(\d+\+?\)\s*/;
const BIO = /Instagram\s*[:：]?\s*["“„«「‟”](.*)["”“»」]\s*$/su;

/**
 * @param {Document} document
 * @param {string} name   the handle of the address
 * @returns {{name?: string, bio?: string, followers?: import("../site.js").Count, following?: import("../site.js").Count, posts_count?: import("../site.js").Count}}
 */
export function readMeta(document, name) {
  const title = content(document, "og:title");
  const named = NAMED.exec(title);
  if (ownHandle(document, named?.[2]) !== name) return {};
  const description = content(document, "og:description");
  const long = content(document, "description");
  const counts = labelledCounts((description || long).split(/ [-–—] /)[0], document.documentElement.lang);
  const shown = words(named?.[1]);
  const bio = BIO.exec(long)?.[1] ?? BIO.exec(description)?.[1];
  return { ...counts, ...(shown === undefined ? {} : { name: shown }), ...(isWhole(bio) ? { bio: wellFormed(bio) } : {}) };
}

/**
 * The display name in the tab's title, which an in-app move does renew; undefined when it names another account.
 * @param {Document} document @param {string} name
 */
export function titledName(document, name) {
  const titles = [document.title.replace(NEWS, ""), content(document, "og:title")].map((title) => NAMED.exec(title));
  return words(titles.find((named) => handle(named?.[2]) === name)?.[1]);
}

/** @param {string | undefined} bio @returns {bio is string} */
function isWhole(bio) {
  return bio !== undefined && !/(\.\.\.|…)$/.test(bio);
}

/** The account that the tags are about: in the title, else in the address. @param {Document} document @param {string | undefined} titled */
function ownHandle(document, titled) {
  const address = content(document, "og:url") || (document.querySelector('link[rel="canonical"]')?.getAttribute("href") ?? "");
  return handle(titled) ?? handle(/instagram\.com\/([A-Za-z0-9._]+)\/?(\?|$)/.exec(address)?.[1]);
}

/** @param {Document} document @param {string} key */
function content(document, key) {
  const tag = document.querySelector(`meta[property="${key}"], meta[name="${key}"]`);
  return tag?.getAttribute("content") ?? "";
}
