// The order follows the numbers while they are typed; the server works it out, nothing is saved.

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
  const answer = await fetch(`${form.action}?${fields}`).catch(() => null);
  if (!answer?.ok || mine !== asked) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  document.querySelector("#preview").replaceWith(page.querySelector("#preview"));
  const shares = page.querySelectorAll("[data-share]");
  document.querySelectorAll("[data-share]").forEach((cell, place) => cell.replaceWith(shares[place]));
}
