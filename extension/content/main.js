/** Wires the content side: the watcher sees, the session asks, the overlay shows. */

import { ask, isAlive, onMessage } from "../chrome.js";
import { siteFor } from "../sites/index.js";
import { parseBody } from "../sites/response-body.js";
import { Sightings } from "../sites/sightings.js";
import { commandOf } from "./keys.js";
import { Marks } from "./marks/marks.js";
import { Overlay } from "./overlay.js";
import { selfCheck } from "./self-check.js";
import { Session } from "./session.js";
import { Watcher } from "./watcher.js";

/** Starts once in a page. */
export function start() {
  /** @type {import("../messages.js").Settings | null} */
  let settings = null;
  const sightings = new Sightings();
  /** @type {Session} */
  const session = new Session({
    ask, later: (task, wait) => setTimeout(task, wait), isVisible: () => document.visibilityState === "visible",
    show: (model) => { overlay.show(model); marks.heed(model); },
  });
  const overlay = new Overlay({
    toggle: () => void session.toggle(), bringBack: () => void session.bringBack(), step, mark: () => session.mark(),
    missing: () => ownCheck().missing,
    again: () => void session.changes.again(), edit: (mark, changes) => session.edit(mark, changes), chooseList: (id) => void chooseList(id),
  });
  const isOn = (/** @type {import("../sites/site.js").Site | null} */ site) => site !== null && !settings?.off.includes(site.id);
  const marks = new Marks({ ask, profileOf: (platform, handle) => sightings.profile(platform, handle), place: () => watcher.place });
  const watcher = new Watcher({
    window, sightings, parse: parseBody,
    siteFor: (url) => { const site = siteFor(url); return isOn(site) ? site : null; },
    onPlace: (place) => { session.move(place); marks.look(); },
    onProfile: (place, profile) => session.learn(place, profile),
    onPage: () => { overlay.place(); marks.look(); },
    onTouch: () => overlay.verify(),
    onNothing: (place) => session.nothing(place),
    onWaited: () => void report(),
  });

  /** @param {string} does */
  function step(does) {
    if (does === "retry") return void session.retry();
    if (does === "reload") return location.reload();
    if (does === "hide") return overlay.hide();
    void session.ask({ kind: "open", page: /** @type {any} */ (does.replace("open:", "")) });
  }

  /** @param {string} id */
  async function chooseList(id) {
    await session.ask({ kind: "select", list: id });
    await session.refresh();
  }

  async function loadSettings() {
    const answer = await session.ask({ kind: "settings" });
    if (!answer?.ok || !answer.settings) return;
    const wasOff = watcher.place === null;
    settings = answer.settings;
    overlay.settings = settings;
    marks.choose(settings);
    if (wasOff || !isOn(watcher.place?.site ?? null)) watcher.again();
    else overlay.draw();
  }

  /** @type {{[name: string]: () => void}} */
  const COMMANDS = {
    save: () => void session.toggle(), panel: () => overlay.toggle(),
    "next-list": () => void session.nextList(), note: () => overlay.openNote(),
  };

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    const name = settings?.keys && isAlive() && session.model.phase !== "none" ? commandOf(event, overlay.hasFocus()) : null;
    if (name === null) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    COMMANDS[name]();
  }

  onMessage((order) => {
    if (order.kind === "command") COMMANDS[order.name]?.();
    else if (order.kind === "settings-changed") void loadSettings().then(() => session.refresh());
    else if (order.kind === "kept") session.heed(order);
    else if (order.kind === "self") return Promise.resolve(ownCheck());
    return null;
  });

  /** @returns {import("../messages.js").SelfCheck} */
  function ownCheck() {
    const { place } = watcher;
    return place === null ? { site: "", kind: "off", handle: null, missing: [], drawn: [], fields: {} } : selfCheck(place, document, sightings);
  }

  /** Tells the worker what this page lacks. A page that nobody looks at may not be drawn, so it says nothing. */
  async function report() {
    const { site, kind, missing, drawn } = ownCheck();
    if (document.visibilityState !== "visible" || document.readyState !== "complete" || kind !== "profile") return;
    await session.ask({ kind: "looked", site, view: kind, failing: [...missing, ...drawn.map((part) => `drawn_${part}`)] });
  }

  window.addEventListener("keydown", onKey, true);
  watcher.start();
  marks.start();
  void loadSettings().then(() => session.loadState());
  window.addEventListener("resize", () => overlay.place());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible" && isAlive() && session.model.phase === "problem") void session.refresh();
  });
}
