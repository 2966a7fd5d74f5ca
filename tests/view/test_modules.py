"""Modules of JavaScript as one script: their order, what is left of them, names that would clash."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from kg.view import modules
from kg.view.modules import WEB, joined, pasted

ENTRIES = ("picture_vis.js", "picture_webgl.js", "reader.js")
_DECLARED = re.compile(r"^(?:export )?(?:async )?(?:function|const|let) (\w+)", re.MULTILINE)
_IMPORTED = re.compile(r'^import \{([^}]*)\} from "\./([\w.]+)";', re.MULTILINE)
TYPED = """// What it is for.

/** @import { Node } from "./types" */

/**
 * @template Row
 * @param {Row[]} rows
 */
export function firstOf(rows) {
  /** @type {Row} */
  const row = rows[0];
  return (
    /** @type {const} */ ([row, "/** text */"])
  );
}
"""
BARE = """// What it is for.

function firstOf(rows) {
  const row = rows[0];
  return (
    /** @type {const} */ ([row, "/** text */"])
  );
}
"""


def _modules() -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(WEB.glob("*.js"))}


@pytest.mark.parametrize("entry", ENTRIES)
def test_nothing_of_a_module_is_left_in_a_script(entry: str) -> None:
    script = joined(entry)
    assert not re.search(r"^(import|export)\b", script, re.MULTILINE)
    assert script.startswith("(() => {\n'use strict';\n")
    assert script.endswith("})();\n")


@pytest.mark.parametrize("entry", ENTRIES)
def test_types_stay_behind(entry: str) -> None:
    assert not re.search(r"^ *(?:/\*\*|\*) ?@(?:import|param|typedef|template)\b", joined(entry), re.MULTILINE)


def test_only_comments_that_fill_lines_stay_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "typed.js").write_text(TYPED, encoding="utf-8")
    monkeypatch.setattr(modules, "WEB", tmp_path)
    assert joined("typed.js") == f"(() => {{\n'use strict';\n{BARE}}})();\n"


@pytest.mark.parametrize("entry", ENTRIES)
def test_no_two_modules_use_one_name(entry: str) -> None:
    names = Counter(_DECLARED.findall(joined(entry)))
    assert [name for name, count in names.items() if count > 1] == []


def test_what_is_imported_is_exported_and_not_renamed() -> None:
    modules = _modules()
    for name, text in modules.items():
        for names, source in _IMPORTED.findall(text):
            for each in filter(None, (one.strip() for one in names.split(","))):
                assert re.search(
                    rf"^export (?:async )?(?:function|const|let) {each}\b", modules[source], re.MULTILINE
                ), (
                    name,
                    each,
                )


def test_what_is_imported_stands_first_and_once() -> None:
    script = joined("picture_vis.js")
    assert script.count("function byId(") == 1
    assert script.index("function byId(") < script.index("const data =") < script.index("function openPicture(")


def test_every_module_is_part_of_a_page() -> None:
    scripts = [joined(entry) for entry in ENTRIES] + [pasted("failure.js")]
    unused = [name for name, text in _modules().items() if not any(text.splitlines()[-2] in each for each in scripts)]
    assert unused == []
