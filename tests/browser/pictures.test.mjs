// The page looks as approved, at three sizes in both themes. To approve how it
// looks now: `COROSCOPE_BLESS=1 node --test tests/browser/pictures.test.mjs`, and look at the pictures.

import assert from "node:assert/strict";
import { test } from "node:test";

import { open, openEmpty, visitor } from "./harness.mjs";
import { TOLERANCE, difference, keep, kept, taken } from "./pictures.mjs";
import { Playground } from "./playground.mjs";

const SIZES = { desk: [1440, 900], tablet: [1024, 768], phone: [390, 844] };

/** What is looked at: a page before anything was run, in the middle of a run, and stopped for ever. */
const VIEWS = {
  start: async ({ page }) => {
    await page.getByTestId("status").filter({ hasText: "ready" }).waitFor();
    // A phone begins with the lanes.
    await page.locator(".cm-line").or(page.locator(".lanes-invite")).first().waitFor();
  },
  middle: async (visit) => {
    await visit.instantly();
    await visit.run();
    await visit.ended();
    await visit.page.getByTestId("scrubber").fill("290");
    await settled(visit.page);
  },
  deadlock: async ({ page }) => {
    await page.getByTestId("gallery-button").click();
    await page.getByTestId("example-everything-stopped").click();
    await page.locator(".point[aria-current=step]").waitFor();
    await settled(page);
  },
};

/** Frames and variables have come, if they are on the screen. */
async function settled(page) {
  const inspect = page.getByTestId("inspect");
  if (await inspect.count()) await page.locator("[data-testid=inspect][aria-busy=false]").waitFor();
  // The lanes are drawn in the frame after.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

for (const [size, [width, height]] of Object.entries(SIZES)) {
  for (const colorScheme of ["light", "dark"]) {
    test(`looks as approved: ${size}, ${colorScheme}`, async (t) => {
      const studio = await openEmpty(await visitor(t), "");
      for (const [view, arrange] of Object.entries(VIEWS)) {
        const context = await visitor(t, { viewport: { width, height }, colorScheme, locale: "en-GB", reducedMotion: "reduce" });
        const visit = new Playground(await open(context));
        await arrange(visit);
        const picture = await taken(visit.page, studio);
        const name = `${size}-${colorScheme}-${view}`;
        if (process.env.COROSCOPE_BLESS) await keep(name, picture);
        const share = await difference(studio, picture, await kept(name));
        assert.ok(share <= TOLERANCE, `${name}: ${(share * 100).toFixed(1)} % of the fields differ`);
        await context.close();
      }
    });
  }
}

test("pictures of different moments are told apart", async (t) => {
  const studio = await openEmpty(await visitor(t), "");
  const pairs = [
    ["desk-light-start", "desk-light-middle"],
    ["tablet-light-middle", "tablet-light-deadlock"],
    ["phone-dark-start", "phone-dark-middle"],
    ["desk-light-middle", "desk-dark-middle"],
  ];
  for (const [one, other] of pairs) {
    const share = await difference(studio, await kept(one), await kept(other));
    assert.ok(share > TOLERANCE, `${one}, ${other}: ${(share * 100).toFixed(1)} %`);
  }
});
