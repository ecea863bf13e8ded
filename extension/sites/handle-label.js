/** Finds, in a link to an account, the element whose own words are the handle. */

/** A link holds a picture, a name, a number: hardly more. */
const MOST_TEXTS = 12;

/**
 * The element that shows the handle, with or without "@"; null where the link shows a picture or another name only.
 * @param {Element} link @param {string} handle lower case
 * @returns {Element | null}
 */
export function labelOf(link, handle) {
  const texts = link.ownerDocument.createTreeWalker(link, 4);
  for (let seen = 0; seen < MOST_TEXTS && texts.nextNode(); seen += 1) {
    const text = /** @type {Text} */ (texts.currentNode);
    if (text.data.length <= handle.length + 8 && text.data.trim().replace(/^@/, "").toLowerCase() === handle) return text.parentElement;
  }
  return null;
}
