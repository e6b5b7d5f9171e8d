// Static data that only functions of the second file come to is in that file.
// Until it is there, nothing may read the places of that data: here they hold
// rubbish meanwhile, in an engine of its own for each program.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { ENGINE, galleryPrograms, requiredPrograms, runAndCompare } from "./engine.mjs";

const DATA_SECTION = 11;
const RUBBISH = 0xa5;

// Compiled: bytes would not come to `WebAssembly.instantiate`, which is watched here.
const first = await WebAssembly.compile(await readFile(new URL("coroscope.wasm", ENGINE)));
const places = segments(await readFile(new URL("coroscope-rest.wasm", ENGINE)));

test("much of the static data is in the second file", () => {
  const bytes = places.reduce((sum, [start, end]) => sum + end - start, 0);
  assert.ok(bytes > 100_000, `${bytes} bytes`);
});

for (const [number, program] of [...(await requiredPrograms()), ...(await galleryPrograms())].entries()) {
  test(program.name, async () => {
    const { memory, restore } = catchMemory();
    try {
      const engine = await import(new URL(`coroscope.js?${number}`, ENGINE).href);
      await engine.default({ module_or_path: first });
      assert.ok(memory.isFilled, "the memory was filled before the engine began");
      await runAndCompare(engine, program);
    } finally {
      restore();
    }
  });
}

/** Fills the places of the next instance's memory before its first function runs. */
function catchMemory() {
  const { instantiate } = WebAssembly;
  const memory = { isFilled: false };
  WebAssembly.instantiate = async (...given) => {
    const made = await instantiate(...given);
    const bytes = new Uint8Array((made.instance ?? made).exports.memory.buffer);
    for (const [start, end] of places) bytes.fill(RUBBISH, start, end);
    memory.isFilled = true;
    return made;
  };
  return { memory, restore: () => (WebAssembly.instantiate = instantiate) };
}

/** Where the data of a module goes: the first and the last address of each segment (WebAssembly specification, 5.5.14). */
function segments(wasm) {
  let at = 8;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = wasm[at++];
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  };
  for (;;) {
    const section = wasm[at++];
    const length = number();
    if (section === DATA_SECTION) break;
    assert.ok(at < wasm.length, "there is a section with data");
    at += length;
  }
  return Array.from({ length: number() }, () => {
    assert.equal(number(), 0, "the segment is an active one of the first memory");
    assert.equal(wasm[at++], 0x41, "its address is a number");
    const start = number();
    assert.equal(wasm[at++], 0x0b, "and nothing else");
    const end = start + number();
    at += end - start;
    return [start, end];
  });
}
