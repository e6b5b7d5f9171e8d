// The texts of the library's modules: a file beside this one, read when a
// program first imports a module that is not in the wasm, or when a traceback
// goes through the library. The interpreter cannot wait, so reading is
// synchronous; some time after the first run the file is fetched ahead of need.

/** @type {Uint8Array | null} */
let ahead = null;

const address = (version) => new URL(`library.txt?v=${version}`, import.meta.url);

/**
 * The bytes of the file.
 * @param {string} version
 * @returns {Uint8Array}
 */
export function readLibrary(version) {
  if (ahead !== null) return ahead;
  const url = address(version);
  if (url.protocol === "file:") return readFile(url);
  const request = new XMLHttpRequest();
  request.open("GET", url, false);
  // A page, unlike a worker, cannot ask for bytes here.
  request.overrideMimeType("text/plain; charset=utf-8");
  request.send();
  if (request.status !== 200) throw new Error(`the server answered ${request.status}`);
  return new TextEncoder().encode(request.responseText);
}

function readFile(url) {
  const files = globalThis.process?.getBuiltinModule?.("node:fs");
  if (files === undefined) throw new Error("only Node from 20.16 on can read files here");
  return new Uint8Array(files.readFileSync(url));
}

/** Milliseconds after which a visitor has seen what came of the first run. */
const QUIET = 2000;

/**
 * Fetches the file while there is nothing else to do. What fails is tried
 * again by whoever needs it.
 * @param {string} version
 */
export function fetchLibraryAhead(version) {
  const timer = setTimeout(async () => {
    try {
      const answer = await fetch(address(version), { priority: "low" });
      if (answer.ok) ahead = new Uint8Array(await answer.arrayBuffer());
    } catch {
      // Offline, as a rule.
    }
  }, QUIET);
  // Node does not wait for it.
  timer.unref?.();
}
