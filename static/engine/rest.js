// Fetches and starts the second part of the engine (xtask/src/split says why
// there are two). `cargo xtask bundle` puts this text into coroscope.js, where
// `REST` is the second part's address as seen from here, or empty in a build in one part.
const restAddress = REST && new URL(REST, import.meta.url);
const nodeFiles =
  restAddress.protocol === "file:" && globalThis.process?.versions?.node ? await import("node:fs") : null;
let restModule = null;
let restLinked = false;

function readRestNow() {
  if (nodeFiles) return nodeFiles.readFileSync(restAddress);
  // A call of a function in the second part cannot wait for a promise.
  const request = new XMLHttpRequest();
  request.open("GET", restAddress, false);
  const inWorker = typeof document === "undefined";
  if (inWorker) request.responseType = "arraybuffer";
  else request.overrideMimeType("text/plain; charset=x-user-defined");
  request.send();
  if (request.status !== 200) throw new Error(`it answered ${request.status}`);
  if (inWorker) return request.response;
  const { responseText: letters } = request;
  const bytes = new Uint8Array(letters.length);
  // Each letter stands for a byte; what a byte cannot hold of it is left out.
  for (let i = 0; i < bytes.length; i += 1) bytes[i] = letters.charCodeAt(i);
  return bytes;
}

// What the second part imports: things that the first one exports, and functions
// that it has in a table (xtask/src/split/primary.rs).
function importsOfRest(exports) {
  exports["-i"]();
  const functions = exports["-f"];
  const imports = { ...exports };
  for (let place = 0; place < functions.length; place += 1) imports[place] = functions.get(place);
  return { "-": imports };
}

// Called by wasm: afterwards the functions of the second part are there.
function link_rest(exports) {
  if (restLinked || !restAddress) return;
  try {
    restModule ??= new WebAssembly.Module(readRestNow());
    new WebAssembly.Instance(restModule, importsOfRest(exports));
    restLinked = true;
  } catch (error) {
    throw new Error(`A part of the interpreter could not be loaded (${restAddress.href}): ${error.message}`);
  }
}

/** Fetches the second part ahead of its first use. */
export async function prefetch() {
  if (restModule || !restAddress) return;
  const bytes = nodeFiles ? await nodeFiles.promises.readFile(restAddress) : await (await fetch(restAddress)).arrayBuffer();
  const compiled = await WebAssembly.compile(bytes);
  restModule ??= compiled;
}
