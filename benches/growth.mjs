// How time and memory grow: programs with a thousand to a million tasks,
// futures, timers and queue items, with recording off and on.
//
//   node growth.mjs [--kinds NAME,…] [--sizes N,…]
//
// Without any of them the table also goes into docs/performance.md.

import { spawn } from "node:child_process";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { MOST_EVENTS } from "./peers/adapters/coroscope.mjs";
import { writeSection } from "./report.mjs";

/** For the source of so many, and whether its time may have a logarithm in it. */
const KINDS = {
  tasks: {
    source: (count) => `import asyncio

async def wait(event):
    await event.wait()

async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(wait(event)) for _ in range(${count})]
    await asyncio.sleep(0)
    event.set()
    for task in tasks:
        await task

asyncio.run(main())
`,
  },
  sleeps: {
    hasLogarithm: true,
    source: (count) => `import asyncio

async def main():
    tasks = [asyncio.create_task(asyncio.sleep(i * 7919 % 10007)) for i in range(${count})]
    for task in tasks:
        await task

asyncio.run(main())
`,
  },
  futures: {
    source: (count) => `import asyncio

async def main():
    loop = asyncio.get_running_loop()
    futures = [loop.create_future() for _ in range(${count})]
    for future in futures:
        loop.call_soon(future.set_result, None)
    for future in futures:
        await future

asyncio.run(main())
`,
  },
  timers: {
    hasLogarithm: true,
    source: (count) => `import asyncio

async def main():
    loop = asyncio.get_running_loop()
    fired = []
    for i in range(${count}):
        loop.call_later(i * 7919 % 10007, fired.append, None)
    await asyncio.sleep(20000)
    assert len(fired) == ${count}

asyncio.run(main())
`,
  },
  items: {
    source: (count) => `import asyncio

async def produce(queue):
    for i in range(${count}):
        queue.put_nowait(i)

async def main():
    queue = asyncio.Queue()
    producer = asyncio.create_task(produce(queue))
    for _ in range(${count}):
        await queue.get()
    await producer

asyncio.run(main())
`,
  },
};
const SIZES = [1_000, 10_000, 100_000, 1_000_000];
/** What is compared with: below it, what every program costs is in the way. */
const REFERENCE = 10_000;
/** How many times as much as there one item may take; time is never quite even. */
const MOST_TIME = 1.5;
const MOST_MEMORY = 1.25;
/** Bytes that a million suspended sleeps may take. */
const MOST_SLEEPS = 2 ** 30;
/** Seconds for all repetitions of one size. */
const LIMIT = 300;

const { values: asked } = parseArgs({ options: { kinds: { type: "string" }, sizes: { type: "string" } } });
const kinds = asked.kinds?.split(",") ?? Object.keys(KINDS);
const unknown = kinds.filter((kind) => !(kind in KINDS));
if (unknown.length > 0) {
  console.error(`there is no ${unknown.join(", ")}; there are ${Object.keys(KINDS).join(", ")}`);
  process.exit(2);
}
const sizes = asked.sizes?.split(",").map(Number) ?? SIZES;

const lines = [
  `Measured on ${new Date().toISOString().slice(0, 10)} in Node ${process.version}; ${cpus().length} × ${cpus()[0]?.model.trim() ?? "unknown"}.`,
  "",
  "| | number | ms | ns each | bytes each | MiB at most | kept after | recorded: ms | ns each | events | bytes per event | wasm, 1 run → 3 runs |",
  "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|",
];
const remarks = [];
let failed = false;

for (const kind of kinds) {
  const seen = [];
  for (const size of sizes) {
    process.stderr.write(`${size} ${kind}\n`);
    const source = KINDS[kind].source(size);
    const [plain, recorded] = [await inChild(source, false), await inChild(source, true)];
    for (const { failed: why } of [plain, recorded]) {
      if (why) remarks.push(`${number(size)} ${kind}: ${why}`);
    }
    if (plain.failed || recorded.failed) {
      failed = true;
      lines.push(`| ${kind} | ${number(size)} | – ${"| ".repeat(10)}`);
      continue;
    }
    seen.push({ size, plain, recorded });
    lines.push(row(kind, size, plain, recorded));
    if (recorded.events >= MOST_EVENTS) remarks.push(`${number(size)} ${kind}: the log was full, and the rest was not recorded.`);
    if (kind === "sleeps" && size === 1e6 && plain.wasm[0] > MOST_SLEEPS) remarks.push("A million suspended sleeps take more than 1 GiB.");
  }
  remarks.push(...uneven(kind, seen));
}
lines.push("");
if (remarks.length === 0) lines.push("Nothing grows faster than its number.");
for (const remark of remarks) lines.push(`- ${remark}`);

const text = lines.join("\n");
console.log(text);
if (process.argv.length === 2) await writeSection("growth", text);
if (failed) process.exitCode = 1;

function number(value) {
  return value.toLocaleString("en");
}

function mebibytes(bytes) {
  const value = bytes / 2 ** 20;
  return value.toFixed(value < 9.95 ? 1 : 0);
}

function row(kind, size, plain, recorded) {
  const each = (result) => ((result.time / size) * 1e6).toFixed(0);
  const cells = [
    kind,
    number(size),
    plain.time.toFixed(1),
    each(plain),
    (plain.peak / size).toFixed(0),
    mebibytes(plain.peak),
    `${number(Math.round(plain.left / 1024))} KiB`,
    recorded.time.toFixed(1),
    each(recorded),
    number(recorded.events),
    // The log is all that a run leaves; the same run without recording says what else there is.
    ((recorded.left - plain.left) / recorded.events).toFixed(1),
    `${mebibytes(plain.wasm[0])} → ${mebibytes(plain.wasm.at(-1))}`,
  ];
  return `| ${cells.join(" | ")} |`;
}

/** Sentences on what one item costs more where there are many of them. */
function uneven(kind, seen) {
  const reference = seen.find(({ size }) => size === REFERENCE);
  if (!reference) return [];
  const found = [];
  const compare = (what, most, costOf) => {
    for (const { size, ...results } of seen) {
      if (size <= REFERENCE) continue;
      const logarithm = what !== "memory" && KINDS[kind].hasLogarithm ? Math.log2(size) / Math.log2(REFERENCE) : 1;
      const times = costOf(results) / size / (costOf(reference) / REFERENCE) / logarithm;
      if (times > most) found.push(`**Not linear**: ${number(size)} ${kind} take ${times.toFixed(1)} times the ${what} each that ${number(REFERENCE)} take.`);
    }
  };
  compare("time", MOST_TIME, ({ plain }) => plain.time);
  compare("memory", MOST_MEMORY, ({ plain }) => plain.peak);
  // Where the log became full the rest was quicker, and says nothing.
  if (seen.every(({ recorded }) => recorded.events < MOST_EVENTS)) compare("time, recorded,", MOST_TIME, ({ recorded }) => recorded.time);
  return found;
}

/** Measures in a process of its own, whose memory nothing else has stretched. */
function inChild(source, record) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [fileURLToPath(new URL("growth_run.mjs", import.meta.url))], { stdio: ["pipe", "pipe", "inherit"] });
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      resolve({ failed: `not done after ${LIMIT} s` });
    }, LIMIT * 1000);
    let out = "";
    child.stdout.on("data", (data) => (out += data));
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      try {
        resolve(JSON.parse(out));
      } catch {
        resolve({ failed: `ended with ${signal ?? code}` });
      }
    });
    child.stdin.end(JSON.stringify({ source, record }));
  });
}
