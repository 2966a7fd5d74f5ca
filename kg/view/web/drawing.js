// The drawing itself: vis-network with positions that were worked out beforehand, so nothing moves by itself.

const LEAST_SCALE = 0.5; // below this labels cannot be read: rather show a part
const READING_SCALE = 0.8;
const MARGIN = 70; // pixels kept free between a node and the panel or the edge

const nodes = new vis.DataSet(drawing.nodes.map((node) => ({ ...node, ...nodeLook(node.id, true), title: tip(node.id) })));
const edges = new vis.DataSet(drawing.edges.map((edge) => ({ ...edge, ...edgeLook(edge.id, true) })));

const network = new vis.Network(byId("canvas"), { nodes, edges }, {
  physics: false,
  layout: { improvedLayout: false, randomSeed: 1 },
  interaction: { hover: true, tooltipDelay: 150, selectConnectedEdges: false, hideEdgesOnDrag: data.lines.length > 2000 },
  nodes: { labelHighlightBold: false, chosen: { label: false } },
  edges: { arrows: { to: { enabled: true, scaleFactor: 0.45 } }, selectionWidth: 1.5, hoverWidth: 0.8 },
});
drawFrame(network);
// A stop for the Tab key that answers to no key would only be in the way: the list has all nodes.
byId("canvas").querySelector(".vis-network").tabIndex = -1;

function nodeLook(id, lit) {
  const background = kindColour(data.nodes[id].kind);
  const border = colour("--outline");
  const chosen = { background, border: colour("--ink") };
  return {
    color: { background, border, highlight: chosen, hover: chosen },
    opacity: lit ? 1 : 0.3,
    borderWidthSelected: data.nodes[id].read ? 5 : 3,
    font: {
      size: 15,
      face: colour("--font"),
      color: colour(lit ? "--ink" : "--quiet"),
      strokeWidth: 4,
      strokeColor: colour("--ground"),
    },
  };
}

function edgeLook(id, lit) {
  const line = familyColour(data.lines[id].relation);
  return { color: { color: line, highlight: line, hover: line, opacity: lit ? 0.75 : 0.1 } };
}

function tip(id) {
  const node = data.nodes[id];
  const times = node.times_cited ? `cited ${plural(node.times_cited, "time", "times")}` : "";
  return make("div", {}, make("strong", {}, nameOf(node)), titleOf(node), titleOf(node) ? make("br") : "",
    [node.date, times].filter(Boolean).join(" · "));
}

let lit = null; // { nodes, lines }: what stands out; null when everything does

function paint() {
  nodes.update(nodes.getIds().map((id) => ({ id, ...nodeLook(id, !lit || lit.nodes.has(id)) })));
  edges.update(edges.getIds().map((id) => ({ id, ...edgeLook(id, !lit || lit.lines.has(id)) })));
}

// Everything that is not next to the chosen node or line steps back.
function emphasise(nodeIds, lineIds) {
  lit = { nodes: new Set(nodeIds), lines: new Set(lineIds) };
  paint();
}

function emphasiseNode(id) {
  const lines = [...linesFrom[id], ...linesTo[id]];
  const near = lines.flatMap((line) => [data.lines[line].citing, data.lines[line].cited]);
  emphasise([id, ...near], lines);
  network.selectNodes([id]);
}

function emphasiseLine(id) {
  emphasise([data.lines[id].citing, data.lines[id].cited], [id]);
  network.setSelection({ nodes: [], edges: [id] }, { highlightEdges: false });
}

function emphasiseNothing() {
  network.unselectAll();
  lit = null;
  paint();
}

function panelRoom() {
  const panel = byId("panel").getBoundingClientRect();
  const stage = byId("stage").getBoundingClientRect();
  if (byId("panel").hidden) return { x: 0, y: 0 };
  return panel.width < stage.width * 0.9 ? { x: -panel.width / 2, y: 0 } : { x: 0, y: -panel.height / 2 };
}

function goTo(id) {
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const scale = Math.max(network.getScale(), READING_SCALE);
  network.focus(id, { scale, offset: panelRoom(), animation: still ? false : { duration: 250 } });
}

// Move the drawing so far that the panel hides none of these nodes; the first edge of the page limits the way.
function uncover(...ids) {
  const stage = byId("stage").getBoundingClientRect();
  const panel = byId("panel").getBoundingClientRect();
  const axis = panel.width < stage.width * 0.9 ? "x" : "y";
  const edge = axis === "x" ? panel.left - stage.left : panel.top - stage.top;
  const places = ids.map((id) => network.canvasToDOM(network.getPosition(id))[axis]);
  const way = Math.min(Math.max(...places) + MARGIN - edge, Math.min(...places) - MARGIN);
  if (way <= 0) return;
  const position = network.getViewPosition();
  position[axis] += way / network.getScale();
  network.moveTo({ position });
}

// The whole drawing if its labels can be read then; else the part around the focus or the most cited thing.
function showWhole(force) {
  const stage = byId("canvas").getBoundingClientRect();
  const scale = Math.min((stage.width - 24) / data.width, (stage.height - 16) / data.height, 1.3);
  if (scale >= LEAST_SCALE || force) {
    network.moveTo({ position: { x: data.width / 2, y: data.height / 2 }, scale });
    return;
  }
  const start = data.focus ?? mostCited();
  const { x, y } = nodes.get(start);
  const half = { x: stage.width / 2 / READING_SCALE, y: stage.height / 2 / READING_SCALE };
  network.moveTo({ position: { x: within(x, half.x, data.width), y: within(y, half.y, data.height) }, scale: READING_SCALE });
}

function within(centre, half, size) {
  return size < 2 * half ? size / 2 : Math.min(Math.max(centre, half), size - half);
}

function mostCited() {
  return data.nodes.reduce((best, node, id) => (node.times_cited > data.nodes[best].times_cited ? id : best), 0);
}
