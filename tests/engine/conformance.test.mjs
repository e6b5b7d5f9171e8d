// Every conformance program through the engine module, as the native runner does.

import { test } from "node:test";

import { loadEngine, requiredPrograms, runAndCompare } from "./engine.mjs";

const engine = await loadEngine();

for (const program of await requiredPrograms()) {
  test(program.name, () => runAndCompare(engine, program));
}
