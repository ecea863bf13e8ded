// Keys: j and k walk, Enter reads, o profile, x tick, s stage, n note, g gift, p person, t post, u undo, / search, ? help, Esc back.
import { hasComeBack, recalled, remember } from "./place.js";

const LETTERS_OFF = "seedlist.letters-off";
const rows = [...document.querySelectorAll("[data-row]")];
let place = rows.findIndex((row) => row.classList.contains("at"));
const isReading = place >= 0 || Boolean(document.querySelector(".pane"));

const linkAt = () => rows[place]?.querySelector("[data-open]");
const boxAt = () => rows[place]?.querySelector('input[name="key"]');

/** @param {number} step */
function walk(step) {
  const next = Math.min(Math.max(place + step, 0), rows.length - 1);
  if (!rows.length || next === place) return;
  stand(next);
  if (isReading) location.assign(linkAt().href);
  else show();
}

/** @param {number} next */
function stand(next) {
  rows[place]?.classList.remove("at");
  place = next;
  rows[place].classList.add("at");
  remember(rows[place]);
}

function show() {
  linkAt().focus({ preventScroll: true });
  rows[place].scrollIntoView({ block: "nearest" });
}

function stage() {
  if (isReading) return focusFor("s");
  if (!document.querySelector('input[name="key"]:checked')) boxAt()?.click();
  if (document.querySelector('input[name="key"]:checked')) document.getElementById("bulk-stage").focus();
}

function note() {
  if (isReading) focusFor("n");
  else if (linkAt()) location.assign(`${linkAt().href}#note`);
}

/** @param {string} key */
function focusFor(key) {
  const field = document.querySelector(`[data-key="${key}"]`);
  const folded = field?.closest("details");
  if (folded) folded.open = true;
  field?.focus();
  if (field?.matches("textarea")) field.setSelectionRange(field.value.length, field.value.length);
}

function read() {
  if (document.activeElement === document.body) linkAt()?.click();
}

const ACTIONS = {
  j: () => walk(1),
  k: () => walk(-1),
  x: () => boxAt()?.click(),
  o: () => (isReading ? document.querySelector(".pane [data-profile]") : rows[place]?.querySelector("[data-profile]"))?.click(),
  s: stage,
  n: note,
  g: () => focusFor("g"),
  p: () => focusFor("p"),
  t: () => focusFor("t"),
  u: () => document.querySelector(".toasts .plain")?.click(),
  "/": () => focusFor("/"),
  "?": () => document.querySelector("[data-keys]")?.showModal(),
  Escape: () => document.querySelector("[data-back]")?.click(),
};
const FIELDS = "input:not([type=checkbox], [type=radio]), textarea, select, dialog";

/** @param {HTMLElement} field */
function leave(field) {
  const help = field.closest("dialog");
  help?.close();
  // A closed dialog keeps the focus until the next picture, and would take the next key with it.
  if (!help || help.contains(document.activeElement)) document.activeElement.blur();
}

/** @param {KeyboardEvent} event */
function isOurs(event) {
  const isLetter = event.key.length === 1;
  if (event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(ACTIONS, event.key)) return false;
  return !isLetter || event.key === "?" || !localStorage.getItem(LETTERS_OFF);
}

/** One-letter keys work outside of fields only, and can be switched off. */
export function listenToKeys() {
  document.addEventListener("keydown", (event) => {
    const field = event.target.closest(FIELDS);
    if (event.key === "Escape" && field) return leave(field);
    if (event.key === "Enter" && !field) return read();
    if (field || !isOurs(event)) return;
    event.preventDefault();
    ACTIONS[event.key]();
  });
  for (const row of rows) row.addEventListener("focusin", () => isReading || stand(rows.indexOf(row)));
  letSwitchOff();
  comeBack();
}

function comeBack() {
  const known = isReading ? -1 : recalled(rows);
  if (known < 0 || !hasComeBack()) return;
  stand(known);
  if (!location.hash) show();
}

function letSwitchOff() {
  const box = document.querySelector("[data-letters]");
  if (!box) return;
  box.checked = !localStorage.getItem(LETTERS_OFF);
  box.addEventListener("change", () => (box.checked ? localStorage.removeItem(LETTERS_OFF) : localStorage.setItem(LETTERS_OFF, "yes")));
  const button = document.querySelector("[data-open-keys]");
  button.hidden = false;
  button.addEventListener("click", () => document.querySelector("[data-keys]").showModal());
}
