// The page as a visitor meets it.

import assert from "node:assert/strict";
import { test } from "node:test";

import { open, visitor } from "./harness.mjs";

test("the page comes up, wherever dist is hosted", async (t) => {
  const page = await open(await visitor(t));
  await page.getByRole("heading", { level: 1, name: "Coroscope" }).waitFor();
  const build = await page.locator('meta[name="coroscope-build"]').getAttribute("content");
  assert.match(build, /^[0-9a-f]{16}$/);
});
