// What stands behind and over the nodes: lanes with their captions, years along the time line, the column of what has
// no date. Captions stay in view while the drawing is moved, and keep their size while it is scaled.

import { shortened } from "./dom.js";
import { writeLabels } from "./labels.js";
import { place } from "./state.js";
import { colour } from "./theme.js";

/** @import { Arrangement, Box } from "./types" */

const CAPTION_SIZE = 13;
const LEAST_BETWEEN_YEARS = 46;
const CAPTION_CHARACTERS = 70;

/** @param {CanvasRenderingContext2D} context @param {Box} view */
function drawBands(context, view) {
  const { lanes, undated } = place();
  lanes.forEach((lane, index) => {
    context.fillStyle = colour(index % 2 ? "--ground" : "--band");
    const left = Math.max(view.left, undated);
    if (left < view.right) context.fillRect(left, lane.top, view.right - left, lane.bottom - lane.top);
  });
}

// A ground and an edge of its own, so that nothing in it looks as if it stood on the time line.
/** @param {CanvasRenderingContext2D} context @param {Box} view @param {number} scale */
function drawColumn(context, view, scale) {
  const { undated, lanes } = place();
  if (!undated || view.left > undated) return;
  context.fillStyle = colour("--column");
  context.fillRect(view.left, view.top, undated - view.left, view.bottom - view.top);
  if (!lanes.length) return;
  context.strokeStyle = colour("--quiet");
  context.lineWidth = 1.5 / scale;
  context.setLineDash([2 / scale, 4 / scale]);
  strokeDown(context, undated, view.top, view.bottom);
  context.setLineDash([]);
}

/** @param {CanvasRenderingContext2D} context @param {number} x @param {number} top @param {number} bottom */
function strokeDown(context, x, top, bottom) {
  context.beginPath();
  context.moveTo(x, top);
  context.lineTo(x, bottom);
  context.stroke();
}

/** @param {CanvasRenderingContext2D} context @param {number} scale */
function drawYears(context, scale) {
  const { ticks, lanes } = place();
  context.strokeStyle = colour("--rule");
  context.lineWidth = 1 / scale;
  for (const { x } of ticks) strokeDown(context, x, lanes[0].top, lanes[lanes.length - 1].bottom);
}

/** @param {number} scale */
function captionFont(scale) {
  return `600 ${CAPTION_SIZE / scale}px ${colour("--font")}`;
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {string} text
 * @param {number} x
 * @param {number} y
 * @param {number} scale
 * @param {CanvasTextAlign} align
 */
function write(context, text, x, y, scale, align) {
  context.font = captionFont(scale);
  context.textAlign = align;
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.lineWidth = 5 / scale;
  context.strokeStyle = colour("--ground");
  context.fillStyle = colour("--quiet");
  context.strokeText(text, x, y);
  context.fillText(text, x, y);
}

// The line that the years stand on: above the time line, or at the upper edge once that is out of view.
/** @param {Box} view @param {number} scale */
function yearLine(view, scale) {
  return Math.max(16 - 12 / scale, view.top + 12 / scale);
}

// Round years first where there is no room for all.
/** @param {Box} view @param {number} scale */
function shownYears(view, scale) {
  const least = Math.max(view.left, place().undated);
  /** @type {Arrangement["ticks"]} */
  const shown = [];
  const inView = place().ticks.filter(({ x }) => x >= least && x <= view.right);
  for (const tick of inView.sort((one, other) => roundness(other.year) - roundness(one.year) || one.x - other.x)) {
    if (shown.every(({ x }) => Math.abs(x - tick.x) * scale >= LEAST_BETWEEN_YEARS)) shown.push(tick);
  }
  return shown;
}

/** @param {number} year */
function roundness(year) {
  return [100, 50, 10, 5, 2].filter((step) => year % step === 0).length;
}

/** @param {CanvasRenderingContext2D} context @param {Box} view @param {number} scale */
function writeYears(context, view, scale) {
  const y = yearLine(view, scale);
  for (const { x, year } of shownYears(view, scale)) write(context, String(year), x, y, scale, "center");
}

/** @param {CanvasRenderingContext2D} context @param {Box} view @param {number} scale */
function writeColumn(context, view, scale) {
  const { undated } = place();
  const left = Math.max(view.left, 0);
  if (!undated || left >= undated) return;
  const x = Math.min((left + undated) / 2, undated - 30 / scale);
  write(context, "no date", x, yearLine(view, scale), scale, "center");
}

// The captions of lanes, as boxes in the coordinates of the layout: labels keep clear of them.
/** @param {CanvasRenderingContext2D} context @param {Box} view @param {number} scale */
function laneCaptions(context, view, scale) {
  const { lanes, undated } = place();
  const left = Math.max(view.left, undated) + 10 / scale;
  const least = yearLine(view, scale) + 20 / scale;
  const half = CAPTION_SIZE / scale;
  const room = Math.min(CAPTION_CHARACTERS, Math.floor(((view.right - left) * scale) / CAPTION_SIZE / 0.62));
  context.font = captionFont(scale);
  return lanes.flatMap(({ caption, top, bottom }) => {
    const y = Math.max(top + 12 / scale, least);
    const text = shortened(caption, room);
    const right = left + context.measureText(text).width;
    return y < bottom ? [{ text, y, left, right, top: y - half, bottom: y + half }] : [];
  });
}

// Both draw in the coordinates of the layout; `scale` is pixels of the screen to one of the layout.
/** @param {CanvasRenderingContext2D} context @param {Box} view @param {number} scale */
export function drawBehind(context, view, scale) {
  drawBands(context, view);
  drawColumn(context, view, scale);
  drawYears(context, scale);
}

/** @param {CanvasRenderingContext2D} context @param {Box} view @param {number} scale */
export function drawOver(context, view, scale) {
  const captions = laneCaptions(context, view, scale);
  writeLabels(context, view, scale, captions);
  for (const { text, left, y } of captions) write(context, text, left, y, scale, "left");
  writeYears(context, view, scale);
  writeColumn(context, view, scale);
}
