"""What is installed works elsewhere: the wheel holds its data and runs in a fresh environment; so does this install."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from kg import __version__

SCRIPTS = "Scripts" if os.name == "nt" else "bin"
# One file of each kind that the program reads when it runs.
TRAVELS = (
    "kg/data/A_RES_62_209.txt",
    "kg/languages/en.toml",
    "kg/symbols/series.toml",
    "kg/symbols/sessions.tsv",
    "kg/view/web/page.html",
    "kg/ontology/kg.ttl",
    "kg/ontology/relations.ttl",
    "kg/ontology/bodies.ttl",
    "kg/ontology/instruments.ttl",
    "kg/ontology/shapes/citation.ttl",
    "kg/queries/cites.rq",
    "kg/py.typed",
)
STAYS = {"tests", "notebooks", "benchmarks", "docs", "ontology", "queries"}


@dataclass(frozen=True, slots=True)
class Installed:
    """An environment with `kg` in it."""

    folder: Path

    @property
    def python(self) -> Path:
        return self.folder / SCRIPTS / "python"

    def kg(self, *arguments: str, at: Path) -> str:
        """What the installed program prints when it is run from another folder; it must not see the source tree."""
        environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
        return self._run([str(self.folder / SCRIPTS / "kg"), *arguments], at, environment)

    def where(self, at: Path) -> Path:
        """The folder that `import kg` finds."""
        script = "import kg; print(kg.__path__[0])"
        return Path(self._run([str(self.python), "-P", "-c", script], at, dict(os.environ)).strip())

    def _run(self, command: list[str], at: Path, environment: dict[str, str]) -> str:
        ran = subprocess.run(command, cwd=at, env=environment, capture_output=True, encoding="utf-8", check=False)
        assert (ran.returncode, ran.stderr) == (0, "")
        return ran.stdout


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this source tree."""
    out = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(root)]
    built = subprocess.run(command, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    (found,) = out.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def from_wheel(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """A fresh environment with the wheel; its dependencies are those of this one, seen through a .pth file."""
    folder = tmp_path_factory.mktemp("fresh") / "venv"
    venv.create(folder)
    site = Path(sysconfig.get_path("purelib", vars={"base": str(folder), "platbase": str(folder)}))
    here = dict.fromkeys(sysconfig.get_path(kind) for kind in ("purelib", "platlib"))
    (site / "dependencies.pth").write_text("".join(f"{path}\n" for path in here), encoding="utf-8")
    pip = [sys.executable, "-m", "pip", "--python", str(folder / SCRIPTS / "python"), "--disable-pip-version-check"]
    offline = ["install", "--quiet", "--no-deps", "--no-index", "--ignore-installed", str(wheel)]
    subprocess.run([*pip, *offline], check=True)
    return Installed(folder)


@pytest.fixture(scope="module")
def running() -> Installed:
    """The environment that runs the tests."""
    installed = Installed(Path(sys.prefix))
    if not (installed.folder / SCRIPTS / "kg").exists():
        pytest.skip("kg is not installed in the environment that runs the tests")
    return installed


def test_the_wheel_holds_its_data_and_nothing_else(wheel: Path, root: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert [name for name in TRAVELS if name not in names] == []
    assert {name.split("/")[0] for name in names} & STAYS == set()
    assert [name for name in names if "__pycache__" in name or name.endswith(".pyc")] == []
    for folder in ("ontology", "queries"):
        files = {path.relative_to(root).as_posix() for path in (root / folder).rglob("*") if path.is_file()}
        assert {f"kg/{name}" for name in files} <= names


def test_the_wheel_holds_what_npm_brings_if_it_was_built(wheel: Path, root: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert [name for name in names if name.startswith("kg/view/web/bundle/") or "node_modules" in name] == []
    dist = root / "kg" / "view" / "web" / "dist"
    if not dist.is_dir():
        pytest.skip("nothing was bundled: npm is not on the PATH, or reaches nothing")
    made = {"graph.js", "yasgui.js", "yasgui.css", "LICENCES.txt"}
    assert {f"kg/view/web/dist/{name}" for name in made} <= names
    assert wheel.stat().st_size < 9_000_000  # the atlas alone has six


def test_the_wheel_says_what_it_is(wheel: Path) -> None:
    assert wheel.name == f"instrument_kg-{__version__}-py3-none-any.whl"
    metadata = zipfile.ZipFile(wheel).read(f"instrument_kg-{__version__}.dist-info/METADATA").decode()
    assert "\nLicense-Expression: Apache-2.0\n" in metadata


def test_the_wheel_is_what_runs(from_wheel: Installed, root: Path, tmp_path: Path) -> None:
    assert from_wheel.where(tmp_path).is_relative_to(from_wheel.folder)
    assert not from_wheel.where(tmp_path).is_relative_to(root)


@pytest.mark.parametrize("environment", ["from_wheel", "running"])
def test_an_installed_kg_reads_and_answers(environment: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    installed: Installed = request.getfixturevalue(environment)
    sample = installed.where(tmp_path) / "data" / "A_RES_62_209.txt"
    records = [
        json.loads(line) for line in installed.kg("extract", "--format", "jsonl", str(sample), at=tmp_path).splitlines()
    ]
    assert {"A/RES/33/134", "A/RES/57/263", "Sales No. E.78.II.A.11"} <= {record["target"] for record in records}
    answer = installed.kg("query", "cites", "document=62/209", "--format", "csv", at=tmp_path)
    assert "https://undocs.org/A/RES/33/134" in answer
    installed.kg("demo", "--out", "out", at=tmp_path)
    assert "33/134" in (tmp_path / "out" / "graph.html").read_text(encoding="utf-8")
