// The page's worker: loads the engine of the page's own build, then answers
// the page's messages. Started as `new Worker("engine/worker.js?v=BUILD", { type: "module" })`.
const build = new URL(import.meta.url).search;
const { default: init, serve } = await import(`./coroscope.js${build}`);
await init({ module_or_path: new URL(`./coroscope.wasm${build}`, import.meta.url) });
serve();
