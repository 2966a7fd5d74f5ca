// Labels under the marks, at a size that can be read at any scale: the most telling first, as many as have room.

import { positionOf } from "./camera.js";
import { data, pathNodes } from "./data.js";
import { shortened } from "./dom.js";
import { isLit } from "./looks.js";
import { seen, state } from "./state.js";
import { colour } from "./theme.js";

/** @import { Box, LabelBox, Node, Point, Room } from "./types" */

const LABEL_SIZE = { least: 11.5, given: 15, most: 17 };
const LINE_HEIGHT = 1.04; // of the size, as labels.py has it
const MOST_LABELS = 300;
const CELL = 48; // pixels; labels are looked up by the cells they touch

const labelLines = data.nodes.map((node) => (data.tight ? [tightLabel(node)] : node.label.split("\n")));
/** @type {Map<number, number>} */
const labelWidths = new Map();
/** @type {LabelBox[]} */
let shownLabels = [];

/** @param {Node} node */
function tightLabel(node) {
  return shortened(node.label.split("\n").join(" "), 26);
}

// What cites and is cited much says more than what is read once; the main path and the focus say most.
const labelOrder = data.nodes.map((_, id) => id).sort((one, other) => weight(other) - weight(one) || one - other);

/** @param {number} id */
function weight(id) {
  return (id === data.focus ? 1e9 : 0) + (pathNodes.has(id) ? 1e6 : 0) + data.nodes[id].times_cited;
}

/** @param {CanvasRenderingContext2D} context @param {number} id */
function labelWidth(context, id) {
  const known = labelWidths.get(id);
  if (known !== undefined) return known;
  context.font = `100px ${colour("--font")}`;
  const width = Math.max(...labelLines[id].map((line) => context.measureText(line).width)) / 100;
  labelWidths.set(id, width);
  return width;
}

// Where a label may stand, the best place first: under its mark, beside it to the right or left, above it. Under and
// above it gives way to the edges of the view.
/**
 * @param {CanvasRenderingContext2D} context
 * @param {number} id
 * @param {Box} view
 * @param {number} scale
 * @param {number} size
 */
function labelBoxes(context, id, view, scale, size) {
  const { x, y } = positionOf(id);
  const away = data.nodes[id].radius + 3 / scale;
  const width = (labelWidth(context, id) * size) / scale;
  const height = (labelLines[id].length * LINE_HEIGHT * size) / scale;
  const kept = Math.min(Math.max(x - width / 2, view.left + 4 / scale), view.right - width - 4 / scale);
  const corners = [
    { left: kept, top: y + away },
    { left: x + away, top: y - height / 2 },
    { left: x - away - width, top: y - height / 2 },
    { left: kept, top: y - away - height },
  ];
  return (data.tight ? corners : corners.slice(0, 1))
    .map(({ left, top }) => ({ id, x: left + width / 2, left, right: left + width, top, bottom: top + height }))
    .filter((box) => box.left >= view.left && box.right <= view.right);
}

// The cells of the screen that a box touches.
/** @param {Box} box @param {number} scale */
function cellsOf({ left, right, top, bottom }, scale) {
  /** @type {number[]} */
  const cells = [];
  const size = CELL / scale;
  for (let column = Math.floor(left / size); column <= Math.floor(right / size); column += 1) {
    for (let row = Math.floor(top / size); row <= Math.floor(bottom / size); row += 1) cells.push(column * 65536 + row);
  }
  return cells;
}

/** @param {Room} one @param {Room} other */
function touches(one, other) {
  return one.id !== other.id && one.left < other.right && other.left < one.right && one.top < other.bottom
    && other.top < one.bottom;
}

/** @param {Point} point @param {Box} view */
function inView({ x, y }, view) {
  return x > view.left && x < view.right && y > view.top && y < view.bottom;
}

// What is taken already, by cell.
class Taken {
  /** @param {number} scale */
  constructor(scale) {
    this.scale = scale;
    /** @type {Map<number, Room[]>} */
    this.cells = new Map();
  }

  /** @param {Room} box */
  isFree(box) {
    return !cellsOf(box, this.scale).some((cell) => this.cells.get(cell)?.some((other) => touches(box, other)));
  }

  /** @param {Room} box */
  take(box) {
    for (const cell of cellsOf(box, this.scale)) {
      const there = this.cells.get(cell);
      if (there) there.push(box);
      else this.cells.set(cell, [box]);
    }
  }
}

/** @param {number} id */
function markBox(id) {
  const { x, y } = positionOf(id);
  const { radius } = data.nodes[id];
  return { id, left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Box} view
 * @param {number} scale
 * @param {number} size
 * @param {Box[]} captions
 */
function placeLabels(context, view, scale, size, captions) {
  const order = state.chosen ? [...labelOrder.filter(isLit), ...labelOrder.filter((id) => !isLit(id))] : labelOrder;
  const ids = order.filter((id) => seen.nodes[id] && inView(positionOf(id), view));
  const taken = new Taken(scale);
  captions.forEach((box) => taken.take(box));
  if (data.tight) ids.forEach((id) => taken.take(markBox(id)));
  /** @type {LabelBox[]} */
  const shown = [];
  for (const id of ids) {
    if (shown.length >= MOST_LABELS) break;
    const box = labelBoxes(context, id, view, scale, size).find((each) => taken.isFree(each));
    if (!box) continue;
    taken.take(box);
    shown.push(box);
  }
  return shown;
}

/** @param {CanvasRenderingContext2D} context @param {Box} view @param {number} scale @param {Box[]} captions */
export function writeLabels(context, view, scale, captions) {
  const size = Math.min(Math.max(LABEL_SIZE.given * scale, LABEL_SIZE.least), LABEL_SIZE.most);
  shownLabels = placeLabels(context, view, scale, size, captions);
  context.font = `${size / scale}px ${colour("--font")}`;
  context.textAlign = "center";
  context.textBaseline = "top";
  context.lineJoin = "round";
  context.lineWidth = 4 / scale;
  context.strokeStyle = colour("--ground");
  for (const { id, x, top } of shownLabels) {
    context.fillStyle = colour(isLit(id) ? "--ink" : "--quiet");
    labelLines[id].forEach((line, row) => {
      const y = top + (row * LINE_HEIGHT * size) / scale;
      context.strokeText(line, x, y);
      context.fillText(line, x, y);
    });
  }
}

// The node whose label stands at a place of the layout.
/** @param {Point} point */
export function labelAt({ x, y }) {
  return shownLabels.find((box) => x > box.left && x < box.right && y > box.top && y < box.bottom)?.id;
}

// The boxes of the labels that are shown, in the coordinates of the layout.
export function placedLabels() {
  return shownLabels;
}
