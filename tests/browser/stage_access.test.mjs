// The parts of the stage for everybody: axe's rules in every view, two languages, less motion.

import assert from "node:assert/strict";
import { test } from "node:test";

import { barriers } from "./barriers.mjs";
import { open, visitor } from "./harness.mjs";
import { Playground } from "./playground.mjs";
import { WORKERS, inspected, ran } from "./stage.mjs";

const FAULTY = WORKERS.replace("box = Box(2)", "box = Box(2)\n    worker('c', box)");

for (const colorScheme of ["light", "dark"]) {
  for (const locale of ["en-GB", "zh-CN"]) {
    test(`no barrier in any view: ${colorScheme}, ${locale}`, async (t) => {
      const visit = await ran(t, FAULTY, { viewport: { width: 1440, height: 900 }, colorScheme, locale, reducedMotion: "reduce" });
      const { page } = visit;
      await page.getByTestId("output-line").nth(2).click();
      await inspected(visit);
      for (const id of ["expand", "foot-tab-notices", "breakpoints-button", "stage-waits", "stage-events", "pin"]) {
        await page.getByTestId(id).first().click();
        assert.deepEqual(await barriers(page), [], id);
      }
      await visit.run();
      await visit.ended();
      assert.deepEqual(await barriers(page), [], "compare");
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `${wide} pixels too wide`);
    });
  }
}

test("on a phone every place opens and nothing is wider than the screen", async (t) => {
  const visit = await ranOnPhone(t);
  const { page } = visit;
  for (const place of ["inspect", "notices", "events", "output", "waits", "loop", "stage"]) {
    await page.getByTestId(`place-tab-${place}`).click();
    assert.deepEqual(await barriers(page), [], place);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `${place}: ${wide} pixels too wide`);
  }
});

async function ranOnPhone(t) {
  const visit = new Playground(await open(await visitor(t, { viewport: { width: 390, height: 844 } })));
  await visit.run();
  await visit.page.getByTestId("last").click();
  await visit.ended();
  return visit;
}

test("on a phone a kept run and a later one stand side by side", async (t) => {
  const { page } = await ranOnPhone(t);
  await page.getByTestId("pin").click();
  await page.getByTestId("compare-view").waitFor();
  await page.getByTestId("run").click();
  await page.getByTestId("last").click();
  await page.getByTestId("run").waitFor();
  await page.getByTestId("compare-same").waitFor();
  assert.deepEqual(await barriers(page), []);
  // Also after an edit, which needs the code on the screen, the two are shown.
  await page.getByTestId("place-tab-code").click();
  await page.getByTestId("run").click();
  await page.getByTestId("compare-view").waitFor();
});

test("with less motion nothing is animated", async (t) => {
  const visit = await ran(t, WORKERS, { reducedMotion: "reduce" });
  await visit.page.getByTestId("stage-events").click();
  const moving = await visit.page.evaluate(() => document.getAnimations().filter((animation) => animation.playState === "running").length);
  assert.equal(moving, 0);
});
