/** Gathers what one answer says about accounts and posts, and gives each post to its owner. */

/** @typedef {import("./site.js").Sighting} Sighting */
/** @typedef {import("./site.js").PartialProfile} PartialProfile */
/** @typedef {import("./site.js").Post} Post */

/** One answer of a page holds a few dozen; far more would only cost time. */
const MOST_THINGS = 600;
/** The same post can stand in an answer twice, once shortened. */
const MOST_TIMES = 3;

export class Looks {
  /** @param {{platform: import("./site.js").Platform, view: import("./site.js").View, at: number}} frame */
  constructor({ platform, view, at }) {
    this.platform = platform;
    this.view = view;
    this.at = at;
    /** Milliseconds against which dates are checked. */
    this.now = at > 0 ? at : Date.now();
    /** @type {{account: PartialProfile, key: string | undefined, source: string}[]} */
    this.accounts = [];
    /** @type {{owner: string | undefined, key: string | undefined, post: Post, source: string, group?: object, isHeir?: boolean}[]} */
    this.posts = [];
    /** How often each post or account was offered. @type {Map<string, number>} */
    this.offered = new Map();
    /** Lists in which some post names its owner: there a post without one may be anybody's. @type {Set<object>} */
    this.namedLists = new Set();
    /** Handles by the platform's account id. @type {Map<string, string>} */
    this.names = new Map();
  }

  /** Whether a post or an account is still worth reading: neither seen often enough nor one too many. @param {string} id */
  takes(id) {
    const times = this.offered.get(id) ?? 0;
    this.offered.set(id, times + 1);
    return times < MOST_TIMES && this.offered.size <= MOST_THINGS;
  }

  /** @param {{account: PartialProfile | null, key?: string, source: string}} look */
  add({ account, key, source }) {
    if (account === null) return;
    if (key !== undefined) this.names.set(key, account.handle);
    this.accounts.push({ account, key, source });
  }

  /**
   * A post without any owner is nobody's and is dropped. `isHeir`: its owner is only known from the list `group`.
   * @param {{owner?: string, key?: string, post: Post, source: string, group?: object, isHeir?: boolean}} look
   */
  addPost(look) {
    if (look.owner === undefined && look.key === undefined) return;
    if (look.group !== undefined && look.isHeir !== true) this.namedLists.add(look.group);
    this.posts.push({ ...look, owner: look.owner, key: look.key });
  }

  /** One sighting for each account and source, with its posts. @returns {Sighting[]} */
  sightings() {
    /** @type {Map<string, Sighting>} */ const found = new Map();
    for (const [index, { account, key, source }] of this.accounts.entries()) {
      found.set(`account ${index}`, this.sighting(account, source, key));
    }
    const sure = this.posts.filter(({ isHeir, group }) => isHeir !== true || !this.namedLists.has(/** @type {object} */ (group)));
    for (const { owner, key, post, source } of sure) this.place(found, owner ?? this.names.get(key ?? "") ?? "", key, post, source);
    return [...found.values()];
  }

  /**
   * @param {Map<string, Sighting>} found @param {string} handle @param {string | undefined} key
   * @param {Post} post @param {string} source
   */
  place(found, handle, key, post, source) {
    const slot = `posts ${handle} ${handle === "" ? key : ""}`;
    const sighting = found.get(slot) ?? this.sighting({ platform: this.platform, handle, posts: [] }, source, key);
    /** @type {Post[]} */ (sighting.profile.posts).push(post);
    found.set(slot, sighting);
  }

  /** @param {PartialProfile} account @param {string} source @param {string | undefined} key @returns {Sighting} */
  sighting(account, source, key) {
    const owner = account.handle !== "" && account.handle === this.view.handle;
    return { profile: { ...account, view: seenAs(source, owner, this.view) }, owner, source, at: this.at, pk: key ?? null };
  }
}

/** @param {string} source @param {boolean} owner @param {import("./site.js").View} view @returns {import("./site.js").Profile["view"]} */
function seenAs(source, owner, view) {
  if ((source === "json:profile" || source === "json:linked") && owner && view.kind === "profile") return "profile";
  if (source === "json:search") return "search";
  if (source === "json:author" || source === "json:post") return view.kind === "post" ? "post" : "feed";
  return "hover";
}
