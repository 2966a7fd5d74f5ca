// What Python wrote into the page (page_data.py), with the indexes that the rest asks for.

import { byId } from "./dom.js";

/** @import { Columns, Data, Line, Node, PackedData } from "./types" */

// A list for each field -> a list of rows.
/** @template {object} Row @param {Columns<Row>} columns @returns {Row[]} */
export function rowsOf(columns) {
  const names = /** @type {(keyof Row)[]} */ (Object.keys(columns));
  return columns[names[0]].map((_, row) =>
    /** @type {Row} */ (Object.fromEntries(names.map((name) => [name, columns[name][row]]))));
}

/** @type {PackedData} */
const written = JSON.parse(byId("data").textContent);

/** @type {Data} */
export const data = { ...written, nodes: rowsOf(written.nodes), lines: rowsOf(written.lines) };

export const kindStyles = Object.fromEntries(data.kinds.map((style) => [style.kind, style]));
export const relationStyles = Object.fromEntries(data.relations.map((style) => [style.relation, style]));

/** @type {number[][]} */
export const linesFrom = data.nodes.map(() => []);
/** @type {number[][]} */
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
/** @param {Line} line */
export function isOnPath(line) {
  return line.rank === 0 && pathPairs.has(`${line.citing} ${line.cited}`);
}

export const SYMBOL_KINDS = new Set(["resolution", "decision", "document", "publication"]);

// A symbol where there is one; a named thing goes by its name, its slug is for machines.
/** @param {Node} node */
export function nameOf(node) {
  return SYMBOL_KINDS.has(node.kind) ? node.identity : node.name || node.identity;
}

/** @param {Node} node */
export function titleOf(node) {
  return SYMBOL_KINDS.has(node.kind) ? node.name : "";
}

/** @param {Node} node */
export function yearOf(node) {
  const date = node.date ?? "";
  return /^\d{4}/.test(date) ? Number(date.slice(0, 4)) : null;
}

/** @param {string} relation */
export function relationName(relation) {
  return relationStyles[relation].caption;
}

/** @param {number} id */
export function neighboursOf(id) {
  const ends = [...linesFrom[id], ...linesTo[id]].flatMap((line) => [data.lines[line].citing, data.lines[line].cited]);
  return new Set([id, ...ends]);
}

export function mostCited() {
  return data.nodes.reduce((best, node, id) => (node.times_cited > data.nodes[best].times_cited ? id : best), 0);
}
