// Bytes that a visitor downloads, compressed by brotli.

import { fetchedFiles } from "../../benches/dist.mjs";
import { compressedSize } from "../../benches/peers/downloads.mjs";

/**
 * - `engine`: what the engine module needs for most programs;
 * - `later`: what it fetches when a program asks for more;
 * - `firstVisit`: what the page and the engine fetch until the first program has run.
 * @returns {Promise<{ engine: number, later: number, firstVisit: number }>}
 */
export async function sizes() {
  const sums = { engine: 0, later: 0, firstVisit: 0 };
  for (const { bytes, isLater, isEngine, isPage } of await fetchedFiles()) {
    const size = compressedSize(bytes);
    if (isLater) sums.later += size;
    else {
      if (isPage) sums.firstVisit += size;
      if (isEngine) sums.engine += size;
    }
  }
  return sums;
}
