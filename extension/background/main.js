/** The service worker: wires the door to the server, the outbox and the answers. Every listener is set in the first turn. */

import { address, alarm, lockStore, onAlarm, onCommand, onMessage, onStart, openTab, ownId, store, tellActiveTab, tellAllTabs } from "../chrome.js";
import { answersWith } from "./answers.js";
import { Breakage } from "./breakage.js";
import { keptAfter, keptOf } from "./kept.js";
import { Outbox } from "./outbox.js";
import { PROBLEMS, Refused } from "./problems.js";
import { Retries } from "./retries.js";
import { mayAsk } from "./senders.js";
import { serverAt } from "./server.js";
import { checked } from "./settings.js";

const server = serverAt({
  port: async () => checked(await store.get("settings", {})).port,
  token: () => store.get("token", null),
  fetch: (...given) => fetch(...given),
});
const outbox = new Outbox(store);
const answers = answersWith({
  server, store, openTab, address, outbox,
  breakage: new Breakage(store, Date.now),
  onDelivered: (account, saved) => void tellAllTabs(keptOf(account, saved)),
  onSettings: () => void tellAllTabs({ kind: "settings-changed" }),
  browser: navigator.userAgent.includes("Firefox/") ? "Firefox" : "Chromium",
});

const retries = new Retries({ alarm, store, count: async () => (await outbox.all()).length, deliver: () => answer({ kind: "deliver" }) });

/** @param {any} message */
async function answer(message) {
  try {
    const given = await answers[message.kind](message);
    const kept = keptAfter(message, given);
    if (kept !== null) void tellAllTabs(kept);
    if (given.ok && given.queued) void retries.plan();
    return given;
  } catch (error) {
    if (error instanceof Refused) return { ok: false, problem: error.problem };
    throw error;
  }
}

onMessage((message, sender) => (mayAsk(message, sender, ownId()) ? answer(message) : Promise.resolve({ ok: false, problem: PROBLEMS.sender })));
/** What a browser or worker that ended left behind is sent as soon as there is a worker again. */
onStart(() => void retries.afresh());
onAlarm(() => void retries.again());
void answer({ kind: "deliver" }).then(() => retries.plan());
onCommand((name) => void tellActiveTab({ kind: "command", name }));
void lockStore();
