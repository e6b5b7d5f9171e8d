// The workers in which the interpreter runs. The document has begun the first
// one, and has kept what it told before somebody listened to it.

let first = window.firstInterpreter ?? null;
let early = first?.told ?? [];

function start() {
  const build = document.querySelector('meta[name="coroscope-build"]')?.content ?? "";
  return new Worker(new URL(`engine/worker.js?v=${build}`, document.baseURI), { type: "module" });
}

/** A worker that nobody else has. */
export function interpreter() {
  const worker = first?.worker ?? start();
  first = null;
  return worker;
}

/**
 * Sends on what a worker tells, also what it told before now, in the turns after this one.
 * @param {Worker} worker
 * @param {(event: MessageEvent) => void} hear
 * @param {(event: ErrorEvent) => void} fail
 */
export function listen(worker, hear, fail) {
  const told = early.splice(0);
  worker.onmessage = hear;
  worker.onerror = fail;
  queueMicrotask(() => told.forEach((event) => (event.type === "message" ? hear : fail)(event)));
}
