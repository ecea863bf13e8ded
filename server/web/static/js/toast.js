// A notice that stays for ten seconds, longer while somebody points at it or is inside it.
const SHOWN_MS = 10_000;

/** @param {HTMLElement} toast */
export function fadeOut(toast) {
  const wait = () => setTimeout(() => (toast.matches(":hover, :focus-within") ? wait() : toast.remove()), SHOWN_MS);
  wait();
}

/** Shows a sentence, with a form that undoes when there is one.
 * @param {string} words
 * @param {HTMLFormElement} [undo] */
export function say(words, undo) {
  const place = document.querySelector(".toasts");
  const toast = document.createElement("div");
  toast.className = "notice";
  const text = document.createElement("span");
  text.textContent = words;
  toast.append(text, ...(undo ? [undo] : []));
  place.replaceChildren(toast);
  fadeOut(toast);
}
