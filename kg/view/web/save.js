// Saving: the picture as PNG; what is shown as JSON or CSV. Nothing leaves the browser but as a file.

import { picture } from "./camera.js";
import { data, hubs, pathNodes } from "./data.js";
import { button, byId, make } from "./dom.js";
import { plain, say } from "./search.js";
import { seen } from "./state.js";
import { quoteOf, texts, textsReady } from "./texts.js";
import { colour } from "./theme.js";

/** @import { Citation, Node } from "./types" */

/** @typedef {string | number | boolean | null} Cell */

const BAR = 34; // pixels for the title above the picture

/** @param {string} name @param {Blob} blob */
function download(name, blob) {
  const link = make("a", { href: URL.createObjectURL(blob), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

/** @param {string} ending */
function fileName(ending) {
  const words = plain(data.title).replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 60);
  return `${words || "network"}.${ending}`;
}

// The title, the ground and then everything that draws, one over the other.
function paintedPicture() {
  const layers = picture.canvases();
  const ratio = layers[0].width / layers[0].clientWidth;
  const whole = make("canvas", { width: layers[0].width, height: layers[0].height + BAR * ratio });
  const context = whole.getContext("2d");
  if (!context) throw new Error("the browser gives nothing to draw on");
  context.fillStyle = colour("--ground");
  context.fillRect(0, 0, whole.width, whole.height);
  context.fillStyle = colour("--ink");
  context.font = `600 ${16 * ratio}px ${colour("--font")}`;
  context.textBaseline = "middle";
  context.fillText(data.title, 12 * ratio, (BAR / 2) * ratio, whole.width - 24 * ratio);
  for (const layer of layers) context.drawImage(layer, 0, BAR * ratio, layers[0].width, layers[0].height);
  return whole;
}

function savePicture() {
  paintedPicture().toBlob((blob) => {
    if (blob) download(fileName("png"), blob);
    else say("no picture: the browser cannot make one of this size");
  }, "image/png");
}

/** @param {Node} node @param {number} id */
function nodeRecord(node, id) {
  return {
    id,
    identity: node.identity,
    name: node.name,
    kind: node.kind,
    date: node.date,
    organ: node.organ,
    times_cited: node.times_cited,
    read: node.read,
    community: data.communities[node.community].caption,
    hub: hubs.has(id),
    main_path: pathNodes.has(id),
    link: node.link,
  };
}

/** @param {Citation} citation */
function citationRecord(citation) {
  const line = data.lines[citation.line];
  return {
    citing: data.nodes[line.citing].identity,
    cited: data.nodes[line.cited].identity,
    citing_id: line.citing,
    cited_id: line.cited,
    relation: line.relation,
    where: citation.where === null ? null : texts.passages[citation.where].label,
    called_in: citation.called_in.map((number) => texts.passages[number].label).join(" "),
    quote: quoteOf(citation),
    date: citation.date,
    part: citation.part,
    method: citation.method,
    confidence: citation.confidence,
  };
}

function shownNodes() {
  return data.nodes.map(nodeRecord).filter((_, id) => seen.nodes[id]);
}

function shownCitations() {
  const open = texts.citationsOf.filter((_, line) => seen.open[line]).flat();
  return open.sort((one, other) => one.order - other.order).map(citationRecord);
}

/** @param {Cell} value */
function csvCell(value) {
  const text = value === null ? "" : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** @param {Record<string, Cell>[]} records */
function csvOf(records) {
  if (!records.length) return "";
  const names = Object.keys(records[0]);
  const rows = [names, ...records.map((record) => names.map((name) => record[name]))];
  return rows.map((row) => `${row.map(csvCell).join(",")}\r\n`).join("");
}

// The bytes in front say UTF-8 to spreadsheets.
/** @param {string} name @param {Record<string, Cell>[]} records */
function saveCsv(name, records) {
  download(fileName(`${name}.csv`), new Blob(["\ufeff", csvOf(records)], { type: "text/csv;charset=utf-8" }));
}

function saveJson() {
  const content = { title: data.title, nodes: shownNodes(), citations: shownCitations() };
  download(fileName("json"), new Blob([`${JSON.stringify(content, null, 1)}\n`], { type: "application/json" }));
}

/** @param {() => void} action */
function withTexts(action) {
  return () => { if (textsReady(action)) action(); };
}

export function buildSave() {
  byId("save-menu").replaceChildren(
    button("Picture (PNG)", savePicture),
    button("Data (JSON)", withTexts(saveJson)),
    button("Nodes (CSV)", () => saveCsv("nodes", shownNodes())),
    button("Citations (CSV)", withTexts(() => saveCsv("citations", shownCitations()))),
  );
}
