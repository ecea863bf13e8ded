// A form that saves when its field is left or chosen, and offers to undo; without script its button does the same.
import { say } from "./toast.js";

/** @param {HTMLFormElement} form */
export function saveInline(form) {
  form.addEventListener("change", () => send(form));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(form);
  });
}

/** @param {HTMLFormElement} form */
async function send(form) {
  const answer = await post(form.action, new FormData(form));
  if (!answer) return say("This was not saved: Seedlist does not answer. Start it again and change the field once more.");
  if (answer.keys.length) say(answer.words, undoForm(form, answer));
}

/** @param {string} address @param {FormData} fields */
async function post(address, fields) {
  const body = new URLSearchParams([...fields].map(([name, value]) => [name, String(value)]));
  const answer = await fetch(address, { method: "POST", body, headers: { Accept: "application/json" } }).catch(() => null);
  return answer?.ok ? answer.json() : null;
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
  });
  return undo;
}
