// What a form would change is shown while one types; the server works it out, nothing is saved.
import { fetchPage } from "./fetched-page.js";

const form = document.querySelector("[data-preview]");
const PAUSE = 250;
let waiting = 0;
let asked = 0;

form?.querySelector("[data-load]")?.addEventListener("change", (event) => {
  location.assign(`${form.action}?item=${encodeURIComponent(event.target.value)}`);
});
form?.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(look, PAUSE);
});

async function look() {
  if (!form.checkValidity()) return;
  const mine = ++asked;
  const fields = new URLSearchParams(new FormData(form));
  const page = await fetchPage(`${form.action}?${fields}`);
  if (!page || mine !== asked) return;
  document.querySelector("#preview").replaceWith(page.querySelector("#preview"));
  const shares = page.querySelectorAll("[data-share]");
  document.querySelectorAll("[data-share]").forEach((cell, place) => cell.replaceWith(shares[place]));
}
