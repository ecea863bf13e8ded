/** The words behind something: each in its sentence, highlighted, with where it stands and when. */

import { say } from "../language.js";
import { make } from "./elements.js";
import { quote } from "./evidence.js";
import { day } from "./figures.js";
import { placeOf } from "./words.js";

const MOST = 6;

/** @param {import("../messages.js").Evidence[]} evidence @param {import("../messages.js").Profile} profile */
export function quotes(evidence, profile) {
  const shown = evidence.slice(0, MOST).map((one) => line(quote(profile, one)));
  const rest = evidence.length - shown.length;
  return make("ul", { class: "quotes" }, ...shown, rest > 0 ? make("li", { class: "faint" }, say("more_words", rest)) : null);
}

/** @param {import("./evidence.js").Quote} found */
function line({ before, text, after, source, at }) {
  const where = at === null ? placeOf(source) : `${placeOf(source)}, ${day(at)}`;
  return make("li", {}, make("q", {}, before, make("mark", {}, text), after), make("span", { class: "faint" }, where));
}

/**
 * A row that opens to its words; which are open is kept in `openItems`, over new drawings.
 * @param {{id: string, head: (Node | null)[], openItems: Set<string>, body: () => Node, name: string}} given
 */
export function opens({ id, head, openItems, body, name }) {
  const inside = make("div", { class: "inside" });
  const button = make("button", { class: name, type: "button", "data-key": id, onclick: () => turn(!openItems.has(id)) }, ...head);
  /** @param {boolean} isOpen */
  function turn(isOpen) {
    if (isOpen) openItems.add(id);
    else openItems.delete(id);
    button.setAttribute("aria-expanded", String(isOpen));
    inside.replaceChildren(...(isOpen ? [body()] : []));
  }
  turn(openItems.has(id));
  return { button, inside };
}
