// How nodes and lines look now, whatever draws them.

import { data, isOnPath, kindStyles, relationStyles } from "./data.js";
import { seen, state } from "./state.js";
import { colour, communityColour, familyColour, kindColour } from "./theme.js";

/** @import { LineLook, NodeLook } from "./types" */

const RINGS = { roomy: { read: 2.5, cited: 1 }, tight: { read: 1, cited: 0.5 } };
const CROWD = 150; // from so many lines on each is drawn fainter

/** @param {number} id */
function fillOf(id) {
  const node = data.nodes[id];
  return state.colours === "community" ? communityColour(node.community) : kindColour(node.kind);
}

/** @param {number} id */
export function isLit(id) {
  return !state.chosen || state.chosen.nodes.has(id);
}

// Shape, colours, radius and the width of the outline in pixels of the layout; null if the node is not shown.
/** @param {number} id @returns {NodeLook | null} */
export function nodeLook(id) {
  if (!seen.nodes[id]) return null;
  const node = data.nodes[id];
  const chosen = state.chosen?.main === id;
  return {
    shape: kindStyles[node.kind].shape,
    fill: fillOf(id),
    outline: colour(chosen ? "--accent" : "--outline"),
    radius: node.radius,
    ring: chosen ? 3 : RINGS[data.tight ? "tight" : "roomy"][node.read ? "read" : "cited"],
    opacity: isLit(id) ? 1 : 0.25,
  };
}

/** @param {number} id @param {boolean} bold */
function lineOpacity(id, bold) {
  if (state.chosen) return state.chosen.lines.has(id) ? 0.9 : 0.06;
  return bold ? 1 : Math.max(0.75 * Math.min(1, Math.sqrt(CROWD / seen.count)), 0.1);
}

// Colour, width in pixels of the layout, dashes and rank among parallel lines; null if the line is not drawn.
/** @param {number} id @returns {LineLook | null} */
export function lineLook(id) {
  if (!seen.drawn[id]) return null;
  const line = data.lines[id];
  const bold = state.path && isOnPath(line);
  const width = Math.min(1.2 + 0.6 * (line.count - 1), 4) * (data.tight ? 0.6 : 1);
  return {
    colour: familyColour(line.relation),
    width: bold ? (data.tight ? 4 : 5.5) : width,
    opacity: lineOpacity(id, bold),
    dashes: bold ? [] : relationStyles[line.relation].dashes,
    rank: line.rank,
    bold,
  };
}
