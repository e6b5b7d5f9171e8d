// Times the programs in `benches/programs` in native CPython, in the engine and
// in other ways to run Python in a page, and prints Markdown tables.
//
//   node main.mjs [--only ENGINE,…] [--programs NAME,…] [--hosts node,chromium]
//                 [--repetitions N] [--seconds N] [--limit N]
//
// Without any of them the tables also go into docs/performance.md. The folder
// with the peers' packages is in the variable PEERS.

import { execFileSync } from "node:child_process";
import { readFile, readdir } from "node:fs/promises";
import { cpus, loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { writeSection } from "../report.mjs";
import { ChromiumHost } from "./chromium.mjs";
import { downloads } from "./downloads.mjs";
import { ENGINES } from "./engines.mjs";
import { programOf } from "./measure.mjs";
import { NodeHost } from "./node.mjs";
import { quiet } from "./quiet.mjs";
import { Footnotes, coldTable, median, timesTable } from "./tables.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url)).replace(/\/$/, "");
const peers = process.env.PEERS ?? `${root}/target/peers`;

const { values: asked } = parseArgs({
  options: {
    only: { type: "string" },
    programs: { type: "string" },
    hosts: { type: "string", default: "node,chromium" },
    repetitions: { type: "string", default: "9" },
    seconds: { type: "string", default: "4" },
    limit: { type: "string", default: "20" },
  },
});
const repetitions = wholeNumber("repetitions");
const seconds = wholeNumber("seconds");
const settings = { root, peers, limit: wholeNumber("limit") };
const isWhole = process.argv.length === 2;

const engines = chosen(asked.only, ENGINES, (engine) => engine.name);
const names = (await readdir(`${root}/benches/programs`))
  .filter((file) => file.endsWith(".py"))
  .map((file) => file.slice(0, -".py".length))
  .sort();
const programs = await Promise.all(chosen(asked.programs, names, (name) => name).map(readProgram));
// Plain ones first, as most tables of this kind have them.
programs.sort((a, b) => Number(a.isAsync) - Number(b.isAsync));
const hostNames = chosen(asked.hosts, ["node", "chromium"], (name) => name);

const lines = [];
const say = (line = "") => lines.push(line);
const began = new Date();

say(
  `Measured on ${began.toISOString().slice(0, 10)}; ${cpus().length} × ${cpus()[0]?.model.trim() ?? "unknown"}, ` +
    `load ${loadavg()[0].toFixed(1)} when it began. ${nativeVersion()}; ${await versions()}.`,
);

const footnotes = new Footnotes();
let differs = false;
// Cells that were measured while something else ran.
let loud = 0;
const coldStarts = new Map(engines.filter((engine) => engine.coldStart).map((engine) => [engine.name, {}]));
for (const hostName of hostNames) {
  const host = hostName === "node" ? new NodeHost(settings) : await ChromiumHost.start(settings);
  const results = new Map();
  for (const program of programs) {
    for (const engine of engines) {
      note(`${hostName}: ${program.name}, ${engine.title}`);
      if (!(await quiet())) loud += 1;
      // Each time anew: the machine is not as fast at all times.
      const { stdout: expected, times: native } = timeNative(program);
      const result = await host.measure(engine, { text: program.text, expected, repetitions, seconds });
      if (!engine.packageName && result.failed) differs = true;
      results.set(`${program.name} ${engine.name}`, { ...result, native });
    }
  }
  for (const engine of engines.filter((engine) => engine.coldStart)) {
    note(`${hostName}: cold start, ${engine.title}`);
    if (!(await quiet())) loud += 1;
    coldStarts.get(engine.name)[hostName] = await host.coldStarts(engine, repetitions);
  }
  await host.close();
  say();
  say(`### ${host.title}`);
  say();
  lines.push(...timesTable({ programs, engines, results, footnotes }));
}

say();
say("### Cold start and download");
say();
const sizes = await downloads(coldStarts, `${peers}/brotli.json`);
lines.push(...coldTable({ engines, coldStarts, sizes, native: timeNativeStart(), footnotes }));
lines.push(...footnotes.lines());

const text = lines.join("\n");
note("");
console.log(text);
if (isWhole) await writeSection("peers", text);
note(`${Math.round((Date.now() - began) / 1000)} s`);
if (loud > 0) note(`something else ran during ${loud} measurements: their times say little`);
if (differs) {
  note("a program of ours failed or printed something else than CPython");
  process.exitCode = 1;
}

function note(text) {
  process.stderr.write(`${text}\n`);
}

function wholeNumber(option) {
  const number = Number(asked[option]);
  if (Number.isInteger(number) && number > 0) return number;
  console.error(`--${option} must be a whole number above 0`);
  process.exit(2);
}

/** The items that a list separated by commas names; all without a list. */
function chosen(list, items, nameOf) {
  if (list === undefined) return items;
  const wanted = list.split(",");
  const unknown = wanted.filter((name) => !items.some((item) => nameOf(item) === name));
  if (unknown.length > 0) {
    console.error(`there is no ${unknown.join(", ")}; there are ${items.map(nameOf).join(", ")}`);
    process.exit(2);
  }
  return items.filter((item) => wanted.includes(nameOf(item)));
}

async function readProgram(name) {
  const text = await readFile(`${root}/benches/programs/${name}.py`, "utf8");
  return { name, ...programOf(text) };
}

function nativeVersion() {
  return execFileSync("python3", ["-c", "import platform; print(platform.python_implementation(), platform.python_version())"], {
    encoding: "utf8",
  }).trim();
}

/** The peers' versions, as installed. */
async function versions() {
  const packages = [...new Map(engines.filter((engine) => engine.packageName).map((engine) => [engine.packageName, engine]))];
  const told = await Promise.all(
    packages.map(async ([name, engine]) => {
      const { version } = JSON.parse(await readFile(`${peers}/node_modules/${name}/package.json`, "utf8"));
      return `${engine.title} ${version}`;
    }),
  );
  return told.length > 0 ? told.join(", ") : "no peers";
}

function timeNative(program) {
  const script = `${root}/benches/time_python.py`;
  const answer = execFileSync("python3", [script, String(repetitions)], { input: program.whole, encoding: "utf8" });
  return JSON.parse(answer);
}

/** The whole process, since CPython comes without a host. */
function timeNativeStart() {
  const times = Array.from({ length: repetitions }, () => {
    const began = performance.now();
    execFileSync("python3", ["-c", "print('ready')"]);
    return performance.now() - began;
  });
  return median(times);
}
