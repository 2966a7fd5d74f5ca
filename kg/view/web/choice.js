// Choosing: what stands out, what is shown alone, what is folded away. Everything else steps back.

function refresh() {
  see();
  picture.repaint();
  writeCount();
}

function chooseNode(id) {
  const lines = [...linesFrom[id], ...linesTo[id]].filter((line) => seen.open[line]);
  const near = lines.flatMap((line) => [data.lines[line].citing, data.lines[line].cited]);
  state.chosen = { main: id, nodes: new Set([id, ...near]), lines: new Set(lines) };
  refresh();
}

function chooseLine(id) {
  const { citing, cited } = data.lines[id];
  state.chosen = { main: null, nodes: new Set([citing, cited]), lines: new Set([id]) };
  refresh();
}

function chooseNothing() {
  if (!state.chosen) return;
  state.chosen = null;
  refresh();
}

// A node and what it cites or is cited by, alone on the page.
function showAround(id) {
  state.around = id;
  byId("around").hidden = false;
  byId("around-name").textContent = nameOf(data.nodes[id]);
  closePanel();
  refresh();
  showShown();
}

function showAll() {
  if (state.around === null) return;
  state.around = null;
  byId("around").hidden = true;
  refresh();
  showWhole(true);
}

// Double-click: the application's page of the neighbourhood, else the neighbourhood within this page.
function openNeighbourhood(id) {
  const { around } = data.nodes[id];
  if (localLink(around, "")) window.location.assign(around);
  else showAround(id);
}

function setFolded(folded) {
  state.folded = folded;
  if (folded && state.chosen && hubs.has(state.chosen.main)) closePanel();
  refresh();
}
