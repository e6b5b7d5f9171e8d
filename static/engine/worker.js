// The page's worker: loads the engine of the page's own build, then answers
// the page's messages. Started as `new Worker("engine/worker.js?v=BUILD", { type: "module" })`;
// with the name below its first message is the engine as a WebAssembly.Module.
// Otherwise it fetches the engine, so that this does not wait for the page's thread,
// and tells the page "hears" as soon as it hears and the module when it has it.
import init, { prefetch, serve } from "./coroscope.js";

const IS_GIVEN = "is given the engine";
const isGiven = self.name === IS_GIVEN;

// What the page asks before the engine can answer waits for it.
const early = [];
const given = new Promise((resolve) => {
  if (!isGiven) resolve(null);
  self.onmessage = (event) => (typeof event.data === "string" ? early.push(event) : resolve(event.data));
});
// Not before this script has been run to its first `await`: only then the page's thread is
// told that what it sends need not wait any more.
if (!isGiven) setTimeout(() => self.postMessage("hears"), 0);

const address = new URL(`./coroscope.wasm${new URL(import.meta.url).search}`, import.meta.url);
// What cannot be compiled as it arrives is fetched anew, by who tells why it cannot be had.
const compiled = () => WebAssembly.compileStreaming(fetch(address)).catch(() => null);
const engine = (await given) ?? (await compiled());
await init({ module_or_path: engine ?? address });
serve();
for (const event of early) self.onmessage(event);
if (engine && !isGiven) setTimeout(() => self.postMessage(engine), 0);
// What the first program does not need may come while the visitor looks at it.
// Where that fails, the part is asked for again when something calls it.
setTimeout(() => prefetch().catch(() => {}), 2000);
