// Every example of the gallery prints what CPython prints.

import { test } from "node:test";

import { galleryPrograms, loadEngine, runAndCompare } from "./engine.mjs";

const engine = await loadEngine();

for (const program of await galleryPrograms()) {
  test(program.name, () => runAndCompare(engine, program));
}
