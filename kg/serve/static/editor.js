// The editor that npm brings, in the place of the plain form and its answer; without it these stay.
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
    copyEndpointOnNewTab: true,
    persistenceId: null,
    autofocus: true,
    endpointCatalogueOptions: { getData: () => [{ endpoint }] },
  });
  const tab = editor.getTab();
  tab.setEndpoint(endpoint);
  tab.setQuery(place.dataset.query);
  if (new URLSearchParams(location.search).has("query")) tab.query();

  // What an answer names leads to its page here, as in all other tables.
  place.addEventListener("click", (event) => {
    const href = event.target.closest?.("a[href]")?.getAttribute("href") ?? "";
    if (!place.dataset.things.split(" ").some((start) => href.startsWith(start))) return;
    event.preventDefault();
    location.assign(`${root}/instrument/${encodeURI(href.split("#")[0])}`);
  });
})();
