// The editor that npm brings, in the place of the plain form; without it the form stays.
"use strict";

(() => {
  const place = document.getElementById("editor");
  if (!place || typeof window.Yasgui !== "function") return;
  const root = document.body.dataset.root;
  const endpoint = new URL(`${root}/sparql`, location.href).href;
  place.hidden = false;
  document.getElementById("plain").hidden = true;
  const editor = new window.Yasgui(place, {
    requestConfig: { endpoint, method: "POST" },
    copyEndpointOnNewTab: false,
    persistenceId: null,
    autofocus: true,
    endpointCatalogueOptions: { getData: () => [{ endpoint }] },
  });
  const tab = editor.getTab();
  tab.setEndpoint(endpoint);
  tab.setQuery(place.dataset.query);
})();
