// From run to share without a pointer.

import assert from "node:assert/strict";
import { test } from "node:test";

import { open, visitor } from "./harness.mjs";
import { Playground } from "./playground.mjs";

/** Presses Tab until the element with this test id has the focus. */
async function tabTo(page, id) {
  for (let presses = 0; presses < 60; presses += 1) {
    if ((await page.evaluate(() => document.activeElement?.dataset.testid)) === id) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`Tab does not lead to ${id}`);
}

test("run, pause, step, step back, inspect, share: all by keys", async (t) => {
  const visit = new Playground(await open(await visitor(t, { viewport: { width: 1440, height: 900 } })));
  const { page } = visit;
  await page.getByTestId("status").filter({ hasText: "ready" }).waitFor();

  await tabTo(page, "run");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => Number(document.querySelector("[data-testid=counter]").innerText.split("/")[0]) > 2);
  // The focus is on play and pause now.
  await page.keyboard.press("Space");
  const paused = (await visit.counter()).cursor;
  // At the slowest pace the next event would come within some frames.
  await page.evaluate(async () => {
    for (let frame = 0; frame < 30; frame += 1) await new Promise(requestAnimationFrame);
  });
  assert.equal((await visit.counter()).cursor, paused);

  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  assert.equal((await visit.counter()).cursor, paused + 2);
  await page.keyboard.press("ArrowLeft");
  assert.equal((await visit.counter()).cursor, paused + 1);

  await page.keyboard.press("d");
  await page.locator("#inspect:focus").waitFor();
  await page.locator("[data-testid=inspect][aria-busy=false]").waitFor();
  await page.getByTestId("frame").first().waitFor();

  await page.keyboard.press("Escape");
  await page.keyboard.press("End");
  await page.evaluate(() => document.activeElement?.blur());
  await tabTo(page, "share");
  await page.keyboard.press("Enter");
  const link = page.locator("dialog[open] input");
  await link.waitFor();
  assert.match(await link.inputValue(), /#/);
  await page.keyboard.press("Escape");
  await page.locator("dialog[open]").waitFor({ state: "detached" });
});

test("a question is chosen and read by keys", async (t) => {
  const { page } = new Playground(await open(await visitor(t, { viewport: { width: 1440, height: 900 } })));
  await tabTo(page, "gallery-button");
  await page.keyboard.press("Enter");
  await tabTo(page, "example-blocked-loop");
  await page.keyboard.press("Enter");
  await page.locator(".point[aria-current=step]").waitFor();
  await page.evaluate(() => document.activeElement?.blur());
  await tabTo(page, "answer-point");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert.equal(await page.getByTestId("answer-point").nth(1).getAttribute("aria-current"), "step");
});
