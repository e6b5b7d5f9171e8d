// The page's worker: loads the engine of the page's own build, then answers
// the page's messages. Started as `new Worker("engine/worker.js?v=BUILD", { type: "module" })`.

// What the page asks before the engine can answer waits for it.
const early = [];
globalThis.onmessage = (event) => early.push(event);

const build = new URL(import.meta.url).search;
// Both files are on their way at once.
const wasm = fetch(new URL(`./coroscope.wasm${build}`, import.meta.url));
const { default: init, prefetch, serve } = await import(`./coroscope.js${build}`);
await init({ module_or_path: wasm });
serve();
for (const event of early) globalThis.onmessage(event);
// What the first program does not need may come while the visitor looks at it.
// Where that fails, the part is asked for again when something calls it.
setTimeout(() => prefetch().catch(() => {}), 2000);
