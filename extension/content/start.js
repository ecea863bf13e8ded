/** Loads the content modules: a content script is no module itself. The one other place that names the browser's interface. */
import(globalThis.chrome.runtime.getURL("content/main.js")).then((main) => main.start()).catch(() => {
  // The extension was reloaded while the page opened: the next page load starts anew.
});
