/** The bookmark button: saves, shows that it is saved, takes it back. */

import { make, sign } from "./elements.js";
import { BOOKMARK } from "./signs.js";

/** @typedef {import("../messages.js").Saved} Saved */

/**
 * @param {{mark: Saved | null, undo: string | null, lists: Saved[], toggle: () => void, bringBack: () => void, isWide?: boolean}} given
 */
export function bookmarkButton({ mark, undo, lists, toggle, bringBack, isWide = false }) {
  if (undo !== null && mark === null) return make("button", { class: "save", type: "button", "data-key": "save", onclick: bringBack, title: "Put it back on the list" }, "Removed · Undo");
  const isWaiting = mark?.candidate.startsWith("waiting:");
  const word = mark === null ? "Save" : isWaiting ? "Waiting" : "Saved";
  const button = make("button", { class: mark ? "save saved" : "save", type: "button", "data-key": "save", "aria-pressed": String(mark !== null), onclick: toggle, title: tooltip(mark, lists) });
  button.append(sign(BOOKMARK, { filled: mark !== null && !isWaiting }), isWide && mark?.list_name ? `${word} in ${mark.list_name}` : word);
  return button;
}

/** @param {Saved | null} mark @param {Saved[]} lists */
function tooltip(mark, lists) {
  if (mark?.candidate.startsWith("waiting:")) return "Kept here until Seedlist runs. Press to drop it.";
  if (mark) return `Saved in ${mark.list_name || "your list"}. Press to take it off.`;
  const others = lists.map(({ list_name }) => list_name).filter(Boolean);
  return others.length > 0 ? `Save to the list in use (also in ${others.join(", ")})` : "Save to the list in use";
}
