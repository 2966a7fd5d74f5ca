// Search by symbol, title or name: Enter goes to the next hit, Shift+Enter to the one before.

import { goTo } from "./camera.js";
import { data } from "./data.js";
import { byId, elementOf, plural } from "./dom.js";
import { showNode } from "./panel.js";
import { seen } from "./state.js";

export const searchField = elementOf("words", HTMLInputElement);
const search = { words: "", at: -1 };

/** @param {string} text */
export function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();
}

const haystacks = data.nodes.map((node) => plain(`${node.identity} ${node.name}`));

/** @param {string} words */
function hitsFor(words) {
  const wanted = plain(words);
  const ids = wanted ? haystacks.flatMap((text, id) => (text.includes(wanted) ? [id] : [])) : [];
  return { shown: ids.filter((id) => seen.nodes[id]), hidden: ids.filter((id) => !seen.nodes[id]).length };
}

/** @param {string} text */
export function say(text) {
  byId("hits").textContent = text;
}

/** @param {number} step */
function nextHit(step) {
  const words = searchField.value;
  const { shown, hidden } = hitsFor(words);
  if (words !== search.words) Object.assign(search, { words, at: step > 0 ? -1 : 0 });
  if (!plain(words)) return say("");
  if (!shown.length) return say(hidden ? `no hit (${hidden} hidden by filters)` : "no hit");
  search.at = (search.at + step + shown.length) % shown.length;
  say(`${search.at + 1} of ${shown.length}`);
  showNode(shown[search.at]);
  return goTo(shown[search.at]);
}

function countHits() {
  const { shown, hidden } = hitsFor(searchField.value);
  if (!plain(searchField.value)) return say("");
  if (!shown.length) return say(hidden ? `no hit (${hidden} hidden by filters)` : "no hit");
  return say(plural(shown.length, "hit", "hits"));
}

export function listenToSearch() {
  searchField.addEventListener("input", countHits);
  searchField.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    nextHit(event.shiftKey ? -1 : 1);
  });
}
