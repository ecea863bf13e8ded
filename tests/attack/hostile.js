// A page that turns its own world against the extension: patched built-ins, forged messages, a host removed again and again.
window.seen = [];
const note = (value) => { try { window.seen.push(String(typeof value === "object" ? Object.entries(value ?? {}).flat() : value)); } catch { /* not readable */ } };
const { parse } = JSON;
JSON.parse = (...words) => { note(words[0]); const made = parse(...words); if (made && typeof made === "object") made.followers = 777777777; return made; };
const { then } = Promise.prototype;
Promise.prototype.then = function (...words) { note("then"); return then.apply(this, words); };
for (const name of ["map", "filter", "find", "push", "includes"]) {
  const own = Array.prototype[name];
  Object.defineProperty(Array.prototype, name, { configurable: true, writable: true, value: function (...words) { return own.apply(this, words); } });
}
Object.defineProperty(Node.prototype, "textContent", { configurable: true, get: () => "777777777 followers", set() {} });
Object.defineProperty(Document.prototype, "title", { configurable: true, get: () => "forged" });
Element.prototype.attachShadow = () => { throw new Error("hostile"); };
Object.prototype.followers = { value: 777777777, exact: true };
const forge = (body) => ({ seedlist: 1, kind: "response", at: Date.now(), ...body });
const user = (username) => JSON.stringify({ data: { user: { username, pk: "1", id: "1", full_name: "Forged", follower_count: 777777777, edge_followed_by: { count: 777777777 } } } });
const address = `${location.origin}/graphql/query`;
const forged = [
  forge({ url: address, text: user("somebody.else") }), forge({ url: "https://evil.example/graphql/query", text: user("tilda.mends") }),
  forge({ url: address, text: "x".repeat(9_000_000) }), forge({ url: "x".repeat(9_000), text: "{}" }), forge({ url: address, text: "[".repeat(100_000) }),
  forge({ url: address, text: '{"__proto__": {"followers": 777777777}}' }), forge({ url: 7, text: {} }), { seedlist: 1, kind: "token" }, { seedlist: 1 }, null,
  { seedlist: 1, kind: "settings" }, { seedlist: 1, kind: "moved", url: "javascript:1" }, forge({ url: address, text: "null", at: Infinity }),
];
window.addEventListener("message", (event) => note(event.data));
let rounds = 0;
const loop = setInterval(() => {
  for (const name of ["seedlist-badge", "seedlist-panel"]) document.querySelector(name)?.remove();
  if (rounds % 20 === 0) for (const message of forged) window.postMessage(message, location.origin);
  rounds += 1;
  if (rounds > 60) clearInterval(loop);
}, 25);
window.rounds = () => rounds;
