// The panel: a node, a line, or the list of all nodes.

const OPEN_AT_ONCE = 6; // more citations than this start folded

let cameFrom = null;

function showPanel(children, { takeFocus }) {
  const panel = byId("panel");
  if (panel.hidden) cameFrom = document.activeElement;
  panel.replaceChildren(button("×", closePanel, { class: "close", "aria-label": "Close" }), ...children.filter(Boolean));
  panel.hidden = false;
  panel.scrollTop = 0;
  if (takeFocus) panel.focus({ preventScroll: true });
}

function closePanel() {
  const panel = byId("panel");
  if (panel.hidden) return;
  const hadFocus = panel.contains(document.activeElement);
  panel.hidden = true;
  emphasiseNothing();
  if (hadFocus && cameFrom?.isConnected) cameFrom.focus();
}

function gotoButton(id) {
  const node = data.nodes[id];
  return button("", () => { showNode(id, { takeFocus: true }); goTo(id); }, { class: "goto", "data-node": id }).appendChild(
    make("span", {}, nameOf(node))).parentElement;
}

function nodeButton(id) {
  const made = gotoButton(id);
  made.prepend(kindSwatch(data.nodes[id].kind));
  if (yearOf(data.nodes[id])) made.append(make("time", {}, yearOf(data.nodes[id])));
  return made;
}

function officialLink(node) {
  if (!node.link || !node.link.startsWith("https://undocs.org/")) return null;
  const link = make("a", { href: node.link, target: "_blank", rel: "noopener noreferrer" }, "Official document");
  return make("p", {}, link);
}

function aboutNode(node) {
  const facts = [["Date", node.date], ["Adopted by", node.organ], ["Cited", plural(node.times_cited, "time", "times")]];
  if (SYMBOL_KINDS.has(node.kind) && !node.read) facts.push(["Text", "not read, known as cited"]);
  const rows = facts.filter(([, value]) => value).flatMap(([name, value]) => [make("dt", {}, name), make("dd", {}, value)]);
  return make("dl", { class: "about" }, ...rows);
}

function byPlace(one, other) {
  return one.order - other.order;
}

function firstPlace(line) {
  return Math.min(...citationsOf[line].map((citation) => citation.order));
}

function byFirstPlace(one, other) {
  return firstPlace(one) - firstPlace(other);
}

function byDateOfCiting(one, other) {
  const [early, late] = [one, other].map((id) => data.nodes[data.lines[id].citing].date ?? "9999");
  return early < late ? -1 : early > late ? 1 : byFirstPlace(one, other);
}

// The lines of a node, one block for each thing at the other end.
function others(lines, end, open) {
  const groups = new Map();
  for (const id of lines) {
    const other = data.lines[id][end];
    groups.set(other, [...(groups.get(other) ?? []), id]);
  }
  return [...groups].map(([other, ids]) => {
    const entries = ids.flatMap((id) => citationsOf[id]).sort(byPlace).map((citation) => citationEntry(citation, open));
    return make("div", { class: "other" }, nodeButton(other), ...entries);
  });
}

function section(caption, lines, end) {
  if (!lines.length) return null;
  const shown = lines.filter((id) => !edges.get(id).hidden).sort(end === "cited" ? byFirstPlace : byDateOfCiting);
  const open = shown.flatMap((id) => citationsOf[id]).length <= OPEN_AT_ONCE;
  const made = make("section", {}, ...others(shown, end, open));
  const heading = make("h3", {}, make("span", {}, `${caption} (${new Set(shown.map((id) => data.lines[id][end])).size})`));
  if (!open) heading.append(unfold(made));
  if (shown.length < lines.length) made.append(make("p", { class: "small" }, "The filters hide some."));
  made.prepend(heading);
  return made;
}

function unfold(container) {
  const toggle = button("Show all texts", () => {
    const entries = [...container.querySelectorAll("details")];
    const open = entries.some((entry) => !entry.open);
    entries.forEach((entry) => { entry.open = open; });
    toggle.textContent = open ? "Fold all texts" : "Show all texts";
  });
  return toggle;
}

function showNode(id, { takeFocus = false } = {}) {
  const node = data.nodes[id];
  showPanel([
    make("div", { class: "chip" }, kindSwatch(node.kind), node.kind),
    make("h2", { id: "panel-title" }, nameOf(node)),
    titleOf(node) ? make("p", {}, titleOf(node)) : null,
    aboutNode(node),
    officialLink(node),
    section("Cites", linesFrom[id], "cited"),
    section("Cited by", linesTo[id], "citing"),
    linesFrom[id].length + linesTo[id].length ? null : make("p", {}, "No citation in this network."),
  ], { takeFocus });
  emphasiseNode(id);
}

function showLine(id, { takeFocus = false } = {}) {
  const line = data.lines[id];
  const found = citationsOf[id];
  showPanel([
    make("div", { class: "chip" }, relationSwatch(line.relation), plural(found.length, "citation", "citations")),
    make("h2", { id: "panel-title" },
      make("span", {}, nameOf(data.nodes[line.citing])), " → ", make("span", {}, nameOf(data.nodes[line.cited]))),
    nodeButton(line.citing),
    nodeButton(line.cited),
    make("section", {}, ...found.map((citation) => citationEntry(citation, true))),
  ], { takeFocus });
  emphasiseLine(id);
}

function showList() {
  const shown = data.nodes.map((_, id) => id).filter((id) => !nodes.get(id).hidden);
  const groups = data.kinds.map((style) => [style.caption, shown.filter((id) => data.nodes[id].kind === style.kind)]);
  const sections = groups.filter(([, ids]) => ids.length).flatMap(([caption, ids]) => [
    make("h3", {}, make("span", {}, `${caption} (${ids.length})`)),
    make("div", { class: "list" }, ...ids.map(nodeButton)),
  ]);
  const empty = shown.length ? null : make("p", {}, "Nothing to list.");
  showPanel([make("h2", { id: "panel-title" }, "What the network holds"), empty, ...sections], { takeFocus: true });
  emphasiseNothing();
}

// Arrow keys walk through the things listed in the panel; Enter opens one, as buttons do by themselves.
function walkPanel(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const stops = [...byId("panel").querySelectorAll(".goto")];
  if (!stops.length) return;
  const at = stops.indexOf(document.activeElement);
  const next = at < 0 ? (step > 0 ? 0 : stops.length - 1) : Math.min(Math.max(at + step, 0), stops.length - 1);
  stops[next].focus();
  event.preventDefault();
}
