// Ticked candidates: how many, all at once, and the bar with what can be done to them.

/** @param {HTMLElement} bulk */
export function countTicks(bulk) {
  const boxes = [...document.querySelectorAll('input[name="key"][form="bulk"]')];
  const all = document.querySelector("[data-all]");
  const everybody = bulk.querySelector("#bulk-all");
  everybody?.addEventListener("change", () => tell());
  const tell = () => {
    const ticked = boxes.filter((box) => box.checked).length;
    bulk.classList.toggle("ticking", ticked > 0);
    bulk.querySelector("[data-ticked]").textContent = everybody?.checked ? "With all of them:" : `${ticked} ticked:`;
    if (all) all.checked = ticked === boxes.length;
    offerEverybody(bulk, everybody, ticked === boxes.length);
  };
  if (all) letTickAll(all, boxes, tell);
  for (const box of boxes) box.addEventListener("change", tell);
  for (const choice of bulk.querySelectorAll("select")) choice.addEventListener("keydown", actAtOnce);
  tell();
}

/** @param {HTMLInputElement} all @param {HTMLInputElement[]} boxes @param {() => void} tell */
function letTickAll(all, boxes, tell) {
  all.hidden = false;
  all.addEventListener("change", () => {
    for (const box of boxes) box.checked = all.checked;
    tell();
  });
}

/**
 * Everybody on every page can be meant once all of this page are ticked; side by side stays for the ticked.
 * @param {HTMLElement} bulk @param {HTMLInputElement | null} everybody @param {boolean} isWholePage
 */
function offerEverybody(bulk, everybody, isWholePage) {
  if (!everybody) return;
  everybody.closest("[data-everybody]").hidden = !isWholePage;
  if (!isWholePage) everybody.checked = false;
  for (const button of bulk.querySelectorAll("[formmethod=get]")) button.hidden = everybody.checked;
}

/** Enter in a choice presses the button beside it. @param {KeyboardEvent} event */
function actAtOnce(event) {
  if (event.key !== "Enter") return;
  event.preventDefault();
  event.target.closest(".line").querySelector("button").click();
}
