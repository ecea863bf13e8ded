/** Only what the user does counts: a script of the page reaches our buttons and fields, and can ask for nothing by them. */

/** `act` for the user's own clicks and keys; events that a script made do nothing. @param {(event: any) => void} act @returns {(event: any) => void} */
export function real(act) {
  return (event) => {
    if (event.isTrusted) act(event);
  };
}
