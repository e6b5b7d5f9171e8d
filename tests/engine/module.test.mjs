// What the engine module promises to those who import it.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

import { ENGINE, lastLine, loadEngine } from "./engine.mjs";

const engine = await loadEngine();

test("version is that of Cargo.toml", async () => {
  const manifest = await readFile(new URL("../../Cargo.toml", import.meta.url), "utf8");
  assert.equal(engine.version(), /\[workspace\.package\]\nversion = "([^"]+)"/.exec(manifest)[1]);
});

test("a result has all that the declaration says", async () => {
  const result = await engine.run("import asyncio\nasyncio.run(asyncio.sleep(1.5))\nprint('ü')\n");
  assert.equal(result.stdout, "ü\n");
  assert.equal(result.stderr, "");
  assert.equal(result.status, 0);
  assert.equal(result.virtualTime, 1.5);
  assert.ok(Number.isInteger(result.instructions) && result.instructions > 0);
  assert.equal(result.events, "");
});

test("an uncaught exception is a traceback and status 1", async () => {
  const result = await engine.run("print('before')\n1 / 0\n");
  assert.equal(result.stdout, "before\n");
  assert.match(result.stderr, /^Traceback \(most recent call last\):\n/);
  assert.equal(lastLine(result.stderr), "ZeroDivisionError: division by zero");
  assert.equal(result.status, 1);
});

test("a syntax error says where", async () => {
  const result = await engine.run("x = = 2\n");
  assert.match(result.stderr, /line 1/);
  assert.match(lastLine(result.stderr), /^SyntaxError: /);
  assert.equal(result.status, 1);
});

test("an endless loop ends with its budget, and the next run is sound", async () => {
  const result = await engine.run("while True: pass\n", { maxInstructions: 100_000 });
  assert.notEqual(result.status, 0);
  assert.notEqual(result.stderr, "");
  assert.ok(result.instructions >= 100_000 && result.instructions < 200_000);
  assert.equal((await engine.run("print(1)\n")).stdout, "1\n");
});

test("the same seed gives the same numbers, another seed others", async () => {
  const program = "import random\nprint(random.random())\n";
  const run = async (seed) => (await engine.run(program, { seed })).stdout;
  // What CPython prints after random.seed(0) and random.seed(1).
  assert.equal(await run(0), "0.8444218515250481\n");
  assert.equal(await run(1), "0.13436424411240122\n");
});

test("recording gives one JSON object a line, the same every time", async () => {
  const program = "import asyncio\nasync def main():\n    await asyncio.sleep(1)\nasyncio.run(main())\n";
  const { events } = await engine.run(program, { record: true });
  const lines = events.trimEnd().split("\n").map((line) => JSON.parse(line));
  assert.ok(lines.length > 5);
  assert.equal((await engine.run(program, { record: true })).events, events);
});

test("events are text when somebody reads them, also after other runs", async () => {
  const program = (item) => `import asyncio\nasync def main():\n    await asyncio.Queue().put(${item})\nasyncio.run(main())\n`;
  const results = [];
  for (const item of [7, 123_456_789, -1, 2 ** 31, "'七'"]) results.push([item, await engine.run(program(item), { record: true })]);
  await engine.run("print(1)\n");
  for (const [item, result] of results) {
    const put = result.events.split("\n").map((line) => line && JSON.parse(line)).find(({ kind }) => kind === "queue_put");
    assert.equal(put.item, String(item));
    assert.equal(JSON.parse(JSON.stringify(result)).events, result.events);
    assert.equal({ ...result }.events, result.events);
  }
});

test("a long log is whole", async () => {
  const { events } = await engine.run("for i in range(20_000):\n    x = i\n", { record: true });
  const lines = events.trimEnd().split("\n");
  assert.equal(JSON.parse(lines.at(-1)).kind, "run_ended");
  assert.ok(lines.length > 40_000);
  lines.forEach((line, index) => assert.equal(JSON.parse(line).index, index));
});

