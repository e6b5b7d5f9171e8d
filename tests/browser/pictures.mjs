// Reference pictures: taking them, making them small, telling them apart.
//
// Machines differ in fonts and smoothing. So a picture is kept at half its size
// in few colours, and two pictures are compared by the mean colour of small
// fields: what moved, vanished or changed its colour shows, how letters are
// drawn does not.

import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("./pictures/", import.meta.url));

/** Side of a field, in pixels of the kept picture. */
const FIELD = 12;
/** By how much the mean of a field may differ in any of the three colours, of 255. */
const SHADE = 20;
/** Which share of the fields may differ by more. */
export const TOLERANCE = 0.08;

/** A screenshot as it is kept: half the size, 16 steps of each colour. */
export async function taken(page, studio) {
  const png = (await page.screenshot({ animations: "disabled", caret: "hide" })).toString("base64");
  const small = await studio.evaluate(async (png) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(image.width / 2);
    canvas.height = Math.round(image.height / 2);
    const context = canvas.getContext("2d");
    context.imageSmoothingQuality = "high";
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const pixels = context.getImageData(0, 0, canvas.width, canvas.height);
    for (let at = 0; at < pixels.data.length; at += 1) {
      if (at % 4 !== 3) pixels.data[at] = Math.min(255, Math.round(pixels.data[at] / 16) * 16);
    }
    context.putImageData(pixels, 0, 0);
    return canvas.toDataURL("image/png").split(",")[1];
  }, png);
  return Buffer.from(small, "base64");
}

/** The share of fields in which two kept pictures differ; 1 if their sizes do. */
export async function difference(studio, a, b) {
  const pictures = [a, b].map((picture) => picture.toString("base64"));
  return studio.evaluate(
    async ([pictures, FIELD, SHADE]) => {
      const [a, b] = await Promise.all(
        pictures.map(async (png) => {
          const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
          const canvas = document.createElement("canvas");
          [canvas.width, canvas.height] = [image.width, image.height];
          const context = canvas.getContext("2d");
          context.drawImage(image, 0, 0);
          return context.getImageData(0, 0, image.width, image.height);
        }),
      );
      if (a.width !== b.width || a.height !== b.height) return 1;
      let [fields, different] = [0, 0];
      for (let y = 0; y + FIELD <= a.height; y += FIELD) {
        for (let x = 0; x + FIELD <= a.width; x += FIELD) {
          const sums = [0, 0, 0];
          for (let row = y; row < y + FIELD; row += 1) {
            for (let column = x; column < x + FIELD; column += 1) {
              const at = (row * a.width + column) * 4;
              for (let colour = 0; colour < 3; colour += 1) sums[colour] += a.data[at + colour] - b.data[at + colour];
            }
          }
          fields += 1;
          if (Math.max(...sums.map(Math.abs)) / (FIELD * FIELD) > SHADE) different += 1;
        }
      }
      return different / fields;
    },
    [pictures, FIELD, SHADE],
  );
}

/** The kept picture of this name. */
export function kept(name) {
  return readFile(`${folder}${name}.png`);
}

/** Keeps a picture. */
export function keep(name, picture) {
  return writeFile(`${folder}${name}.png`, picture);
}
