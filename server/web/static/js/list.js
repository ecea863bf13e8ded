// Comfort on lists and in the reading pane: keys, ticks, inline saving, menus that close.
import { listenToKeys } from "./keys.js";
import { saveInline } from "./inline-save.js";
import { countTicks } from "./ticks.js";

listenToKeys();
for (const form of document.querySelectorAll("form[data-inline]")) saveInline(form);

const bulk = document.getElementById("bulk");
if (bulk) countTicks(bulk);

for (const menu of document.querySelectorAll("details[data-menu]")) {
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
    event.stopPropagation();
  });
  document.addEventListener("click", (event) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
}
for (const form of document.querySelectorAll(".toolbar form[method=get]")) {
  form.addEventListener("formdata", (event) => {
    for (const [name, value] of [...event.formData]) if (value === "") event.formData.delete(name);
  });
}
