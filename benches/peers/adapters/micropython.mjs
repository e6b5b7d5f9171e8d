// MicroPython, in the variant made for pages.

/** Memory for the program's objects; the default of 128 KiB holds few of the programs. */
const HEAP = 64 * 2 ** 20;

/** Its event loop is driven by the host's timers. */
export async function start(folder) {
  const { loadMicroPython } = await import(`${folder}micropython.mjs`);
  const lines = [];
  const python = await loadMicroPython({
    url: `${folder}micropython.wasm`,
    heapsize: HEAP,
    linebuffer: true,
    stdout: (line) => lines.push(`${line}\n`),
  });
  return async (program) => {
    if (program.isAsync) await python.runPythonAsync(program.awaited);
    else python.runPython(program.whole);
    return lines.splice(0).join("");
  };
}
