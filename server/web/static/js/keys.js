// Keys: j and k walk, Enter reads, o opens the profile, x ticks, s stage, n note, / search, ? help, Esc back.
const rows = [...document.querySelectorAll("[data-row]")];
let place = rows.findIndex((row) => row.classList.contains("at"));
const isReading = place >= 0;

/** @param {number} step */
function walk(step) {
  const next = Math.min(Math.max(place + step, 0), rows.length - 1);
  if (!rows.length || next === place) return;
  rows[place]?.classList.remove("at");
  place = next;
  rows[place].classList.add("at");
  const link = rows[place].querySelector("[data-open]");
  if (isReading) location.assign(link.href);
  else {
    link.focus({ preventScroll: true });
    rows[place].scrollIntoView({ block: "nearest" });
  }
}

function tick() {
  const box = rows[place]?.querySelector('input[name="key"]');
  if (box) box.click();
}

/** @param {string} key */
function focusFor(key) {
  const field = document.querySelector(`[data-key="${key}"]`);
  if (field) field.focus();
  else rows[place]?.querySelector("[data-open]")?.click();
}

const ACTIONS = {
  j: () => walk(1),
  k: () => walk(-1),
  x: tick,
  o: () => (isReading ? document : rows[place])?.querySelector(".pane [data-profile], [data-profile]")?.click(),
  s: () => focusFor("s"),
  n: () => focusFor("n"),
  "/": () => focusFor("/"),
  "?": () => document.querySelector("[data-keys]")?.showModal(),
  Escape: () => document.querySelector("[data-back]")?.click(),
};

/** One-letter keys work outside of fields only. */
export function listenToKeys() {
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest("input:not([type=checkbox]), textarea, select, dialog");
    if (event.key === "Escape" && isTyping && !event.target.closest("dialog")) return event.target.blur();
    if (isTyping || event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(ACTIONS, event.key)) return;
    event.preventDefault();
    ACTIONS[event.key]();
  });
}
