/** Where handles stand on TikTok, in every view: links to an account that show its handle, or the name in a comment. */

import { labelOf } from "../handle-label.js";
import { handle } from "./handle.js";

const ACCOUNT = /^(?:https:\/\/(?:www\.|m\.)?tiktok\.com)?\/(?:[a-z]{2}(?:-[A-Za-z]{2,4})?\/)?(?:@|%40)([\w.]{1,32})\/?(?:[?#].*)?$/;
/** Comments show the name that people gave themselves; only the link says the handle. */
const COMMENTER = '[data-e2e^="comment-username"]';
const COMMENT = `${COMMENTER}, [data-e2e^="comment-level"], [data-e2e="comment-item"]`;
const VIDEO = '[data-e2e="browse-username"], [data-e2e="browse-video"], [data-e2e="video-desc"], [data-e2e="browse-video-desc"]';
const PEOPLE = '[data-e2e="follow-info-popup"], [role="dialog"]';

/** @type {import("../site.js").Handles} */
export const handles = {
  selector: 'a[href*="/@"], a[href*="/%40"]',

  read(link) {
    const name = handle(ACCOUNT.exec(link.getAttribute("href") ?? "")?.[1]);
    if (name === undefined) return null;
    const label = labelOf(link, name) ?? link.querySelector(COMMENTER) ?? (link.matches(COMMENTER) ? link : null);
    return label === null ? null : { handle: name, label };
  },

  isOrdinary(link) {
    if (link.closest(COMMENT) !== null || link.querySelector(COMMENT) !== null) return true;
    const list = link.closest(PEOPLE);
    return list !== null && list.querySelector(VIDEO) === null;
  },
};
