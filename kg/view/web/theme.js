// Colours come from the style sheet, so that light and dark are decided in one place; shapes come with the data.

const darkness = window.matchMedia("(prefers-color-scheme: dark)");

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function kindColour(kind) {
  return colour(`--kind-${kind}`) || colour("--family-other");
}

function familyColour(relation) {
  return colour(`--family-${relationStyles.get(relation).family}`);
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

function kindSwatch(kind) {
  const style = kindStyles.get(kind);
  const path = makeSvg("path", { d: SHAPES[style.shape], stroke: "var(--outline)", "stroke-width": 1 });
  path.style.fill = `var(--kind-${kind})`;
  return makeSvg("svg", { class: "swatch", width: 16, height: 16, viewBox: "0 0 16 16", "aria-hidden": "true" }, path);
}

function relationSwatch(relation) {
  const style = relationStyles.get(relation);
  const path = makeSvg("path", { d: "M0 6H34", "stroke-width": 2.5, "stroke-dasharray": style.dashes.join(" ") || null });
  path.style.stroke = `var(--family-${style.family})`;
  return makeSvg("svg", { class: "swatch", width: 34, height: 12, viewBox: "0 0 34 12", "aria-hidden": "true" }, path);
}
