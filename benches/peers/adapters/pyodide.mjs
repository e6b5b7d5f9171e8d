// Pyodide: CPython compiled to wasm.

import { inNode } from "./files.mjs";

async function load(folder) {
  const { loadPyodide } = await import(`${folder}pyodide.mjs`);
  const lines = [];
  // In Node it wants a path, in a page an address.
  const indexURL = inNode ? decodeURIComponent(new URL(folder).pathname) : folder;
  const pyodide = await loadPyodide({ indexURL, stdout: (line) => lines.push(`${line}\n`) });
  return { pyodide, printed: () => lines.splice(0).join("") };
}

/** As its documentation says: its own event loop, which the host's timers drive. */
export async function start(folder) {
  const { pyodide, printed } = await load(folder);
  return async (program) => {
    await pyodide.runPythonAsync(program.awaited, { globals: pyodide.toPy({ __name__: "__main__" }) });
    return printed();
  };
}

/**
 * asyncio's own loop, over a selector that selects nothing and sleeps. It holds
 * the thread until the program ends, which a page cannot bear.
 */
const BLOCKING = `
import asyncio, time

class _Nothing:
    def select(self, timeout):
        if timeout:
            time.sleep(timeout)
        return []

class _BlockingLoop(asyncio.BaseEventLoop):
    def __init__(self):
        super().__init__()
        self._selector = _Nothing()

    def _process_events(self, events):
        pass

    def _write_to_self(self):
        pass

def _run(main):
    outer = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    loop = _BlockingLoop()
    try:
        return loop.run_until_complete(main)
    finally:
        loop.close()
        asyncio._set_running_loop(outer)

asyncio.run = _run
`;

/** The same interpreter with that loop. */
export async function startBlocking(folder) {
  const { pyodide, printed } = await load(folder);
  pyodide.runPython(BLOCKING);
  return async (program) => {
    pyodide.runPython(program.whole, { globals: pyodide.toPy({ __name__: "__main__" }) });
    return printed();
  };
}
