// Skulpt: Python compiled to JavaScript. It has no `async def`.

import { runScript } from "./files.mjs";

export async function start(folder) {
  await runScript(`${folder}skulpt.min.js`);
  await runScript(`${folder}skulpt-stdlib.js`);
  const skulpt = globalThis.Sk;
  let stdout = "";
  skulpt.configure({
    __future__: skulpt.python3,
    execLimit: null,
    output: (text) => {
      stdout += text;
    },
    read: (name) => {
      const text = skulpt.builtinFiles.files[name];
      // Not an Error: this is what its importer expects.
      if (text === undefined) throw `File not found: ${name}`;
      return text;
    },
  });
  return async (program) => {
    stdout = "";
    try {
      await skulpt.misceval.asyncToPromise(() => skulpt.importMainWithBody("main", false, program.whole, true));
    } catch (error) {
      throw new Error(String(error));
    }
    return stdout;
  };
}
