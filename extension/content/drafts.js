/** What is being typed on a candidate: outlives every drawing of the panel, and goes only once the server has it. */

/** @typedef {import("../messages.js").Saved} Saved */
/** @typedef {{note?: string, tags?: string}} Draft   as typed */

export class Drafts {
  constructor() {
    /** By candidate. @type {Map<string, Draft>} */ this.kept = new Map();
    /** What is on its way. @type {Map<string, Draft>} */ this.sent = new Map();
  }

  /** @param {Saved} mark @param {keyof Draft} name @param {string} value */
  write({ candidate }, name, value) {
    this.kept.set(candidate, { ...this.kept.get(candidate), [name]: value });
  }

  /** What a field shows: the typed words, else what is saved. @param {Saved} mark @param {keyof Draft} name */
  words(mark, name) {
    const draft = this.kept.get(mark.candidate);
    if (draft?.[name] !== undefined && isSaved(mark, name, draft[name])) delete draft[name];
    return draft?.[name] ?? savedWords(mark, name);
  }

  /**
   * Sends a field that says something else than what is saved, and is not on its way.
   * @param {Saved} mark @param {keyof Draft} name @param {(mark: Saved, changes: import("../messages.js").Changes) => Promise<boolean>} edit   whether it was taken
   */
  async send(mark, name, edit) {
    const { candidate } = mark;
    const value = this.kept.get(candidate)?.[name];
    if (value === undefined || isSaved(mark, name, value) || this.sent.get(candidate)?.[name] === value) return;
    this.sent.set(candidate, { ...this.sent.get(candidate), [name]: value });
    const isTaken = await edit(mark, name === "note" ? { note: value } : { tags: tagsIn(value) });
    delete this.sent.get(candidate)?.[name];
    if (isTaken && this.kept.get(candidate)?.[name] === value) delete this.kept.get(candidate)?.[name];
  }

  /** Both fields, as when the panel closes. @param {Saved} mark @param {(mark: Saved, changes: import("../messages.js").Changes) => Promise<boolean>} edit */
  sendAll(mark, edit) {
    for (const name of /** @type {const} */ (["note", "tags"])) void this.send(mark, name, edit);
  }
}

/** @param {Saved} mark @param {keyof Draft} name */
function savedWords({ note, tags }, name) {
  return name === "note" ? note : tags.join(", ");
}

/** @param {Saved} mark @param {keyof Draft} name @param {string} value */
function isSaved(mark, name, value) {
  return (name === "note" ? value : tagsIn(value).join(", ")) === savedWords(mark, name);
}

/** @param {string} value */
function tagsIn(value) {
  return value.split(",").map((tag) => tag.trim()).filter(Boolean);
}
