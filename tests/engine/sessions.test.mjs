// Every interactive session through the engine module, as the native runner does.

import { test } from "node:test";

import { loadEngine, runAndCompare, sessions } from "./engine.mjs";

const engine = await loadEngine();

for (const session of await sessions()) {
  test(session.name, () => runAndCompare(engine, session));
}
