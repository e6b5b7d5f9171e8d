// Writes into limits.json what is needed now. What cannot be measured here
// keeps its number.

import { readFile, writeFile } from "node:fs/promises";

import { canCount, count, instructionsOf } from "./instructions.mjs";
import { sizes } from "./sizes.mjs";

const FILE = new URL("limits.json", import.meta.url);
const limits = JSON.parse(await readFile(FILE, "utf8"));

/** A number that a small change of the text does not move. */
const rounded = (number, step) => Math.ceil(number / step) * step;

const measured = await sizes();
if (measured.engine > 0) {
  for (const what of Object.keys(limits.bytes)) limits.bytes[what] = rounded(measured[what], 1000);
} else console.error("there is no dist: the sizes stay as they are");

if (canCount()) {
  const { instructions } = limits;
  instructions.start = rounded(await count("print('ready')\n"), 10_000);
  for (const [name, program] of Object.entries(instructions.programs)) {
    program.most = rounded(await instructionsOf(name, program.sizes), 10_000);
    console.log(`${name}: ${program.most.toLocaleString("en")}`);
  }
} else console.error("there is no valgrind: the instructions stay as they are");

// One line for each program, so that a change shows as one.
const text = JSON.stringify(limits, null, 2).replace(/\{\s+"sizes": \[\s+(\d+),\s+(\d+)\s+\],\s+"most": (\d+)\s+\}/g, '{ "sizes": [$1, $2], "most": $3 }');
await writeFile(FILE, `${text}\n`);
