// Where one looks: moving, scaling, bringing things into view. `picture` is whatever draws: it knows the centre of the
// view in the coordinates of the layout and the scale in pixels of the screen to one of the layout.

import { data, mostCited } from "./data.js";
import { byId } from "./dom.js";
import { place, seen } from "./state.js";

/** @import { Camera, Picture, Point } from "./types" */

const READING_SCALE = data.tight ? 0.45 : 0.8;
const LEAST_SCALE = data.tight ? 0.25 : 0.5; // below this the page opens with a part of the layout
const ROOM = 70; // pixels kept free between a node and the panel or the edge
const SCALES = { least: 0.02, most: 8 };

/** @type {Picture} What draws; it is there once the page has started. */
export let picture;

/** @param {Picture} made */
export function lookThrough(made) {
  picture = made;
}

/** @param {number} id */
export function positionOf(id) {
  const { xs, ys } = place();
  return { x: xs[id], y: ys[id] };
}

export function stageSize() {
  const { width, height } = byId("canvas").getBoundingClientRect();
  return { width, height };
}

/** @param {number} id */
export function pixelOf(id) {
  const { x, y, scale } = picture.camera();
  const { width, height } = stageSize();
  const at = positionOf(id);
  return { x: width / 2 + (at.x - x) * scale, y: height / 2 + (at.y - y) * scale };
}

/** @param {Point} pixel */
export function placeAt(pixel) {
  const { x, y, scale } = picture.camera();
  const { width, height } = stageSize();
  return { x: x + (pixel.x - width / 2) / scale, y: y + (pixel.y - height / 2) / scale };
}

/** @param {Camera} camera */
export function viewOf({ x, y, scale }) {
  const { width, height } = stageSize();
  const half = { x: width / 2 / scale, y: height / 2 / scale };
  return { left: x - half.x, right: x + half.x, top: y - half.y, bottom: y + half.y };
}

// The part of the stage that the panel hides: { x, y } in pixels from the right and the lower edge.
function panelCover() {
  if (byId("panel").hidden) return { x: 0, y: 0 };
  const stage = byId("stage").getBoundingClientRect();
  const panel = byId("panel").getBoundingClientRect();
  const beside = panel.width < stage.width * 0.9;
  return beside ? { x: stage.right - panel.left, y: 0 } : { x: 0, y: stage.bottom - panel.top };
}

/** @param {number} id */
export function goTo(id) {
  const at = positionOf(id);
  const scale = Math.max(picture.camera().scale, READING_SCALE);
  const cover = panelCover();
  picture.moveTo({ x: at.x + cover.x / 2 / scale, y: at.y + cover.y / 2 / scale, scale });
}

// Move the drawing so far that the panel hides none of these nodes, and make it smaller if they need that.
/** @param {number[]} ids */
export function uncover(...ids) {
  const cover = panelCover();
  const size = stageSize();
  /** @type {["x" | "y", number]} */
  const [axis, room] = cover.x ? ["x", size.width - cover.x] : ["y", size.height - cover.y];
  const [least, most] = span(ids.map((id) => pixelOf(id)[axis]));
  if (most + ROOM <= room) return;
  const camera = picture.camera();
  const scale = camera.scale * Math.min(1, Math.max(room - 2 * ROOM, ROOM) / (most - least || 1));
  const [first, last] = span(ids.map((id) => positionOf(id)[axis]));
  const half = (axis === "x" ? size.width : size.height) / 2;
  // The last of them stands ROOM before the panel, unless the first would then stand too near the edge.
  const centre = last + (half - room + ROOM) / scale;
  picture.moveTo({ ...camera, scale, [axis]: Math.min(centre, first + (half - ROOM) / scale) });
}

// The whole drawing if it can be read then; else the part around the focus or the most cited thing.
/** @param {boolean} force */
export function showWhole(force) {
  const stage = stageSize();
  const { width, height } = place();
  const scale = Math.min((stage.width - 24) / width, (stage.height - 16) / height, 1.3);
  if (force || scale >= LEAST_SCALE) return picture.moveTo({ x: width / 2, y: height / 2, scale });
  const half = { x: stage.width / 2 / READING_SCALE, y: stage.height / 2 / READING_SCALE };
  const { x, y } = positionOf(data.focus ?? mostCited());
  return picture.moveTo({ x: within(x, half.x, width), y: within(y, half.y, height), scale: READING_SCALE });
}

// What is shown now, as large as can be.
export function showShown() {
  const ids = seen.nodes.flatMap((shown, id) => (shown ? [id] : []));
  if (!ids.length) return;
  const [left, right] = span(ids.map((id) => positionOf(id).x));
  const [top, bottom] = span(ids.map((id) => positionOf(id).y));
  const stage = stageSize();
  const across = (stage.width - 2 * ROOM) / (right - left || 1);
  const down = (stage.height - 2 * ROOM) / (bottom - top || 1);
  const scale = Math.min(across, down, 1.3);
  picture.moveTo({ x: (left + right) / 2, y: (top + bottom) / 2, scale });
}

/** @param {number[]} values */
export function span(values) {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) [least, most] = [Math.min(least, value), Math.max(most, value)];
  return [least, most];
}

/** @param {number} centre @param {number} half @param {number} size */
function within(centre, half, size) {
  return size < 2 * half ? size / 2 : Math.min(Math.max(centre, half), size - half);
}

// By parts of the stage to the right and down.
/** @param {number} right @param {number} down */
export function panBy(right, down) {
  const { x, y, scale } = picture.camera();
  const { width, height } = stageSize();
  picture.moveTo({ x: x + (right * width) / scale, y: y + (down * height) / scale, scale });
}

/** @param {number} factor */
export function zoomBy(factor) {
  const camera = picture.camera();
  picture.moveTo({ ...camera, scale: Math.min(Math.max(camera.scale * factor, SCALES.least), SCALES.most) });
}
