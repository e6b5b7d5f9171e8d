// Measures the stage in Chromium and writes a Markdown page: script time per
// frame while scrubbing logs of three sizes, time from the navigation and from
// Run to the first paint, input delay while ten thousand tasks run, memory of a
// million events.
//
// `node benches/stage.mjs [FILE]`; without FILE it only prints. It needs `dist`.

import { writeFile } from "node:fs/promises";
import { cpus, loadavg } from "node:os";

import { launchChromium, serveDist } from "../tests/browser/host.mjs";
import { Playground } from "../tests/browser/playground.mjs";
import { sleepers } from "../tests/browser/programs.mjs";
import { openings } from "./opening.mjs";

const SIZES = [1_000, 100_000, 1_000_000];
const FRAMES = 60;
const STARTS = 7;
const PATIENCE = 580_000;
/** A log holds at most so many events; a run is kept a little below it. */
const FULL = 0.99;

/** A dozen tasks that sleep, take a lock and use a queue, for so many rounds. */
const workers = (rounds) => `import asyncio

async def worker(number, lock, queue):
    for turn in range(${rounds}):
        await asyncio.sleep(0.001 * (number + 1))
        async with lock:
            queue.put_nowait(turn)
        await queue.get()

async def main():
    lock, queue = asyncio.Lock(), asyncio.Queue()
    async with asyncio.TaskGroup() as group:
        for number in range(12):
            group.create_task(worker(number, lock, queue), name=f"worker-{number}")

asyncio.run(main())
`;

/** As many tasks as asked for, each with two sleeps. */
const crowd = (tasks) => `import asyncio

async def job(number):
    for turn in range(2):
        await asyncio.sleep(0.001 * (number % 97 + 1))

async def main():
    async with asyncio.TaskGroup() as group:
        for number in range(${tasks}):
            group.create_task(job(number))

asyncio.run(main())
`;

const SMALL = sleepers(3);

const median = (times) => quantile(times, 0.5);
const quantile = (times, share) => [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))];
const number = (value) => value.toLocaleString("en");

const host = await serveDist();
const browser = await launchChromium();

/** A page in a profile of its own, its interpreter ready. */
async function visit() {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(PATIENCE);
  // The size of the page's own memory can be asked of nobody but its module.
  await page.addInitScript(() => {
    for (const way of ["instantiate", "instantiateStreaming"]) {
      const original = WebAssembly[way];
      WebAssembly[way] = async (...given) => {
        const made = await original.apply(WebAssembly, given);
        window.pageMemory = (made.instance ?? made).exports.memory;
        return made;
      };
    }
  });
  await page.goto(host.address);
  const playground = new Playground(page);
  await playground.instantly();
  // The first run waits for the interpreter to be compiled.
  await finish(playground, "print(1)\n");
  return playground;
}

/** Writes a program, runs it and waits for the end of the log. */
async function finish(playground, source) {
  const { page } = playground;
  await playground.write(source);
  await playground.run();
  await page.getByTestId("the-end").waitFor();
  return (await playground.counter()).events + 1;
}

/** What moving the cursor to each of the places costs, in milliseconds of the page's own thread. */
async function scrub(page, places) {
  const session = await page.context().newCDPSession(page);
  // Time on the processor: what else this machine does is not in it.
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const now = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    const value = (name) => metrics.find((metric) => metric.name === name).value * 1000;
    return { script: value("ScriptDuration"), all: value("TaskDuration") };
  };
  const frames = [];
  for (const place of places) {
    const before = await now();
    await page.evaluate((place) => new Promise((done) => {
      const slider = document.querySelector("[data-testid=scrubber]");
      setTimeout(() => {
        slider.value = String(place);
        slider.dispatchEvent(new Event("input", { bubbles: true }));
        requestAnimationFrame(() => setTimeout(done, 0));
      }, 0);
    }), place);
    const after = await now();
    frames.push({ script: after.script - before.script, all: after.all - before.all });
  }
  await session.detach();
  return frames;
}

/** Places spread over a log without any order, the same each time. */
function scattered(events) {
  let state = 12345;
  return Array.from({ length: FRAMES }, () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * events);
  });
}

/** The places that a steady drag passes. */
const dragged = (events) => Array.from({ length: FRAMES }, (_, index) => Math.floor((index / FRAMES) * events));

const lines = [];
const say = (line = "") => {
  lines.push(line);
  console.log(line);
};

say("# The stage, measured");
say();
say("Written by `cargo xtask bench-stage`; nothing here is typed by hand.");
say(`Chromium ${browser.version()}, headless, without a graphics card; ${cpus().length} × ${cpus()[0]?.model.trim() ?? "unknown"}; ${loadavg()[0].toFixed(0)} other processes wanted to run when this began.`);
say();
say("## Script time per frame while scrubbing");
say();
say(`Milliseconds on the processor for one move of the cursor, ${FRAMES} moves each: a steady drag from end to end, and jumps without any order. "All" is script, style, layout and painting together.`);
say();
say("| events | tasks | drag: script | 95 % | all | jumps: script | 95 % | all |");
say("|---:|---:|---:|---:|---:|---:|---:|---:|");

