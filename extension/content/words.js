/** The words on screen: one word for one thing, the same as on the local pages. */

export const UNKNOWN = "–";

export const PLATFORMS = /** @type {{[id: string]: string}} */ ({ instagram: "Instagram", tiktok: "TikTok" });

export const TIERS = /** @type {{[id: string]: {letters: string, hint: string}}} */ ({
  below: { letters: "Be", hint: "under 1,000 followers" },
  nano: { letters: "Na", hint: "1,000 to 5,000 followers" },
  micro: { letters: "Mi", hint: "1,000 to 100,000 followers" },
  macro: { letters: "Ma", hint: "100,000 to 1 million followers" },
  mega: { letters: "Me", hint: "1 million followers and more" },
});

export const STAGES = /** @type {{[id in import("../messages.js").Stage]: string}} */ ({
  spotted: "Spotted", shortlisted: "Shortlisted", asked: "Asked", yes: "Yes", no: "No",
  sent: "Sent", arrived: "Arrived", seen_wearing: "Seen wearing", quiet: "Quiet",
});

export const FACETS = /** @type {{[id: string]: string}} */ ({ aesthetic: "Look", scene: "Scene", craft: "Craft", value: "Values", format: "Formats" });

export const CLASSES = /** @type {{[id in import("../messages.js").PostClass]: string}} */ ({
  paid: "Paid", gifted: "Gifted", affiliate: "Affiliate", own_promo: "Own things", organic_brand: "Names a brand, unpaid", none: "No brand",
});

/** Parts of a page in the self-check. */
export const PAGE_PARTS = /** @type {{[id: string]: string}} */ ({ name: "name", followers: "followers", posts: "posts", bio: "bio" });

/** Where evidence stands. @param {string} source "bio", "caption:3", … */
export function placeOf(source) {
  const [kind, number] = source.split(":");
  if (kind === "caption") return `Caption of post ${Number(number) + 1}`;
  if (kind === "label") return `Label of post ${Number(number) + 1}`;
  return { bio: "Bio", name: "Name", category: "Category", link: "Link", handle: "Handle" }[kind] ?? kind;
}
