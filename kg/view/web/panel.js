// The panel: a node, a line, or the list of all nodes.

import { goTo } from "./camera.js";
import { chooseLine, chooseNode, chooseNothing, showAround } from "./choice.js";
import { citationEntry } from "./citations.js";
import { SYMBOL_KINDS, data, linesFrom, linesTo, nameOf, pathNodes, titleOf, yearOf } from "./data.js";
import { button, byId, make, plural } from "./dom.js";
import { seen, state } from "./state.js";
import { texts, textsReady } from "./texts.js";
import { nodeSwatch, relationSwatch } from "./theme.js";

/** @import { Citation, End, Node } from "./types" */

const OPEN_AT_ONCE = 6; // more citations than this start folded

/** @type {Element | null} */
let cameFrom = null;

/** @param {(Element | null)[]} children @param {{ takeFocus: boolean }} how */
function showPanel(children, { takeFocus }) {
  const panel = byId("panel");
  if (panel.hidden) cameFrom = document.activeElement;
  const close = button("×", closePanel, { class: "close", "aria-label": "Close" });
  panel.replaceChildren(close, ...children.filter(Boolean));
  panel.hidden = false;
  panel.scrollTop = 0;
  if (takeFocus) panel.focus({ preventScroll: true });
}

export function closePanel() {
  const panel = byId("panel");
  if (panel.hidden) return;
  const hadFocus = panel.contains(document.activeElement);
  panel.hidden = true;
  textsReady(null);
  chooseNothing();
  if (hadFocus && cameFrom instanceof HTMLElement && cameFrom.isConnected) cameFrom.focus();
}

/** @param {number} id */
function gotoButton(id) {
  const go = () => { showNode(id, { takeFocus: true }); goTo(id); };
  return button(make("span", {}, nameOf(data.nodes[id])), go, { class: "goto", "data-node": id });
}

/** @param {number} id */
function nodeButton(id) {
  const made = gotoButton(id);
  made.prepend(nodeSwatch(id));
  const year = yearOf(data.nodes[id]);
  if (year !== null) made.append(make("time", {}, String(year)));
  return made;
}

/** @param {Node} node */
function officialLink(node) {
  if (!node.link || !node.link.startsWith("https://undocs.org/")) return null;
  return make("a", { href: node.link, target: "_blank", rel: "noopener noreferrer" }, "Official document");
}

