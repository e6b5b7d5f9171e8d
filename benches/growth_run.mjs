// Runs one program (a job as JSON on standard input) three times in a fresh
// module, and prints what it took as JSON: milliseconds on
// the processor (what else the machine does is not in it), and bytes.

import { text } from "node:stream/consumers";

import { OPTIONS } from "./peers/adapters/coroscope.mjs";
import { talkInNode } from "./peers/adapters/worker.mjs";
import { median } from "./peers/tables.mjs";

const RUNS = 3;

const { source, record } = JSON.parse(await text(process.stdin));
const { talk, memory } = await talkInNode(new URL("../dist/engine/", import.meta.url).href);
// What the first run of all makes once is not this program's.
await run(0, "import asyncio\nasyncio.run(asyncio.sleep(1))\n");

const times = [];
const wasm = [];
const usages = [];
for (let i = 1; i <= RUNS; i += 1) {
  const began = process.cpuUsage();
  usages.push(await run(i, source));
  const { user, system } = process.cpuUsage(began);
  times.push((user + system) / 1000);
  wasm.push(memory.buffer.byteLength);
}
// The first has had the module to itself.
const { peakMemory: peak, memory: left, events } = usages[0];
process.stdout.write(JSON.stringify({ time: median(times), wasm, peak, left, events }), () => process.exit(0));

/** To the end of a program; what it had used when it was over and its last events were sent. */
async function run(number, source) {
  await talk({ type: "load", run: number, source, options: { ...OPTIONS, record } }, ["loaded"]);
  const advance = () => talk({ type: "advance", run: number, budget: {} }, ["progress", "finished"]);
  for (;;) {
    const { message } = await advance();
    if (message.type !== "finished") continue;
    if (message.ending.how !== "completed") {
      process.stdout.write(JSON.stringify({ failed: message.message || message.ending.how }), () => process.exit(0));
      return new Promise(() => {});
    }
    return (await advance()).progress.usage;
  }
}
