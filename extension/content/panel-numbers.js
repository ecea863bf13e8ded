/** The numbers with what each rests on; unknown is a dash. */

import { LOCALE, say } from "../language.js";
import { make } from "./elements.js";
import { count, day, decimal, printed, share } from "./figures.js";
import { BANDS, UNKNOWN } from "./words.js";

/** @param {import("../messages.js").Annotation} annotation @param {import("../messages.js").Profile} profile */
export function numbers({ engagement, commercial, languages, places }, profile) {
  const newest = profile.posts.map(({ published_at }) => published_at).filter((at) => at !== null).sort().at(-1);
  const rows = [
    [say("followers"), printed(profile.followers), null],
    [say("engagement"), share(profile.platform === "tiktok" ? engagement.by_views : engagement.by_followers), band(engagement, profile)],
    ...amongYours(engagement.usual_of_yours),
    [say("median_likes"), count(engagement.median_likes), engagement.hidden > 0 ? say("likes_hidden", engagement.hidden) : null],
    [say("posts_week"), decimal(engagement.posts_per_week), newest ? say("last_on", day(newest)) : null],
    [say("paid_share"), share(commercial.load), null],
    [say("languages"), languages.map(languageName).join(", ") || UNKNOWN, null],
    [say("places"), places.map(({ text }) => text).join(", ") || UNKNOWN, null],
  ];
  return make("section", {}, make("h2", {}, say("numbers_title")), make("dl", { class: "numbers" }, ...rows.flatMap(([word, value, note]) => [
    make("dt", {}, word), make("dd", {}, make("b", {}, value), note ? make("span", { class: "soft" }, note) : null),
  ])));
}

/** @param {import("../messages.js").Engagement} engagement @param {import("../messages.js").Profile} profile */
function band({ state, band: word, used, seen, usual }, profile) {
  if (state === "unknown") return say("no_countable");
  const shown = BANDS[state === "thin" ? "thin" : word ?? ""] ?? UNKNOWN;
  const rests = profile.platform === "tiktok" ? say("band_views", shown, used, seen) : say("band_followers", shown, used, seen);
  return usual ? say("usual_range", rests, share(usual[0]), share(usual[1])) : rests;
}

/** The middle half of the profiles of this size that the user looked at, from thirty of them on. @param {import("../messages.js").OwnUsual | undefined} usual @returns {[string, string, string][]} */
function amongYours(usual) {
  return usual ? [[say("among_yours"), say("range", share(usual.low), share(usual.high)), say("yours_rests", usual.profiles)]] : [];
}

/** @param {string} code ISO 639-1 */
function languageName(code) {
  try {
    return new Intl.DisplayNames(LOCALE, { type: "language" }).of(code) ?? code;
  } catch {
    return code;
  }
}
