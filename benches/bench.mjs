// Times the programs in `programs/` in the engine module under Node and in
// python3, in one sitting, and prints a Markdown table.
//
// A time is a whole run, compiling included: for python3 the compile() and
// exec() inside a running interpreter, for the engine one call of `run` without
// an event log. After one warm-up run each, whose output must be the same,
// medians of five. asyncio sleeps are real time under python3 and virtual in
// the engine: `timers` cannot take less than 10 ms there.

import { execFileSync } from "node:child_process";
import { readFile, readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import { launchChromium, serveDist } from "../tests/browser/host.mjs";

const REPETITIONS = 5;
const programs = new URL("programs/", import.meta.url);
const script = (name) => fileURLToPath(new URL(name, import.meta.url));

const engine = await import(new URL("../dist/engine/coroscope.js", import.meta.url).href).catch(() => {
  console.error("there is no engine module: run `trunk build --release` or `cargo xtask serve` first");
  process.exit(1);
});
await engine.default({
  module_or_path: await readFile(new URL("../dist/engine/coroscope.wasm", import.meta.url)),
});

const only = process.argv.slice(2);
const names = (await readdir(programs))
  .filter((file) => file.endsWith(".py"))
  .map((file) => file.slice(0, -".py".length))
  .filter((name) => only.length === 0 || only.includes(name));

const python = execFileSync("python3", ["--version"], { encoding: "utf8" }).trim();
console.log(`Engine ${engine.version()} in Node ${process.version} against ${python}; medians of ${REPETITIONS}, ms.\n`);
console.log("| program | engine | python3 | engine / python3 |\n|---|---:|---:|---:|");
let failed = false;
for (const name of names) {
  const text = await readFile(new URL(`${name}.py`, programs), "utf8");
  const source = text + (text.includes("async def main") ? "\nimport asyncio\nprint(asyncio.run(main()))\n" : "\nprint(main())\n");
  const theirs = JSON.parse(
    execFileSync("python3", [script("time_python.py"), String(REPETITIONS)], { input: source, encoding: "utf8" }),
  );
  const ours = await timeEngine(source);
  if (ours.stdout !== theirs.stdout) {
    failed = true;
    console.log(`| ${name} | differs: ${JSON.stringify((ours.stdout + ours.stderr).slice(0, 120))} | ${theirs.median.toFixed(1)} | |`);
    continue;
  }
  console.log(
    `| ${name} | ${ours.median.toFixed(1)} | ${theirs.median.toFixed(1)} | ${(ours.median / theirs.median).toFixed(2)} |`,
  );
}

const cold = Array.from({ length: REPETITIONS }, () =>
  Number(execFileSync(process.execPath, [script("cold_start.mjs")], { encoding: "utf8" })),
);
const inBrowser = await coldStartsInChromium().catch((error) => {
  console.error(`no cold start in Chromium: ${error.message}`);
  return null;
});
console.log(`\nCold start, from import to the first output: ${median(cold).toFixed(0)} ms in a fresh Node process`);
if (inBrowser !== null) console.log(`and ${median(inBrowser).toFixed(0)} ms in Chromium with an empty cache.`);
if (failed) process.exitCode = 1;

/** One start per profile: nothing compiled or fetched before. */
async function coldStartsInChromium() {
  const host = await serveDist();
  const browser = await launchChromium();
  const times = [];
  for (let i = 0; i < REPETITIONS; i += 1) {
    const context = await browser.newContext();
    const page = await context.newPage();
    // Any document of the site but the playground, which would start an engine of its own.
    await page.goto(`${host.address}engine/worker.js`);
    times.push(
      await page.evaluate(async () => {
        const began = performance.now();
        const engine = await import(new URL("coroscope.js", location.href).href);
        await engine.default();
        await engine.run("import asyncio\nasyncio.run(asyncio.sleep(1))\nprint('ready')\n");
        return performance.now() - began;
      }),
    );
    await context.close();
  }
  await browser.close();
  await host.close();
  return times;
}

async function timeEngine(source) {
  const { stdout, stderr } = await engine.run(source);
  const times = [];
  for (let i = 0; i < REPETITIONS; i += 1) {
    const began = performance.now();
    await engine.run(source);
    times.push(performance.now() - began);
  }
  return { stdout, stderr, median: median(times) };
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
