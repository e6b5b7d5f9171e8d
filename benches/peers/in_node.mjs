// One engine in a process of its own: reads a job (see main.mjs) as JSON from
// standard input, and writes what came out of it as JSON.

import { writeSync } from "node:fs";
import { text } from "node:stream/consumers";

import { coldStart, measure, reason } from "./measure.mjs";

const job = JSON.parse(await text(process.stdin));
// What engines print by themselves must not get between.
console.log = console.info = console.warn = () => {};
// Else Node ends without a word when a program waits for what never comes.
const alive = setInterval(() => {}, 1000);
const answer = await run(job).catch((error) => ({ failed: reason(error) }));
clearInterval(alive);
writeSync(1, JSON.stringify(answer));
process.exit(0);

async function run({ kind, adapter, start, ...rest }) {
  const load = async () => (await import(new URL(`adapters/${adapter}`, import.meta.url).href))[start];
  if (kind === "cold") return { times: [await coldStart(load, rest.folder)] };
  return measure(await load(), rest);
}

// An error that no promise of ours carries, such as in a callback of a timer.
process.on("uncaughtException", (error) => {
  writeSync(1, JSON.stringify({ failed: reason(error) }));
  process.exit(0);
});
