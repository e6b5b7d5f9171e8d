// Pictures of the real page for people to look at: three sizes, light and dark,
// before and in the middle of a run. `node tests/browser/screenshots.mjs [EXAMPLE]`
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
    await page.screenshot({ path: `${folder}${size}-${colorScheme}.png` });
    await context.close();
  }
}
await browser.close();
await host.close();
console.log(folder);
