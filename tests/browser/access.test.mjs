// Whoever visits, with whatever they have: axe's rules, three sizes, both colour schemes.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { test } from "node:test";

import { open, visitor } from "./harness.mjs";
import { Playground } from "./playground.mjs";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const PROGRAM = "import asyncio\nasync def f(n):\n    await asyncio.sleep(n)\n    print(n)\nasync def main():\n    await asyncio.gather(f(1), f(2))\nasyncio.run(main())\n";

for (const [device, viewport] of [
  ["a desk", { width: 1440, height: 900 }],
  ["a laptop", { width: 1024, height: 700 }],
  ["a phone", { width: 390, height: 844 }],
]) {
  for (const colorScheme of ["light", "dark"]) {
    test(`on ${device}, ${colorScheme}: no barrier that axe knows, nothing wider than the screen`, async (t) => {
      const page = await open(await visitor(t, { viewport, colorScheme, reducedMotion: "reduce" }));
      const visit = new Playground(page);
      if (viewport.width > 500) await visit.runToEnd(PROGRAM);
      else {
        await visit.run();
        await page.getByTestId("last").click();
        await visit.ended();
      }
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => globalThis.axe.run(document));
      const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
      assert.deepEqual(told, []);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `${wide} pixels too wide`);
    });
  }
}
