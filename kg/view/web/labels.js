// Labels under the marks, at a size that can be read at any scale: the most telling first, as many as have room.

import { positionOf } from "./camera.js";
import { data, pathNodes } from "./data.js";
import { shortened } from "./dom.js";
import { isLit } from "./looks.js";
import { seen, state } from "./state.js";
import { colour } from "./theme.js";

const LABEL_SIZE = { least: 11.5, given: 15, most: 17 };
const LINE_HEIGHT = 1.04; // of the size, as labels.py has it
const MOST_LABELS = 300;
const CELL = 48; // pixels; labels are looked up by the cells they touch

const labelLines = data.nodes.map((node) => (data.tight ? [tightLabel(node)] : node.label.split("\n")));
const labelWidths = new Map();
const labelBoxes = { font: "", shown: [] }; // in the coordinates of the layout

function tightLabel(node) {
  return shortened(node.label.split("\n").join(" "), 26);
}

// What cites and is cited much says more than what is read once; the main path and the focus say most.
const labelOrder = data.nodes.map((_, id) => id).sort((one, other) => weight(other) - weight(one) || one - other);

function weight(id) {
  return (id === data.focus ? 1e9 : 0) + (pathNodes.has(id) ? 1e6 : 0) + data.nodes[id].times_cited;
}

function labelWidth(context, id) {
  if (!labelWidths.has(id)) {
    context.font = `100px ${colour("--font")}`;
    labelWidths.set(id, Math.max(...labelLines[id].map((line) => context.measureText(line).width)) / 100);
  }
  return labelWidths.get(id);
}

function labelBox(context, id, scale, size) {
  const { x, y } = positionOf(id);
  const half = (labelWidth(context, id) * size) / 2 / scale;
  const top = y + data.nodes[id].radius + 3 / scale;
  return { id, x, top, left: x - half, right: x + half, bottom: top + (labelLines[id].length * LINE_HEIGHT * size) / scale };
}

// The cells of the screen that a box touches.
function cellsOf({ left, right, top, bottom }, scale) {
  const cells = [];
  const size = CELL / scale;
  for (let column = Math.floor(left / size); column <= Math.floor(right / size); column += 1) {
    for (let row = Math.floor(top / size); row <= Math.floor(bottom / size); row += 1) cells.push(`${column} ${row}`);
  }
  return cells;
}

function touches(one, other) {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

function inView({ x, y }, view) {
  return x > view.left && x < view.right && y > view.top && y < view.bottom;
}

function placeLabels(context, view, scale, size) {
  const taken = new Map();
  const shown = [];
  const order = state.chosen ? [...labelOrder.filter(isLit), ...labelOrder.filter((id) => !isLit(id))] : labelOrder;
  for (const id of order) {
    if (shown.length >= MOST_LABELS) break;
    if (!seen.nodes[id] || !inView(positionOf(id), view)) continue;
    const box = labelBox(context, id, scale, size);
    const cells = cellsOf(box, scale);
    if (cells.some((cell) => taken.get(cell)?.some((other) => touches(box, other)))) continue;
    for (const cell of cells) taken.set(cell, [...(taken.get(cell) ?? []), box]);
    shown.push(box);
  }
  return shown;
}

export function writeLabels(context, view, scale) {
  const size = Math.min(Math.max(LABEL_SIZE.given * scale, LABEL_SIZE.least), LABEL_SIZE.most);
  labelBoxes.shown = placeLabels(context, view, scale, size);
  context.font = `${size / scale}px ${colour("--font")}`;
  context.textAlign = "center";
  context.textBaseline = "top";
  context.lineJoin = "round";
  context.lineWidth = 4 / scale;
  context.strokeStyle = colour("--ground");
  for (const { id, x, top } of labelBoxes.shown) {
    context.fillStyle = colour(isLit(id) ? "--ink" : "--quiet");
    labelLines[id].forEach((line, row) => {
      const y = top + (row * LINE_HEIGHT * size) / scale;
      context.strokeText(line, x, y);
      context.fillText(line, x, y);
    });
  }
}

// The node whose label stands at a place of the layout.
export function labelAt({ x, y }) {
  return labelBoxes.shown.find((box) => x > box.left && x < box.right && y > box.top && y < box.bottom)?.id;
}
