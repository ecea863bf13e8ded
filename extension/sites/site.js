/** The contract of a site: the shapes that readers give and that the rest of the extension takes. Types only. */

/** @typedef {"instagram" | "tiktok"} Platform */

/**
 * A number as the page gave it. `exact` is false for a printed short form ("48.2K") and for the platform's own
 * rounded fields. Unknown is null, never 0.
 * @typedef {{value: number, exact: boolean}} Count
 */

/** @typedef {{url: string, title: string | null}} Link */

/** @typedef {"image" | "carousel" | "reel" | "video" | "photos"} PostKind */

/**
 * One post of the account's own. Counts are null when hidden or not sent. `published_at` is ISO 8601 in UTC.
 * `pinned`, `paid_label`: null when the page did not say. `caption` is "" when the page says that there is none.
 * @typedef {object} Post
 * @property {string} id             Instagram: shortcode; TikTok: item id
 * @property {PostKind | null} kind
 * @property {string | null} caption
 * @property {number | null} likes
 * @property {number | null} comments
 * @property {number | null} views
 * @property {number | null} shares
 * @property {number | null} saves
 * @property {string | null} published_at
 * @property {boolean | null} pinned
 * @property {string[]} coauthors
 * @property {boolean | null} paid_label
 * @property {string[]} tagged
 * @property {string | null} place
 * @property {string[]} labels
 */

/**
 * An account as the page showed it: exactly the contract's "Profile in". Handles are lower case.
 * @typedef {object} Profile
 * @property {Platform} platform
 * @property {string} handle
 * @property {string | null} name
 * @property {string | null} bio           "" when the page says that there is none
 * @property {string | null} category
 * @property {Count | null} followers
 * @property {Count | null} following
 * @property {Count | null} posts_count
 * @property {Count | null} likes_total
 * @property {boolean | null} verified
 * @property {boolean | null} private
 * @property {Link[]} links
 * @property {string[]} pronouns
 * @property {string | null} captured_at   ISO 8601 in UTC
 * @property {"profile" | "hover" | "search" | "post" | "feed" | null} view   the fullest look so far
 * @property {Post[]} posts
 */

/**
 * Where the tab is, read from its address alone. `tab` names a part of a profile (posts, reels, tagged, reposts,
 * saved, liked, live, stories) or of a search (top, users, videos, tag, place, sound, explore); `id` is a post's id.
 * @typedef {object} View
 * @property {"profile" | "post" | "feed" | "search" | "other"} kind
 * @property {string | null} handle        lower case; null where the address names nobody
 * @property {string} [tab]
 * @property {string} [id]
 */

/**
 * JSON of a response that the page asked for (its text through `parseBody` of `response-body.js`), or JSON embedded in the page (url "embedded:<name>").
 * `at` is milliseconds since 1970.
 * @typedef {{url: string, body: unknown, at: number}} Payload
 */

/** @typedef {Partial<Profile> & {platform: Platform, handle: string}} PartialProfile */

/**
 * A look, maybe partial, at one account, with its own posts. An absent key means "not said here". `owner` is true
 * when the account is the one whose profile the view shows. `source` names what it was read from, as in RANKS of
 * `merged-account.js`. `pk` is the platform's account id, kept only to tell posts without a name apart: `handle` is ""
 * where an answer gives posts under an id alone, and `Sightings` holds them until some answer names that id.
 * @typedef {{profile: PartialProfile, owner: boolean, source: string, at: number, pk?: string | null}} Sighting
 */

/** A link to an account that shows whose it is; `label` holds the words. @typedef {{handle: string, label: Element}} Mention */

/**
 * Where handles stand, in every view of a platform.
 * @typedef {object} Handles
 * @property {string} selector   links that may lead to an account
 * @property {(link: Element) => Mention | null} read   null where a link leads elsewhere, or shows no handle
 * @property {(link: Element) => boolean} isOrdinary   whether it stands among people who follow, like or comment
 */

/**
 * One platform.
 * @typedef {object} Site
 * @property {Platform} id
 * @property {readonly string[]} hosts
 * @property {(url: URL) => View} view
 * @property {(url: string) => boolean} wants   cheap test whether a response's address can hold accounts or posts
 * @property {(payload: Payload, view: View) => Sighting[]} read
 * @property {(document: Document) => Payload[]} embedded   JSON embedded in the page on a hard load; read once a document, when it has arrived
 * @property {(document: Document, view: View) => Sighting | null} readPage   what the drawn page shows, for what is missing; null while the document is loading
 * @property {(document: Document, view: View) => Element | null} anchor   the element after which the badge goes
 * @property {number} firstPosts   own posts that a healthy first load of a profile brings
 * @property {(document: Document, view: View) => string[]} missing   parts that a healthy page of this view has and this one lacks
 * @property {Handles} handles
 */

export {};
