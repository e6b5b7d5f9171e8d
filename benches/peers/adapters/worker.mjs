// The engine as the page has it: a worker that is sent messages (src/session/message.rs).

import { readBytes } from "./files.mjs";

/**
 * An answer, the pieces of the log that came since the last one, and the last
 * `progress` among what came.
 * @typedef {{ message: object, pieces: Uint8Array[], progress?: object }} Answer
 */

/** Pieces of so many bytes or more come in a buffer that is lent (src/session/message.rs). */
export const LENT_FROM = 1 << 16;

/**
 * `talk` posts a message and waits for an answer of one of the types; `giveBack` does so with
 * the buffer of a piece that has been read, as the page does.
 * @typedef {{ talk: (message: object, types: string[]) => Promise<Answer>, giveBack: (piece: Uint8Array) => void }} Worker
 */

/**
 * Starts the engine's worker.
 * @returns {Promise<Worker>}
 */
export async function talkToWorker(folder) {
  const worker = new Worker(`${folder}worker.js`, { type: "module" });
  const answers = listener((hear) => {
    worker.onmessage = ({ data }) => {
      // Only the page makes use of what it says about itself.
      if (data !== "hears" && !(data instanceof WebAssembly.Module)) hear(data);
    };
    worker.onerror = (event) => hear(JSON.stringify({ type: "failed", message: event.message }));
  });
  await answers(["ready"]);
  const talk = (message, types) => {
    worker.postMessage(JSON.stringify(message));
    return answers(types, message.run);
  };
  const giveBack = ({ buffer, length }) => {
    if (length >= LENT_FROM) worker.postMessage(buffer, [buffer]);
  };
  return { talk, giveBack };
}

/**
 * The same in Node, where the module takes this process for a worker; the process ends by
 * itself only after `stop`.
 * @returns {Promise<Worker & { memory: WebAssembly.Memory, stop: () => void }>}
 */
export async function talkInNode(folder) {
  globalThis.DedicatedWorkerGlobalScope = class {
    static [Symbol.hasInstance](value) {
      return value === globalThis;
    }
  };
  const answers = listener((hear) => {
    globalThis.postMessage = hear;
  });
  const engine = await import(`${folder}coroscope.js`);
  const { memory } = await engine.default({ module_or_path: await readBytes(`${folder}coroscope.wasm`) });
  const stop = keepingChannels(() => engine.serve());
  await answers(["ready"]);
  const talk = (message, types) => {
    globalThis.onmessage({ data: JSON.stringify(message) });
    return answers(types, message.run);
  };
  const giveBack = ({ buffer, length }) => {
    if (length >= LENT_FROM) globalThis.onmessage({ data: buffer });
  };
  return { talk, giveBack, memory, stop };
}

/**
 * Does something; the function that comes back closes the message channels that were opened
 * meanwhile. Node does not end while one of them is listened to.
 */
function keepingChannels(act) {
  const channels = [];
  const { MessageChannel } = globalThis;
  globalThis.MessageChannel = function () {
    const channel = new MessageChannel();
    channels.push(channel);
    return channel;
  };
  try {
    act();
  } finally {
    globalThis.MessageChannel = MessageChannel;
  }
  return () => channels.forEach(({ port1 }) => port1.close());
}

/**
 * Collects what a worker says. The function that comes back waits for an answer
 * of one of the types; a `finished` that follows a `progress` is worth more.
 */
function listener(connect) {
  let heard = [];
  let wake = () => {};
  connect((data) => {
    const [text, piece] = Array.isArray(data) ? data : [data];
    heard.push({ message: JSON.parse(text), piece });
    wake();
  });
  return async (types, run) => {
    for (;;) {
      const failure = heard.find(({ message }) => message.type === "failed");
      if (failure) throw new Error(failure.message.message);
      // An earlier run may have had more to say.
      const answer = heard.findLast(({ message }) => types.includes(message.type) && message.run === run);
      if (answer) {
        const pieces = heard.flatMap(({ piece }) => (piece ? [piece] : []));
        const progress = heard.findLast(({ message }) => message.type === "progress")?.message;
        heard = [];
        return { message: answer.message, pieces, progress };
      }
      await new Promise((resolve) => {
        wake = resolve;
      });
    }
  };
}

/** Where a delta of the log says from which byte of the output to which it goes (src/trace/delta.rs). */
const [FROM, TO] = [4 + 4 * 4, 4 + 9 * 4];
/** Stream, start, end, event: what it says of each piece of output, at its end. */
const PIECE = 13;

/**
 * The text that a delta of the log adds to the output.
 * @param {Uint8Array} piece
 */
export function outputOf(piece) {
  const delta = new DataView(piece.buffer, piece.byteOffset, piece.byteLength);
  const [from, to] = [delta.getUint32(FROM, true), delta.getUint32(TO, true)];
  if (from === to) return "";
  let at = delta.byteLength;
  do at -= PIECE;
  while (delta.getUint32(at + 1, true) > from);
  return new TextDecoder().decode(new Uint8Array(delta.buffer, delta.byteOffset + at - (to - from), to - from));
}
