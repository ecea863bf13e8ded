// The look-alike's own script: the post list by fetch after a hard load, and in-app navigation.
const posts = (handle) => fetch(`/api/post/item_list/?secUid=MS4w${handle}&count=35`).then((answer) => answer.json());
const handleOf = () => location.pathname.split("/")[1].replace("@", "").toLowerCase();

async function show(handle) {
  await fetch(`/api/user/detail/?uniqueId=${handle}`).then((answer) => answer.json());
  const part = await fetch(`/fragment/@${handle}`).then((answer) => answer.text());
  if (handleOf() === handle) document.querySelector("main").innerHTML = part;
  await posts(handle);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("nav a");
  if (!link) return;
  event.preventDefault();
  history.pushState({}, "", link.pathname);
  show(handleOf());
});
addEventListener("popstate", () => show(handleOf()));
posts(handleOf());
