/** The WebGL picture of the graph page: what `picture_vis.js` does with vis-network, for networks of many thousands. */

import { MultiDirectedGraph } from "graphology";
import type { Attributes } from "graphology-types";
import Sigma from "sigma";
import type { Dimensions, EdgeDisplayData, NodeDisplayData } from "sigma/types";
import type { Camera, Hit, Picture, Point, Scene } from "../../types";
import { bendOf, distanceTo, type Curve } from "./curve";
import { lightProgram, lineProgram, NoProgram } from "./lines";
import { NodeMarks } from "./nodes";
import { Pace } from "./pace";
import { Patterns } from "./patterns";
import { limits, placeOf, stateOf } from "./view";

const LIGHT = 0.8; // lines of such opacity or less are the background to others
const NEAR = 6; // pixels from a line within which a click means it
const STILL = window.matchMedia("(prefers-reduced-motion: reduce)");

/** Draw a scene into its container. Throws an Error that says so where the browser has no WebGL. */
export function openPicture(scene: Scene): Picture {
  if (!document.createElement("canvas").getContext("webgl2")) {
    throw new Error("this browser offers no WebGL; kg view --renderer pyvis draws without it");
  }
  const graph = graphOf(scene);
  const pace = new Pace(() => sigma.scheduleRender());
  const sigma = openSigma(scene, graph, pace);
  listen(sigma, scene, pace);
  return {
    camera: () => placeOf(sigma.getCamera().getState(), sigma.getDimensions()),
    moveTo: (camera) => sigma.getCamera().setState(stateOf(camera, sigma.getDimensions())),
    repaint() {
      pace.changed();
      graph.updateEachNodeAttributes((key) => graphPoint(scene, Number(key)), { attributes: ["x", "y"] });
      sigma.refresh({ schedule: true });
    },
    canvases() {
      sigma.refresh({ partialGraph: {}, skipIndexation: true });
      const all = sigma.getCanvases();
      return ["behind", "edges", "nodes", "over"].flatMap((layer) => all[layer] ?? []);
    },
  };
}

// The layout counts downwards, sigma upwards.
function graphPoint(scene: Scene, id: number): Point {
  const { x, y } = scene.position(id);
  return { x, y: -y };
}

function graphOf(scene: Scene): MultiDirectedGraph {
  const graph = new MultiDirectedGraph();
  for (let id = 0; id < scene.nodes; id += 1) graph.addNode(String(id), graphPoint(scene, id));
  scene.ends.forEach(([citing, cited], id) => graph.addEdgeWithKey(String(id), String(citing), String(cited)));
  return graph;
}

function openSigma(scene: Scene, graph: MultiDirectedGraph, pace: Pace): Sigma {
  const patterns = new Patterns();
  const sigma = new Sigma(graph, scene.container, {
    renderLabels: false,
    defaultDrawNodeHover: () => undefined,
    stagePadding: 0,
    zIndex: true,
    // Sizes are those of the layout, at every scale.
    itemSizesReference: "positions",
    zoomToSizeRatioFunction: (ratio) => ratio,
    enableCameraRotation: false,
    inertiaRatio: STILL.matches ? 0 : 3,
    inertiaDuration: STILL.matches ? 0 : 200,
    zoomDuration: STILL.matches ? 0 : 150,
    defaultNodeType: "mark",
    nodeProgramClasses: { mark: NodeMarks },
    defaultEdgeType: "line",
    // Drawn in this order.
    edgeProgramClasses: {
      none: NoProgram,
      light: lightProgram(patterns, () => pace.hurries),
      line: lineProgram(patterns),
    },
    nodeReducer: (key, place) => nodeData(scene, Number(key), place),
    edgeReducer: (key) => edgeData(scene, Number(key), patterns),
  });
  sigma.createCanvas("behind", { beforeLayer: "edges" });
  sigma.createCanvas("over", { beforeLayer: "mouse" });
  sigma.setCustomBBox(limits.box);
  return sigma;
}

// What stands out is drawn over the rest.
function nodeData(scene: Scene, id: number, place: Attributes): Partial<NodeDisplayData> {
  const look = scene.nodeLook(id);
  return look ? { ...place, ...look, zIndex: look.opacity < 1 ? 0 : 1 } : { ...place, hidden: true };
}

