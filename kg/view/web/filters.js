// The legend, which is also the filter: a box for every kind, community, relation and organ, with its count; years.

import { span } from "./camera.js";
import { refresh } from "./choice.js";
import { citationCount, data, yearOf } from "./data.js";
import { button, byId, make, plural } from "./dom.js";
import { NO_ORGAN, OTHER_ORGAN, organOf, organs, seen, state } from "./state.js";
import { communitySwatch, kindSwatch, relationSwatch } from "./theme.js";

/** @import { Child, Node, RelationStyle } from "./types" */

/** @param {string} caption @param {number} count @param {Child[]} marks */
function choiceLabel(caption, count, ...marks) {
  const number = make("data", { value: count }, String(count));
  return make("label", { class: "choice" }, ...marks, make("span", { title: caption }, caption), number);
}

/**
 * @template {string | number} Name
 * @param {Name} name
 * @param {string} caption
 * @param {number} count
 * @param {Child} mark
 * @param {Set<Name>} hidden
 */
function choice(name, caption, count, mark, hidden) {
  const box = make("input", { type: "checkbox", value: name });
  box.checked = true;
  box.addEventListener("change", () => {
    if (box.checked) hidden.delete(name);
    else hidden.add(name);
    refresh();
  });
  return choiceLabel(caption, count, box, mark);
}

/**
 * @template {string | number} Name
 * @param {HTMLElement} field
 * @param {Name[]} names
 * @param {Set<Name>} hidden
 * @param {boolean} on
 */
function setEvery(field, names, hidden, on) {
  field.querySelectorAll("input").forEach((box) => { box.checked = on; });
  names.forEach((name) => (on ? hidden.delete(name) : hidden.add(name)));
  refresh();
}

/**
 * @template {string | number} Name
 * @param {string} caption
 * @param {Name[]} names
 * @param {Set<Name>} hidden
 * @param {Element[]} choices
 */
function filterField(caption, names, hidden, choices) {
  const field = make("fieldset", { class: "filter" });
  const all = button("all", () => setEvery(field, names, hidden, true), { "aria-label": `${caption}: all` });
  const none = button("none", () => setEvery(field, names, hidden, false), { "aria-label": `${caption}: none` });
  field.append(make("legend", {}, make("span", {}, caption), all, none), ...choices);
  return field;
}

/** @param {(node: Node) => boolean} test */
function countNodes(test) {
  return data.nodes.filter(test).length;
}

function buildKinds() {
  const choices = data.kinds.map(({ kind, caption }) =>
    choice(kind, caption, countNodes((node) => node.kind === kind), kindSwatch(kind), state.hidden.kind));
  return filterField("Kinds", data.kinds.map((style) => style.kind), state.hidden.kind, choices);
}

function buildCommunities() {
  const choices = data.communities.map(({ caption, size }, number) =>
    choice(number, caption, size, communitySwatch(number), state.hidden.community));
  return filterField("Communities", data.communities.map((_, number) => number), state.hidden.community, choices);
}

/** @param {RelationStyle} style */
function relationChoice({ relation, caption }) {
  const lines = data.lines.filter((line) => line.relation === relation);
  const count = lines.reduce((sum, line) => sum + line.count, 0);
  return choice(relation, caption, count, relationSwatch(relation), state.hidden.relation);
}

function buildRelations() {
  const choices = data.families.flatMap((family) => {
    const members = data.relations.filter((style) => style.family === family.name);
    return members.length ? [make("h3", {}, family.caption), ...members.map(relationChoice)] : [];
  });
  return filterField("Relations", data.relations.map((style) => style.relation), state.hidden.relation, choices);
}

function buildOrgans() {
  const some = [...organs, OTHER_ORGAN, NO_ORGAN].filter((organ) => countNodes((node) => organOf(node) === organ));
  /** @type {Record<string, string>} */
  const captions = { [OTHER_ORGAN]: "Other organs", [NO_ORGAN]: "None known" };
  const choices = some.map((organ) =>
    choice(organ, captions[organ] ?? organ, countNodes((node) => organOf(node) === organ), null, state.hidden.organ));
  return filterField("Adopted by", some, state.hidden.organ, choices);
}

/**
 * @param {string} caption
 * @param {"from" | "to"} edge
 * @param {number} given
 * @param {number} least
 * @param {number} most
 */
function yearBox(caption, edge, given, least, most) {
  const box = make("input", { type: "number", min: least, max: most, value: given, id: `year-${edge}` });
  box.addEventListener("input", () => {
    const year = box.value === "" ? NaN : Number(box.value);
    state.years[edge] = Number.isFinite(year) ? year : { from: -Infinity, to: Infinity }[edge];
    refresh();
  });
  return make("label", {}, `${caption} `, box);
}

/** @param {number} least @param {number} most */
function buildYears(least, most) {
  const undated = make("input", { type: "checkbox", id: "undated" });
  undated.checked = true;
  undated.addEventListener("change", () => { state.years.undated = undated.checked; refresh(); });
  const count = countNodes((node) => yearOf(node) === null);
  return make("fieldset", { class: "filter" }, make("legend", {}, make("span", {}, "Years")),
    make("div", { class: "years" },
      yearBox("from", "from", least, least, most), yearBox("to", "to", most, least, most)),
    count ? choiceLabel("No date", count, undated) : null);
}

export function buildFilters() {
  const years = data.nodes.map(yearOf).filter((year) => year !== null);
  const [least, most] = span(years);
  const fields = [
    data.communities.length > 1 && buildCommunities(),
    buildKinds(),
    data.relations.length && buildRelations(),
    least < most && buildYears(least, most),
    organs.size > 1 && buildOrgans(),
  ];
  const names = ["communities", "kinds", "relations", "years", "organs"];
  fields.forEach((field, index) => byId(names[index]).replaceChildren(...(field ? [field] : [])));
}

/** @param {number} shown @param {number} all @param {string} one @param {string} many */
function portion(shown, all, one, many) {
  return `${shown === all ? "" : `${shown} of `}${plural(all, one, many)}`;
}

export function writeCount() {
  const things = seen.nodes.filter(Boolean).length;
  const citations = data.lines.reduce((sum, line, id) => sum + (seen.open[id] ? line.count : 0), 0);
  const drawn = seen.count === seen.open.filter(Boolean).length ? "" : "; not all lines are drawn";
  byId("count").textContent = [
    portion(things, data.nodes.length, "node", "nodes"),
    portion(citations, citationCount, "citation", "citations"),
  ].join(", ") + drawn;
}
