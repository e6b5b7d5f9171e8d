/**
 * The Coroscope engine: runs Python coroutine programs on virtual time.
 * `coroscope-rest.wasm` and `library.txt`, which hold what most programs do without,
 * must lie beside this module. In Node that needs 20.16 or newer.
 */

export interface InitOptions {
  /** Where the wasm is, or the wasm itself. Left out: `coroscope.wasm` beside this module. */
  module_or_path?: string | URL | Request | Response | BufferSource | WebAssembly.Module;
}

/** Loads the wasm. Await it once before anything else; in Node pass the file's bytes. */
export default function init(options?: InitOptions): Promise<unknown>;

export interface RunOptions {
  /** Seed of `random`. Default 0. */
  seed?: number;
  /** Whether to keep the event log. Default false, which is faster. */
  record?: boolean;
  /** Stop after so many instructions of the virtual machine. */
  maxInstructions?: number;
  /** The program's name in tracebacks. Default `main.py`. */
  file?: string;
}

export interface RunResult {
  /** What the program wrote. */
  stdout: string;
  /** Warnings, log messages and the traceback of an uncaught exception. */
  stderr: string;
  /** The exit status that `python3` would end with. */
  status: number;
  /** How far virtual time went, in seconds. */
  virtualTime: number;
  /** Instructions that the virtual machine executed. */
  instructions: number;
  /**
   * The event log as JSON lines; empty unless `record` was set. It is written when it is first
   * read, which for a long log takes longer than the run.
   */
  readonly events: string;
}

/** Runs a whole program. Rejects only where an option has the wrong type. */
export function run(source: string, options?: RunOptions): Promise<RunResult>;

/**
 * Fetches the part of the engine that few programs need, `coroscope-rest.wasm` beside this
 * module, ahead of its first use. Without it that use waits for the file.
 */
export function prefetch(): Promise<void>;

/** The engine's version, as in Cargo.toml. */
export function version(): string;

/** Makes this worker the engine of a Coroscope page; for `worker.js` only. */
export function serve(): void;
