// The page as a visitor meets it.

import assert from "node:assert/strict";
import { test } from "node:test";

import { open, visitor } from "./harness.mjs";
import { Playground } from "./playground.mjs";

test("the page comes up, wherever dist is hosted", async (t) => {
  const page = await open(await visitor(t));
  await page.getByRole("heading", { level: 1, name: "Coroscope" }).waitFor();
  const build = await page.locator('meta[name="coroscope-build"]').getAttribute("content");
  assert.match(build, /^[0-9a-f]{16}$/);
});

test("a new visitor is offered questions, and choosing one answers it", async (t) => {
  for (const viewport of [{ width: 1440, height: 900 }, { width: 390, height: 844 }]) {
    const page = await open(await visitor(t, { viewport }));
    await page.getByTestId("ask-blocked-loop").click();
    await page.locator(".point[aria-current=step]").waitFor();
    assert.match(await page.getByTestId("answer").innerText(), /Why is the loop blocked\?/);
    assert.equal(await page.getByTestId("lanes-questions").count(), 0);
  }
});

test("the end is told without moving anything", async (t) => {
  const visit = new Playground(await open(await visitor(t)));
  const { page } = visit;
  await visit.runToEnd("print(1)\nprint(2)\n");
  await page.getByTestId("the-end").waitFor();
  const before = await page.getByTestId("scrubber").boundingBox();
  await visit.stepBack();
  await page.getByTestId("the-end").waitFor({ state: "detached" });
  assert.deepEqual(await page.getByTestId("scrubber").boundingBox(), before);
});
