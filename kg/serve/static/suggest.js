// Suggestions for fields that take a symbol or a name, in a list of the browser's own: its keys and its reader know it.
"use strict";

(() => {
  const WAIT = 150;
  const root = document.body.dataset.root;

  /** @param {{ value: string, label: string }} suggestion */
  function option({ value, label }) {
    const made = document.createElement("option");
    made.value = value;
    made.textContent = label;
    return made;
  }

  /** @param {HTMLInputElement} field @param {number} number */
  function listFor(field, number) {
    const list = document.createElement("datalist");
    list.id = `suggestions-${number}`;
    field.after(list);
    field.setAttribute("list", list.id);
    return list;
  }

  /** @param {HTMLInputElement} field @param {number} number */
  function watch(field, number) {
    const list = listFor(field, number);
    let timer = 0;
    let asked = "";
    field.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(async () => {
        const words = field.value.trim();
        if (words.length < 2 || words === asked) return;
        asked = words;
        try {
          const answer = await fetch(`${root}/suggest?q=${encodeURIComponent(words)}`);
          if (answer.ok && field.value.trim() === words) list.replaceChildren(...(await answer.json()).map(option));
        } catch {
          // No suggestions, then: the form works without.
        }
      }, WAIT);
    });
  }

  /** @type {NodeListOf<HTMLInputElement>} */
  const fields = document.querySelectorAll("[data-suggest]");
  fields.forEach(watch);

  // Wide tables take the keyboard only where there is something to scroll to.
  for (const region of document.querySelectorAll(".scroll")) {
    if (region.scrollWidth <= region.clientWidth) region.removeAttribute("tabindex");
  }
})();
