// The sizes of what a visitor downloads, as a Markdown table.

import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));

const files = (await readdir(dist, { recursive: true }).catch(() => []))
  // A failed build leaves its `.stage` behind.
  .filter((name) => /\.(wasm|js|css|html|txt)$/.test(name) && !name.startsWith("."))
  .sort();
if (files.length === 0) {
  console.error("there is no dist: run `trunk build --release` or `cargo xtask serve` first");
  process.exit(1);
}

// Fetched when a program needs it, or when the page has time.
const LATER = /-rest\.wasm$/;

const kilobytes = (bytes) => (bytes / 1000).toFixed(1);
const row = (name, sizes) => console.log(`| ${name} | ${sizes.map(kilobytes).join(" | ")} |`);

console.log("| file | raw kB | gzip kB | brotli kB |\n|---|---:|---:|---:|");
const sum = [0, 0, 0];
const first = [0, 0, 0];
for (const file of files) {
  const bytes = await readFile(join(dist, file));
  const sizes = [
    bytes.length,
    gzipSync(bytes, { level: 9 }).length,
    brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length,
  ];
  sizes.forEach((size, i) => {
    sum[i] += size;
    if (!LATER.test(file)) first[i] += size;
  });
  row(`\`${file.replace(/-[0-9a-f]{12,16}(?=[._])/, "")}\``, sizes);
}
row("all", sum);

// What is fetched before the first program of a visit has run.
row("first visit", first);
