// The engine module, without and with the event log.

import { inNode, readBytes } from "./files.mjs";
import { outputOf, talkInNode, talkToWorker } from "./worker.mjs";

/** As a program that imports the module uses it: nothing is recorded. */
export async function start(folder) {
  const engine = await import(`${folder}coroscope.js`);
  await engine.default(inNode ? { module_or_path: await readBytes(`${folder}coroscope.wasm`) } : undefined);
  return async (program) => {
    const { stdout, stderr, status } = await engine.run(program.whole);
    if (status !== 0) throw new Error(stderr);
    return stdout;
  };
}

/** Events that a log can hold at most; recording ends there, the program runs on. */
export const MOST_EVENTS = 4_000_000;
/** What our runs are allowed. */
export const OPTIONS = { seed: 0, record: true, maxEvents: MOST_EVENTS, maxInstructions: 1e15, maxMemory: 2 ** 31 };

/** As the page uses its worker: everything is recorded, lines too, and sent over piece by piece. */
export async function startRecorded(folder) {
  const { talk, giveBack } = await (inNode ? talkInNode(folder) : talkToWorker(folder));
  let run = 0;
  return async (program) => {
    run += 1;
    let stdout = "";
    let events = 0;
    await talk({ type: "load", run, source: program.whole, options: OPTIONS }, ["loaded"]);
    for (;;) {
      const { message, pieces, progress } = await talk({ type: "advance", run, budget: {} }, ["progress", "finished"]);
      for (const piece of pieces) {
        stdout += outputOf(piece);
        giveBack(piece);
      }
      events = progress?.usage.events ?? events;
      if (message.type !== "finished") continue;
      if (message.ending.how !== "completed") throw new Error(message.message || message.ending.how);
      if (events >= MOST_EVENTS) program.remark = `the log was full after ${MOST_EVENTS.toLocaleString("en")} events`;
      return stdout;
    }
  };
}
