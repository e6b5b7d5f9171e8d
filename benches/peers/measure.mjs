// What is done inside of each engine's own process or page.

/**
 * How a program is started, where it is asynchronous and where it is not.
 * @typedef {{ text: string, isAsync: boolean, whole: string, awaited: string, remark?: string }} Program
 *   whole: for engines with asyncio.run; awaited: for those that await at the top level;
 *   remark: what an adapter has to say of a run.
 */

/**
 * Makes an engine's function that runs a program and resolves to what it printed.
 * @typedef {(folder: string) => Promise<(program: Program) => Promise<string>>} Start
 */

/** @returns {Program} */
export function programOf(text) {
  const isAsync = text.includes("async def main");
  const plain = `${text}\nprint(main())\n`;
  return {
    text,
    isAsync,
    whole: isAsync ? `${text}\nimport asyncio\nprint(asyncio.run(main()))\n` : plain,
    awaited: isAsync ? `${text}\nprint(await main())\n` : plain,
  };
}

/**
 * Runs a program once to warm up, then as often as asked, as long as there is time for it.
 * @param {Start} start
 * @param {{ folder: string, text: string, expected: string, repetitions: number, seconds: number }} job
 *   folder: where the engine's files are, as an address; expected: what each run must print;
 *   seconds: no run is begun when so many have passed, unless it would be the first.
 * @returns {Promise<{ times: number[], remark?: string }>} milliseconds of each run but the first.
 */
export async function measure(start, { folder, text, expected, repetitions, seconds }) {
  const run = await start(folder);
  const program = programOf(text);
  const began = performance.now();
  const times = [];
  for (let i = 0; i <= repetitions; i += 1) {
    const runBegan = performance.now();
    if (times.length > 0 && runBegan - began > seconds * 1000) break;
    const printed = await run(program);
    const time = performance.now() - runBegan;
    if (printed !== expected) throw new Error(`it printed ${JSON.stringify(printed.slice(0, 80))}`);
    if (i > 0) times.push(time);
  }
  return { times, remark: program.remark };
}

const FIRST = "print('ready')\n";

/**
 * From nothing to the first line printed.
 * @param {() => Promise<Start>} load Imports the adapter, which is not timed.
 * @returns {Promise<number>} milliseconds.
 */
export async function coldStart(load, folder) {
  const start = await load();
  const began = performance.now();
  const run = await start(folder);
  const printed = await run({ text: FIRST, isAsync: false, whole: FIRST, awaited: FIRST });
  if (printed !== "ready\n") throw new Error(`it printed ${JSON.stringify(printed.slice(0, 80))}`);
  return performance.now() - began;
}

/**
 * The line of an error that says most: a traceback's last, of others the first.
 * @param {unknown} error
 */
export function reason(error) {
  const text = String(error?.message ?? error).trim();
  const lines = text.split("\n").map((line) => line.trimEnd());
  const told = /^Traceback/.test(text) ? lines.findLast((line) => line !== "" && !line.startsWith(" ")) : lines[0];
  const short = told?.trim() || error?.name || "an error without a message";
  return short.length > 140 ? `${short.slice(0, 139)}…` : short;
}
