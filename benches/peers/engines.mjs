// Which engines are compared, and where their files are.

/**
 * @typedef {object} Engine
 * @property {string} name As asked for on the command line.
 * @property {string} title As the table's head says it.
 * @property {string} adapter Its file in `adapters/`.
 * @property {string} start Which function of the adapter makes it ready.
 * @property {string} [packageName] The npm package that it comes from; ours has none.
 * @property {string} folder Where its files are: in the package, or in the repository.
 * @property {boolean} [coldStart] Whether its cold start and its size get a row; not where another engine has the same.
 */

/** @type {Engine[]} */
export const ENGINES = [
  { name: "coroscope", title: "Coroscope", adapter: "coroscope.mjs", start: "start", folder: "dist/engine", coldStart: true },
  { name: "recorded", title: "Coroscope, every event recorded", adapter: "coroscope.mjs", start: "startRecorded", folder: "dist/engine" },
  { name: "pyodide", title: "Pyodide", adapter: "pyodide.mjs", start: "start", packageName: "pyodide", folder: "", coldStart: true },
  { name: "pyodide-blocking", title: "Pyodide, blocking loop", adapter: "pyodide.mjs", start: "startBlocking", packageName: "pyodide", folder: "" },
  {
    name: "micropython",
    title: "MicroPython",
    adapter: "micropython.mjs",
    start: "start",
    packageName: "@micropython/micropython-webassembly-pyscript",
    folder: "",
    coldStart: true,
  },
  { name: "brython", title: "Brython", adapter: "brython.mjs", start: "start", packageName: "brython", folder: "", coldStart: true },
  { name: "skulpt", title: "Skulpt", adapter: "skulpt.mjs", start: "start", packageName: "skulpt", folder: "dist", coldStart: true },
];

/**
 * Where an engine's files are, below a folder that has the repository's `dist`
 * and `node_modules` of the peers.
 * @param {Engine} engine
 */
export function pathOf(engine) {
  const top = engine.packageName ? `node_modules/${engine.packageName}` : "";
  return [top, engine.folder].filter((part) => part !== "").join("/");
}
