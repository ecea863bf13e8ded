/**
 * Breaks every saved case in many ways and judges what is still read.
 * Run: node tests/drill/drill.js --cases 10000 --seed 1 [--show 10]
 */

import { JSDOM } from "jsdom";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { siteFor } from "../../extension/sites/index.js";
import { parseBody } from "../../extension/sites/response-body.js";
import { Sightings } from "../../extension/sites/sightings.js";
import { caseNames, loadCase, PLATFORMS, profileOf } from "../pages/saved-case.js";
import { JSON_BREAKS } from "./break-json.js";
import { PAGE_BREAKS, truncated } from "./break-page.js";
import { Chance } from "./chance.js";
import { copied } from "./copies.js";
import { judge } from "./judge.js";

const SLOW_MS = 50;
const EMPTY_PAGE = '<!DOCTYPE html><html lang="en"><body></body></html>';
/** Documents of one window are never freed, so each batch gets a new window. */
const BATCH = 100;

/** Breaks one case with one to three breaks; says which. */
function broken(saved, chance, window) {
  const breaks = [];
  const payloads = saved.payloads.map((payload) => ({ ...payload, body: copied(payload.body) }));
  const cut = saved.html !== "" && chance.next() < 0.03;
  const document = new window.DOMParser().parseFromString(cut ? truncated(saved.html, chance) : saved.html || EMPTY_PAGE, "text/html");
  if (cut) breaks.push(stillLoading(document));
  for (let left = 1 + chance.below(3); left > 0; left -= 1) breaks.push(breakOnce({ saved, payloads, document, chance }));
  if (chance.next() < 0.1) payloads.push(...chance.shuffled(payloads).slice(0, 1));
  if (chance.next() < 0.1) payloads.splice(0, payloads.length, ...chance.shuffled(payloads));
  return { payloads, document, breaks };
}

/** A page that is cut is one that still arrives, and a browser says so. */
function stillLoading(document) {
  Object.defineProperty(document, "readyState", { value: "loading" });
  return "truncated";
}

function breakOnce({ saved, payloads, document, chance }) {
  const scripts = [...document.querySelectorAll("script")].filter((script) => script.textContent.trim().startsWith("{"));
  const target = chance.pick([...payloads, ...scripts, ...(saved.html === "" ? [] : [document, document])]);
  if (target === document) return onPage(document, chance);
  const name = chance.pick(Object.keys(JSON_BREAKS));
  const isScript = scripts.includes(target);
  const body = isScript ? parseBody(target.textContent) : target?.body;
  if (typeof body !== "object" || body === null) return name;
  const result = brokenBody(name, body, chance);
  if (result === null) return `${name} not made`;
  if (!isScript) target.body = result;
  else if (name !== "deepNesting") target.textContent = JSON.stringify(result);
  return name;
}

/** A copy, broken; null when it is nested too deep to be written as text. A break that fails leaves nothing behind. */
function brokenBody(name, body, chance) {
  const copy = copied(body);
  try {
    return JSON_BREAKS[name](copy, chance) ?? copy;
  } catch (fault) {
    if (fault instanceof RangeError) return null;
    throw fault;
  }
}

function onPage(document, chance) {
  const name = chance.pick(Object.keys(PAGE_BREAKS));
  if (document.body !== null) PAGE_BREAKS[name](document, chance);
  return `page.${name}`;
}

/** Reads a broken case as the extension would; gives the profile and the slowest single answer in milliseconds of processor time. */
function readBroken(saved, { payloads, document }) {
  const site = siteFor(saved.url);
  const view = site.view(new URL(saved.url));
  const sightings = new Sightings();
  let slowest = 0;
  for (const payload of [...site.embedded(document), ...payloads]) {
    const start = process.cpuUsage().user;
    for (const sighting of site.read(payload, view)) sightings.add(sighting);
    slowest = Math.max(slowest, (process.cpuUsage().user - start) / 1_000);
  }
  const drawn = site.readPage(document, view);
  if (drawn !== null) sightings.add(drawn);
  site.anchor(document, view);
  site.missing(document, view);
  return { profile: profileOf(saved, sightings, view), slowest };
}

/**
 * @param {{cases: number, seed: number}} how
 * @returns {{cases: number, right: number, unknown: number, wrong: number, exceptions: number, slowest: number, faults: string[]}}
 */
export function runDrill({ cases, seed }) {
  const all = PLATFORMS.flatMap((platform) => caseNames(platform).map((name) => loadCase(platform, name)));
  const tally = { cases, right: 0, unknown: 0, wrong: 0, exceptions: 0, slow: 0, slowest: 0, faults: /** @type {string[]} */ ([]) };
  let { window } = new JSDOM("");
  for (let index = 0; index < cases; index += 1) {
    if (index % BATCH === 0) window = renewed(window);
    const chance = new Chance(seed * 1_000_003 + index);
    const saved = all[index % all.length];
    const result = broken(saved, chance, window);
    const label = `${saved.platform}/${saved.name} #${index} [${result.breaks.join(", ")}]`;
    try {
      const { profile, slowest } = readBroken(saved, result);
      const { verdict, faults } = judge(profile, saved.expected);
      tally[verdict] += 1;
      tally.slowest = Math.max(tally.slowest, slowest);
      if (slowest > SLOW_MS) tally.slow += 1;
      if (slowest > SLOW_MS && process.env.SLOW) console.log(label, slowest);
      if (verdict === "wrong") tally.faults.push(`${label}: ${faults.slice(0, 3).join("; ")}`);
    } catch (fault) {
      tally.exceptions += 1;
      tally.faults.push(`${label}: ${fault.stack}`);
    }
  }
  return tally;
}

function renewed(window) {
  window.close();
  return new JSDOM("").window;
}

/** The one line that the drill ends with. */
export function summary({ cases, right, unknown, wrong, exceptions, slow, slowest }) {
  return `cases ${cases}  right ${right}  unknown ${unknown}  wrong ${wrong}  exceptions ${exceptions}  over ${SLOW_MS} ms ${slow}  slowest answer ${slowest.toFixed(1)} ms`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { cases: { type: "string", default: "10000" }, seed: { type: "string", default: "1" }, show: { type: "string", default: "10" } } });
  const tally = runDrill({ cases: Number(values.cases), seed: Number(values.seed) });
  for (const fault of tally.faults.slice(0, Number(values.show))) console.log(fault);
  console.log(summary(tally));
  process.exitCode = tally.wrong + tally.exceptions > 0 ? 1 : 0;
}
