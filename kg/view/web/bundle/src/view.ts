/** Between the camera of the page (centre in the layout, pixels to one of it) and the camera of sigma. */

import type { CameraState, Dimensions, Extent } from "sigma/types";
import type { Camera } from "../../types";

// sigma measures everything by the longer side of a box that it is given; a square makes the sums easy.
const SIDE = 1000;
const SCALES = { least: 0.02, most: 8 };

export function stateOf({ x, y, scale }: Camera, { width, height }: Dimensions): CameraState {
  return { x: x / SIDE, y: 1 - y / SIDE, ratio: Math.min(width, height) / (scale * SIDE), angle: 0 };
}

export function placeOf({ x, y, ratio }: CameraState, { width, height }: Dimensions): Camera {
  return { x: x * SIDE, y: (1 - y) * SIDE, scale: Math.min(width, height) / (ratio * SIDE) };
}

export const limits = {
  box: { x: [0, SIDE] as Extent, y: [-SIDE, 0] as Extent },
  ratios({ width, height }: Dimensions): { least: number; most: number } {
    const side = Math.min(width, height) / SIDE;
    return { least: side / SCALES.most, most: side / SCALES.least };
  },
};
