// The page's worker: loads the engine of the page's own build, then answers
// the page's messages. Started as `new Worker("engine/worker.js?v=BUILD", { type: "module" })`;
// with the name below its first message is the engine as a WebAssembly.Module, or null.
import init, { prefetch, serve } from "./coroscope.js";

const IS_GIVEN = "is given the engine";

// What the page asks before the engine can answer waits for it.
const early = [];
const given = new Promise((resolve) => {
  if (self.name !== IS_GIVEN) resolve(null);
  self.onmessage = (event) => (typeof event.data === "string" ? early.push(event) : resolve(event.data));
});

const build = new URL(import.meta.url).search;
await init({ module_or_path: (await given) ?? new URL(`./coroscope.wasm${build}`, import.meta.url) });
serve();
for (const event of early) self.onmessage(event);
// What the first program does not need may come while the visitor looks at it.
// Where that fails, the part is asked for again when something calls it.
setTimeout(() => prefetch().catch(() => {}), 2000);
