// Every program of the native tests through the engine module: in wasm sizes
// have 32 bits, and a part of the engine is loaded only when it is needed.

import { test } from "node:test";

import { allPrograms, loadEngine, runAndCompare } from "./engine.mjs";

const engine = await loadEngine();

for (const program of await allPrograms()) {
  test(program.name, () => runAndCompare(engine, program));
}
