// A form that saves when its field is left or chosen, and offers to undo; without script its button does the same.
import { fetchPage } from "./fetched-page.js";
import { say } from "./toast.js";

/** @param {HTMLFormElement} form */
export function saveInline(form) {
  const choice = form.querySelector("select");
  if (choice) saveChoice(form, choice);
  else form.addEventListener("change", () => send(form));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(form);
  });
}

/** Arrow keys pass through every option: a choice by keys is saved when the field is left or Enter is pressed.
 * @param {HTMLFormElement} form @param {HTMLSelectElement} choice */
function saveChoice(form, choice) {
  let isByKeys = false;
  let saved = choice.value;
  const save = () => {
    if (choice.value === saved) return;
    saved = choice.value;
    send(form);
  };
  choice.addEventListener("pointerdown", () => (isByKeys = false));
  choice.addEventListener("keydown", (event) => {
    isByKeys = true;
    if (event.key === "Enter") save();
  });
  choice.addEventListener("change", () => isByKeys || save());
  choice.addEventListener("blur", save);
}

/** @param {HTMLFormElement} form */
async function send(form) {
  const answer = await post(form.action, new FormData(form));
  if (!answer) return say("This was not saved: Seedlist does not answer. Start it again and change the field once more.");
  if (!answer.keys.length) return;
  say(answer.words, undoForm(form, answer));
  await freshen();
}

/** @param {string} address @param {FormData} fields */
async function post(address, fields) {
  const body = new URLSearchParams([...fields].map(([name, value]) => [name, String(value)]));
  const sent = { method: "POST", body, keepalive: true, headers: { Accept: "application/json" } };
  const answer = await fetch(address, sent).catch(() => null);
  return answer?.ok ? answer.json() : null;
}

/** The parts of the page that tell what was just changed. */
async function freshen() {
  const page = await fetchPage(location.pathname + location.search);
  if (!page) return;
  for (const part of document.querySelectorAll("[data-fresh]")) {
    const newer = page.querySelector(`[data-fresh="${part.dataset.fresh}"]`);
    if (newer) part.replaceChildren(...newer.childNodes);
  }
}

/** @param {HTMLFormElement} form @param {{what: string, keys: string[]}} answer */
function undoForm(form, answer) {
  const undo = document.createElement("form");
  const button = document.createElement("button");
  button.className = "plain";
  button.textContent = "Undo";
  undo.append(button);
  undo.addEventListener("submit", async (event) => {
    event.preventDefault();
    const fields = new FormData();
    fields.set("what", answer.what);
    for (const key of answer.keys) fields.append("key", key);
    if (await post(form.action.replace(/change$/, "undo"), fields)) location.reload();
    else say("This was not undone: it was undone or changed again already, or Seedlist does not answer.");
  });
  return undo;
}
