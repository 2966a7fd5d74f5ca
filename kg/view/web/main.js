// Putting it together: the picture, clicks, keys, light and dark, what to say when there is nothing to draw.

const scene = {
  container: byId("canvas"),
  size: stageSize,
  nodes: data.nodes.length,
  ends: data.lines.map(({ citing, cited }) => [citing, cited]),
  position: positionOf,
  nodeLook,
  lineLook,
  behind: (context, camera) => drawBehind(context, viewOf(camera), camera.scale),
  over: (context, camera) => drawOver(context, viewOf(camera), camera.scale),
  onClick: clicked,
  onDouble: ({ node, pixel }) => {
    const id = node ?? labelAt(placeAt(pixel));
    if (id !== undefined) openNeighbourhood(id);
  },
  onHover: showTip,
};

see();
const picture = openPicture(scene);

function clicked({ node, line, pixel }) {
  showTip(null);
  const id = node ?? labelAt(placeAt(pixel));
  if (id !== undefined) {
    showNode(id);
    uncover(id);
  } else if (line !== undefined) {
    showLine(line);
    uncover(data.lines[line].citing, data.lines[line].cited);
  } else {
    closePanel();
  }
}

function setLegend(open) {
  byId("filters").hidden = !open;
  byId("show-filters").setAttribute("aria-expanded", String(open));
}

function listenToTools() {
  byId("show-list").addEventListener("click", showList);
  byId("show-all").addEventListener("click", () => (state.around === null ? showWhole(true) : showShown()));
  byId("show-filters").addEventListener("click", () => setLegend(byId("filters").hidden));
  byId("around-end").addEventListener("click", showAll);
  document.addEventListener("keydown", onKey);
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
  setLegend(window.innerWidth > 720);
  buildWays();
  buildFilters();
  buildSave();
  writeCount();
  notice();
  listenToTools();
  listenToSearch();
  darkness.addEventListener("change", () => { palette.clear(); picture.repaint(); });
  if (data.nodes.length) showWhole(false);
}

start();
requestAnimationFrame(() => setTimeout(loadTexts));
// For the console and for tests: where things stand on the page.
window.kgPage = { data, state, seen, picture, pixelOf, texts };
