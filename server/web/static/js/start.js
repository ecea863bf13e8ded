// The first page notices when a step is done: it asks this server every two seconds while it is looked at.
const steps = document.querySelector("[data-wait]");
const known = { paired: Number(steps.dataset.paired), brand: steps.dataset.brand === "true", saved: Number(steps.dataset.saved) };

for (const words of document.querySelectorAll("[data-waiting]")) words.hidden = false;

async function look() {
  if (document.visibilityState !== "visible") return;
  const answer = await fetch(steps.dataset.wait).catch(() => null);
  if (!answer?.ok) return;
  const state = await answer.json();
  if (Object.keys(known).some((step) => known[step] !== state[step])) location.replace("/");
}
setInterval(look, 2000);
