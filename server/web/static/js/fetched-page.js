// A page of this server as a document; asked for as one, since the content policy lets no script parse texts.

/** @param {string} address @returns {Promise<Document | null>} */
export function fetchPage(address) {
  return new Promise((done) => {
    const asked = new XMLHttpRequest();
    asked.responseType = "document";
    asked.addEventListener("loadend", () => done(asked.status === 200 ? asked.responseXML : null));
    asked.open("GET", address);
    asked.send();
  });
}
