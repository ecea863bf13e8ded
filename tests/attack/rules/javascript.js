// One example for each rule of javascript.yml, and what it must let through. Read by `semgrep --test` alone.
export function examples(node, words) {
  // ruleid: no-markup-from-words
  node.innerHTML = words;
  // ruleid: no-markup-from-words
  node.insertAdjacentHTML("beforeend", words);
  // ok: no-markup-from-words
  node.textContent = words;
  // ruleid: no-code-from-words
  new Function(words)();
  // ruleid: no-code-from-words
  node.setAttribute("onclick", words);
  // ok: no-code-from-words
  node.setAttribute("title", words);
  // ruleid: asks-the-paired-server-alone
  fetch("/elsewhere");
  // ruleid: asks-the-paired-server-alone
  navigator.sendBeacon("/elsewhere", words);
  // ruleid: no-message-to-everybody
  window.postMessage(words, "*");
  // ok: no-message-to-everybody
  window.postMessage(words, location.origin);
  // ruleid: nothing-kept-in-the-page
  localStorage.setItem("words", words);
}
