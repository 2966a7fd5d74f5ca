// What the reader chose, and what is to be seen for that: the only place where things change.

import { data, hubs, isOnPath, linesFrom, linesTo, neighboursOf, yearOf } from "./data.js";

/** @import { Line, Node, Seen, State } from "./types" */

/** @type {State} */
export const state = {
  arrangement: 0,
  colours: data.arrangements[0].name === "communities" ? "community" : "kind",
  lines: data.lines.length > 250 ? "chains" : "all",
  path: data.path.length > 0,
  folded: false,
  around: null,
  years: { from: -Infinity, to: Infinity, undated: true },
  hidden: { kind: new Set(), relation: new Set(), organ: new Set(), community: new Set() },
  chosen: null,
};

/** @type {Seen} */
export const seen = { nodes: [], open: [], drawn: [], count: 0 };

export function place() {
  return data.arrangements[state.arrangement];
}

/** @param {Node} node */
function inYears(node) {
  const year = yearOf(node);
  return year === null ? state.years.undated : year >= state.years.from && year <= state.years.to;
}

/** @param {Node} node @param {number} id @param {Set<number> | null} near */
function passes(node, id, near) {
  const { kind, organ, community } = state.hidden;
  return !kind.has(node.kind) && !organ.has(organOf(node)) && !community.has(node.community) && inYears(node)
    && !(state.folded && hubs.has(id)) && (!near || near.has(id));
}

/** @param {Line} line @param {number} id */
function isDrawn(line, id) {
  if (state.chosen?.lines.has(id)) return true;
  if (state.lines === "all" || (state.path && isOnPath(line))) return true;
  return state.lines === "chains" && line.telling;
}

// A line goes with its relation or either of its ends. A node goes by its own filters, or when filters took all its
// lines; what was read stays, and so does what never had a line. `open` are the lines that the filters leave, `drawn`
// those of them that are drawn.
export function see() {
  const near = state.around === null ? null : neighboursOf(state.around);
  const passed = data.nodes.map((node, id) => passes(node, id, near));
  seen.open = data.lines.map((line) =>
    !state.hidden.relation.has(line.relation) && passed[line.citing] && passed[line.cited]);
  seen.nodes = data.nodes.map((node, id) => passed[id] && (node.read || id === state.around || hasOpenLine(id)));
  seen.drawn = data.lines.map((line, id) => seen.open[id] && isDrawn(line, id));
  seen.count = seen.drawn.filter(Boolean).length;
}

/** @param {number} id */
function hasOpenLine(id) {
  const none = !linesFrom[id].length && !linesTo[id].length;
  return none || linesFrom[id].some((line) => seen.open[line]) || linesTo[id].some((line) => seen.open[line]);
}

export const NO_ORGAN = "";
export const OTHER_ORGAN = "\u0000other"; // no organ has this name
const MOST_ORGANS = 12;

// The organs that have a choice of their own; the rest share one.
export const organs = organChoices();

function organChoices() {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { organ } of data.nodes) if (organ) counts.set(organ, (counts.get(organ) ?? 0) + 1);
  const sorted = [...counts]
    .sort(([one, few], [other, many]) => many - few || (one < other ? -1 : 1))
    .map(([organ]) => organ);
  return new Set(sorted.length > MOST_ORGANS ? sorted.slice(0, MOST_ORGANS - 1) : sorted);
}

/** @param {Node} node */
export function organOf({ organ }) {
  return organ ? (organs.has(organ) ? organ : OTHER_ORGAN) : NO_ORGAN;
}
