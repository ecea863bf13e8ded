/** Reads the fields of a JSON object by a table: the first path whose value fits wins, and what fits nowhere is absent. */

import { at } from "./values.js";

/**
 * A row names the field, the strict reader of its value and the paths to try, the most trusted first.
 * @typedef {readonly [field: string, read: (value: unknown) => unknown, ...paths: string[]]} FieldRow
 */

/**
 * @param {unknown} node
 * @param {readonly FieldRow[]} table
 * @returns {{[field: string]: any}} only what was said
 */
export function readFields(node, table) {
  /** @type {{[field: string]: any}} */ const found = {};
  for (const [field, read, ...paths] of table) {
    const value = first(node, read, paths);
    if (value !== undefined) found[field] = value;
  }
  return found;
}

/**
 * The first path's value that its reader accepts, or undefined.
 * @param {unknown} node @param {(value: unknown) => unknown} read @param {readonly string[]} paths
 */
export function first(node, read, paths) {
  for (const path of paths) {
    const raw = at(node, path);
    const value = raw === undefined ? undefined : read(raw);
    if (value !== undefined) return value;
  }
  return undefined;
}

/**
 * A post with every field of the contract, null or empty where nothing was said.
 * @param {Partial<import("./site.js").Post> & {id: string}} said
 * @returns {import("./site.js").Post}
 */
export function post(said) {
  return {
    id: said.id,
    kind: said.kind ?? null,
    caption: said.caption ?? null,
    likes: said.likes ?? null,
    comments: said.comments ?? null,
    views: said.views ?? null,
    shares: said.shares ?? null,
    saves: said.saves ?? null,
    published_at: said.published_at ?? null,
    pinned: said.pinned ?? null,
    coauthors: said.coauthors ?? [],
    paid_label: said.paid_label ?? null,
    tagged: said.tagged ?? [],
    place: said.place ?? null,
    labels: said.labels ?? [],
  };
}
