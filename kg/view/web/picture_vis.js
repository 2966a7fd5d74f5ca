// The picture by vis-network, with positions that were worked out beforehand, so that nothing moves by itself.
// It offers what every picture offers: see `Picture` in webgl/src/picture.ts.

import { data } from "./data.js";
import { byId } from "./dom.js";
import { start } from "./main.js";

function openPicture(scene) {
  const drawing = JSON.parse(byId("drawing").textContent);
  const nodes = new vis.DataSet(
    drawing.nodes.map((node) => ({ ...node, label: undefined, ...visNode(scene, node.id) })));
  const edges = new vis.DataSet(drawing.edges.map((edge) => ({ ...edge, ...visEdge(scene, edge.id) })));
  const network = new vis.Network(scene.container, { nodes, edges }, {
    physics: false,
    layout: { improvedLayout: false, randomSeed: 1 },
    interaction: { hover: true, selectable: false, hideEdgesOnDrag: data.lines.length > 2000 },
    nodes: { chosen: false },
    edges: { arrows: { to: { enabled: true, scaleFactor: 0.45 } }, chosen: false },
  });
  // A stop for the Tab key of its own would be in the way: the stage around it answers to the keys.
  scene.container.querySelector(".vis-network").tabIndex = -1;
  listenToVis(network, scene);
  const camera = () => ({ ...network.getViewPosition(), scale: network.getScale() });
  network.on("beforeDrawing", (context) => scene.behind(context, camera()));
  network.on("afterDrawing", (context) => scene.over(context, camera()));
  return {
    camera,
    moveTo: ({ x, y, scale }) => network.moveTo({ position: { x, y }, scale }),
    repaint() {
      nodes.update(nodes.getIds().map((id) => ({ id, ...visNode(scene, id) })));
      edges.update(edges.getIds().map((id) => ({ id, ...visEdge(scene, id) })));
    },
    canvases() {
      network.redraw();
      return [scene.container.querySelector("canvas")];
    },
  };
}

function visNode(scene, id) {
  const look = scene.nodeLook(id);
  const { x, y } = scene.position(id);
  if (!look) return { x, y, hidden: true };
  const color = { background: look.fill, border: look.outline };
  return { x, y, hidden: false, color, opacity: look.opacity, borderWidth: look.ring, size: look.radius };
}

function visEdge(scene, id) {
  const look = scene.lineLook(id);
  if (!look) return { hidden: true };
  return {
    hidden: false,
    width: look.width,
    dashes: look.dashes.length ? look.dashes : false,
    color: { color: look.colour, opacity: look.opacity },
  };
}

function listenToVis(network, scene) {
  const at = (pointer) => ({
    node: network.getNodeAt(pointer),
    line: network.getEdgeAt(pointer),
    pixel: pointer,
  });
  network.on("click", ({ pointer }) => scene.onClick(at(pointer.DOM)));
  network.on("hoverNode", ({ node, pointer }) => scene.onHover({ node, pixel: pointer.DOM }));
  network.on("blurNode", () => scene.onHover(null));
  for (const event of ["dragStart", "zoom"]) network.on(event, () => scene.onHover(null));
}

start(openPicture);
