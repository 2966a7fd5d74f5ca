// Everything by keys: `/` searches, arrows move the drawing, + and - scale it, 0 shows the whole, Escape goes back.

import { panBy, showWhole, zoomBy } from "./camera.js";
import { showAll } from "./choice.js";
import { byId, elementOf } from "./dom.js";
import { closePanel, walkPanel } from "./panel.js";
import { searchField } from "./search.js";
import { showTip } from "./tip.js";

const STEP = 0.12; // of the stage
const ZOOM = 1.25;

/** @type {Record<string, () => void>} */
const MOVES = {
  ArrowLeft: () => panBy(-STEP, 0),
  ArrowRight: () => panBy(STEP, 0),
  ArrowUp: () => panBy(0, -STEP),
  ArrowDown: () => panBy(0, STEP),
  "+": () => zoomBy(ZOOM),
  "=": () => zoomBy(ZOOM),
  "-": () => zoomBy(1 / ZOOM),
  "0": () => showWhole(true),
};

function escape() {
  const save = elementOf("save", HTMLDetailsElement);
  if (save.open) save.open = false;
  else if (!byId("panel").hidden) closePanel();
  else showAll();
}

/** @param {KeyboardEvent} event */
function move(event) {
  const free = event.target === document.body || event.target === byId("stage") || event.target === byId("panel");
  if (!free || !MOVES[event.key]) return;
  event.preventDefault();
  showTip(null);
  MOVES[event.key]();
}

/** @param {KeyboardEvent} event */
export function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const target = event.target instanceof Element ? event.target : null;
  const typing = target?.matches("input, select");
  if (event.key === "/" && !typing) {
    event.preventDefault();
    searchField.focus();
    searchField.select();
  } else if (event.key === "Escape") {
    escape();
  } else if (byId("panel").contains(target)) {
    walkPanel(event);
  } else {
    move(event);
  }
}
