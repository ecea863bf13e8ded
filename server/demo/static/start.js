/** Starts the extension's content modules in a demo page, and hands them the posts that the site would fetch. */

import { start } from "./main.js";

await start();
const items = document.getElementById("demo-items");
if (items) {
  const response = { seedlist: 1, kind: "response", url: "https://www.tiktok.com/api/post/item_list/", text: items.textContent, at: Date.now() };
  window.postMessage(response, location.origin);
}
