"""The bundle of `kg/view/web/dist`, made by npm while a wheel is built: see `build.mjs` beside this.

A wheel without it works too, so nothing that goes wrong here stops a build; one line says what is missing and why.
An editable install takes the bundle that `make bundle` leaves in the source tree.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

HERE = Path(__file__).resolve().parent
LAST_MADE = HERE.parent / "dist" / "LICENCES.txt"
MOST_SECONDS = 300


class BundleHook(BuildHookInterface[Any]):
    """Runs before the files of a wheel are gathered."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the bundle if it is missing or older than its sources. `version` is "editable" or "standard"."""
        if version == "editable" or is_fresh():
            return
        problem = make_bundle()
        if problem:
            print(f"kg: a wheel without the WebGL picture and the SPARQL editor: {problem}", file=sys.stderr)


def is_fresh() -> bool:
    """Whether the bundle is there and no source is younger."""
    sources = [path for folder in (HERE, HERE / "src") for path in folder.iterdir() if path.is_file()]
    return LAST_MADE.exists() and all(path.stat().st_mtime <= LAST_MADE.stat().st_mtime for path in sources)


def make_bundle() -> str | None:
    """Run npm; what went wrong, in a few words, or None."""
    npm = shutil.which("npm")
    if npm is None:
        return "npm is not on the PATH"
    for command in ([npm, "ci"], [npm, "run", "build"]):
        try:
            ran = subprocess.run(command, cwd=HERE, capture_output=True, text=True, check=False, timeout=MOST_SECONDS)
        except (OSError, subprocess.TimeoutExpired) as error:
            return f"npm {command[1]}: {type(error).__name__}"
        if ran.returncode:
            return f"npm {command[1]} failed: {_first_line(ran.stderr or ran.stdout)}"
    return None


def _first_line(output: str) -> str:
    telling = [line.strip() for line in output.splitlines() if line.strip() and "A complete log" not in line]
    return telling[0] if telling else "it did not say why"
