// Every conformance program through the engine module, as the native runner does.

import assert from "node:assert/strict";
import { test } from "node:test";

import { lastLine, loadEngine, requiredPrograms } from "./engine.mjs";

const engine = await loadEngine();

for (const program of await requiredPrograms()) {
  test(program.name, async () => {
    const result = await engine.run(program.source);
    // Standard output first: where it differs, its difference says most.
    assert.equal(result.stdout, program.stdout);
    assert.equal(result.status, program.status, result.stderr);
    if (program.lastError !== null) assert.equal(lastLine(result.stderr), program.lastError);
  });
}
