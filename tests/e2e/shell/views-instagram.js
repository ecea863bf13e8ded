// Feeds, searches, dialogs and post pages as the site builds them: its own XHR for data, links with handles in sight.
const ask = (name, more = {}) => new Promise((done) => {
  const request = new XMLHttpRequest();
  request.open("POST", "/graphql/query");
  request.setRequestHeader("Content-Type", "application/x-www-form-urlencoded");
  request.addEventListener("load", () => done(JSON.parse(request.responseText).data));
  request.send(new URLSearchParams({ fb_api_req_friendly_name: name, ...more }));
});

const make = (tag, attributes = {}, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
};
const face = (name) => make("a", { href: `/${name}/` }, make("img", { class: "face", alt: `${name}'s profile picture` }));
const person = (name) => make("a", { href: `/${name}/`, role: "link", class: "handle" }, make("span", {}, name));
const [main, aside] = [document.querySelector("main"), document.querySelector("aside")];

const row = (user, act) => make("div", { class: "row" }, face(user.username),
  make("div", { class: "who" }, make("div", { class: "name" }, person(user.username)), make("span", { class: "soft cut" }, user.full_name ?? "")), make("button", {}, act));

function post(media) {
  const name = media.user.username;
  const link = person(name);
  link.addEventListener("mouseenter", () => hover(link, name));
  return make("article", {},
    make("div", { class: "row" }, face(name), make("div", { class: "who" }, make("div", {}, link, make("span", { class: "soft" }, " • "), make("a", { href: `/p/${media.code}/`, class: "soft" }, make("time", {}, "3h")))), make("button", {}, "•••")),
    make("div", { class: "picture" }),
    make("span", { class: "line handle" }, `${media.like_count ?? 0} likes`),
    make("span", { class: "line" }, person(name), ` ${media.caption?.text ?? ""}`));
}

async function hover(link, name) {
  const { user } = await ask("PolarisUserHoverCardContentV2Query", { username: name });
  const at = link.getBoundingClientRect();
  const card = make("div", { class: "card", style: `left:${at.left + scrollX}px;top:${at.bottom + scrollY + 6}px` },
    make("div", { class: "row" }, face(name), make("div", { class: "who" }, make("div", { class: "name" }, person(name)), make("span", { class: "soft cut" }, user.full_name))),
    make("div", { class: "figures" }, make("span", {}, `${user.media_count} posts`), make("span", {}, `${user.follower_count} followers`)),
    make("div", { class: "grid" }, make("a", { href: "/p/DLOOKALIKE1/" })));
  document.body.append(card);
  link.addEventListener("mouseleave", () => card.remove(), { once: true });
}

let isLoading = false;
let page = 0;
async function more() {
  if (isLoading || page === null) return;
  isLoading = true;
  const { edges, page_info: info } = (await ask("PolarisFeed", { page })).xdt_api__v1__feed__timeline__connection;
  main.append(...edges.map(({ node }) => post(node.media)));
  page = info.has_next_page ? page + 1 : null;
  isLoading = false;
}

async function suggested() {
  const { users } = (await ask("PolarisSuggested")).xdt_api__v1__discover__chaining;
  aside.append(make("p", { class: "soft" }, "Suggested for you"), ...users.map((user) => row(user, "Follow")));
}

async function dialog() {
  const { edges } = (await ask("PolarisFollowers")).user.followers;
  document.body.append(make("div", { class: "veil" }, make("div", { role: "dialog" }, make("h1", {}, "Followers"), ...edges.map(({ node }) => row(node, "Follow")))));
}

async function search() {
  const { users } = (await ask("PolarisTypeahead")).xdt_api__v1__fbsearch__non_profiled_serp;
  const rowOf = (user) => make("a", { href: `/${user.username}/`, class: "row" }, make("span", { class: "face" }), make("span", { class: "who" }, make("span", { class: "cut handle" }, user.username), make("span", { class: "cut soft" }, user.full_name)));
  main.append(make("input", { type: "search", "aria-label": "Search", value: "men" }), ...users.map(rowOf));
}

async function grid() {
  const [{ node }] = (await ask("PolarisSerp")).xdt_fbsearch__top_serp_graphql.edges;
  main.append(make("div", { class: "grid" }, ...node.items.map(({ code }) => make("a", { href: `/p/${code}/` }))));
}

const comment = (name, text) => make("div", { class: "comment" }, face(name), make("div", {}, make("div", {}, person(name), ` ${text}`),
  make("span", { class: "soft" }, make("a", { href: "/p/DLOOKALIKE1/c/1777/" }, make("time", {}, "2h")), " Reply")));

async function single() {
  const [media] = (await ask("PolarisPost")).xdt_api__v1__media__shortcode__web_info.items;
  main.append(post(media), make("div", {}, ...["plain.person", "otto.runs.late", "just.looking"].map((name) => comment(name, "so good, and such a long comment that it fills the line and goes on"))));
}

const VIEWS = {
  home: () => Promise.all([more(), suggested()]), explore: () => search().then(grid), serp: () => grid().then(search),
  followers: () => suggested().then(dialog), post: single,
};
if (document.body.dataset.view === "home") addEventListener("scroll", () => scrollY + 3 * innerHeight > document.documentElement.scrollHeight && more());
VIEWS[document.body.dataset.view]().then(() => document.body.setAttribute("data-drawn", ""));
