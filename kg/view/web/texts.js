// The paragraphs that the panel quotes (page_texts.py). They are most of the page, so they come compressed and are
// unpacked once the drawing stands; what is asked for before that is shown as soon as they are there.

import { data, rowsOf } from "./data.js";
import { byId } from "./dom.js";

/** @import { Citation, PackedTexts, Texts } from "./types" */

/** @type {Texts} */
export const texts = { ready: false, citationsOf: [], passages: [], waiting: null };

/** @param {HTMLElement} element @returns {Promise<PackedTexts>} */
async function unpack(element) {
  const bytes = Uint8Array.from(atob(element.textContent), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).json();
}

export async function loadTexts() {
  const found = await unpack(byId("texts"));
  /** @type {Citation[][]} */
  const citationsOf = data.lines.map(() => []);
  rowsOf(found.citations).forEach((citation) => citationsOf[citation.line].push(citation));
  Object.assign(texts, { ready: true, citationsOf, passages: rowsOf(found.passages) });
  texts.waiting?.();
}

// Whether the texts are there; if not, `again` is called once they are, unless something else was asked for since.
/** @param {(() => void) | null} again */
export function textsReady(again) {
  texts.waiting = texts.ready ? null : again;
  return texts.ready;
}

/** @param {Citation} citation */
export function quoteOf(citation) {
  if (!citation.mark || citation.where === null) return citation.quote;
  return texts.passages[citation.where].text.slice(...citation.mark);
}
