// Waits until nothing else runs: what ran before goes on for a while, such as a
// browser that takes a closed page apart.

import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";

/** Milliseconds over which the processors are looked at. */
const LOOK = 250;
/** How much of one processor may be busy meanwhile. */
const BUSY = 0.1;
/** Milliseconds after which it is measured all the same. */
const LONGEST = 15_000;

/** Resolves to whether the machine is idle; where Linux does not tell, to `true` at once. */
export async function quiet() {
  let before = await times();
  if (before === null) return true;
  for (let waited = 0; waited < LONGEST; waited += LOOK) {
    await sleep(LOOK);
    const now = await times();
    const [passed, idle] = [now.all - before.all, now.idle - before.idle];
    if ((1 - idle / passed) * now.processors < BUSY) return true;
    before = now;
  }
  return false;
}

/** The times of all processors together, in ticks. */
async function times() {
  try {
    const lines = (await readFile("/proc/stat", "utf8")).split("\n");
    const [, ...ticks] = lines[0].split(/\s+/).map(Number);
    // user, nice, system, idle, waiting for a disk, …
    const [, , , idle, waiting] = ticks;
    const processors = lines.filter((line) => /^cpu\d/.test(line)).length;
    return { all: ticks.slice(0, 8).reduce((sum, tick) => sum + tick, 0), idle: idle + waiting, processors };
  } catch {
    return null;
  }
}
