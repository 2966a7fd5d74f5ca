// Choosing: what stands out, what is shown alone, what is folded away. Everything else steps back.

import { picture, showShown, showWhole } from "./camera.js";
import { data, hubs, linesFrom, linesTo, nameOf } from "./data.js";
import { byId } from "./dom.js";
import { writeCount } from "./filters.js";
import { closePanel, isPath } from "./panel.js";
import { see, seen, state } from "./state.js";

export function refresh() {
  see();
  picture.repaint();
  writeCount();
}

/** @param {number} id */
export function chooseNode(id) {
  const lines = [...linesFrom[id], ...linesTo[id]].filter((line) => seen.open[line]);
  const near = lines.flatMap((line) => [data.lines[line].citing, data.lines[line].cited]);
  state.chosen = { main: id, nodes: new Set([id, ...near]), lines: new Set(lines) };
  refresh();
}

/** @param {number} id */
export function chooseLine(id) {
  const { citing, cited } = data.lines[id];
  state.chosen = { main: null, nodes: new Set([citing, cited]), lines: new Set([id]) };
  refresh();
}

export function chooseNothing() {
  if (!state.chosen) return;
  state.chosen = null;
  refresh();
}

// A node and what it cites or is cited by, alone on the page.
/** @param {number} id */
export function showAround(id) {
  state.around = id;
  byId("around").hidden = false;
  byId("around-name").textContent = nameOf(data.nodes[id]);
  closePanel();
  refresh();
  showShown();
}

export function showAll() {
  if (state.around === null) return;
  state.around = null;
  byId("around").hidden = true;
  refresh();
  showWhole(true);
}

// Double-click: the application's page of the neighbourhood, else the neighbourhood within this page.
/** @param {number} id */
export function openNeighbourhood(id) {
  const { around } = data.nodes[id];
  if (isPath(around)) window.location.assign(around);
  else showAround(id);
}

/** @param {boolean} fold */
export function setFolded(fold) {
  state.folded = fold;
  const main = state.chosen?.main ?? null;
  if (fold && main !== null && hubs.has(main)) closePanel();
  refresh();
}
