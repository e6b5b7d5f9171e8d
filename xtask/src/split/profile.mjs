// Runs programs in a counting copy of the engine, and prints for each of its
// marks 1 if what is there belongs into the first file and 0 if not.
//
//   node profile.mjs ENGINE-FOLDER ADDRESS-OF-MARKS NUMBER-OF-MARKS

import { readFile, readdir } from "node:fs/promises";
import { pathToFileURL } from "node:url";

import { sleepers } from "../../../tests/browser/programs.mjs";

const [folder, address, count] = process.argv.slice(2);
const root = new URL("../../../", import.meta.url);

// What the page's worker has and Node has not.
globalThis.DedicatedWorkerGlobalScope = class {
  static [Symbol.hasInstance](value) {
    return value === globalThis;
  }
};
const heard = [];
globalThis.postMessage = (message) => heard.push(JSON.parse(Array.isArray(message) ? message[0] : message));

const script = new URL("coroscope.js", pathToFileURL(`${folder}/`)).href;
const bytes = await readFile(new URL("coroscope.wasm", pathToFileURL(`${folder}/`)));

/** An engine that has not run anything, and its counts. */
async function fresh(name) {
  const engine = await import(`${script}?${name}`);
  const exports = await engine.default({ module_or_path: bytes });
  return { engine, counts: () => new Uint32Array(exports.memory.buffer, Number(address), Number(count)).slice() };
}
const { engine, counts } = await fresh("first");

/** The programs of a folder of the repository, as [name, text]. */
async function programs(path) {
  const from = new URL(path, root);
  const names = (await readdir(from)).filter((name) => name.endsWith(".py")).sort();
  return Promise.all(names.map(async (name) => [name, await readFile(new URL(name, from), "utf8")]));
}

/** Posts a message to the worker's side and waits for an answer of one of the types. */
async function ask(message, ...types) {
  heard.length = 0;
  globalThis.onmessage({ data: JSON.stringify(message) });
  for (let turns = 0; turns < 1e6; turns++) {
    const answer = heard.find((reply) => types.includes(reply.type) || reply.type === "failed");
    if (answer && answer.type !== "failed") return answer;
    if (answer) throw new Error(answer.message);
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error(`no ${types.join(" or ")} after ${message.type}`);
}

// A small program of its own for each thing a first visitor does.
const FIRST_PROGRAMS = [
  "print('hi')\n",
  // As somebody types who tries the module out.
  "print(1)",
  "for i in range(3):\n    print(i, i / 2, i % 2 == 0, end=' ')",
  "x = [1, 'a', 2.5, None]\nprint(x, len(x), {'k': x}, f'{x[2]:.2f}')\nprint(undefined)\n",
  "def f(:\n",
  "import asyncio\nasync def main():\n    await asyncio.sleep(1)\n    print('ready')\nasyncio.run(main())\n",
  sleepers(3),
  // What a next program of nearly anybody has.
  `def countdown(n, step=1):
    while n > 0:
        print(n, end=" ")
        n -= step


countdown(3)
try:
    print([10 // n for n in [5, 2, 0]])
except ZeroDivisionError as error:
    print("no:", error)
`,
];

// What benches/programs hold is a function; this calls it.
const CALLS = [
  [/async def main/, "\nimport asyncio\nprint(asyncio.run(main()))\n"],
  [/def main/, "\nprint(main())\n"],
];

const gallery = await programs("static/gallery/");
const benches = (await programs("benches/programs/")).map(([name, text]) => {
  const call = CALLS.find(([pattern]) => pattern.test(text));
  return [name, text + (call ? call[1] : "")];
});
let before = counts();
/** How often each mark was come to since the last call. */
function since() {
  const now = counts();
  const times = now.map((total, mark) => total - before[mark]);
  before = now;
  return times;
}
// What a visitor does first must be there, however seldom. What only a later
// program does may come with the second file, which is then there, as a rule.
const FIRST_IN_GALLERY = "three-workers.py";
const PROGRAMS = 2;
// What a program does often must be quick.
const OFTEN = 5000;
const first = new Set();
const programsWith = new Uint32Array(Number(count));
const most = new Uint32Array(Number(count));
const add = (times, isFirst) =>
  times.forEach((n, mark) => {
    if (n === 0) return;
    if (isFirst) first.add(mark);
    programsWith[mark] += 1;
    most[mark] = Math.max(most[mark], n);
  });

add(counts(), true);
// Where an object is made, what is done depends on whether others of its size were made
// before: at what is done once it is the length of the text, as a rule, that decides.
for (let length = 8; length <= 256; length += length < 64 ? 8 : 64) {
  const one = await fresh(length);
  await one.engine.run("print(1)".padStart(length, "\n"), { record: length % 16 === 0 });
  add(one.counts(), true);
}
for (const record of [true, false]) {
  for (const text of FIRST_PROGRAMS) await engine.run(text, { record });
}
add(since(), true);

// Each program of the gallery, also through the messages of the page's worker.
// Frames and variables are shown by another worker, when a visitor asks for them.
engine.serve();
// Messages have all that the page's have: what is read is the same.
const options = {
  seed: 0,
  record: true,
  lines: true,
  debug: false,
  maxInstructions: 2_000_000_000,
  maxMemory: 1 << 29,
  maxOutput: 1 << 23,
  maxEvents: 1_000_000,
};
const upTo = (events) => ({ instructions: 2_000_000, handles: null, events, until: null });
// The first one comes first: what is done once, like an import, must count for it.
gallery.sort(([name], [other]) => Number(other === FIRST_IN_GALLERY) - Number(name === FIRST_IN_GALLERY));
let run = 0;
/** Has the worker's side look at a program and run it with pauses, as for a page. */
async function watch(source) {
  run += 1;
  await ask({ type: "check", request: 2 ** 31, source }, "diagnostics");
  const { type } = await ask({ type: "load", run, source, options }, "loaded", "diagnostics");
  if (type !== "loaded") return;
  for (const events of [1, 40]) await ask({ type: "advance", run, budget: upTo(events) }, "progress");
  await ask({ type: "advance", run, budget: { ...upTo(options.maxEvents), instructions: 2 ** 40 } }, "finished");
}
for (const [name, source] of gallery) {
  for (const record of [true, false]) await engine.run(source, { record });
  await watch(source);
  add(since(), name === FIRST_IN_GALLERY);
}
for (const source of FIRST_PROGRAMS) await watch(source);
// A text with all that messages have to write in another way.
await watch('"""Tells \'it\'."""\n\n\nfor c in "\\n\\\\", "", "é中😀":\n\tprint("", c)\n');
add(since(), true);
engine.load_rest();
add(since(), true);
programsWith.forEach((programs, mark) => programs >= PROGRAMS && first.add(mark));
for (const [, text] of benches) {
  await engine.run(text, { maxInstructions: 3_000_000 });
  add(since(), false);
}

const belongs = Uint8Array.from(most, (times, mark) => (first.has(mark) || times >= OFTEN ? 49 : 48));
process.stdout.write(belongs, () => process.exit(0));
