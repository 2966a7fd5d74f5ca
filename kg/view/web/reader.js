// What a citation says of itself when it is pointed at or reached by the keyboard, and the kinds to be seen.
const cards = JSON.parse(document.getElementById('cards').textContent);
const card = document.getElementById('card');

function line(text, tag = 'span', name = 'line') {
  const element = document.createElement(tag);
  element.className = name;
  element.textContent = text;
  return element;
}

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

function show(cite) {
  const numbers = cite.dataset.cite.split(' ');
  card.replaceChildren(...numbers.map(number => described(cards[number])));
  card.hidden = false;
  const box = cite.getClientRects()[0] ?? cite.getBoundingClientRect();
  const left = Math.min(Math.max(box.left, 8), document.documentElement.clientWidth - card.offsetWidth - 8);
  const above = box.bottom + card.offsetHeight + 10 > innerHeight && box.top > card.offsetHeight + 10;
  card.style.left = `${left + scrollX}px`;
  card.style.top = `${(above ? box.top - card.offsetHeight - 6 : box.bottom + 6) + scrollY}px`;
  light(numbers[0]);
}

function light(number) {
  for (const each of document.querySelectorAll('.cite.lit')) each.classList.remove('lit');
  if (number === undefined) return;
  for (const each of document.querySelectorAll('[data-cite]')) {
    each.classList.toggle('lit', each.dataset.cite.split(' ')[0] === number);
  }
}

function hide() {
  card.hidden = true;
  light();
}

const cited = event => (event.target instanceof Element ? event.target.closest('[data-cite]') : null);
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
for (const each of document.querySelectorAll('[data-cite]')) {
  each.removeAttribute('title');
  each.setAttribute('aria-describedby', 'card');
}

const kinds = document.querySelector('.kinds');
if (kinds.querySelector('input')) kinds.hidden = false;
kinds.addEventListener('change', event => {
  for (const each of document.querySelectorAll(`[data-cite].${CSS.escape(event.target.value)}`)) {
    each.classList.toggle('off', !event.target.checked);
  }
});
