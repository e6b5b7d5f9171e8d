// Programs that more than one visitor of the page writes.

/**
 * Some tasks that sleep: the first for a second, each other a second longer than the one before it.
 * @param {number} count of tasks.
 * @returns {string}
 */
export function sleepers(count) {
  const workers = Array.from({ length: count }, (_, i) => `worker("${String.fromCodePoint(97 + i)}", ${i + 1})`);
  return `import asyncio

async def worker(name, delay):
    await asyncio.sleep(delay)
    print(name)

async def main():
    await asyncio.gather(${workers.join(", ")})

asyncio.run(main())
`;
}
