// Brython: Python compiled to JavaScript.

import { inNode, runScript } from "./files.mjs";

/**
 * Brython has no asyncio, and names `browser.aio` to be used instead. This
 * says in the words of asyncio what `browser.aio` and the page's timers can do.
 */
const ASYNCIO = `
from browser import aio as _aio, self as _host

class asyncio:
    sleep, Future, Queue = _aio.sleep, _aio.Future, _aio.Queue

    def create_task(coroutine):
        done = asyncio.Future()
        _aio.run(coroutine, done.set_result, done.set_exception)
        return done

    async def gather(*coroutines):
        tasks = [asyncio.create_task(coroutine) for coroutine in coroutines]
        return [await task for task in tasks]

    class _Loop:
        def create_future(self):
            return asyncio.Future()

        def call_soon(self, callback, *args):
            _host.setTimeout(lambda: callback(*args), 0)

    def get_running_loop():
        return asyncio._Loop()

    def run(coroutine):
        def ended(result):
            print(result)
            _host.programEnded()
        _aio.run(coroutine, ended, _host.programFailed)
`;

/** What it expects of a page while it loads and when it ends a program. */
function pretendToBeAPage() {
  const address = "http://localhost/page.html";
  globalThis.self = globalThis;
  globalThis.location = { href: address, origin: "http://localhost", pathname: "/page.html" };
  globalThis.document = {
    currentScript: { src: address },
    dispatchEvent() {},
    getElementsByTagName: () => [{ src: address }],
    querySelectorAll: () => [],
  };
  globalThis.addEventListener ??= () => {};
  globalThis.module = {};
}

/** Runs each program as a module of its own, so that no run sees what another left. */
export async function start(folder) {
  if (inNode) pretendToBeAPage();
  await runScript(`${folder}brython.min.js`);
  await runScript(`${folder}brython_stdlib.js`);
  const brython = globalThis.__BRYTHON__;
  let runs = 0;
  return async (program) => {
    runs += 1;
    const module = `program_${runs}`;
    let stdout = "";
    // Both end in the console; what it has to say of errors is in the exception, too.
    const { log, error } = console;
    console.log = (...pieces) => {
      stdout += pieces.join(" ");
    };
    console.error = () => {};
    try {
      if (program.isAsync) await runAsync(brython, program.text, module);
      else brython.runPythonSource(program.whole, module);
    } catch (raised) {
      throw new Error(brython.error_trace?.(raised) ?? raised.message ?? String(raised));
    } finally {
      Object.assign(console, { log, error });
    }
    return stdout;
  };
}

/** Runs an asynchronous program to its end. */
async function runAsync(brython, text, module) {
  await new Promise((resolve, reject) => {
    globalThis.programEnded = resolve;
    globalThis.programFailed = reject;
    const source = text.replace(/^import asyncio$/m, ASYNCIO);
    brython.runPythonSource(`${source}\nasyncio.run(main())\n`, module);
  });
}
