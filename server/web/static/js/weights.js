// The order follows the numbers while they are typed; the server works it out, nothing is saved.
import { fetchPage } from "./fetched-page.js";

const form = document.querySelector("[data-weights]");
const PAUSE = 250;
let waiting = 0;
let asked = 0;

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
