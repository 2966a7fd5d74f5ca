// The editor of YASGUI in the place of the plain field of the form; without it the field stays. The answer is the
// application's own table: that of YASGUI writes literals into the page as HTML.
"use strict";

(() => {
  const place = document.getElementById("editor");
  const Yasqe = window.Yasgui?.Yasqe;
  const field = document.getElementById("query");
  if (!place || typeof Yasqe !== "function" || !(field instanceof HTMLTextAreaElement) || !field.form) return;
  const { form } = field;
  const query = place.dataset.query ?? "";
  const ask = () => form.requestSubmit();
  place.hidden = false;
  field.hidden = true;
  field.required = false;
  const editor = new Yasqe(place, {
    value: query,
    persistenceId: null,
    createShareableLink: null,
    showQueryButton: false,
    resizeable: false,
    // Tab leads on, as in any other field.
    extraKeys: { "Ctrl-Enter": ask, "Cmd-Enter": ask, Tab: false, "Shift-Tab": false },
  });
  editor.setValue(query);
  editor.setSize(null, "auto");
  editor.getInputField().setAttribute("aria-label", "Query");
  form.addEventListener("submit", () => {
    field.value = editor.getValue();
  });
})();