test("what few programs need is a part of its own, loaded when a program needs it", async () => {
  const folder = await mkdtemp(join(tmpdir(), "coroscope-"));
  const copy = (file) => copyFile(new URL(file, ENGINE), join(folder, file));
  await writeFile(
    join(folder, "run.mjs"),
    `import { readFile } from "node:fs/promises";
    const engine = await import("./coroscope.js");
    await engine.default({ module_or_path: await readFile(new URL("coroscope.wasm", import.meta.url)) });
    for (const program of process.argv.slice(2)) console.log((await engine.run(program)).stdout);
    await engine.prefetch();`,
  );
  const run = (...programs) =>
    spawnSync(process.execPath, [join(folder, "run.mjs"), ...programs], { encoding: "utf8" });
  const rare = "import hashlib\nprint(hashlib.md5(b'').hexdigest())\n";
  try {
    await copy("coroscope.js");
    await copy("coroscope.wasm");
    await copy("library.txt");
    const alone = run("print('hi')\n", rare);
    assert.match(alone.stdout, /^hi\n/);
    assert.match(alone.stderr, /A part of the interpreter could not be loaded \(.*coroscope-rest\.wasm/);
    assert.notEqual(alone.status, 0);

    await copy("coroscope-rest.wasm");
    const whole = run("print('hi')\n", rare);
    assert.equal(whole.stdout, "hi\n\nd41d8cd98f00b204e9800998ecf8427e\n\n");
    assert.equal(whole.status, 0, whole.stderr);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("a first program has all that it needs, wherever its objects come to lie", async () => {
  const folder = await mkdtemp(join(tmpdir(), "coroscope-"));
  await writeFile(
    join(folder, "run.mjs"),
    `import { readFile } from "node:fs/promises";
    const bytes = await readFile(new URL("coroscope.wasm", import.meta.url));
    const programs = [
      "print('hi')\\n",
      "print(1)",
      "import asyncio\\n\\nasync def main():\\n    await asyncio.sleep(1)\\n    print('ready')\\n\\nasyncio.run(main())\\n",
    ];
    for (const [place, program] of programs.entries()) {
      for (let length = 0; length < 120; length += 5) {
        const engine = await import(\`./coroscope.js?\${place}.\${length}\`);
        await engine.default({ module_or_path: bytes });
        await engine.run("#".repeat(length) + "\\n" + program, { record: length % 2 === 1 });
      }
    }
    process.exit(0);`,
  );
  try {
    for (const file of ["coroscope.js", "coroscope.wasm"]) await copyFile(new URL(file, ENGINE), join(folder, file));
    const { status, stderr } = spawnSync(process.execPath, [join(folder, "run.mjs")], { encoding: "utf8" });
    assert.equal(status, 0, stderr);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("it does the same however the host compiles it", async () => {
  // Optimised code takes the place of the first code at moments that differ from
  // start to start; with this flag nearly every function changes while it runs.
  const mixed = Array(8).fill("--no-wasm-dynamic-tiering");
  const folder = await mkdtemp(join(tmpdir(), "coroscope-"));
  await writeFile(
    join(folder, "run.mjs"),
    `import { readFile } from "node:fs/promises";
    const engine = await import(process.argv[2] + "coroscope.js");
    await engine.default({ module_or_path: await readFile(new URL(process.argv[2] + "coroscope.wasm")) });
    console.log((await engine.run("import asyncio, random, dataclasses\\nprint('core')\\nimport unittest\\n")).stdout);`,
  );
  try {
    for (const flag of ["--liftoff-only", "--no-liftoff", ...mixed]) {
      const { stdout, stderr } = spawnSync(process.execPath, [flag, join(folder, "run.mjs"), ENGINE.href], { encoding: "utf8" });
      assert.equal(stdout, "core\n\n", `${flag}: ${stderr}`);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("starting in Node loads no HTTP client, which would take longer than the engine", () => {
  const start = `
    import { readFileSync } from "node:fs";
    const engine = await import("${new URL("coroscope.js", ENGINE).href}");
    await engine.default({ module_or_path: readFileSync(new URL("${new URL("coroscope.wasm", ENGINE).href}")) });
    console.log((await engine.run("print('hi')")).stdout, process.moduleLoadList.filter((name) => name.includes("undici")));
    void Response;
    console.log(process.moduleLoadList.some((name) => name.includes("undici")));`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", start], { encoding: "utf8" });
  // The last line shows that the list would have told.
  assert.equal(stdout, "hi\n []\ntrue\n", stderr);
});

test("without the library's texts only modules that need them fail, and say why", async () => {
  const folder = await mkdtemp(join(tmpdir(), "coroscope-"));
  await writeFile(
    join(folder, "run.mjs"),
    `import { readFile } from "node:fs/promises";
    const engine = await import("./coroscope.js");
    await engine.default({ module_or_path: await readFile(new URL("coroscope.wasm", import.meta.url)) });
    const result = await engine.run(process.argv[2]);
    console.log(result.stdout + result.stderr);`,
  );
  const run = (program) => spawnSync(process.execPath, [join(folder, "run.mjs"), program], { encoding: "utf8" }).stdout;
  const program = "import asyncio, random, dataclasses\nprint('core')\nimport unittest\n";
  try {
    for (const file of ["coroscope.js", "coroscope.wasm", "coroscope-rest.wasm"]) {
      await copyFile(new URL(file, ENGINE), join(folder, file)).catch(() => {});
    }
    assert.match(run(program), /^core\n[^]*\nImportError: the module 'unittest' could not be loaded: .+\n/);
    await writeFile(join(folder, "library.txt"), "of another build");
    assert.match(run(program), /\nImportError: .* another version\n/);
    await copyFile(new URL("library.txt", ENGINE), join(folder, "library.txt"));
    assert.equal(run(program), "core\n\n");
  } finally {
    await rm(folder, { recursive: true });
  }
});
