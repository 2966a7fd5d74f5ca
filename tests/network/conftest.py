"""The small graph that the network tests ask."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph
import pytest

from kg.network import Network, build

DECADES = Path(__file__).parent / "data" / "decades.trig"


@pytest.fixture(scope="session")
def store() -> pyoxigraph.Store:
    """Three resolutions and a decision, one named graph each."""
    store = pyoxigraph.Store()
    store.load(path=str(DECADES), format=pyoxigraph.RdfFormat.TRIG)
    return store


@pytest.fixture(scope="session")
def network(store: pyoxigraph.Store) -> Network:
    """Its network; nobody may change it."""
    return build(store)
