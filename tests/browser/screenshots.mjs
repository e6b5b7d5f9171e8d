// Pictures of the real page for people to look at: three sizes, light and dark,
// before and in the middle of a run, and the stage's other views. `node tests/browser/screenshots.mjs [EXAMPLE]`
// writes them to target/screenshots.

import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import { launchChromium, serveDist } from "./host.mjs";
import { Playground } from "./playground.mjs";

const folder = fileURLToPath(new URL("../../target/screenshots/", import.meta.url));
const SIZES = { desk: [1440, 900], tablet: [1024, 768], phone: [390, 844] };
const example = process.argv[2] ?? "three-workers";

await mkdir(folder, { recursive: true });
const host = await serveDist();
const browser = await launchChromium();
for (const [size, [width, height]] of Object.entries(SIZES)) {
  for (const colorScheme of ["light", "dark"]) {
    const context = await browser.newContext({ viewport: { width, height }, colorScheme, reducedMotion: "reduce" });
    const page = await context.newPage();
    await page.goto(host.address);
    const visit = new Playground(page);
    await page.getByTestId("run").waitFor();
    await page.screenshot({ path: `${folder}${size}-${colorScheme}-start.png` });
    await page.getByTestId("gallery-button").click();
    await page.getByTestId(`example-${example}`).click();
    await visit.run();
    await page.getByTestId("last").click();
    await visit.ended();
    const { events } = await visit.counter();
    await page.getByTestId("scrubber").fill(String(Math.floor(events * 0.6)));
    // Frames and variables come once the cursor has rested.
    await page.locator("[data-testid=inspect][aria-busy=false]").waitFor({ timeout: 10_000 }).catch(() => {});
    await page.screenshot({ path: `${folder}${size}-${colorScheme}.png` });
    for (const place of size === "phone" ? ["inspect", "notices", "events"] : ["events", "compare"]) {
      if (size === "phone") await page.getByTestId(`place-tab-${place}`).click();
      else if (place === "events") await page.getByTestId("stage-events").click();
      else await compared(visit);
      await page.waitForTimeout(500);
      await page.screenshot({ path: `${folder}${size}-${colorScheme}-${place}.png` });
    }
    await context.close();
  }
}

/** Keeps the run and runs the program again with one number changed. */
async function compared(visit) {
  await visit.page.getByTestId("pin").click();
  const text = await visit.program();
  await visit.write(text.replace(/\d/, (digit) => String(Number(digit) + 1)));
  await visit.instantly();
  await visit.run();
  await visit.ended();
}

await browser.close();
await host.close();
console.log(folder);