/** Rounds that make a log of about so many events, from two short runs. */
async function roundsFor(playground, program, size) {
  const [few, more] = [await finish(playground, program(4)), await finish(playground, program(24))];
  return Math.max(1, Math.round((size * FULL - few) / ((more - few) / 20)) + 4);
}

let memory = "";
for (const [program, tasks] of [[workers, 13], [crowd, null]]) {
  for (const size of SIZES) {
    const playground = await visit();
    const { page } = playground;
    const rounds = await roundsFor(playground, program, size);
    await finish(playground, "pass\n");
    const before = await page.evaluate(() => window.pageMemory?.buffer.byteLength ?? 0);
    const events = await finish(playground, program(rounds));
    const after = await page.evaluate(() => window.pageMemory?.buffer.byteLength ?? 0);
    await scrub(page, scattered(events).slice(0, 8));
    const drag = await scrub(page, dragged(events));
    const jumps = await scrub(page, scattered(events));
    const told = (frames) => {
      const script = frames.map((frame) => frame.script);
      return [median(script), quantile(script, 0.95), median(frames.map((frame) => frame.all))];
    };
    const cells = [drag, jumps].flatMap(told).map((time) => time.toFixed(1));
    say(`| ${number(events)} | ${number(tasks ?? rounds + 1)} | ${cells.join(" | ")} |`);
    if (size === SIZES.at(-1)) {
      const megabytes = (((after - before) / events) * 1e6) / 2 ** 20;
      memory += `| ${number(tasks ?? rounds + 1)} | ${megabytes.toFixed(0)} |\n`;
    }
    await page.close();
  }
}

say();
say("## Memory of a million events");
say();
say("What the page's memory grows by: the log and everything folded from it.");
say();
say("| tasks | MiB per million events |");
say("|---:|---:|");
for (const row of memory.trim().split("\n")) say(row);

{
  const playground = await visit();
  const { page } = playground;
  await playground.write(SMALL);
  const times = [];
  for (let i = 0; i < STARTS; i += 1) {
    times.push(await page.evaluate(async () => {
      const stage = document.querySelector("[data-testid=lanes]");
      const painted = new Promise((done) => {
        const seen = () => stage.querySelector("[data-testid=lane]") !== null;
        const watch = new MutationObserver(() => {
          if (!seen()) return;
          watch.disconnect();
          requestAnimationFrame(() => setTimeout(() => done(performance.now()), 0));
        });
        // The lanes of the run before go first.
        setTimeout(() => watch.observe(stage, { childList: true, subtree: true }), 0);
      });
      const start = performance.now();
      document.querySelector("[data-testid=run]").click();
      return (await painted) - start;
    }));
    await page.getByTestId("the-end").waitFor();
  }
  say();
  say("## From Run to the first lanes on the screen");
  say();
  say(`A small program, interpreter already loaded: median ${median(times).toFixed(0)} ms, slowest of ${STARTS} ${Math.max(...times).toFixed(0)} ms.`);
  await page.close();
}

{
  const { first, second, own } = await openings(browser, host.address, STARTS);
  const told = (times) => `median ${median(times).toFixed(0)} ms, slowest ${Math.max(...times).toFixed(0)} ms`;
  say();
  say("## From the navigation to the first event on the screen");
  say();
  say(`A link to a moment of a small program, which runs by itself; ${STARTS} visitors, each with a browser window that has come to rest, from a server on the same machine. First visit: ${told(first)}. Second visit: ${told(second)}; what stands there then is an afterimage (ARCHITECTURE.md), in whose place the page itself comes after: ${told(own)}.`);
}

{
  const playground = await visit();
  const { page } = playground;
  await page.evaluate(() => {
    window.delays = [];
    addEventListener("keydown", (event) => window.delays.push(performance.now() - event.timeStamp), { capture: true });
  });
  await playground.write(crowd(10_000));
  await playground.run();
  const ended = page.getByTestId("the-end").waitFor().then(() => true);
  const pause = () => new Promise((done) => setTimeout(() => done(false), 40));
  while (!(await Promise.race([ended, pause()]))) await page.keyboard.press("Shift");
  const delays = await page.evaluate(() => window.delays);
  say();
  say("## Input delay while 10,000 tasks run");
  say();
  say(`From a key's press to its handler, ${delays.length} presses at full speed: median ${median(delays).toFixed(0)} ms, 95 % within ${quantile(delays, 0.95).toFixed(0)} ms, longest ${Math.max(...delays).toFixed(0)} ms.`);
  await page.close();
}

await browser.close();
await host.close();
if (process.argv[2]) await writeFile(process.argv[2], `${lines.join("\n")}\n`);
