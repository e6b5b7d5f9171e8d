// Prints how many milliseconds a fresh process needs to load the engine and run a small program.

import { readFile } from "node:fs/promises";

const began = performance.now();
const engine = await import(new URL("../dist/engine/coroscope.js", import.meta.url).href);
await engine.default({
  module_or_path: await readFile(new URL("../dist/engine/coroscope.wasm", import.meta.url)),
});
const { stdout } = await engine.run(
  "import asyncio\nasync def main():\n    await asyncio.sleep(1)\n    print('ready')\nasyncio.run(main())\n",
);
if (stdout !== "ready\n") throw new Error(`the program printed ${JSON.stringify(stdout)}`);
console.log(performance.now() - began);
