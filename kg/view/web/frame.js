// What stands behind the nodes: lanes with their captions, and years along the time line.
// Captions stay in view while the drawing is moved, and keep their size while it is scaled.

const CAPTION_SIZE = 13;
const LEAST_BETWEEN_YEARS = 34;

function drawBands(context, view) {
  data.lanes.forEach((lane, index) => {
    context.fillStyle = colour(index % 2 ? "--ground" : "--band");
    context.fillRect(view.left, lane.top, view.right - view.left, lane.bottom - lane.top);
  });
}

function timeSpan() {
  const dated = data.lanes.filter((lane) => lane.dated);
  return { top: dated[0].top, bottom: dated[dated.length - 1].bottom };
}

function drawYears(context, view, scale) {
  if (!data.ticks.length) return;
  const span = timeSpan();
  context.strokeStyle = colour("--rule");
  context.lineWidth = 1 / scale;
  context.beginPath();
  for (const tick of data.ticks) {
    context.moveTo(tick.x, span.top);
    context.lineTo(tick.x, span.bottom);
  }
  context.stroke();
}

function write(context, text, x, y, scale, align) {
  context.font = `600 ${CAPTION_SIZE / scale}px ${colour("--font")}`;
  context.textAlign = align;
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.lineWidth = 5 / scale;
  context.strokeStyle = colour("--ground");
  context.fillStyle = colour("--quiet");
  context.strokeText(text, x, y);
  context.fillText(text, x, y);
}

// The line that the years stand on: above the time line, or at the upper edge once that is out of view.
function yearLine(view, scale) {
  const span = timeSpan();
  return Math.min(Math.max(span.top - 12 / scale, view.top + 12 / scale), span.bottom);
}

function writeYears(context, view, scale) {
  if (!data.ticks.length) return;
  const y = yearLine(view, scale);
  let last = -Infinity;
  for (const tick of data.ticks) {
    if ((tick.x - last) * scale < LEAST_BETWEEN_YEARS) continue;
    write(context, String(tick.year), tick.x, y, scale, "center");
    last = tick.x;
  }
}

function writeLanes(context, view, scale) {
  for (const lane of data.lanes) {
    const least = lane.dated && data.ticks.length ? yearLine(view, scale) + 18 / scale : view.top + 12 / scale;
    const y = Math.max(lane.top + 12 / scale, least);
    if (y < lane.bottom) write(context, lane.caption, view.left + 10 / scale, y, scale, "left");
  }
}

function viewOf(network) {
  const box = byId("canvas").getBoundingClientRect();
  const { x: left, y: top } = network.DOMtoCanvas({ x: 0, y: 0 });
  const { x: right, y: bottom } = network.DOMtoCanvas({ x: box.width, y: box.height });
  return { left, top, right, bottom };
}

function drawFrame(network) {
  network.on("beforeDrawing", (context) => {
    const view = viewOf(network);
    drawBands(context, view);
    drawYears(context, view, network.getScale());
  });
  network.on("afterDrawing", (context) => {
    const view = viewOf(network);
    writeYears(context, view, network.getScale());
    writeLanes(context, view, network.getScale());
  });
}
