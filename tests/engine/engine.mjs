// The engine module as a user of Node imports it, and the conformance programs.

import { readFile, readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const ENGINE = new URL("../../dist/engine/", import.meta.url);
const PROGRAMS = new URL("../conformance/", import.meta.url);

/** The engine module, its wasm loaded from the bytes of the file. */
export async function loadEngine() {
  const engine = await import(new URL("coroscope.js", ENGINE).href);
  const wasm = await readFile(new URL("coroscope.wasm", ENGINE));
  await engine.default({ module_or_path: wasm });
  return engine;
}

/**
 * The programs that must pass, with what they must do.
 *
 * @returns {Promise<{ name: string, path: string, source: string, stdout: string, status: number, lastError: string | null }[]>}
 *   lastError: the last line of stderr, where the program ends with an error.
 */
export async function requiredPrograms() {
  const list = await readFile(new URL("passing.txt", PROGRAMS), "utf8");
  const required = new Set(
    list.split("\n").map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#")),
  );
  const files = await readdir(PROGRAMS);
  const programs = [];
  for (const file of files.sort()) {
    const number = file.slice(0, file.indexOf("-"));
    if (!file.endsWith(".py") || !required.delete(number)) continue;
    const name = file.slice(0, -".py".length);
    const read = (suffix) => readFile(new URL(name + suffix, PROGRAMS), "utf8");
    const error = files.includes(`${name}.err`) ? await read(".err") : "exit 0\n";
    const [exit, ...rest] = error.trimEnd().split("\n");
    programs.push({
      name,
      path: fileURLToPath(new URL(file, PROGRAMS)),
      source: await read(".py"),
      stdout: await read(".out"),
      status: Number(exit.slice("exit ".length)),
      lastError: rest.at(-1) ?? null,
    });
  }
  if (required.size > 0) {
    throw new Error(`passing.txt names programs that do not exist: ${[...required].join(", ")}`);
  }
  return programs;
}

/** The last line of a text that is not empty. */
export function lastLine(text) {
  return text.trimEnd().split("\n").at(-1);
}
