// The workers in which the interpreter runs. The document (index.html) has begun
// the first one, and has kept what it told before somebody listened to it.

const { begun } = window;

/** A worker that nobody else has. */
export function interpreter() {
  const worker = begun.worker ?? begun.startWorker();
  begun.worker = null;
  return worker;
}

/**
 * Sends on what a worker tells, also what it told before now, in the turns after this one.
 * @param {Worker} worker
 * @param {(event: MessageEvent) => void} hear
 * @param {(event: ErrorEvent) => void} fail
 */
export function listen(worker, hear, fail) {
  const told = begun.told.splice(0);
  worker.onmessage = hear;
  worker.onerror = fail;
  queueMicrotask(() => told.forEach((event) => (event.type === "message" ? hear : fail)(event)));
}
