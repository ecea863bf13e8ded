/** The tables of words on screen: one word for one thing, the same as on the local pages. */

import { say } from "../language.js";

export const UNKNOWN = "–";

export const PLATFORMS = /** @type {{[id: string]: string}} */ ({ instagram: "Instagram", tiktok: "TikTok" });

export const TIERS = /** @type {{[id: string]: {word: string, letters: string, hint: string}}} */ ({
  below: { word: say("tier_below"), letters: say("tier_below_letters"), hint: say("tier_below_hint") },
  nano: { word: say("tier_nano"), letters: say("tier_nano_letters"), hint: say("tier_nano_hint") },
  micro: { word: say("tier_micro"), letters: say("tier_micro_letters"), hint: say("tier_micro_hint") },
  macro: { word: say("tier_macro"), letters: say("tier_macro_letters"), hint: say("tier_macro_hint") },
  mega: { word: say("tier_mega"), letters: say("tier_mega_letters"), hint: say("tier_mega_hint") },
});

export const BANDS = /** @type {{[id: string]: string}} */ ({ low: say("band_low"), usual: say("band_usual"), high: say("band_high"), thin: say("band_thin") });

export const STAGES = /** @type {{[id in import("../messages.js").Stage]: string}} */ ({
  spotted: say("stage_spotted"), shortlisted: say("stage_shortlisted"), asked: say("stage_asked"), yes: say("stage_yes"), no: say("stage_no"),
  sent: say("stage_sent"), arrived: say("stage_arrived"), seen_wearing: say("stage_seen_wearing"), quiet: say("stage_quiet"),
});

export const FACETS = /** @type {{[id: string]: string}} */ ({
  aesthetic: say("facet_aesthetic"), scene: say("facet_scene"), craft: say("facet_craft"), value: say("facet_value"), format: say("facet_format"),
});

export const CLASSES = /** @type {{[id in import("../messages.js").PostClass]: string}} */ ({
  paid: say("class_paid"), gifted: say("class_gifted"), affiliate: say("class_affiliate"), own_promo: say("class_own_promo"),
  organic_brand: say("class_organic_brand"), none: say("class_none"),
});

/** Parts of a page in the self-check. */
export const PAGE_PARTS = /** @type {{[id: string]: string}} */ ({ name: say("page_name"), followers: say("page_followers"), posts: say("page_posts"), some_posts: say("page_some_posts"), bio: say("page_bio") });

const PLACES = /** @type {{[source: string]: string}} */ ({
  bio: say("place_bio"), name: say("place_name"), category: say("place_category"), link: say("place_link"), handle: say("place_handle"),
});

/** Where evidence stands. @param {string} source "bio", "caption:3", … */
export function placeOf(source) {
  const [kind, number] = source.split(":");
  if (kind === "caption") return say("place_caption", Number(number) + 1);
  if (kind === "label") return say("place_label", Number(number) + 1);
  return PLACES[kind] ?? kind;
}

/** A tier with the one inside it; the server's own words for one that is not in the table. @param {import("../messages.js").Tier} tier */
export function tierWords({ id, nested, label, certain }) {
  const names = [id, nested].filter((one) => one !== null).map((one) => TIERS[one]?.word);
  const words = names.every(Boolean) ? names.join(" · ") : label;
  return certain ? words : say("tier_about", words);
}
