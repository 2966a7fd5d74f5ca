/** Colours as shaders take them: four bytes in the place of one float. */

import { colorToArray, rgbaToFloat } from "sigma/utils";

const known = new Map<string, number>();

export function packed(colour: string, opacity: number): number {
  const key = `${colour} ${opacity}`;
  let found = known.get(key);
  if (found === undefined) {
    const [red, green, blue] = colorToArray(colour);
    // The last argument keeps the bytes from being read as no number at all.
    found = rgbaToFloat(red, green, blue, Math.round(255 * opacity), true);
    known.set(key, found);
  }
  return found;
}
