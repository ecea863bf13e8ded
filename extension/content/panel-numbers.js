/** The numbers with what each rests on; unknown is a dash. */

import { make } from "./elements.js";
import { count, day, decimal, printed, share } from "./figures.js";

/** @param {import("../messages.js").Annotation} annotation @param {import("../messages.js").Profile} profile */
export function numbers({ engagement, commercial, languages, places }, profile) {
  const newest = profile.posts.map(({ published_at }) => published_at).filter((at) => at !== null).sort().at(-1);
  const rows = [
    ["Followers", printed(profile.followers), null],
    ["Engagement", share(profile.platform === "tiktok" ? engagement.by_views : engagement.by_followers), band(engagement, profile)],
    ...amongYours(engagement.usual_of_yours),
    ["Median likes", count(engagement.median_likes), engagement.hidden > 0 ? `likes hidden on ${engagement.hidden}` : null],
    ["Posts a week", decimal(engagement.posts_per_week), newest ? `last on ${day(newest)}` : null],
    ["Paid or gifted", share(commercial.load), null],
    ["Languages", languages.map(languageName).join(", ") || "–", null],
    ["Places", places.map(({ text }) => text).join(", ") || "–", null],
  ];
  return make("section", {}, make("h2", {}, "Numbers"), make("dl", { class: "numbers" }, ...rows.flatMap(([word, value, note]) => [
    make("dt", {}, word), make("dd", {}, make("b", {}, value), note ? make("span", { class: "soft" }, note) : null),
  ])));
}

/** @param {import("../messages.js").Engagement} engagement @param {import("../messages.js").Profile} profile */
function band({ state, band: word, used, seen, usual }, profile) {
  if (state === "unknown") return "no post with countable likes";
  const by = profile.platform === "tiktok" ? "by views" : "by followers";
  const range = usual ? `, usual is ${share(usual[0])} to ${share(usual[1])}` : "";
  return `${state === "thin" ? "thin" : word ?? "–"} ${by}, from ${used} of ${seen} posts${range}`;
}

/** The middle half of the profiles of this size that the user looked at, from thirty of them on. @param {import("../messages.js").OwnUsual | undefined} usual @returns {[string, string, string][]} */
function amongYours(usual) {
  return usual ? [["Among yours", `${share(usual.low)} to ${share(usual.high)}`, `the middle half of ${usual.profiles} you looked at`]] : [];
}

/** @param {string} code ISO 639-1 */
function languageName(code) {
  try {
    return new Intl.DisplayNames("en", { type: "language" }).of(code) ?? code;
  } catch {
    return code;
  }
}
