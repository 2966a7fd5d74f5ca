// Ways to look: lanes, colours, lines, the main path, hubs.

import { showWhole } from "./camera.js";
import { refresh, setFolded } from "./choice.js";
import { data, pathNodes } from "./data.js";
import { button, byId, make, plural } from "./dom.js";
import { showHubs, showPath } from "./panel.js";
import { state } from "./state.js";
import { kindSwatch } from "./theme.js";

/** @import { State } from "./types" */

/**
 * @template {string | number} Way
 * @param {string} id
 * @param {string} caption
 * @param {[Way, string][]} options
 * @param {Way} chosen
 * @param {(way: Way) => void} action
 */
function selectField(id, caption, options, chosen, action) {
  const select = make("select", { id }, ...options.map(([value, text]) => make("option", { value }, text)));
  select.value = String(chosen);
  select.addEventListener("change", () => action(options[select.selectedIndex][0]));
  return make("label", { class: "way" }, make("span", {}, caption), select);
}

/** @param {number} number */
function setLanes(number) {
  state.arrangement = number;
  refresh();
  showWhole(true);
}

/** @param {State["colours"]} way */
function setColours(way) {
  state.colours = way;
  refreshSwatches();
  refresh();
}

// Marks in the legend change with the meaning of the colours; the boxes beside them stay as they are.
function refreshSwatches() {
  for (const box of byId("kinds").querySelectorAll("input")) {
    box.parentElement?.querySelector(".swatch")?.replaceWith(kindSwatch(box.value));
  }
}

export function buildWays() {
  /** @type {[number, string][]} */
  const lanes = data.arrangements.map(({ caption }, number) => [number, caption]);
  const fields = [
    lanes.length > 1 && selectField("lanes", "Lanes", lanes, state.arrangement, setLanes),
    data.communities.length > 1 && selectField("colours", "Colours",
      [["community", "Communities"], ["kind", "Kinds"]], state.colours, setColours),
    data.lines.length && selectField("lines", "Lines",
      [["all", "All"], ["chains", "Chains only"], ["chosen", "Of what is chosen"]], state.lines, setLines),
    data.path.length && pathField(),
    data.hubs.length && hubField(),
  ];
  byId("ways").replaceChildren(...fields.filter(Boolean));
}

/** @param {State["lines"]} way */
function setLines(way) {
  state.lines = way;
  refresh();
}

function pathField() {
  const box = make("input", { type: "checkbox", id: "path" });
  box.checked = state.path;
  box.addEventListener("change", () => { state.path = box.checked; refresh(); });
  return make("div", { class: "way" },
    make("label", { class: "choice" }, box, make("span", {}, `Main path, bold (${pathNodes.size})`)),
    button("list", showPath, { "aria-label": "List the main path" }));
}

function hubField() {
  const fold = button("", () => { setFolded(!state.folded); write(); }, { id: "fold" });
  const write = () => {
    fold.textContent = `${state.folded ? "Unfold" : "Fold away"} ${plural(data.hubs.length, "hub", "hubs")}`;
    fold.setAttribute("aria-pressed", String(state.folded));
  };
  write();
  return make("div", { class: "way" }, fold, button("list", showHubs, { "aria-label": "List the hubs" }));
}
