// Colours come from the style sheet, so that light and dark are decided in one place; shapes come with the data.

import { data, kindStyles, relationStyles } from "./data.js";
import { makeSvg } from "./dom.js";
import { state } from "./state.js";

export const darkness = window.matchMedia("(prefers-color-scheme: dark)");
/** @type {Map<string, string>} */
export const palette = new Map(); // asking the style sheet is slow for thousands of nodes

/** @param {string} name */
export function colour(name) {
  const known = palette.get(name);
  if (known !== undefined) return known;
  const found = getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  palette.set(name, found);
  return found;
}

/** @param {string} kind */
export function kindColour(kind) {
  return colour(`--kind-${kind}`) || colour("--family-other");
}

/** @param {number} community */
function isRest(community) {
  return data.communities[community].rest;
}

/** @param {number} community */
function communityName(community) {
  return isRest(community) ? "--community-rest" : `--community-${community}`;
}

/** @param {number} community */
export function communityColour(community) {
  return colour(communityName(community));
}

/** @param {string} relation */
export function familyColour(relation) {
  return colour(`--family-${relationStyles[relation].family}`);
}

// The outline of each shape that Python chooses, in a square of 16.
const SHAPES = {
  dot: "M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12z",
  diamond: "M8 1L15 8L8 15L1 8z",
  square: "M2.5 2.5H13.5V13.5H2.5z",
  triangle: "M8 2L15 14H1z",
  triangleDown: "M1 2H15L8 14z",
  hexagon: "M4.5 2H11.5L15 8L11.5 14H4.5L1 8z",
  star: "M8 1L10 6L15.5 6.2L11.2 9.5L12.7 15L8 11.8L3.3 15L4.8 9.5L.5 6.2L6 6z",
};

/** @param {number} width @param {number} height @param {SVGElement} path */
function swatch(width, height, path) {
  const box = { class: "swatch", width, height, viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true" };
  return makeSvg("svg", box, path);
}

/** @param {string} kind @param {string} fill */
function shapeSwatch(kind, fill) {
  const path = makeSvg("path", { d: SHAPES[kindStyles[kind].shape], stroke: "var(--outline)", "stroke-width": 1 });
  path.style.fill = fill;
  return swatch(16, 16, path);
}

// Where colours mean communities, the mark of a kind is its shape alone.
/** @param {string} kind */
export function kindSwatch(kind) {
  return shapeSwatch(kind, state.colours === "kind" ? `var(--kind-${kind})` : "var(--band)");
}

/** @param {number} id */
export function nodeSwatch(id) {
  const { kind, community } = data.nodes[id];
  return state.colours === "community" ? shapeSwatch(kind, `var(${communityName(community)})`) : kindSwatch(kind);
}

/** @param {number} community */
export function communitySwatch(community) {
  const path = makeSvg("path", { d: "M1 3H15V13H1z", stroke: "var(--outline)", "stroke-width": 1 });
  path.style.fill = `var(${communityName(community)})`;
  return swatch(16, 16, path);
}

/** @param {string} relation */
export function relationSwatch(relation) {
  const style = relationStyles[relation];
  const dashes = style.dashes.join(" ") || null;
  const path = makeSvg("path", { d: "M0 6H34", "stroke-width": 2.5, "stroke-dasharray": dashes });
  path.style.stroke = `var(--family-${style.family})`;
  return swatch(34, 12, path);
}
