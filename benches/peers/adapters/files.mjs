// How an adapter reads files and classic scripts, in Node and in a page.

/** Whether this is Node. */
export const inNode = globalThis.process?.versions?.node !== undefined;

/** The bytes of a file. */
export async function readBytes(url) {
  if (!inNode) return new Uint8Array(await (await fetch(url)).arrayBuffer());
  const { readFile } = await import("node:fs/promises");
  return readFile(new URL(url));
}

/** Runs a script that is not a module, in the global scope. */
export async function runScript(url) {
  if (inNode) {
    const [{ runInThisContext }, { readFile }] = await Promise.all([import("node:vm"), import("node:fs/promises")]);
    runInThisContext(await readFile(new URL(url), "utf8"), { filename: url });
    return;
  }
  await new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = url;
    script.onload = resolve;
    script.onerror = () => reject(new Error(`${url} cannot be loaded`));
    document.head.append(script);
  });
}
