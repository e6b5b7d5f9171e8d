// The sizes of what a visitor downloads, as a Markdown table.

import { gzipSync } from "node:zlib";

import { fetchedFiles } from "./dist.mjs";
import { compressedSize } from "./peers/downloads.mjs";

const files = await fetchedFiles();
if (files.length === 0) {
  console.error("there is no dist: run `trunk build --release` or `cargo xtask serve` first");
  process.exit(1);
}

const kilobytes = (bytes) => (bytes / 1000).toFixed(1);
const row = (name, sizes) => console.log(`| ${name} | ${sizes.map(kilobytes).join(" | ")} |`);

console.log("| file | raw kB | gzip kB | brotli kB |\n|---|---:|---:|---:|");
const sum = [0, 0, 0];
const first = [0, 0, 0];
for (const { name, bytes, isLater, isPage } of files) {
  const sizes = [bytes.length, gzipSync(bytes, { level: 9 }).length, compressedSize(bytes)];
  sizes.forEach((size, i) => {
    sum[i] += size;
    if (isPage && !isLater) first[i] += size;
  });
  row(`\`${name}\``, sizes);
}
row("all", sum);

// What is fetched before the first program of a visit has run.
row("first visit", first);