// Lines that are not drawn cost nothing: they belong to a program that does nothing.
function edgeData(scene: Scene, id: number, patterns: Patterns): Partial<EdgeDisplayData> {
  const look = scene.lineLook(id);
  if (!look) return { type: "none", hidden: true };
  const [citing, cited] = scene.ends[id]!;
  const data = {
    ...look,
    type: look.bold || look.opacity > LIGHT ? "line" : "light",
    bend: bendOf(scene.position(citing), scene.position(cited), look.rank),
    reach: scene.nodeLook(cited)?.radius ?? 0,
    pattern: patterns.number(look.dashes),
    zIndex: 0,
  };
  return data;
}

function listen(sigma: Sigma, scene: Scene, pace: Pace): void {
  sigma.getCamera().on("updated", () => pace.moved());
  sigma.on("beforeRender", () => pace.begins());
  drawAlong(sigma, scene);
  keepScale(sigma, scene.container);
  const at = (event: Point, node?: string): Hit => hitAt(sigma, scene, { x: event.x, y: event.y }, node);
  sigma.on("clickNode", ({ node, event }) => scene.onClick(at(event, node)));
  sigma.on("clickStage", ({ event }) => scene.onClick(at(event)));
  sigma.on("doubleClickNode", (payload) => {
    payload.preventSigmaDefault();
    scene.onDouble(at(payload.event, payload.node));
  });
  sigma.on("doubleClickStage", (payload) => {
    payload.preventSigmaDefault();
    scene.onDouble(at(payload.event));
  });
  sigma.on("enterNode", ({ node, event }) => scene.onHover({ node: Number(node), pixel: { x: event.x, y: event.y } }));
  sigma.on("leaveNode", () => scene.onHover(null));
}

function hitAt(sigma: Sigma, scene: Scene, pixel: Point, node?: string): Hit {
  if (node !== undefined) return { node: Number(node), pixel };
  const camera = placeOf(sigma.getCamera().getState(), sigma.getDimensions());
  const line = lineAt(scene, camera, sigma.viewportToGraph(pixel));
  return line === undefined ? { pixel } : { line, pixel };
}

// The nearest line that is drawn. Only a click asks, so all may be looked at.
function lineAt(scene: Scene, camera: Camera, { x, y }: Point): number | undefined {
  let least = NEAR / camera.scale;
  let found: number | undefined;
  scene.ends.forEach(([citing, cited], id) => {
    const look = scene.lineLook(id);
    if (!look) return;
    const [from, to] = [scene.position(citing), scene.position(cited)];
    const curve: Curve = { from, to, bend: bendOf(from, to, look.rank) };
    const distance = distanceTo(curve, { x, y: -y });
    if (distance < least) [least, found] = [distance, id];
  });
  return found;
}

// Lanes and years stand behind the picture, labels and captions over it: drawn by the page, in step with sigma.
function drawAlong(sigma: Sigma, scene: Scene): void {
  const { behind, over } = sigma.getCanvases();
  sigma.on("afterRender", () => {
    const size = sigma.getDimensions();
    const camera = placeOf(sigma.getCamera().getState(), size);
    if (behind) scene.behind(cleared(behind, size, camera), camera);
    if (over) scene.over(cleared(over, size, camera), camera);
  });
}

// The context of a canvas, emptied, in the coordinates of the layout.
function cleared(canvas: HTMLCanvasElement, { width, height }: Dimensions, camera: Camera): CanvasRenderingContext2D {
  const ratio = window.devicePixelRatio || 1;
  const pixels = { width: Math.round(width * ratio), height: Math.round(height * ratio) };
  if (canvas.width !== pixels.width || canvas.height !== pixels.height) Object.assign(canvas, pixels);
  const context = canvas.getContext("2d")!;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, pixels.width, pixels.height);
  context.scale(ratio, ratio);
  context.translate(width / 2, height / 2);
  context.scale(camera.scale, camera.scale);
  context.translate(-camera.x, -camera.y);
  return context;
}

// sigma would scale the drawing with its stage.
function keepScale(sigma: Sigma, container: HTMLElement): void {
  let before = sigma.getDimensions();
  const setLimits = (): void => {
    const { least, most } = limits.ratios(before);
    sigma.setSetting("minCameraRatio", least);
    sigma.setSetting("maxCameraRatio", most);
  };
  setLimits();
  new ResizeObserver(() => {
    const camera = placeOf(sigma.getCamera().getState(), before);
    sigma.resize();
    before = sigma.getDimensions();
    setLimits();
    sigma.getCamera().setState(stateOf(camera, before));
    sigma.scheduleRender();
  }).observe(container);
}
