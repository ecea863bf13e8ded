/** Ways in which a drawn page can break. Each changes a document in place; none writes a plausible number. */

const HOSTILE_COUNTS = ["", "—", "12..3K", "1,2,3", "NaN", "∞", "null", "-5", "Loading", "K", "1.2.3", "undefined", "9".repeat(30), "12 34"];

const inBody = (document) => [...document.body.querySelectorAll("div, span, a, h1, h2, h3, ul, li, strong, header, section, img, svg")];
const leaves = (document) => inBody(document).filter((element) => element.children.length === 0 && /\p{Nd}/u.test(element.textContent) && element.textContent.length < 20);

export const PAGE_BREAKS = {
  removeElement(document, chance) {
    chance.pick(inBody(document))?.remove();
  },
  removeMeta(document, chance) {
    chance.pick([...document.head.querySelectorAll("meta, script, title")])?.remove();
  },
  removeAttribute(document, chance) {
    const element = chance.pick(inBody(document).filter(({ attributes }) => attributes.length > 0));
    element?.removeAttribute(chance.pick([...element.attributes]).name);
  },
  removeLanguage(document) {
    document.documentElement.removeAttribute("lang");
  },
  renameMarks(document, chance) {
    const marks = [...new Set([...document.querySelectorAll("[data-e2e]")].map((element) => element.getAttribute("data-e2e")))];
    const mark = chance.pick(marks);
    for (const element of document.querySelectorAll("[data-e2e]")) if (element.getAttribute("data-e2e") === mark) element.setAttribute("data-e2e", `${mark}-v2`);
  },
  scrambleClasses(document) {
    for (const element of inBody(document)) element.setAttribute("class", "x1a2b3");
  },
  reorderChildren(document, chance) {
    const parent = chance.pick(inBody(document).filter(({ children }) => children.length > 1));
    parent?.replaceChildren(...chance.shuffled([...parent.childNodes]));
  },
  hostileCount(document, chance) {
    const leaf = chance.pick(leaves(document));
    if (leaf) leaf.textContent = chance.pick(HOSTILE_COUNTS);
  },
  hostileTitle(document, chance) {
    const titled = chance.pick([...document.body.querySelectorAll("[title]")]);
    titled?.setAttribute("title", chance.pick(HOSTILE_COUNTS));
  },
  strangersHead(document) {
    const head = document.createElement("header");
    head.innerHTML = '<h2>some.stranger</h2><ul><li><span>9</span> posts</li><li><a href="/some.stranger/followers/"><span title="31337">31.3K</span> followers</a></li></ul><div><span dir="auto">Some Stranger</span></div><span dir="auto">a stranger\'s words</span>';
    document.body.prepend(head);
  },
  strangersPosts(document) {
    const main = document.querySelector("main, [data-e2e=user-post-item-list]") ?? document.body;
    const grid = document.createElement("div");
    grid.innerHTML = '<a href="/some.stranger/p/DZZZZZZZZZZ/"><img alt="a stranger\'s caption"></a><div data-e2e="user-post-item"><a href="https://www.tiktok.com/@some.stranger/video/7555555104997346615"><img alt="a stranger\'s caption"></a></div><div data-e2e="user-post-item"><a href="https://www.tiktok.com/@/video/1"></a></div>';
    main.append(grid);
  },
  strangersPage(document) {
    const page = document.createElement("div");
    page.setAttribute("data-e2e", "user-page");
    page.innerHTML = '<h1 data-e2e="user-title">some.stranger</h1><h2 data-e2e="user-subtitle">Some Stranger</h2><strong data-e2e="followers-count">31337</strong><h2 data-e2e="user-bio">a stranger</h2>';
    document.body.prepend(page);
  },
  wrapped(document) {
    const box = document.createElement("div");
    box.append(...document.body.childNodes);
    document.body.append(box);
  },
  emptied(document) {
    document.body.replaceChildren();
  },
};

/** The page cut off in the middle, as text. */
export function truncated(html, chance) {
  return html.slice(0, chance.below(html.length));
}
