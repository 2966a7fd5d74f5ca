"""The two engines that everything here is tried on, empty for each test, and what is put into them."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph
import pytest

from kg import pipeline
from kg.store import OxigraphStore
from tests.conftest import ROOT
from tests.servers.engines import Engine, oxigraph, virtuoso


@pytest.fixture(scope="session", params=[oxigraph, virtuoso], ids=["oxigraph", "virtuoso"])
def running(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    with request.param(tmp_path_factory.mktemp("server")) as engine:
        yield engine


@pytest.fixture
def engine(running: Engine, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """A server without data; its credentials stand in the environment."""
    running.clear()
    for name, value in running.environment.items():
        monkeypatch.setenv(name, value)
    return running


@pytest.fixture(scope="session")
def decades() -> OxigraphStore:
    """Four documents over three decades."""
    inner = pyoxigraph.Store()
    inner.load(path=str(ROOT / "tests" / "query" / "data" / "decades.trig"), format=pyoxigraph.RdfFormat.TRIG)
    return OxigraphStore(inner, "decades")


@pytest.fixture(scope="session")
def sample() -> OxigraphStore:
    """The packaged sample with what the registry knows."""
    return pipeline.sample_store()
