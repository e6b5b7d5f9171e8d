// The event log is the same, byte for byte, natively and in wasm.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { loadEngine, requiredPrograms } from "./engine.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const ROOM = 1 << 28;

execFileSync("cargo", ["build", "--quiet", "--bin", "coroscope"], { cwd: ROOT, stdio: "inherit" });
const engine = await loadEngine();

for (const program of await requiredPrograms()) {
  test(program.name, async () => {
    const native = traceNatively(program.path);
    const { events } = await engine.run(program.source, { record: true, file: program.path });
    assert.notEqual(events, "");
    // Whole logs are too long for a report: tell the first line that differs.
    const lines = events.split("\n");
    const differing = native.split("\n").findIndex((line, i) => line !== lines[i]);
    if (differing !== -1) {
      assert.equal(lines[differing], native.split("\n")[differing], `line ${differing + 1}`);
    }
    assert.equal(events.length, native.length);
  });
}

/** The log that the command-line tool prints; a program may end with a status of its own. */
function traceNatively(path) {
  const options = { cwd: ROOT, encoding: "utf8", maxBuffer: ROOM, stdio: ["ignore", "pipe", "ignore"] };
  const tool = process.env.CARGO_TARGET_DIR ?? "target";
  try {
    return execFileSync(`${tool}/debug/coroscope`, ["trace", path], options);
  } catch (error) {
    if (typeof error.stdout !== "string") throw error;
    return error.stdout;
  }
}
