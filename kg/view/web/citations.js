// One citation as the panel shows it: relation, place, the paragraph with the quoted words marked, footnotes.

import { data, relationName } from "./data.js";
import { make } from "./dom.js";
import { texts } from "./texts.js";
import { familyColour } from "./theme.js";

/** @import { Citation } from "./types" */

/** @param {Citation} citation */
function passageQuote({ where, mark, quote }) {
  const text = where === null ? "" : texts.passages[where].text;
  if (!mark) {
    const words = quote ? make("mark", {}, quote) : null;
    return make("blockquote", {}, words, words && text ? make("br") : "", text);
  }
  const [from, to] = mark;
  return make("blockquote", {}, text.slice(0, from), make("mark", {}, text.slice(from, to)), text.slice(to));
}

/** @param {number} number @param {string} before */
function caller(number, before) {
  const { label, text } = texts.passages[number];
  return make("p", { class: "caller" }, make("b", {}, before + label), " ", text);
}

/** @param {Citation} citation */
function citationHead(citation) {
  const line = data.lines[citation.line];
  const label = citation.where === null ? "" : texts.passages[citation.where].label;
  const called = citation.called_in.map((number) => texts.passages[number].label).join(", ");
  const where = label && called ? `${label}, called in ${called}` : label;
  const parts = [where, citation.part, citation.date && `dated ${citation.date}`].filter(Boolean);
  return [
    make("span", { class: "relation" }, relationName(line.relation)),
    ...parts.flatMap((part) => [" · ", make("span", {}, part)]),
  ];
}

/** @param {Citation} citation */
function citationBody(citation) {
  const sure = citation.confidence === null ? "" : `${Math.round(citation.confidence * 100)} %`;
  const evidence = [citation.method, sure].filter(Boolean).join(", ");
  return [
    passageQuote(citation),
    citation.footnote === null ? null : caller(citation.footnote, "Footnote "),
    ...citation.called_in.map((number) => caller(number, "Called in ")),
    evidence ? make("p", { class: "small" }, `Linked by: ${evidence}`) : null,
  ];
}

/** @param {Citation} citation @param {boolean} open */
export function citationEntry(citation, open) {
  const head = make("summary", {}, ...citationHead(citation));
  const entry = make("details", { class: "citation" }, head, ...citationBody(citation));
  entry.open = open;
  entry.style.setProperty("--line", familyColour(data.lines[citation.line].relation));
  return entry;
}