// A path, never another host or a script: a page beside this one, or of the application around it.
/** @param {string | null} address @returns {address is string} */
export function isPath(address) {
  return !!address && /^(?!\/[/\\])[^:?#]*([?#]|$)/.test(address);
}

/** @param {string | null} address @param {string} text */
function pageLink(address, text) {
  return isPath(address) ? make("a", { href: address }, text) : null;
}

/** @param {number} id */
function actions(id) {
  const node = data.nodes[id];
  const open = () => showAround(id);
  const around = state.around === id ? null : button("Show its neighbourhood", open, { class: "around" });
  const links = [
    pageLink(node.reader, "Read its text"),
    pageLink(node.page, "Open its page"),
    pageLink(node.around, "Open its network"),
    officialLink(node),
  ];
  return make("p", { class: "actions" }, around, ...links);
}

/** @param {number} id */
function aboutNode(id) {
  const node = data.nodes[id];
  /** @type {[string, string | false | null][]} */
  const facts = [
    ["Date", node.date ?? "not known"],
    ["Adopted by", node.organ],
    ["Cited", plural(node.times_cited, "time", "times")],
    ["Community", data.communities.length > 1 && data.communities[node.community].caption],
    ["Text", SYMBOL_KINDS.has(node.kind) && !node.read && "not read, known as cited"],
    ["Main path", pathNodes.has(id) && "stands on it"],
  ];
  const rows = facts.flatMap(([name, value]) => (value ? [make("dt", {}, name), make("dd", {}, value)] : []));
  return make("dl", { class: "about" }, ...rows);
}

/** @param {Citation} one @param {Citation} other */
function byPlace(one, other) {
  return one.order - other.order;
}

/** @param {number} line */
function firstPlace(line) {
  return Math.min(...texts.citationsOf[line].map((citation) => citation.order));
}

/** @param {number} one @param {number} other */
function byFirstPlace(one, other) {
  return firstPlace(one) - firstPlace(other);
}

/** @param {number} one @param {number} other */
function byDateOfCiting(one, other) {
  const [early, late] = [one, other].map((id) => data.nodes[data.lines[id].citing].date ?? "9999");
  return early < late ? -1 : early > late ? 1 : byFirstPlace(one, other);
}

// The lines of a node, one block for each thing at the other end.
/** @param {number[]} lines @param {End} end @param {boolean} open */
function others(lines, end, open) {
  /** @type {Map<number, number[]>} */
  const groups = new Map();
  for (const id of lines) {
    const other = data.lines[id][end];
    groups.set(other, [...(groups.get(other) ?? []), id]);
  }
  return [...groups].map(([other, ids]) => {
    const citations = ids.flatMap((id) => texts.citationsOf[id]).sort(byPlace);
    const entries = citations.map((citation) => citationEntry(citation, open));
    return make("div", { class: "other" }, nodeButton(other), ...entries);
  });
}

/** @param {string} caption @param {number[]} lines @param {End} end */
function section(caption, lines, end) {
  if (!lines.length) return null;
  const shown = lines.filter((id) => seen.open[id]).sort(end === "cited" ? byFirstPlace : byDateOfCiting);
  const open = shown.flatMap((id) => texts.citationsOf[id]).length <= OPEN_AT_ONCE;
  const made = make("section", {}, ...others(shown, end, open));
  const things = new Set(shown.map((id) => data.lines[id][end]));
  const heading = make("h3", {}, make("span", {}, `${caption} (${things.size})`));
  if (!open) heading.append(unfold(made));
  if (shown.length < lines.length) made.append(make("p", { class: "small" }, "The filters hide some."));
  made.prepend(heading);
  return made;
}

/** @param {HTMLElement} container */
function unfold(container) {
  const toggle = button("Show all texts", () => {
    const entries = [...container.querySelectorAll("details")];
    const open = entries.some((entry) => !entry.open);
    entries.forEach((entry) => { entry.open = open; });
    toggle.textContent = open ? "Fold all texts" : "Show all texts";
  });
  return toggle;
}

const LOADING = "Unpacking the paragraphs …";

/** @param {number} id */
export function showNode(id, { takeFocus = false } = {}) {
  const node = data.nodes[id];
  const alone = !linesFrom[id].length && !linesTo[id].length;
  const sections = textsReady(() => showNode(id, { takeFocus }))
    ? [section("Cites", linesFrom[id], "cited"), section("Cited by", linesTo[id], "citing")]
    : [make("p", {}, LOADING)];
  showPanel([
    make("div", { class: "chip" }, nodeSwatch(id), node.kind),
    make("h2", { id: "panel-title" }, nameOf(node)),
    titleOf(node) ? make("p", {}, titleOf(node)) : null,
    aboutNode(id),
    actions(id),
    ...(alone ? [make("p", {}, "No citation in this network.")] : sections),
  ], { takeFocus });
  chooseNode(id);
}

/** @param {number} id */
export function showLine(id, { takeFocus = false } = {}) {
  const line = data.lines[id];
  const entries = textsReady(() => showLine(id, { takeFocus }))
    ? texts.citationsOf[id].map((citation) => citationEntry(citation, true))
    : [make("p", {}, LOADING)];
  showPanel([
    make("div", { class: "chip" }, relationSwatch(line.relation), plural(line.count, "citation", "citations")),
    make("h2", { id: "panel-title" },
      make("span", {}, nameOf(data.nodes[line.citing])), " → ", make("span", {}, nameOf(data.nodes[line.cited]))),
    nodeButton(line.citing),
    nodeButton(line.cited),
    make("section", {}, ...entries),
  ], { takeFocus });
  chooseLine(id);
}

/** @param {string} caption @param {number[]} ids */
function listSection(caption, ids) {
  return [
    make("h3", {}, make("span", {}, `${caption} (${ids.length})`)),
    make("div", { class: "list" }, ...ids.map(nodeButton)),
  ];
}

/** @param {string} title @param {[string, number[]][]} sections */
function showIds(title, sections) {
  const filled = sections.filter(([, ids]) => ids.length).flatMap(([caption, ids]) => listSection(caption, ids));
  const empty = filled.length ? null : make("p", {}, "Nothing to list.");
  textsReady(null);
  showPanel([make("h2", { id: "panel-title" }, title), empty, ...filled], { takeFocus: true });
  chooseNothing();
}

export function showList() {
  const shown = data.nodes.map((_, id) => id).filter((id) => seen.nodes[id]);
  showIds("What the network holds", data.kinds.map(({ kind, caption }) =>
    [caption, shown.filter((id) => data.nodes[id].kind === kind)]));
}

export function showPath() {
  /** @param {number} id */
  const dateOf = (id) => data.nodes[id].date ?? "";
  const oldestFirst = [...pathNodes].sort((one, other) => (dateOf(one) < dateOf(other) ? -1 : 1));
  showIds("The main path", [["Oldest first", oldestFirst]]);
}

export function showHubs() {
  showIds("What nearly everything cites", [["Hubs", data.hubs]]);
}

// Arrow keys walk through the things listed in the panel; Enter opens one, as buttons do by themselves.
/** @param {KeyboardEvent} event */
export function walkPanel(event) {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (!step) return;
  /** @type {NodeListOf<HTMLElement>} */
  const stops = byId("panel").querySelectorAll(".goto");
  if (!stops.length) return;
  const at = [...stops].findIndex((stop) => stop === document.activeElement);
  const next = at < 0 ? (step > 0 ? 0 : stops.length - 1) : Math.min(Math.max(at + step, 0), stops.length - 1);
  stops[next].focus();
  event.preventDefault();
}
