// The look-alike's own script: in-app navigation as the site does it, by XHR for data and pushState for the address.
const ask = (name, username) => new Promise((done) => {
  const request = new XMLHttpRequest();
  request.open("POST", "/graphql/query");
  request.setRequestHeader("Content-Type", "application/x-www-form-urlencoded");
  request.setRequestHeader("X-FB-Friendly-Name", name);
  request.addEventListener("load", () => done(JSON.parse(request.responseText)));
  request.send(new URLSearchParams({ fb_api_req_friendly_name: name, username }));
});

const seen = new Map();

async function show(handle) {
  if (!seen.has(handle)) {
    await ask("PolarisProfilePageContentQuery", handle);
    const [part] = await Promise.all([
      fetch(`/fragment/${handle}/`).then((answer) => answer.text()),
      ask("PolarisProfilePostsQuery", handle),
    ]);
    seen.set(handle, part);
  }
  if (location.pathname === `/${handle}/`) document.querySelector("main").innerHTML = seen.get(handle);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("nav a");
  if (!link) return;
  event.preventDefault();
  const handle = link.pathname.replaceAll("/", "");
  history.pushState({}, "", `/${handle}/`);
  show(handle);
});
addEventListener("popstate", () => show(location.pathname.replaceAll("/", "")));
seen.set(location.pathname.replaceAll("/", ""), document.querySelector("main").innerHTML);
