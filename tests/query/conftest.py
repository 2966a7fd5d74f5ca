"""The hand-made graph that the query tests ask."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph
import pytest

from kg.store import OxigraphStore

DATA = Path(__file__).parent / "data" / "decades.trig"


@pytest.fixture(scope="session")
def decades() -> OxigraphStore:
    inner = pyoxigraph.Store()
    inner.load(path=str(DATA), format=pyoxigraph.RdfFormat.TRIG)
    return OxigraphStore(inner, DATA.name)
