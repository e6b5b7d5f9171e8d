// The events of a recorded run. As text they take ten to twenty times the room
// that they take packed, and longer than the run: they are written when somebody
// reads them. Until then their bytes belong to the result, outside the wasm's
// memory, and are given back with it. `cargo xtask bundle` puts this text into
// coroscope.js, which has the function that writes them.

/**
 * Gives a run's result its field `events`.
 * @param {object} result
 * @param {Uint8Array} packed
 */
export function giveEvents(result, packed) {
  let text = null;
  Object.defineProperty(result, "events", {
    enumerable: true,
    get() {
      if (text === null) {
        text = eventLines(packed);
        packed = null;
      }
      return text;
    },
  });
}
