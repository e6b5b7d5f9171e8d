// What `dist` holds of what visitors of the page and users of the engine module fetch.

import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));

/** Fetched when a program needs it, or when the page has time. */
const LATER = /-rest\.wasm$|\/library\.txt$/;

/** The engine module for those who import it; the page's worker has it in itself. */
const MODULE = "engine/coroscope.js";
const WORKER = "engine/worker.js";

/**
 * @typedef {object} File
 * @property {string} name Its path in `dist`, without the hash that changes with its contents.
 * @property {Buffer} bytes
 * @property {boolean} isLater Whether a first program runs without it.
 * @property {boolean} isEngine Whether it belongs to the engine module.
 * @property {boolean} isPage Whether the page fetches it.
 */

/**
 * The files that somebody fetches, sorted by name; none where there is no `dist`.
 * @returns {Promise<File[]>}
 */
export async function fetchedFiles() {
  const names = (await readdir(dist, { recursive: true }).catch(() => []))
    // A failed build leaves its `.stage` behind.
    .filter((name) => /\.(wasm|js|css|html|txt)$/.test(name) && !name.startsWith("."))
    .sort();
  return Promise.all(
    names.map(async (name) => ({
      name: name.replace(/-[0-9a-f]{12,16}(?=[._])/, ""),
      bytes: await readFile(join(dist, name)),
      isLater: LATER.test(name),
      isEngine: name.startsWith("engine/") && name !== WORKER,
      isPage: name !== MODULE,
    })),
  );
}
