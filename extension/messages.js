/** What the rooms of the extension say to each other, and what the server answers. Types only. */

/** @typedef {import("./sites/site.js").Profile} Profile */

/** @typedef {"server_off" | "not_paired" | "not_ready" | "refused" | "too_old" | "broken"} ProblemCode */
/** What happened, what to do; `reason` is the server's own code where it gave one. @typedef {{code: ProblemCode, message: string, action: string, reason?: string}} Problem */

/** The exact characters that show something, in code points of the text as sent. @typedef {{source: string, start: number, end: number, text: string}} Evidence */
/** @typedef {{id: string, nested: string | null, label: string, followers: number | null, certain: boolean}} Tier */
/**
 * @typedef {object} Engagement
 * @property {number | null} by_followers  share, 0.03 is 3%
 * @property {number | null} by_views
 * @property {number} used
 * @property {number} seen
 * @property {number} hidden
 * @property {number} pinned
 * @property {number} [coauthored]
 * @property {"known" | "thin" | "unknown"} state
 * @property {"low" | "usual" | "high" | null} band
 * @property {[number, number] | null} [usual]
 * @property {number | null} median_likes
 * @property {number | null} [median_comments]
 * @property {number | null} posts_per_week
 * @property {number | null} [last_post_days]
 * @property {OwnUsual} [usual_of_yours]   absent under thirty profiles of this size
 */
/** Quartiles of the rates of profiles that the user looked at. @typedef {{low: number, middle: number, high: number, profiles: number}} OwnUsual */
/** @typedef {{id: string, score: number, evidence: Evidence[]}} Niche */
/** @typedef {{id: string, facet: string, score: number, evidence: Evidence[]}} Signal */
/** @typedef {"paid" | "gifted" | "affiliate" | "own_promo" | "organic_brand" | "none"} PostClass */
/** @typedef {{class: PostClass, brands: string[], evidence: Evidence[]}} PostReading */
/** `value` is 0 to 1; null where the page did not show enough. @typedef {{id: string, label: string, value: number | null, weight: number, why: string, evidence: Evidence[]}} FitPart */
/** @typedef {{brand: string, score: number | null, low?: number | null, high?: number | null, known: number, of: number, sentence?: string, costs?: string[], parts: FitPart[]}} Fit */
/** @typedef {"spotted" | "shortlisted" | "asked" | "yes" | "no" | "sent" | "arrived" | "seen_wearing" | "quiet"} Stage */
/** One list that holds the account. `candidate` begins with "waiting:" while the server is off. @typedef {{candidate: string, list: string, list_name: string, stage: Stage, note: string, tags: string[]}} Saved */
/**
 * @typedef {object} Annotation
 * @property {string} platform
 * @property {string | null} handle
 * @property {Tier | null} tier
 * @property {Engagement} engagement
 * @property {Niche[]} niches
 * @property {Signal[]} signals
 * @property {PostReading[]} posts
 * @property {string[]} languages
 * @property {{text: string, country: string | null, evidence: Evidence[]}[]} places
 * @property {{kind: string, text: string, evidence: Evidence[]}[]} [contacts]
 * @property {{[name in PostClass]: number} & {load: number | null}} commercial
 * @property {Fit} [fit]                 absent while there is no brand
 * @property {string[]} notes
 * @property {Saved[] | null} saved
 */

/**
 * What a small badge may say. `certain` is false where a rounded count leaves two tiers open; `coverage` is there when
 * the page itself said enough for it.
 * @typedef {{candidate: string | null, tier: string | null, nested: string | null, certain: boolean, fit: number | null, lists: string[], coverage?: {known: number, of: number}}} Glimpse
 */
/** @typedef {{id: string, name: string}} Named */
/** `amiss`: something answers and cannot be worked with; `problem` says why. @typedef {{paired: boolean, server: "on" | "off" | "starting" | "amiss", problem: Problem | null, brand: Named | null, brands: Named[], list: Named | null, lists: Named[], waiting: number, refused: string[], url: string}} State */
/** `quiet`: badges only from this fit on, null for all. `off`: ids of the sites that are switched off. `keys`: whether keys are heard in the page. @typedef {{port: number, density: "full" | "compact" | "saved", theme: "page" | "light" | "dark", quiet: number | null, off: string[], keys: boolean}} Settings */

/** @typedef {{note?: string, tags?: string[], stage?: Stage}} Changes */
/**
 * @typedef {{kind: "annotate", profile: Profile}
 *   | {kind: "save", profile: Profile, list?: string}
 *   | {kind: "unsave", candidate: string}
 *   | {kind: "restore", undo: string}
 *   | {kind: "change", candidate: string, changes: Changes}
 *   | {kind: "state"}
 *   | {kind: "select", brand?: string, list?: string}
 *   | {kind: "pair", code: string}
 *   | {kind: "unpair"}
 *   | {kind: "known", platform: string, handles: string[]}
 *   | {kind: "marks", platform: string, handles: string[], profiles: Profile[]}
 *   | {kind: "open", page: "start" | "lists" | "brand" | "help" | "pair" | "options"}
 *   | {kind: "looked", site: string, view: string, failing: string[]}
 *   | {kind: "failing"}
 *   | {kind: "settings"}
 *   | {kind: "set", settings: Partial<Settings>}} Message
 */
/** `waiting`: the account is in the outbox; `known`: of many accounts, those that are. @typedef {{ok: false, problem: Problem, waiting?: Saved[], known?: {[handle: string]: Glimpse}}} Refusal */
/**
 * An answer; which of the fields are there follows from the message's kind.
 * @typedef {{ok: true, annotation?: Annotation, saved?: Saved[], queued?: boolean, undo?: string, state?: State, settings?: Settings, failing?: Failing[], known?: {[handle: string]: Glimpse}} | Refusal} Answer
 */
/** A change of the lists: all marks of an account, named or to be known by its candidates; or a candidate that was taken off. @typedef {{kind: "kept", platform?: string, handle?: string, saved?: Saved[], removed?: string}} Kept */
/** To a tab. @typedef {{kind: "command", name: string} | {kind: "self"} | {kind: "settings-changed"} | Kept} Order */
/** What a tab says of itself: parts that could not be read at all, parts that only the drawn page lacks, and what each field was read from. @typedef {{site: string, kind: string, handle: string | null, missing: string[], drawn: string[], fields: {[field: string]: string}}} SelfCheck */
/** @typedef {import("./background/breakage.js").Failing} Failing */

export {};
