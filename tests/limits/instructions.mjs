// How many instructions the native build needs for a program, counted by
// callgrind: the same on a busy machine as on an idle one.

import { execFile, execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const BINARY = process.env.COUNTED ?? fileURLToPath(new URL("../../target/counted/coroscope", import.meta.url));

/** Whether there is a valgrind. */
export function canCount() {
  try {
    execFileSync("valgrind", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/**
 * What a program of `benches/programs` needs with the larger one of two values
 * of its N more than with the smaller one: what starting costs is not in it.
 * @param {string} name
 * @param {[number, number]} sizes
 * @returns {Promise<number>}
 */
export async function instructionsOf(name, [small, large]) {
  const text = await readFile(new URL(`../../benches/programs/${name}.py`, import.meta.url), "utf8");
  const call = text.includes("async def main") ? "import asyncio\nprint(asyncio.run(main()))\n" : "print(main())\n";
  const counts = [];
  for (const size of [small, large]) {
    const source = text.replace(/^N = \d+$/m, `N = ${size}`);
    if (!source.includes(`\nN = ${size}\n`)) throw new Error(`${name}.py has no line N = …`);
    counts.push(await count(`${source}\n${call}`));
  }
  return counts[1] - counts[0];
}

/**
 * What a program needs from the start of the process to its end.
 * @param {string} source
 * @returns {Promise<number>}
 */
export async function count(source) {
  const folder = await mkdtemp(join(tmpdir(), "coroscope-"));
  try {
    // The file's name is in what the interpreter keeps: always the same.
    await writeFile(join(folder, "main.py"), source);
    const { stderr } = await promisify(execFile)(
      "valgrind",
      ["--tool=callgrind", "--callgrind-out-file=/dev/null", BINARY, "run", "main.py"],
      { cwd: folder },
    );
    const collected = /Collected : (\d+)/.exec(stderr);
    if (!collected) throw new Error(`callgrind counted nothing:\n${stderr}`);
    return Number(collected[1]);
  } finally {
    await rm(folder, { recursive: true });
  }
}
