// Where one was on a list: the row last walked to or opened, kept for this tab so that coming back finds it again.
const KEY = "seedlist.place";

/** @param {Element[]} rows */
export function recalled(rows) {
  const known = sessionStorage.getItem(KEY);
  return known ? rows.findIndex((row) => keyOf(row) === known) : -1;
}

/** @param {Element} row */
export function remember(row) {
  sessionStorage.setItem(KEY, keyOf(row));
}

/** Whether the tab comes from a page under this address, so that the focus may be put back. */
export function hasComeBack() {
  if (!document.referrer) return false;
  const { origin, pathname } = new URL(document.referrer);
  return origin === location.origin && pathname.startsWith(location.pathname);
}

/** @param {Element} row */
function keyOf(row) {
  return new URL(row.querySelector("[data-open]").href).pathname;
}
