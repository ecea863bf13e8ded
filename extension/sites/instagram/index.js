/** Instagram as a site of the extension. */

import { embedded } from "./embedded.js";
import { handles } from "./handles.js";
import { anchor, missing } from "./health.js";
import { readPage } from "./page.js";
import { read } from "./read.js";
import { view } from "./view.js";
import { wants } from "./wants.js";

/** @type {import("../site.js").Site} */
export const instagram = {
  id: "instagram",
  hosts: ["www.instagram.com", "instagram.com"],
  firstPosts: 12,
  view,
  wants,
  read,
  embedded,
  readPage,
  anchor,
  missing,
  handles,
};
