// Engines in Node: one process for each engine and program.

import { spawn } from "node:child_process";
import { fileURLToPath, pathToFileURL } from "node:url";

import { pathOf } from "./engines.mjs";

const CHILD = fileURLToPath(new URL("in_node.mjs", import.meta.url));

/** Node, as `main.mjs` wants a host. */
export class NodeHost {
  title = `Node ${process.version}`;

  /** @param {{ root: string, peers: string, limit: number }} settings limit: seconds for one job. */
  constructor(settings) {
    this.settings = settings;
  }

  /** @returns {Promise<{ times?: number[], remark?: string, failed?: string }>} */
  async measure(engine, program) {
    return this.#run(engine, { kind: "measure", ...program });
  }

  /** Milliseconds of so many starts, each in a new process. */
  async coldStarts(engine, repetitions) {
    const times = [];
    for (let i = 0; i < repetitions; i += 1) {
      const answer = await this.#run(engine, { kind: "cold" });
      if (answer.failed) return answer;
      times.push(...answer.times);
    }
    return { first: times };
  }

  async close() {}

  #run(engine, job) {
    const { root, peers, limit } = this.settings;
    const folder = pathToFileURL(`${engine.packageName ? peers : root}/${pathOf(engine)}/`).href;
    const input = JSON.stringify({ ...job, adapter: engine.adapter, start: engine.start, folder });
    return new Promise((resolve) => {
      const child = spawn(process.execPath, [CHILD], { stdio: ["pipe", "pipe", "pipe"] });
      const timer = setTimeout(() => {
        child.kill("SIGKILL");
        resolve({ failed: `not done after ${limit} s` });
      }, limit * 1000);
      let [out, err] = ["", ""];
      child.stdout.on("data", (data) => (out += data));
      child.stderr.on("data", (data) => (err += data));
      child.on("close", (code, signal) => {
        clearTimeout(timer);
        try {
          resolve(JSON.parse(out));
        } catch {
          resolve({ failed: `ended with ${signal ?? code}: ${err.trim().split("\n")[0]}` });
        }
      });
      child.stdin.end(input);
    });
  }
}
