// The page looks as approved, at three sizes in both themes. To approve how it
// looks now: `COROSCOPE_BLESS=1 node --test tests/browser/pictures.test.mjs`, and look at the pictures.

import assert from "node:assert/strict";
import { test } from "node:test";

import { open, openEmpty, visitor } from "./harness.mjs";
import { TOLERANCE, difference, keep, kept, taken } from "./pictures.mjs";
import { Playground } from "./playground.mjs";

const SIZES = { desk: [1440, 900], tablet: [1024, 768], phone: [390, 844] };

/** Runs for long, so that it can be looked at while it does. */
const LONG = `import asyncio

async def worker(number):
    for turn in range(20000):
        await asyncio.sleep(0.01 * number)

async def main():
    async with asyncio.TaskGroup() as group:
        for number in range(1, 5):
            group.create_task(worker(number), name=f"worker-{number}")

asyncio.run(main())
`;

/** One of three fails, and takes the others along. */
const FAILING = `import asyncio

async def fetch(name, delay):
    await asyncio.sleep(delay)
    if name == "prices":
        raise ConnectionError("the server hung up")
    return name

async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(fetch("news", 3), name="news")
        group.create_task(fetch("prices", 1), name="prices")
        group.create_task(fetch("weather", 2), name="weather")

asyncio.run(main())
`;

/** Writes a program; on a phone the source is a place of its own. */
async function written(visit, source) {
  const { page } = visit;
  const tab = page.getByTestId("place-tab-code");
  await page.getByTestId("status").filter({ hasText: "ready" }).waitFor();
  if (await tab.count()) await tab.click();
  await visit.program();
  await visit.write(source);
}

/** What is looked at: a page before anything was run, while the interpreter comes, a run that goes on, its
 * middle, one that failed, and one that stopped for ever. */
const VIEWS = {
  loading: async (visit) => {
    await visit.run();
    await visit.page.getByTestId("sentence-what").filter({ hasText: "Fetching" }).waitFor();
    await visit.page.locator(".cm-line").or(visit.page.locator(".lanes-invite")).first().waitFor();
  },
  running: async (visit) => {
    const { page } = visit;
    // At the slowest pace the log is kept so many events ahead of the cursor, always as many.
    const ahead = (events) =>
      page.waitForFunction((wanted) => Number(document.querySelector("[data-testid=scrubber]").max) >= wanted, events);
    await written(visit, LONG);
    await page.getByTestId("speed").fill("0");
    await visit.run();
    await ahead(3990);
    await page.getByTestId("scrubber").fill("2000");
    await page.getByTestId("play").click();
    await ahead(5990);
    await page.getByTestId("status").filter({ hasText: "running" }).waitFor();
    await settled(page);
  },
  failed: async (visit) => {
    await written(visit, FAILING);
    await visit.instantly();
    await visit.run();
    await visit.ended();
    await settled(visit.page);
  },
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
        if (view === "loading") await context.route("**/engine/*.wasm*", () => {});
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
