// The page's second part: what most visits do not need at first (xtask/src/split
// says how the page's wasm is taken apart). The document names its file; a build
// in one part has none.

const name = document.querySelector('meta[name="coroscope-page-rest"]')?.content;
const address = name ? new URL(name, document.baseURI) : null;

/** Chromium before 114 compiles more than so many bytes only asynchronously. */
const SMALL = 4096;

let exportsOfFirst = null;
let compiled = null;
let linked = false;
let gaveUp = false;

/**
 * Whether this thread may compile a module of any size while wasm waits for it.
 * Asks with a module that has nothing but a section without a meaning.
 */
function compilesAtOnce() {
  const header = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
  // The section's kind and, in LEB128, its length. Its first byte says that its name is empty.
  const section = [0, 0x80 | (SMALL & 0x7f), SMALL >> 7];
  const bytes = new Uint8Array(header.length + section.length + SMALL);
  bytes.set([...header, ...section]);
  try {
    return new WebAssembly.Module(bytes) instanceof WebAssembly.Module;
  } catch {
    return false;
  }
}

async function fetchCompiled() {
  const answer = await fetch(address, { priority: "low" });
  if (!answer.ok) throw new Error(`it answered ${answer.status}`);
  return WebAssembly.compile(await answer.arrayBuffer());
}

function readNow() {
  const request = new XMLHttpRequest();
  request.open("GET", address, false);
  // A window may not ask for bytes here.
  request.overrideMimeType("text/plain; charset=x-user-defined");
  request.send();
  if (request.status !== 200) throw new Error(`it answered ${request.status}`);
  const { responseText: letters } = request;
  const bytes = new Uint8Array(letters.length);
  // Each letter stands for a byte; what a byte cannot hold of it is left out.
  for (let i = 0; i < bytes.length; i += 1) bytes[i] = letters.charCodeAt(i);
  return bytes;
}

/**
 * What the second part imports: things that the first one exports, and functions
 * that it has in a table (xtask/src/split/primary.rs).
 */
function importsOfSecond() {
  exportsOfFirst["-i"]();
  const functions = exportsOfFirst["-f"];
  const imports = { ...exportsOfFirst };
  for (let place = 0; place < functions.length; place += 1) imports[place] = functions.get(place);
  return { "-": imports };
}

/**
 * Lets no event, timer or message call into what is half done: all of them go through
 * the first part's table of functions (xtask/src/split/names.rs), which is empty from
 * now on.
 */
function stopFirst() {
  const functions = exportsOfFirst["-t0"];
  for (let place = 0; place < functions.length; place += 1) functions.set(place, null);
  // What still comes fails at once, as it is to.
  const stopped = (event) => {
    if ((event.error ?? event.reason) instanceof WebAssembly.RuntimeError) event.preventDefault();
  };
  window.addEventListener("error", stopped);
  window.addEventListener("unhandledrejection", stopped);
}

/** The page cannot go on: whatever it was about to do is half done. */
function giveUp(error) {
  if (gaveUp) return;
  gaveUp = true;
  stopFirst();
  const notice = document.createElement("dialog");
  const text = document.createElement("p");
  text.textContent = `A part of the page could not be loaded (${error.message}). 页面有一部分未能载入。`;
  const again = document.createElement("button");
  again.textContent = "Reload / 重新载入";
  again.onclick = () => location.reload();
  notice.append(text, again);
  document.body.append(notice);
  notice.showModal();
}

/** Milliseconds that the page waits until the first worker hears, at most. */
const PATIENCE = 50;

/**
 * Starts the page. Chromium keeps what a worker is sent before it hears in this thread
 * until that has time, which it has not while it draws the page for the first time: so
 * that a link's run goes on meanwhile, the page waits until the worker hears. Where the
 * second part could not be brought when it is called, it is brought before.
 * @param {WebAssembly.Exports} exports those of the first part
 */
export function begin(exports) {
  exportsOfFirst = exports;
  if (!address || compilesAtOnce()) {
    const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE));
    Promise.race([window.begun.heard, patience]).then(() => exports.start_page());
    return;
  }
  fetchCompiled()
    .then((module) => WebAssembly.instantiate(module, importsOfSecond()))
    .then(() => {
      linked = true;
      exports.start_page();
    })
    .catch(giveUp);
}

/** Called by wasm, which cannot wait: afterwards the second part is there. */
export function link_second_part() {
  if (linked || !address) return;
  try {
    compiled ??= new WebAssembly.Module(readNow());
    new WebAssembly.Instance(compiled, importsOfSecond());
    linked = true;
  } catch (error) {
    giveUp(error);
    throw new Error(`a part of the page could not be loaded (${address.href}): ${error.message}`);
  }
}

/** Fetches the second part ahead of its first use. What fails is tried again at that use. */
export function fetch_second_part() {
  if (compiled || linked || !address) return;
  fetchCompiled().then(
    (module) => {
      compiled ??= module;
    },
    () => {},
  );
}
