"""What all tests share: the folder with the corpus and the gold annotations, where it is there."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with corpus, gold and scorers; tests that need it skip where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("needs ../shared (corpus, gold annotations, scorers)")
    return SHARED


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of the source tree."""
    return ROOT
