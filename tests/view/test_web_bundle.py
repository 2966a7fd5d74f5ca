"""What npm brings: found where it was built, missed with one clear line where not."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
from pathlib import Path
from types import ModuleType

import pytest

from kg.errors import ViewError
from kg.network import Network
from kg.view import graph_page, web_bundle, what_is_missing
from kg.view.graph_page import MOST_FOR_PYVIS, Renderer, chosen_renderer

BUNDLE = Path(web_bundle.__file__).parent / "web" / "bundle"
SOURCES = sorted(path for path in BUNDLE.rglob("*") if path.is_file() and "node_modules" not in path.parts)
NAMES = list(web_bundle.BUNDLES)


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in the place of `web/dist`, with a bundle for the picture alone."""
    monkeypatch.setattr(web_bundle, "_DIST", tmp_path)
    (tmp_path / "graph.js").write_text("var kgWebgl = {};", encoding="utf-8")
    web_bundle.web_bundle.cache_clear()
    return tmp_path


@pytest.fixture(autouse=True)
def forgotten() -> object:
    """No test sees what another one found."""
    yield
    web_bundle.web_bundle.cache_clear()


@pytest.fixture(scope="module")
def hook() -> ModuleType:
    """The build hook, which is no part of the package."""
    spec = importlib.util.spec_from_file_location("hatch_build", BUNDLE / "hatch_build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_bundle_is_found_or_missed(built: Path) -> None:
    assert web_bundle.web_bundle("graph.js") == "var kgWebgl = {};"
    assert web_bundle.web_bundle("yasgui.js") is None
    with pytest.raises(ValueError, match="no bundle is named 'graph'"):
        web_bundle.web_bundle("graph")


@pytest.mark.parametrize("name", NAMES)
def test_what_to_do_about_a_missing_bundle_is_one_line(name: str) -> None:
    line = web_bundle.how_to_get(name)
    assert web_bundle.BUNDLES[name] in line
    assert "make bundle" in line
    assert "\n" not in line


@pytest.mark.parametrize(
    ("there", "size", "wanted", "found"),
    [
        (True, MOST_FOR_PYVIS, "auto", Renderer.PYVIS),
        (True, MOST_FOR_PYVIS + 1, "auto", Renderer.WEBGL),
        (True, MOST_FOR_PYVIS + 1, "pyvis", Renderer.PYVIS),
        (True, 1, "webgl", Renderer.WEBGL),
        (False, MOST_FOR_PYVIS + 1, "auto", Renderer.PYVIS),
        (False, MOST_FOR_PYVIS + 1, "pyvis", Renderer.PYVIS),
    ],
)
def test_size_and_what_is_there_decide(built: Path, there: bool, size: int, wanted: str, found: Renderer) -> None:
    if not there:
        (built / "graph.js").unlink()
    assert chosen_renderer(size, wanted) is found


def test_without_the_bundle_large_networks_are_told_of_and_webgl_is_refused(built: Path) -> None:
    assert what_is_missing(MOST_FOR_PYVIS + 1) is None
    (built / "graph.js").unlink()
    web_bundle.web_bundle.cache_clear()
    assert what_is_missing(MOST_FOR_PYVIS) is None
    assert "make bundle" in (what_is_missing(MOST_FOR_PYVIS + 1) or "")
    with pytest.raises(ViewError, match="make bundle"):
        graph_page(Network(), title="Large", renderer="webgl")


def test_the_page_holds_the_bundle_once_and_no_vis_network(built: Path) -> None:
    page = graph_page(Network(), title="Empty", renderer="webgl")
    assert page.count("var kgWebgl = {};") == 1
    assert "start(kgWebgl.openPicture);" in page
    assert "vis.Network" not in page


def test_without_npm_the_hook_says_so(hook: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert hook.make_bundle() == "npm is not on the PATH"


def test_when_npm_fails_the_hook_says_why(hook: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    npm = tmp_path / "npm"
    npm.write_text("#!/bin/sh\necho 'npm error network unreachable' >&2\nexit 1\n", encoding="utf-8")
    npm.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{Path(str(shutil.which('sh'))).parent}")
    assert hook.make_bundle() == "npm ci failed: npm error network unreachable"


def test_the_bundle_is_fresh_until_a_source_changes(
    hook: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "src").mkdir()
    source, made = tmp_path / "src" / "graph.ts", tmp_path / "LICENCES.txt"
    source.touch()
    monkeypatch.setattr(hook, "HERE", tmp_path)
    monkeypatch.setattr(hook, "LAST_MADE", made)
    (tmp_path / "src" / "graph.ts").touch()
    assert not hook.is_fresh()
    made.touch()
    os.utime(source, (1, 1))
    os.utime(made, (2, 2))
    assert hook.is_fresh()
    os.utime(source, (3, 3))
    assert not hook.is_fresh()


def test_the_lock_names_no_host_to_fetch_from() -> None:
    lock = json.loads((BUNDLE / "package-lock.json").read_text(encoding="utf-8"))
    packages = {path: entry for path, entry in lock["packages"].items() if path}
    assert [path for path, entry in packages.items() if "resolved" in entry or "integrity" not in entry] == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_sources_are_small_and_readable(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert path.name == "package-lock.json" or len(lines) < 300
    assert max((len(line) for line in lines), default=0) <= 120


def test_licences_of_all_that_is_bundled_travel_along() -> None:
    dist = BUNDLE.parent / "dist"
    if not (dist / "graph.js").exists():
        pytest.skip("the bundle was not built: make bundle")
    text = (dist / "LICENCES.txt").read_text(encoding="utf-8")
    for name in ("sigma", "graphology", "graphology-utils", "@zazuko/yasgui", "codemirror", "dompurify"):
        assert re.search(rf"^{re.escape(name)} \d+\.\d+\.\d+ \(", text, re.MULTILINE), name
    assert "esbuild" not in text
