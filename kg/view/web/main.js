// Putting it together: clicks, keys, light and dark, what to say when there is nothing to draw.

function listenToDrawing() {
  network.on("click", ({ nodes: [node], edges: [edge] }) => {
    if (node !== undefined) {
      showNode(node);
      uncover(node);
    } else if (edge !== undefined) {
      showLine(edge);
      uncover(data.lines[edge].citing, data.lines[edge].cited);
    } else {
      closePanel();
    }
  });
  network.on("hoverNode", () => { byId("canvas").style.cursor = "pointer"; });
  network.on("blurNode", () => { byId("canvas").style.cursor = ""; });
}

function listenToKeys() {
  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches?.("input[type=search]");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      byId("words").focus();
      byId("words").select();
    } else if (event.key === "Escape") {
      closePanel();
    } else if (byId("panel").contains(event.target)) {
      walkPanel(event);
    }
  });
}

function setFilters(open) {
  byId("filters").hidden = !open;
  byId("show-filters").setAttribute("aria-expanded", String(open));
}

function listenToTools() {
  byId("show-list").addEventListener("click", showList);
  byId("show-all").addEventListener("click", () => showWhole(true));
  byId("show-filters").addEventListener("click", () => setFilters(byId("filters").hidden));
}

function notice() {
  const text = !data.nodes.length
    ? "This network is empty: nothing was read and nothing is cited."
    : data.lines.length ? "" : "Nothing here cites anything else: the network has no citations.";
  byId("notice").textContent = text;
  byId("notice").hidden = !text;
  byId("notice").classList.toggle("whole", !data.nodes.length);
}

function start() {
  setFilters(window.innerWidth > 720);
  buildFilters();
  applyFilters();
  notice();
  listenToDrawing();
  listenToKeys();
  listenToTools();
  listenToSearch();
  darkness.addEventListener("change", paint);
  if (data.nodes.length) showWhole(false);
}

start();
// For the console and for tests: where things stand on the page.
window.kgPage = { network, nodes, edges, data };
