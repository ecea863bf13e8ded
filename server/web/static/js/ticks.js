// Ticked candidates: how many, all at once, and the bar with what can be done to them.

/** @param {HTMLElement} bulk */
export function countTicks(bulk) {
  const boxes = [...document.querySelectorAll('input[name="key"][form="bulk"]')];
  const all = document.querySelector("[data-all]");
  const tell = () => {
    const ticked = boxes.filter((box) => box.checked).length;
    bulk.classList.toggle("ticking", ticked > 0);
    bulk.querySelector("[data-ticked]").textContent = `${ticked} ticked:`;
    if (all) all.checked = ticked === boxes.length;
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

/** Enter in a choice presses the button beside it. @param {KeyboardEvent} event */
function actAtOnce(event) {
  if (event.key !== "Enter") return;
  event.preventDefault();
  event.target.closest(".line").querySelector("button").click();
}
