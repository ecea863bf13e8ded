/** Where handles stand on Instagram, in every view: links to an account that show its name. */

import { labelOf } from "../handle-label.js";
import { handle, RESERVED } from "./handle.js";

const ACCOUNT = /^(?:https:\/\/(?:www\.)?instagram\.com)?\/([A-Za-z0-9_.]{1,30})\/?(?:[?#].*)?$/;
/** A comment's own address ends in its id; a post's does not. */
const COMMENT = 'a[href*="/c/"]';
const POST = 'a[href*="/p/"]:not([href*="/c/"]), a[href*="/reel/"]:not([href*="/c/"])';
const MOST_STEPS = 7;
/** A comment never is as large as one of these. */
const LARGE = "article, main, section, body, [role=\"dialog\"]";

/** @type {import("../site.js").Handles} */
export const handles = {
  selector: 'a[href^="/"], a[href^="https://www.instagram.com/"], a[href^="https://instagram.com/"]',

  read(link) {
    const name = handle(ACCOUNT.exec(link.getAttribute("href") ?? "")?.[1]);
    if (name === undefined || RESERVED.has(name)) return null;
    const label = labelOf(link, name);
    return label === null ? null : { handle: name, label };
  },

  isOrdinary(link) {
    const dialog = link.closest('[role="dialog"]');
    if (dialog !== null && dialog.querySelector(POST) === null) return true;
    return isInComment(link);
  },
};

/** Whether the nearest part with a comment's address around a link holds no post's address. @param {Element} link */
function isInComment(link) {
  let part = link.parentElement;
  for (let step = 0; part !== null && step < MOST_STEPS && !part.matches(LARGE); step += 1, part = part.parentElement) {
    if (part.querySelector(COMMENT) !== null) return part.querySelector(POST) === null;
  }
  return false;
}
