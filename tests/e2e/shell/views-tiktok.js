// Feeds, searches and video pages as the site builds them: its own fetch for data, links with handles in sight.
const ask = (path) => fetch(path).then((answer) => answer.json());
const make = (tag, attributes = {}, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
};
const [main, aside] = [document.querySelector("main"), document.querySelector("aside")];
const link = (name, mark) => make("a", { href: `/@${name}` }, make("h3", { "data-e2e": mark, class: "handle", style: "margin:0;font-size:15px" }, name));

const feedItem = ({ author, desc }) => make("div", { "data-e2e": "recommend-list-item-container" },
  make("div", { class: "video" }, make("div", {}, link(author.uniqueId, "video-author-uniqueid")), make("div", { "data-e2e": "video-desc" }, desc)));

const tile = ({ author, desc, id }) => make("div", {}, make("div", { class: "video" }), make("div", { class: "cut" }, desc),
  make("div", { class: "row", style: "padding:4px 0;gap:6px" }, make("span", { class: "face", style: "width:24px;height:24px" }),
    make("a", { href: `/@${author.uniqueId}`, class: "who" }, make("p", { "data-e2e": "search-card-user-unique-id", class: "cut", style: "margin:0" }, author.uniqueId)), make("span", { class: "soft" }, String(id).slice(-2))));

const account = ({ user_info: user }) => make("div", { "data-e2e": "search-user-container" }, make("a", { href: `/@${user.unique_id}`, class: "row", "data-e2e": "search-user-info-container" },
  make("span", { class: "face", style: "width:60px;height:60px" }), make("div", { class: "who" },
    make("p", { "data-e2e": "search-user-unique-id", class: "handle", style: "margin:0" }, user.unique_id),
    make("div", { class: "soft cut" }, `${user.nickname} · ${user.follower_count} Followers`), make("p", { class: "cut", style: "margin:0" }, user.signature))));

const suggestion = (name) => make("a", { href: `/@${name}`, class: "row", "data-e2e": "suggest-card" }, make("span", { class: "face" }), make("div", { class: "who" }, make("h4", { class: "handle", style: "margin:0" }, name), make("p", { class: "soft cut", style: "margin:0" }, "A name")));

const comment = (name) => make("div", { class: "comment", "data-e2e": "comment-level-1" }, make("span", { class: "face" }), make("div", {}, make("a", { href: `/@${name}` }, make("span", { "data-e2e": "comment-username-1", class: "handle" }, `Friend ${name.slice(0, 3)}`)), make("p", { style: "margin:0" }, "so neat")));

async function foryou() {
  const { itemList } = await ask("/api/recommend/item_list/?count=6");
  main.append(...itemList.map(feedItem));
  aside.append(make("p", { class: "soft" }, "Suggested accounts"), ...itemList.slice(0, 4).map(({ author }) => suggestion(author.uniqueId)));
}
async function users() {
  main.append(...(await ask("/api/search/user/full/?keyword=men")).user_list.map(account));
}
async function videos(path, list) {
  main.append(make("div", { class: "tiles" }, ...(await ask(path))[list].map(tile)));
}
async function top() {
  main.append(...(await ask("/api/search/general/full/?keyword=men")).data[0].user_list.map(account));
  await videos("/api/search/item/full/?keyword=men", "item_list");
}
async function video() {
  const { itemInfo: { itemStruct: item } } = await ask("/api/item/detail/?itemId=7555555104997346615");
  main.append(make("div", { class: "row" }, make("span", { class: "face" }), make("div", { class: "who" }, make("a", { href: `/@${item.author.uniqueId}` }, make("span", { "data-e2e": "browse-username", class: "handle" }, item.author.uniqueId)), make("div", { class: "soft" }, item.author.nickname)), make("button", {}, "Follow")), make("div", { class: "video" }));
  await ask("/api/comment/list/?aweme_id=1");
  main.append(...["plain.person", "just.looking", "dailyderya"].map(comment));
}

const isSearch = location.pathname.startsWith("/search");
const VIEWS = { foryou, users, top, video, videos: () => videos(isSearch ? "/api/search/item/full/?keyword=men" : "/api/challenge/item_list/?challengeID=1", isSearch ? "item_list" : "itemList") };
VIEWS[document.body.dataset.view]().then(() => document.body.setAttribute("data-drawn", ""));
