// What Python wrote into the page (page_data.py), with the indexes that the rest asks for.

import { byId } from "./dom.js";

export const data = JSON.parse(byId("data").textContent);

// A list for each field -> a list of rows.
export function rowsOf(columns) {
  const names = Object.keys(columns);
  return columns[names[0]].map((_, row) => Object.fromEntries(names.map((name) => [name, columns[name][row]])));
}

data.nodes = rowsOf(data.nodes);
data.lines = rowsOf(data.lines);

export const kindStyles = new Map(data.kinds.map((style) => [style.kind, style]));
export const relationStyles = new Map(data.relations.map((style) => [style.relation, style]));

export const linesFrom = data.nodes.map(() => []);
export const linesTo = data.nodes.map(() => []);
data.lines.forEach((line, id) => {
  linesFrom[line.citing].push(id);
  linesTo[line.cited].push(id);
});

export const citationCount = data.lines.reduce((sum, line) => sum + line.count, 0);
export const hubs = new Set(data.hubs);
export const pathNodes = new Set(data.path.flat());
const pathPairs = new Set(data.path.map((pair) => pair.join(" ")));

// Of parallel lines on the main path only the first is bold.
export function isOnPath(line) {
  return line.rank === 0 && pathPairs.has(`${line.citing} ${line.cited}`);
}

export const SYMBOL_KINDS = new Set(["resolution", "decision", "document", "publication"]);

// A symbol where there is one; a named thing goes by its name, its slug is for machines.
export function nameOf(node) {
  return SYMBOL_KINDS.has(node.kind) ? node.identity : node.name || node.identity;
}

export function titleOf(node) {
  return SYMBOL_KINDS.has(node.kind) ? node.name : "";
}

export function yearOf(node) {
  return /^\d{4}/.test(node.date ?? "") ? Number(node.date.slice(0, 4)) : null;
}

export function relationName(relation) {
  return relationStyles.get(relation).caption;
}

export function neighboursOf(id) {
  const ends = [...linesFrom[id], ...linesTo[id]].flatMap((line) => [data.lines[line].citing, data.lines[line].cited]);
  return new Set([id, ...ends]);
}

export function mostCited() {
  return data.nodes.reduce((best, node, id) => (node.times_cited > data.nodes[best].times_cited ? id : best), 0);
}
