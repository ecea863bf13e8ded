/**
 * Runs in the page's own world before its first script: hands on the answers that the page itself asked for, and
 * tells when the address changes. Asks for nothing, changes no result, never throws into the page. Import-free,
 * because the page's policy forbids loading modules; the patterns are those of the sites' `wants.js` (a test compares).
 */
(() => {
  "use strict";

  /** @type {{[host: string]: readonly RegExp[]}} */
  const WANTED = {
    "instagram.com": [
      /^\/(api\/)?graphql(\/query)?\/?$/,
      /^\/api\/v1\/users\/(web_profile_info|\d+\/info|[\w.]+\/usernameinfo)\/?$/,
      /^\/api\/v1\/feed\/(user|timeline|tag|reels_media|popular|collection|saved)\b/,
      /^\/api\/v1\/(clips|usertags|tags|locations|fbsearch|discover)\//,
      /^\/api\/v1\/media\/\d+(_\d+)?\/info\/?$/,
      /^\/web\/search\/topsearch\/?$/,
      /^\/explore\/(tags|locations)\/[^/]+/,
      /^\/(p|reel|tv)\/[\w-]+\/?$/,
      /^\/[\w.]+\/(channel\/|reels\/)?$/,
    ],
    "tiktok.com": [
      /^\/api\/(?!preload\/)[\w-]+\/item_list\/?$/,
      /^\/api\/user\/detail\/?$/,
      /^\/api\/search\/[\w-]+\/(full|preview)\/?$/,
      /^\/api\/(item\/detail|recommend\/user|recommend\/embed_videos|share\/settings)\/?$/,
      /^\/node\/share\/(user|video|tag)\//,
    ],
  };
  const MOST_KEPT = 40;
  const MOST_LETTERS = 8_000_000;
  /** Once a content script listens, only what one that takes its place would need. */
  const HEARD = { answers: 8, letters: 2_000_000 };

  const { URL: Address, Proxy: Wrapper, Reflect: reflect, TextDecoder: Decoder, JSON: json } = window;
  const later = window.setTimeout.bind(window);
  const post = window.postMessage.bind(window);
  const { then } = Promise.prototype;
  const { clone, text: readText } = Response.prototype;
  const now = Date.now;

  /** Answers kept for a content script that comes late. @type {{seedlist: 1, kind: "response", url: string, text: string, at: number}[]} */
  const kept = [];
  let most = { answers: MOST_KEPT, letters: MOST_LETTERS };
  let address = location.href;

  /** @param {string} url */
  function wanted(url) {
    const { hostname, pathname } = new Address(url, location.href);
    const host = Object.keys(WANTED).find((name) => hostname === name || hostname.endsWith(`.${name}`));
    return host !== undefined && WANTED[host].some((pattern) => pattern.test(pathname));
  }

  /** @param {string} url @param {string} text */
  function forward(url, text) {
    if (text.length > MOST_LETTERS || !/^\s*(\{|\[|for \(;;\);)/.test(text.slice(0, 40))) return;
    const answer = { seedlist: /** @type {const} */ (1), kind: /** @type {const} */ ("response"), url: new Address(url, location.href).href, text, at: now() };
    kept.push(answer);
    trim();
    post(answer, location.origin);
  }

  /** The oldest go first. */
  function trim() {
    for (let letters = kept.reduce((sum, one) => sum + one.text.length, 0); kept.length > most.answers || letters > most.letters; ) {
      letters -= kept.shift()?.text.length ?? 0;
    }
  }

  /** Does something of ours after the page's turn; a fault of ours stays ours. @param {() => void} task */
  function aside(task) {
    later(() => attempt(task), 0);
  }

  /** @param {() => void} task */
  function attempt(task) {
    try {
      task();
    } catch {
      // The page must not notice us.
    }
  }

  /** Wraps a function: the page's call goes through first and its result is returned untouched. @param {any} owner @param {string} name @param {(self: any, args: any[], result: any) => void} after */
  function wrap(owner, name, after) {
    const original = owner[name];
    if (typeof original !== "function") return;
    owner[name] = new Wrapper(original, {
      apply(target, self, args) {
        const result = reflect.apply(target, self, args);
        attempt(() => after(self, args, result));
        return result;
      },
    });
  }

  /** @param {Response} response @param {string} asked */
  function readResponse(response, asked) {
    const url = response.url || asked;
    if (!response.ok || response.bodyUsed || !wanted(url)) return;
    const copy = reflect.apply(clone, response, []);
    reflect.apply(then, reflect.apply(readText, copy, []), [(/** @type {string} */ text) => aside(() => forward(url, text)), () => {}]);
  }

  /** @param {XMLHttpRequest} request @param {string} asked */
  function readRequest(request, asked) {
    const url = request.responseURL || asked;
    if (request.status < 200 || request.status > 299 || !wanted(url)) return;
    const { responseType } = request;
    if (responseType === "" || responseType === "text") forwardAside(url, request.responseText);
    else if (responseType === "json") aside(() => forward(url, json.stringify(request.response)));
    else if (responseType === "arraybuffer") aside(() => forward(url, new Decoder().decode(request.response)));
  }

  /** @param {string} url @param {string} text */
  function forwardAside(url, text) {
    aside(() => forward(url, text));
  }

  function tellMove() {
    if (location.href === address) return;
    address = location.href;
    post({ seedlist: 1, kind: "moved", url: address }, location.origin);
  }

  attempt(() => wrap(window, "fetch", (_self, [input], result) => {
    const asked = typeof input === "string" ? input : String(input instanceof Request ? input.url : input);
    reflect.apply(then, result, [(/** @type {Response} */ response) => attempt(() => readResponse(response, asked)), () => {}]);
  }));

  /** Address of each request, and by being there, that it is listened to. @type {WeakMap<XMLHttpRequest, string>} */
  const requests = new WeakMap();
  attempt(() => wrap(XMLHttpRequest.prototype, "open", (request, [, url]) => {
    const isKnown = requests.has(request);
    requests.set(request, String(url));
    if (!isKnown) request.addEventListener("load", () => attempt(() => readRequest(request, requests.get(request) ?? "")));
  }));

  attempt(() => wrap(History.prototype, "pushState", tellMove));
  attempt(() => wrap(History.prototype, "replaceState", tellMove));
  for (const event of ["popstate", "hashchange", "pageshow"]) window.addEventListener(event, () => attempt(tellMove));

  window.addEventListener("message", (event) => attempt(() => {
    if (event.source !== window || event.data?.seedlist !== 1 || event.data.kind !== "hello") return;
    for (const answer of kept) post(answer, location.origin);
    most = HEARD;
    trim();
  }));
})();
