/** What could not be read, said by name. */

import { say } from "../language.js";
import { make } from "./elements.js";
import { PAGE_PARTS } from "./words.js";

/** @param {import("../messages.js").Annotation} annotation @param {string[]} missing parts that the page should have shown */
export function gaps({ notes, tier }, missing) {
  const named = missing.filter((part) => part !== "followers" || tier === null).map((part) => PAGE_PARTS[part] ?? part);
  if (named.length === 0 && notes.length === 0) return null;
  return make("section", {}, make("h2", {}, say("gaps_title")),
    named.length > 0 ? make("p", { class: "soft" }, say("could_not_read", named.join(", "))) : null,
    ...notes.map((note) => make("p", { class: "soft" }, `${note.charAt(0).toUpperCase()}${note.slice(1).replace(/\.$/, "")}.`)));
}
