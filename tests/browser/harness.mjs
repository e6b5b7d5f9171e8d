// What every browser test needs: one Chromium, and a fresh profile for each visitor.

import { after } from "node:test";

import { launchChromium, serveDist } from "./host.mjs";

const host = await serveDist();
const browser = await launchChromium();

after(async () => {
  await browser.close();
  await host.close();
});

/** Milliseconds after which what a test waits for will not come: many, for a machine with much else to do. */
const PATIENCE = 60_000;

/** The address of the playground. */
export const { address } = host;

/**
 * A new visitor: a profile of its own, gone when the test ends. The test fails
 * when the page throws, logs an error, or asks another host for anything.
 *
 * @param {import("node:test").TestContext} t
 * @param {import("playwright-core").BrowserContextOptions} [options]
 * @param {RegExp} [expected] What the page may complain of, where a test breaks something.
 */
export async function visitor(t, options = {}, expected = /^$/) {
  // What moves has no place to be asked for: tests of motion want it by name.
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce", ...options });
  const complaints = [];
  context.on("weberror", (error) => complaints.push(`uncaught: ${error.error()}`));
  context.on("console", (message) => {
    // The browser asks for that icon by itself where a document names none.
    if (message.type() !== "error" || message.location().url.endsWith("/favicon.ico")) return;
    complaints.push(`console: ${message.text()}`);
  });
  context.on("request", (request) => {
    const url = request.url();
    if (/^https?:/.test(url) && new URL(url).host !== new URL(address).host) {
      complaints.push(`asks another host: ${url}`);
    }
  });
  t.after(async () => {
    await context.close();
    const unexpected = complaints.filter((complaint) => !expected.test(complaint));
    if (unexpected.length > 0) throw new Error(`the page complained:\n${unexpected.join("\n")}`);
  });
  return context;
}

/** Opens the playground in a new tab; `rest` continues its address, like the `#…` of a link. */
export async function open(context, rest = "") {
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.goto(address + rest);
  return page;
}

/** A document of the same site with only this body: for parts of the page by themselves. */
export async function openEmpty(context, body) {
  // Any file that is not the page keeps the page's own code away.
  const page = await open(context, "engine/worker.js");
  await page.setContent(`<!doctype html><html lang="en"><body>${body}</body></html>`);
  return page;
}
