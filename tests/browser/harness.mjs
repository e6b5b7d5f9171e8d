// What every browser test needs: `dist` on a free port, one Chromium, and a
// fresh profile for each visitor.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";

import { chromium } from "playwright-core";

const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));

// The playground must work in any folder of any host, so it is tested in one.
const FOLDER = "/some/folder/";

const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/** Serves `dist` as a plain static host would. */
async function serveDist() {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const inside = normalize(decodeURIComponent(pathname));
    const name = inside.endsWith("/") ? `${inside}index.html` : inside;
    try {
      if (!name.startsWith(FOLDER)) throw new Error("outside of the folder");
      const body = await readFile(join(DIST, name.slice(FOLDER.length)));
      response.writeHead(200, { "content-type": TYPES[extname(name)] ?? "application/octet-stream" });
      response.end(body);
    } catch {
      response.writeHead(404).end("not found");
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

const server = await serveDist();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});

after(async () => {
  await browser.close();
  await new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
});

/** The address of the playground. */
export const address = `http://127.0.0.1:${server.address().port}${FOLDER}`;

/**
 * A new visitor: a profile of its own, gone when the test ends. The test fails
 * when the page throws, logs an error, or asks another host for anything.
 *
 * @param {import("node:test").TestContext} t
 * @param {import("playwright-core").BrowserContextOptions} [options]
 */
export async function visitor(t, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const complaints = [];
  context.on("weberror", (error) => complaints.push(`uncaught: ${error.error()}`));
  context.on("console", (message) => {
    if (message.type() === "error") complaints.push(`console: ${message.text()}`);
  });
  context.on("request", (request) => {
    const url = request.url();
    if (/^https?:/.test(url) && new URL(url).host !== new URL(address).host) {
      complaints.push(`asks another host: ${url}`);
    }
  });
  t.after(async () => {
    await context.close();
    if (complaints.length > 0) throw new Error(`the page complained:\n${complaints.join("\n")}`);
  });
  return context;
}

/** Opens the playground in a new tab; `fragment` is what a link carries, with its `#`. */
export async function open(context, fragment = "") {
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(address + fragment);
  return page;
}
