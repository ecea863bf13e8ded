/** The posts as a strip: the class of each by shape and word, and its caption with the words that show it. */

import { say, several } from "../language.js";
import { make, sign } from "./elements.js";
import { count, day } from "./figures.js";
import { opens, quotes } from "./quotes.js";
import { CLASS_SIGNS } from "./signs.js";
import { CLASSES } from "./words.js";

const MOST = 12;
/** Chooses the words beside a dash. */
const MANY = 2;

/** @param {import("../messages.js").Annotation} annotation @param {import("../messages.js").Profile} profile @param {{openItems: Set<string>}} acts */
export function posts({ posts: readings, commercial }, profile, { openItems }) {
  if (readings.length === 0) return null;
  const made = readings.slice(0, MOST).map((reading, index) => tile(reading, index, profile, openItems));
  const totals = Object.entries(CLASSES).filter(([id]) => commercial[/** @type {import("../messages.js").PostClass} */ (id)] > 0);
  return make("section", {}, make("h2", {}, say("posts_title")),
    make("div", { class: "strip", role: "group", "aria-label": say("posts") }, ...made.map(({ button }) => button)), ...made.map(({ inside }) => inside),
    make("ul", { class: "key" }, ...totals.map(([id, word]) => key(/** @type {import("../messages.js").PostClass} */ (id), word, commercial))));
}

/** @param {import("../messages.js").PostClass} id @param {string} word @param {import("../messages.js").Annotation["commercial"]} commercial */
function key(id, word, commercial) {
  return make("li", {}, sign(CLASS_SIGNS[id].path, CLASS_SIGNS[id]), `${word} `, make("b", {}, String(commercial[id])));
}

/** @param {import("../messages.js").PostReading} reading @param {number} index @param {import("../messages.js").Profile} profile @param {Set<string>} openItems */
function tile(reading, index, profile, openItems) {
  const { path, filled } = CLASS_SIGNS[reading.class] ?? CLASS_SIGNS.none;
  const post = profile.posts[index];
  const name = say("post_name", index + 1, day(post?.published_at), CLASSES[reading.class] ?? CLASSES.none);
  const made = opens({ id: `post:${post?.id ?? index}`, head: [sign(path, { filled })], openItems, body: () => detail(reading, post, profile), name: `tile ${reading.class}` });
  made.button.setAttribute("aria-label", name);
  made.button.setAttribute("title", name);
  return made;
}

/** "1.2K likes", or a dash with the word. @param {string} name @param {number | null | undefined} number */
function figure(name, number) {
  return several(name, number ?? MANY, count(number));
}

/** @param {import("../messages.js").PostReading} reading @param {import("../sites/site.js").Post | undefined} post @param {import("../messages.js").Profile} profile */
function detail({ class: kind, brands, evidence }, post, profile) {
  const facts = [day(post?.published_at), figure("likes", post?.likes), figure("comments", post?.comments), post?.views == null ? null : figure("views", post.views), post?.pinned ? say("pinned") : null];
  return make("div", { class: "post" },
    make("p", {}, make("b", {}, CLASSES[kind]), brands.length > 0 ? `: ${brands.join(", ")}` : null),
    make("p", { class: "faint" }, facts.filter((fact) => fact !== null).join(" · ")),
    evidence.length > 0 ? quotes(evidence, profile) : make("p", { class: "caption" }, post?.caption ?? say("caption_none")));
}
