// The picture by vis-network, with positions that were worked out beforehand, so that nothing moves by itself.
// It offers what every picture offers: see `Picture` in types.d.ts.

import { data } from "./data.js";
import { byId } from "./dom.js";
import { start } from "./main.js";

/** @import { OpenPicture, Point, Scene, VisNetwork } from "./types" */

/** @type {OpenPicture} */
function openPicture(scene) {
  /** @type {{ nodes: { id: number }[], edges: { id: number }[] }} */
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
  /** @type {HTMLElement | null} */
  const frame = scene.container.querySelector(".vis-network");
  if (frame) frame.tabIndex = -1;
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
      const drawn = scene.container.querySelector("canvas");
      return drawn ? [drawn] : [];
    },
  };
}

/** @param {Scene} scene @param {number} id */
function visNode(scene, id) {
  const look = scene.nodeLook(id);
  const { x, y } = scene.position(id);
  if (!look) return { x, y, hidden: true };
  const color = { background: look.fill, border: look.outline };
  return { x, y, hidden: false, color, opacity: look.opacity, borderWidth: look.ring, size: look.radius };
}

/** @param {Scene} scene @param {number} id */
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

/** @param {VisNetwork} network @param {Scene} scene */
function listenToVis(network, scene) {
  /** @param {Point} pointer */
  const at = (pointer) => ({
    node: network.getNodeAt(pointer),
    line: network.getEdgeAt(pointer),
    pixel: pointer,
  });
  network.on("click", ({ pointer }) => scene.onClick(at(pointer.DOM)));
  network.on("hoverNode", ({ node, pointer }) => scene.onHover({ node, pixel: pointer.DOM }));
  const leave = () => scene.onHover(null);
  network.on("blurNode", leave);
  network.on("dragStart", leave);
  network.on("zoom", leave);
}

start(openPicture);
