"""The SPARQL editor from npm in a real browser, under a policy that lets nothing out."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from kg.view import web_bundle
from kg.view.embed import code_block, content_policy

from .conftest import Open

pytestmark = pytest.mark.skipif(web_bundle.web_bundle("yasgui.js") is None, reason=web_bundle.how_to_get("yasgui.js"))

OPEN = """
const editor = new Yasgui(document.getElementById("editor"), {
  requestConfig: { endpoint: "http://127.0.0.1:1/sparql" },
  persistenceId: null,
  endpointCatalogueOptions: { getData: () => [] },
});
editor.getTab().setQuery("SELECT * WHERE { ?document cito:cites ?cited }");
"""


def page() -> str:
    # A server gives it as a file; inside a page it must not end its element.
    code = (web_bundle.web_bundle("yasgui.js") or "").replace("<!--", "<\\!--")
    scripts = [code_block(code), Markup(OPEN)]
    style = code_block(web_bundle.web_bundle("yasgui.css") or "")
    policy = content_policy(scripts)
    body = "".join(f"<script>{script}</script>" for script in scripts)
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        f'<style>{style}</style></head><body><div id="editor"></div>{body}</body></html>'
    )


@pytest.mark.parametrize("width", [1280, 400])
def test_it_opens_and_asks_nothing_of_anyone(look: Open, width: int) -> None:
    opened = look(page(), width=width)
    editor = opened.page.locator(".CodeMirror")
    assert "cito:cites" in editor.inner_text()
    editor.click()
    opened.page.keyboard.type(" foaf: ex:Thing ")
    opened.page.keyboard.press("Control+Space")
    opened.page.wait_for_timeout(500)
    opened.keep(f"editor-{width}")
