// What a citation says of itself when it is pointed at or reached by the keyboard, and the kinds to be seen.

import { byId } from "./dom.js";

/** @import { Card } from "./types" */

/** @type {Card[]} */
const cards = JSON.parse(byId('cards').textContent);
const card = byId('card');
/** @type {NodeListOf<HTMLElement>} */
const marked = document.querySelectorAll('[data-cite]');

/** @param {string} text */
function line(text, tag = 'span', name = 'line') {
  const element = document.createElement(tag);
  element.className = name;
  element.textContent = text;
  return element;
}

/** @param {Card} each */
function described(each) {
  const part = document.createElement('div');
  part.append(line(each.title || each.identity || 'Not linked', 'b', ''));
  const about = [each.title ? each.identity : '', each.date, each.part].filter(Boolean).join(' · ');
  if (about) part.append(line(about));
  part.append(line(`${each.relation} · ${each.kind}${each.read ? ' · text at hand' : ''}`));
  const sure = each.confidence === null ? '' : `, confidence ${each.confidence}`;
  if (each.method) part.append(line(`${each.identity ? 'linked by ' : ''}${each.method}${sure}`));
  return part;
}

/** @param {HTMLElement} cite */
function citesOf(cite) {
  return (cite.dataset.cite ?? '').split(' ');
}

/** @param {HTMLElement} cite */
function show(cite) {
  const numbers = citesOf(cite);
  card.replaceChildren(...numbers.map(number => described(cards[Number(number)])));
  card.hidden = false;
  const box = cite.getClientRects()[0] ?? cite.getBoundingClientRect();
  const left = Math.min(Math.max(box.left, 8), document.documentElement.clientWidth - card.offsetWidth - 8);
  const above = box.bottom + card.offsetHeight + 10 > innerHeight && box.top > card.offsetHeight + 10;
  card.style.left = `${left + scrollX}px`;
  card.style.top = `${(above ? box.top - card.offsetHeight - 6 : box.bottom + 6) + scrollY}px`;
  light(numbers[0]);
}

/** @param {string} [number] */
function light(number) {
  for (const each of document.querySelectorAll('.cite.lit')) each.classList.remove('lit');
  if (number === undefined) return;
  for (const each of marked) each.classList.toggle('lit', citesOf(each)[0] === number);
}

function hide() {
  card.hidden = true;
  light();
}

/** @param {Event} event @returns {HTMLElement | null} */
function cited(event) {
  return event.target instanceof Element ? event.target.closest('[data-cite]') : null;
}

for (const [enter, leave] of [['mouseover', 'mouseout'], ['focusin', 'focusout']]) {
  document.addEventListener(enter, event => {
    const cite = cited(event);
    if (cite && !cite.classList.contains('off')) show(cite);
  });
  document.addEventListener(leave, event => {
    if (cited(event)) hide();
  });
}
document.addEventListener('keydown', event => {
  if (event.key === 'Escape') hide();
});
// The card says more than the title that stands in for it without scripts.
for (const each of marked) {
  each.removeAttribute('title');
  each.setAttribute('aria-describedby', 'card');
}

/** @type {HTMLElement | null} */
const kinds = document.querySelector('.kinds');
if (kinds?.querySelector('input')) kinds.hidden = false;
kinds?.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLInputElement)) return;
  for (const each of document.querySelectorAll(`[data-cite].${CSS.escape(target.value)}`)) {
    each.classList.toggle('off', !target.checked);
  }
});
