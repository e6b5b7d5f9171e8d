// Engines in Chromium: one page for each engine and program, on its main thread.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

import { launchChromium } from "../../tests/browser/host.mjs";
import { pathOf } from "./engines.mjs";
import { reason } from "./measure.mjs";

const HERE = fileURLToPath(new URL(".", import.meta.url));

const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".mjs": "text/javascript",
  ".wasm": "application/wasm",
};

/** Chromium, as `main.mjs` wants a host. */
export class ChromiumHost {
  /** @param {{ root: string, peers: string, limit: number }} settings limit: seconds for one job. */
  static async start(settings) {
    const host = new ChromiumHost();
    host.settings = settings;
    host.fetched = new Set();
    host.server = createServer((request, response) => host.#serve(request, response));
    await new Promise((resolve) => host.server.listen(0, "127.0.0.1", resolve));
    host.address = `http://127.0.0.1:${host.server.address().port}/`;
    await host.#launch();
    host.title = `Chromium ${host.browser.version()}`;
    return host;
  }

  /** @returns {Promise<{ times?: number[], remark?: string, failed?: string }>} */
  async measure(engine, program) {
    const context = await this.browser.newContext();
    return this.#run(context, engine, { kind: "measure", ...program });
  }

  /**
   * Milliseconds of so many starts: `first` in a new profile, `second` in a new
   * page of the same one. `files`: what the first one fetched.
   */
  async coldStarts(engine, repetitions) {
    const answer = { first: [], second: [] };
    for (let i = 0; i < repetitions; i += 1) {
      const context = await this.browser.newContext();
      this.fetched.clear();
      for (const visit of ["first", "second"]) {
        const { times, failed } = await this.#run(context, engine, { kind: "cold" }, visit === "first");
        if (failed) return { failed };
        answer[visit].push(...times);
        if (visit === "first") answer.files = [...this.fetched];
      }
    }
    return answer;
  }

  async close() {
    await this.browser.close();
    await new Promise((resolve) => {
      this.server.close(resolve);
      this.server.closeAllConnections();
    });
  }

  async #launch() {
    this.browser = await launchChromium();
  }

  async #run(context, engine, job, keep = false) {
    const { limit } = this.settings;
    const page = await context.newPage();
    let uncaught;
    const broken = new Promise((_, reject) => {
      uncaught = reject;
    });
    page.on("pageerror", (error) => uncaught(error));
    await page.goto(`${this.address}empty.html`);
    const source = engine.packageName ? "peers" : "root";
    const folder = `${this.address}${source}/${pathOf(engine)}/`;
    const done = page.evaluate(inPage, { ...job, adapter: engine.adapter, start: engine.start, folder });
    let timer;
    const late = new Promise((resolve) => {
      timer = setTimeout(() => resolve({ failed: `not done after ${limit} s`, isLate: true }), limit * 1000);
    });
    const { isLate, ...answer } = await Promise.race([done, late, broken]).catch((error) => ({ failed: reason(error) }));
    clearTimeout(timer);
    done.catch(() => {});
    if (isLate) {
      // A page that is busy does not close.
      await Promise.race([this.browser.close(), new Promise((resolve) => setTimeout(resolve, 5000))]);
      await this.#launch();
    } else if (keep) await page.close();
    else await context.close();
    return answer;
  }

  async #serve(request, response) {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname));
    const [, top, ...rest] = path.split("/");
    const folders = { root: this.settings.root, peers: this.settings.peers, benches: HERE };
    try {
      if (top === "empty.html") return response.writeHead(200, { "content-type": TYPES[".html"] }).end("<!doctype html>");
      const file = join(folders[top], ...rest);
      const body = await readFile(file);
      if (top !== "benches") this.fetched.add(file);
      // As hosts of such files do: a second visit needs not ask.
      const headers = { "cache-control": "max-age=3600", "content-length": body.length };
      response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream", ...headers }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  }
}

/** What the page is asked to do; it sees nothing of this file. */
async function inPage({ kind, adapter, start, ...rest }) {
  const { coldStart, measure, reason } = await import("/benches/measure.mjs");
  console.log = () => {};
  const load = async () => (await import(`/benches/adapters/${adapter}`))[start];
  try {
    if (kind === "cold") return { times: [await coldStart(load, rest.folder)] };
    return await measure(await load(), rest);
  } catch (error) {
    return { failed: reason(error) };
  }
}
