// The workers in which the interpreter runs. The first one begins as soon as
// the page's scripts are there, so that it is compiled while the page is.

const build = document.querySelector('meta[name="coroscope-build"]')?.content ?? "";

/** What the first worker told before somebody listened to it. */
const told = [];
let first = null;
try {
  first = start();
  first.onmessage = first.onerror = (event) => told.push(event);
} catch {
  // Whoever asks for it next hears why there is none.
}

function start() {
  return new Worker(new URL(`engine/worker.js?v=${build}`, document.baseURI), { type: "module" });
}

/** A worker that nobody else has. */
export function interpreter() {
  const worker = first ?? start();
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
  const early = told.splice(0);
  worker.onmessage = hear;
  worker.onerror = fail;
  queueMicrotask(() => early.forEach((event) => (event.type === "message" ? hear : fail)(event)));
}
