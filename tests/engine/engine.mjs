// The engine module as a user of Node imports it, and the programs it is tried with.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** Where the engine module is. */
export const ENGINE = new URL("../../dist/engine/", import.meta.url);
const CONFORMANCE = new URL("../conformance/", import.meta.url);
const PROGRAMS = new URL("../programs/", import.meta.url);
const LIBRARY = new URL("../library/", import.meta.url);
const SESSIONS = new URL("../sessions/", import.meta.url);
const GALLERY = new URL("../../static/gallery/", import.meta.url);
const GALLERY_OUTPUT = new URL("../gallery/", import.meta.url);

/** The engine module, its wasm loaded from the bytes of the file. */
export async function loadEngine() {
  const engine = await import(new URL("coroscope.js", ENGINE).href);
  const wasm = await readFile(new URL("coroscope.wasm", ENGINE));
  await engine.default({ module_or_path: wasm });
  return engine;
}

/**
 * A program and what it must do.
 * @typedef {{ name: string, path: string, source: string, stdout: string, status: number, lastError: string | null, file?: string }} Program
 *   file: what tracebacks call it, if that is not main.py; lastError: the last line of stderr, where the program ends with an error.
 */

/**
 * The conformance programs that must pass.
 * @returns {Promise<Program[]>}
 */
export async function requiredPrograms() {
  const list = await readFile(new URL("passing.txt", CONFORMANCE), "utf8");
  const required = new Set(
    list.split("\n").map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#")),
  );
  const programs = [];
  for (const name of await programNames(CONFORMANCE)) {
    if (required.delete(name.slice(0, name.indexOf("-")))) {
      programs.push(await readProgram(name, CONFORMANCE, CONFORMANCE));
    }
  }
  if (required.size > 0) {
    throw new Error(`passing.txt names programs that do not exist: ${[...required].join(", ")}`);
  }
  return programs;
}

/**
 * The examples of the page's gallery.
 * @returns {Promise<Program[]>}
 */
export async function galleryPrograms() {
  const names = await programNames(GALLERY);
  return Promise.all(names.map((name) => readProgram(name, GALLERY, GALLERY_OUTPUT)));
}

/**
 * Our own programs of language and library; what they may use up is the native runner's.
 * @returns {Promise<Program[]>}
 */
export async function allPrograms() {
  const programs = [];
  for (const top of [PROGRAMS, LIBRARY]) {
    for (const file of (await readdir(top, { recursive: true })).sort()) {
      if (!file.endsWith(".py")) continue;
      const name = file.slice(file.lastIndexOf("/") + 1, -".py".length);
      const folder = new URL(file.slice(0, file.length - `${name}.py`.length), top);
      programs.push({ ...(await readProgram(name, folder, folder)), name: file, file: `${name}.py` });
    }
  }
  return programs;
}

/**
 * The tutorials' listings that the gallery offers, by the names that it gives them.
 * @returns {Promise<Map<string, string>>}
 */
export async function listings() {
  const menu = await readFile(new URL("../../src/page/gallery/listings.rs", import.meta.url), "utf8");
  const entries = [...menu.matchAll(/^ +"([\w-]+)" "([\w.-]+)": \(/gm)];
  const folder = new URL("../../static/listings/", import.meta.url);
  const texts = await Promise.all(entries.map(([, , file]) => readFile(new URL(file, folder), "utf8")));
  return new Map(entries.map(([, name], index) => [name, texts[index]]));
}

/**
 * The interactive sessions.
 * @returns {Promise<Program[]>}
 */
export async function sessions() {
  const names = await programNames(SESSIONS, ".pycon");
  return Promise.all(names.map((name) => readProgram(name, SESSIONS, SESSIONS, ".pycon")));
}

/** The names of the programs in a folder, sorted, without the extension. */
async function programNames(folder, extension = ".py") {
  const files = await readdir(folder);
  return files
    .filter((file) => file.endsWith(extension))
    .map((file) => file.slice(0, -extension.length))
    .sort();
}

/** Reads `NAME.py` from one folder, `NAME.out` and, where it ends in an error, `NAME.err` from another. */
async function readProgram(name, from, expected, extension = ".py") {
  const error = await readFile(new URL(`${name}.err`, expected), "utf8").catch(() => "exit 0\n");
  const [exit, ...rest] = error.trimEnd().split("\n");
  const path = new URL(`${name}${extension}`, from);
  return {
    name,
    path: fileURLToPath(path),
    source: await readFile(path, "utf8"),
    stdout: await readFile(new URL(`${name}.out`, expected), "utf8"),
    status: Number(exit.slice("exit ".length)),
    lastError: rest.length > 0 ? lastError(rest.join("\n")) : null,
  };
}

/** Addresses are never the same twice. */
export function withoutAddresses(text) {
  return text
    .replace(/\bat 0x[0-9a-f]{6,}/g, "at 0x...")
    .replace(/\b(running|defined|created) at [^\s<>,\]]+:\d+/g, "$1 at ...");
}

/** How the report of an exception group begins; the group is drawn below it. */
const GROUP = "  + Exception Group Traceback";

/** The line of standard error that names the last exception. */
export function lastError(text) {
  const lines = text.trimEnd().split("\n");
  const report = lines.slice(lines.findLastIndex((line) => !line.startsWith(" ")) + 1);
  if (!report[0]?.startsWith(GROUP)) return lastLine(text);
  return report.find((line) => /^ {2}\| \S/.test(line))?.slice("  | ".length) ?? "";
}

/** The last line of a text that is not empty. */
export function lastLine(text) {
  return text.trimEnd().split("\n").at(-1);
}

/**
 * Runs a program and compares all that counts.
 * @param {{ run: (source: string, options?: object) => Promise<{ stdout: string, stderr: string, status: number }> }} engine
 * @param {Program} program
 */
export async function runAndCompare(engine, program) {
  const result = await engine.run(program.source, program.file && { file: program.file });
  // Standard output first: where it differs, its difference says most.
  assert.equal(withoutAddresses(result.stdout), withoutAddresses(program.stdout));
  assert.equal(result.status, program.status, result.stderr);
  if (program.lastError !== null) assert.equal(lastError(result.stderr), program.lastError);
}
