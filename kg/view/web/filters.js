// The legend, which is also the filter: a box for every kind and every relation, with its count.

const hiddenKinds = new Set();
const hiddenRelations = new Set();

function choice(name, caption, count, swatch, hidden) {
  const box = make("input", { type: "checkbox", value: name });
  box.checked = true;
  box.addEventListener("change", () => {
    if (box.checked) hidden.delete(name);
    else hidden.add(name);
    applyFilters();
  });
  return make("label", { class: "choice" }, box, swatch, make("span", {}, caption), make("data", { value: count }, String(count)));
}

function setAll(field, names, hidden, on) {
  field.querySelectorAll("input").forEach((box) => { box.checked = on; });
  names.forEach((name) => (on ? hidden.delete(name) : hidden.add(name)));
  applyFilters();
}

function filterField(caption, names, hidden, choices) {
  const field = make("fieldset", { class: "filter" });
  const all = button("all", () => setAll(field, names, hidden, true), { "aria-label": `${caption}: all` });
  const none = button("none", () => setAll(field, names, hidden, false), { "aria-label": `${caption}: none` });
  field.append(make("legend", {}, make("span", {}, caption), all, none), ...choices);
  return field;
}

function buildFilters() {
  const kinds = data.kinds.map(({ kind, caption }) =>
    choice(kind, caption, data.nodes.filter((node) => node.kind === kind).length, kindSwatch(kind), hiddenKinds));
  byId("kinds").append(filterField("Kinds", data.kinds.map((style) => style.kind), hiddenKinds, kinds));
  const relations = data.families.flatMap((family) => {
    const members = data.relations.filter((style) => style.family === family.name);
    return members.length ? [make("h3", {}, family.caption), ...members.map(relationChoice)] : [];
  });
  const names = data.relations.map((style) => style.relation);
  if (names.length) byId("relations").append(filterField("Relations", names, hiddenRelations, relations));
}

function relationChoice({ relation, caption }) {
  const lines = data.lines.filter((line) => line.relation === relation);
  const count = lines.reduce((sum, line) => sum + line.count, 0);
  return choice(relation, caption, count, relationSwatch(relation), hiddenRelations);
}

// A line goes with its relation or either of its ends. A node goes with its kind, or when filters took all its lines;
// what was read stays, and so does what never had a line.
function applyFilters() {
  const kindShown = data.nodes.map((node) => !hiddenKinds.has(node.kind));
  const lineShown = data.lines.map((line) =>
    !hiddenRelations.has(line.relation) && kindShown[line.citing] && kindShown[line.cited]);
  const nodeShown = data.nodes.map((node, id) => {
    const lines = [...linesFrom[id], ...linesTo[id]];
    return kindShown[id] && (node.read || !lines.length || lines.some((line) => lineShown[line]));
  });
  nodes.update(nodeShown.map((shown, id) => ({ id, hidden: !shown })));
  edges.update(lineShown.map((shown, id) => ({ id, hidden: !shown })));
  writeCount(nodeShown, lineShown);
}

function portion(shown, all, one, many) {
  return `${shown === all ? "" : `${shown} of `}${plural(all, one, many)}`;
}

function writeCount(nodeShown, lineShown) {
  const things = nodeShown.filter(Boolean).length;
  const citations = data.lines.reduce((sum, line, id) => sum + (lineShown[id] ? line.count : 0), 0);
  byId("count").textContent = [
    portion(things, data.nodes.length, "node", "nodes"),
    portion(citations, data.citations.length, "citation", "citations"),
  ].join(", ");
}
