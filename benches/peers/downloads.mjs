// What a first visit has to fetch before an engine prints, compressed.

import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { brotliCompressSync, constants } from "node:zlib";

/**
 * Bytes in brotli of the files that the first start in Chromium fetched.
 * @param {Map<string, { chromium?: { files?: string[] } }>} coldStarts by engine.
 * @param {string} memory A file that keeps sizes, since brotli takes half a minute for some files.
 * @returns {Promise<Map<string, number>>} by engine; without those that were not started in Chromium.
 */
export async function downloads(coldStarts, memory) {
  const known = JSON.parse(await readFile(memory, "utf8").catch(() => "{}"));
  const sizes = new Map();
  for (const [name, { chromium }] of coldStarts) {
    if (!chromium?.files) continue;
    let sum = 0;
    for (const file of chromium.files) {
      const bytes = await readFile(file);
      const key = createHash("sha256").update(bytes).digest("hex");
      known[key] ??= compressedSize(bytes);
      sum += known[key];
    }
    sizes.set(name, sum);
  }
  await writeFile(memory, JSON.stringify(known));
  return sizes;
}

/** Bytes at brotli's best. */
export function compressedSize(bytes) {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;
}
