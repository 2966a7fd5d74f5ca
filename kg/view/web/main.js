// Putting it together: the picture, clicks, keys, light and dark, what to say when there is nothing to draw.

import {
  lookThrough, picture, pixelOf, placeAt, positionOf, showShown, showWhole, stageSize, uncover, viewOf,
} from "./camera.js";
import { openNeighbourhood, showAll } from "./choice.js";
import { data } from "./data.js";
import { byId } from "./dom.js";
import { buildFilters, writeCount } from "./filters.js";
import { drawBehind, drawOver } from "./frame.js";
import { onKey } from "./keys.js";
import { labelAt, placedLabels } from "./labels.js";
import { lineLook, nodeLook } from "./looks.js";
import { closePanel, showLine, showList, showNode } from "./panel.js";
import { buildSave } from "./save.js";
import { listenToSearch } from "./search.js";
import { see, seen, state } from "./state.js";
import { loadTexts, texts } from "./texts.js";
import { darkness, palette } from "./theme.js";
import { showTip } from "./tip.js";
import { buildWays } from "./tools.js";

/** @import { Hit, OpenPicture, Point, Scene } from "./types" */

/** @type {Scene} */
const scene = {
  container: byId("canvas"),
  size: stageSize,
  nodes: data.nodes.length,
  ends: data.lines.map(({ citing, cited }) => [citing, cited]),
  position: positionOf,
  nodeLook,
  lineLook,
  behind: (context, camera) => drawBehind(context, viewOf(camera), camera.scale),
  over: (context, camera) => drawOver(context, viewOf(camera), camera.scale),
  onClick: clicked,
  onDouble: openFirst,
  onHover: showTip,
};

// A click may move the drawing away from the pointer: the second one of a double click means what the first one hit.
const DOUBLE = { time: 500, way: 8 };
/** @type {{ id: number | undefined, at: number, pixel: Point }} */
let first = { id: undefined, at: -Infinity, pixel: { x: 0, y: 0 } };

/** @param {Point} pixel */
function isSecond(pixel) {
  const way = Math.hypot(pixel.x - first.pixel.x, pixel.y - first.pixel.y);
  return performance.now() - first.at < DOUBLE.time && way < DOUBLE.way;
}

function openFirst() {
  if (first.id !== undefined) openNeighbourhood(first.id);
}

// The panel may have opened under the pointer: what it would make of the second click is not what was meant.
/** @param {MouseEvent} event */
function doubled(event) {
  const { left, top } = byId("canvas").getBoundingClientRect();
  if (event.detail !== 2 || !isSecond({ x: event.clientX - left, y: event.clientY - top })) return;
  event.preventDefault();
  event.stopPropagation();
  openFirst();
}

/** @param {Hit} hit */
function clicked({ node, line, pixel }) {
  if (isSecond(pixel)) return;
  showTip(null);
  const id = node ?? labelAt(placeAt(pixel));
  if (id !== undefined) {
    showNode(id);
    uncover(id);
  } else if (line !== undefined) {
    showLine(line);
    uncover(data.lines[line].citing, data.lines[line].cited);
  } else {
    closePanel();
  }
  first = { id, at: performance.now(), pixel }; // after all the work that the second one may have waited for
}

/** @param {boolean} open */
function setLegend(open) {
  byId("filters").hidden = !open;
  byId("show-filters").setAttribute("aria-expanded", String(open));
}

function listenToTools() {
  byId("show-list").addEventListener("click", showList);
  byId("show-all").addEventListener("click", () => (state.around === null ? showWhole(true) : showShown()));
  byId("show-filters").addEventListener("click", () => setLegend(Boolean(byId("filters").hidden)));
  byId("around-end").addEventListener("click", showAll);
  byId("stage").addEventListener("click", doubled, { capture: true });
  document.addEventListener("keydown", onKey);
}

function notice() {
  const text = !data.nodes.length
    ? "This network is empty: nothing was read and nothing is cited."
    : data.lines.length ? "" : "Nothing here cites anything else: the network has no citations.";
  byId("notice").textContent = text;
  byId("notice").hidden = !text;
  byId("notice").classList.toggle("whole", !data.nodes.length);
}

// Draw the page. Each way to draw has a module that calls this with its own function.
/** @param {OpenPicture} openPicture */
export function start(openPicture) {
  see();
  lookThrough(openPicture(scene));
  setLegend(window.innerWidth > 720);
  buildWays();
  buildFilters();
  buildSave();
  writeCount();
  notice();
  listenToTools();
  listenToSearch();
  darkness.addEventListener("change", () => { palette.clear(); picture.repaint(); });
  if (data.nodes.length) showWhole(false);
  requestAnimationFrame(() => setTimeout(loadTexts));
  // For the console and for tests: where things stand on the page.
  Object.assign(window, { kgPage: { data, state, seen, picture, pixelOf, texts, labels: placedLabels } });
}
