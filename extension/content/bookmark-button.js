/** The bookmark button: saves, shows that it is saved, takes it back. */

import { say } from "../language.js";
import { make, sign } from "./elements.js";
import { real } from "./real.js";
import { BOOKMARK } from "./signs.js";

/** @typedef {import("../messages.js").Saved} Saved */

/**
 * @param {{mark: Saved | null, undo: string | null, lists: Saved[], toggle: () => void, bringBack: () => void, isBusy?: boolean, isWide?: boolean}} given   `isBusy`: it is being saved and takes long
 */
export function bookmarkButton({ mark, undo, lists, toggle, bringBack, isBusy = false, isWide = false }) {
  if (undo !== null && mark === null) return make("button", { class: "save", type: "button", "data-key": "save", onclick: real(bringBack), title: say("put_back") }, say("removed_undo"));
  if (isBusy) return make("button", { class: "save", type: "button", "data-key": "save", "aria-disabled": "true" }, say("saving"));
  const isWaiting = mark?.candidate.startsWith("waiting:");
  const word = mark === null ? say("save") : isWaiting ? say("waiting") : say("saved");
  const button = make("button", { class: mark ? "save saved" : "save", type: "button", "data-key": "save", "aria-pressed": String(mark !== null), onclick: real(toggle), title: tooltip(mark, lists) });
  button.append(sign(BOOKMARK, { filled: mark !== null && !isWaiting }), isWide && mark?.list_name ? say("saved_in", mark.list_name) : word);
  return button;
}

/** @param {Saved | null} mark @param {Saved[]} lists */
function tooltip(mark, lists) {
  if (mark?.candidate.startsWith("waiting:")) return say("save_waiting_hint");
  if (mark) return say("save_saved_hint", mark.list_name || say("your_list"));
  const others = lists.map(({ list_name }) => list_name).filter(Boolean);
  return others.length > 0 ? say("save_hint_also", others.join(", ")) : say("save_hint");
}
