/** How a line runs: a curve with one control point beside its middle, so that parallel lines and rows stay apart. */

import type { Point } from "../../types";

export interface Curve {
  from: Point;
  to: Point;
  /** How far the control point stands to the side, in the layout. */
  bend: number;
}

const BEND = 0.07; // of the length
const BEND_IN_ROW = 0.2; // over the marks that stand between
const MOST = 160; // so that long lines do not leave their lane
const STEPS = 8;

/** Parallel lines bend to either side in turn, each pair further out. To the left it is upwards first. */
export function bendOf(from: Point, to: Point, rank: number): number {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const bend = Math.min((from.y === to.y ? BEND_IN_ROW : BEND) * length, MOST) * (1 + rank);
  return rank % 2 === 0 ? -bend : bend;
}

export function distanceTo(curve: Curve, at: Point): number {
  const points = Array.from({ length: STEPS + 1 }, (_, step) => pointOf(curve, step / STEPS));
  return points.slice(1).reduce((least, point, step) => Math.min(least, toSegment(points[step]!, point, at)), Infinity);
}

// What the vertex shader of the lines does, with y downwards.
function pointOf({ from, to, bend }: Curve, t: number): Point {
  const [width, height] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(width, height) || 1;
  const via = {
    x: (from.x + to.x) / 2 + (height / length) * bend,
    y: (from.y + to.y) / 2 - (width / length) * bend,
  };
  const mix = (axis: "x" | "y"): number =>
    (1 - t) ** 2 * from[axis] + 2 * t * (1 - t) * via[axis] + t ** 2 * to[axis];
  return { x: mix("x"), y: mix("y") };
}

function toSegment(one: Point, other: Point, at: Point): number {
  const [width, height] = [other.x - one.x, other.y - one.y];
  const along = ((at.x - one.x) * width + (at.y - one.y) * height) / (width ** 2 + height ** 2 || 1);
  const t = Math.min(Math.max(along, 0), 1);
  return Math.hypot(at.x - one.x - t * width, at.y - one.y - t * height);
}
