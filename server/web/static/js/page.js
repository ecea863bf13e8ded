// Comfort on every page: the toast leaves after ten seconds, choices act at once. All of it works without.
import { fadeOut } from "./toast.js";

document.documentElement.classList.add("scripted");

for (const form of document.querySelectorAll("form[data-switch]")) {
  form.addEventListener("change", () => form.requestSubmit());
}
for (const toast of document.querySelectorAll("[data-toast]")) fadeOut(toast);
for (const button of document.querySelectorAll("button[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
    button.textContent = "Copied";
  });
}
for (const button of document.querySelectorAll("button[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
