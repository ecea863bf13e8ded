/** Every saved page and payload gives exactly the profile that its folder expects. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { caseNames, loadCase, PLATFORMS, profileOf, readCase } from "../../pages/saved-case.js";

for (const platform of PLATFORMS) {
  test(`${platform} has at least 14 saved cases`, () => assert.ok(caseNames(platform).length >= 14));
  for (const name of caseNames(platform)) {
    const saved = loadCase(platform, name);
    test(`${platform}/${name}: ${saved.title}`, () => {
      const { sightings, view } = readCase(saved);
      assert.deepEqual(profileOf(saved, sightings, view), saved.expected);
      for (const handle of saved.absent ?? []) assert.equal(sightings.profile(platform, handle), null, `${handle} must leave no record`);
    });
  }
}
