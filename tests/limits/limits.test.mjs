// What a visitor downloads and what programs cost stays below the numbers of
// limits.json. Who needs more changes that file (`cargo xtask limits`), where
// everybody sees it. Nothing here looks at a clock.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";

import { canCount, count, instructionsOf } from "./instructions.mjs";
import { sizes } from "./sizes.mjs";

const limits = JSON.parse(await readFile(new URL("limits.json", import.meta.url), "utf8"));
const HOW = "`cargo xtask limits` writes what is needed now into tests/limits/limits.json";

/** Other processors have other ways to copy memory, which count differently. */
const MARGIN = 1.1;
/** Paths of the machine that compiles are among the bytes. */
const ROOM = 1.01;

const number = (value) => value.toLocaleString("en");

test("every program of the benchmarks has a limit", async () => {
  const files = await readdir(new URL("../../benches/programs/", import.meta.url));
  const programs = files.filter((file) => file.endsWith(".py")).map((file) => file.slice(0, -".py".length));
  assert.deepEqual(Object.keys(limits.instructions.programs).sort(), programs.sort());
});

const measured = await sizes();
for (const [what, most] of Object.entries(limits.bytes)) {
  test(`bytes in brotli: ${what}`, (t) => {
    t.diagnostic(`${number(measured[what])} of ${number(most)}`);
    assert.ok(measured[what] > 0, "there is no dist: run `trunk build --release` first");
    assert.ok(measured[what] <= most * ROOM, `${number(measured[what])} bytes are more than ${number(most)}; ${HOW}`);
  });
}

const skip = canCount() ? false : "there is no valgrind, so that instructions are not counted";
const costs = [
  ["start", limits.instructions.start, () => count("print('ready')\n")],
  ...Object.entries(limits.instructions.programs).map(([name, { sizes, most }]) => [name, most, () => instructionsOf(name, sizes)]),
];
for (const [name, most, measure] of costs) {
  test(`instructions: ${name}`, { skip }, async (t) => {
    const needed = await measure();
    t.diagnostic(`${number(needed)} of ${number(most)}`);
    const allowed = Math.floor(most * MARGIN);
    assert.ok(needed <= allowed, `${number(needed)} instructions are more than ${number(most)} and a tenth; ${HOW}`);
  });
}
