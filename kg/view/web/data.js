// What Python wrote into the page (page_data.py), with the indexes that the rest asks for.

const drawing = JSON.parse(byId("drawing").textContent);
const data = JSON.parse(byId("data").textContent);

const kindStyles = new Map(data.kinds.map((style) => [style.kind, style]));
const relationStyles = new Map(data.relations.map((style) => [style.relation, style]));

const linesFrom = data.nodes.map(() => []);
const linesTo = data.nodes.map(() => []);
data.lines.forEach((line, id) => {
  linesFrom[line.citing].push(id);
  linesTo[line.cited].push(id);
});

const citationsOf = data.lines.map(() => []);
data.citations.forEach((citation) => citationsOf[citation.line].push(citation));

const SYMBOL_KINDS = new Set(["resolution", "decision", "document", "publication"]);

// A symbol where there is one; a named thing goes by its name, its slug is for machines.
function nameOf(node) {
  return SYMBOL_KINDS.has(node.kind) ? node.identity : node.name || node.identity;
}

function titleOf(node) {
  return SYMBOL_KINDS.has(node.kind) ? node.name : "";
}

function yearOf(node) {
  return node.date ? node.date.slice(0, 4) : "";
}

function relationName(relation) {
  return relationStyles.get(relation).caption;
}
