"""The drawing for vis-network, assembled by pyvis, and the script of vis-network that pyvis brings along."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pyvis.network

from kg.errors import ViewError
from kg.view.legend import kind_style, relation_style
from kg.view.page_data import Line, PageArrangement, PageData

_VIS = Path("templates", "lib", "vis-9.1.2", "vis-network.min.js")
_SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)
_BEND = 0.07
_BEND_IN_ROW = 0.2  # over the marks that stand between


def drawing(data: PageData) -> Mapping[str, object]:
    """The nodes and edges as vis-network takes them; colours, sizes and what is hidden are left to the page."""
    made = pyvis.network.Network(directed=True)
    first = data.arrangements[0]
    for number, node in enumerate(data.nodes):
        # pyvis shows the number in place of an empty label.
        shape = kind_style(node.kind).shape
        made.add_node(number, label=" ", shape=shape, color=None, x=first.xs[number], y=first.ys[number])
    # pyvis looks through all nodes for the ends of each edge that it is asked to add; ours are known to be there.
    made.edges = [_edge(number, line, first) for number, line in enumerate(data.lines)]
    return {"nodes": made.nodes, "edges": made.edges}


def _edge(number: int, line: Line, places: PageArrangement) -> dict[str, object]:
    # Parallel lines bend to either side in turn, each pair further out.
    side = "curvedCW" if line.rank % 2 == 0 else "curvedCCW"
    bend = _BEND_IN_ROW if places.ys[line.citing] == places.ys[line.cited] else _BEND
    return {
        "from": line.citing,
        "to": line.cited,
        "id": number,
        "dashes": list(relation_style(line.relation).dashes) or False,
        "smooth": {"enabled": True, "type": side, "roundness": round(bend * (1 + line.rank), 3)},
    }


@cache
def vis_network() -> str:
    """The script of vis-network, without the pointer to a source map that no page can reach.

    Raises ViewError if pyvis does not bring it along.
    """
    path = Path(pyvis.network.__file__).parent / _VIS
    try:
        code = path.read_text(encoding="utf-8")
    except OSError as error:
        raise ViewError(f"pyvis does not bring vis-network along: {error.strerror}", source=str(_VIS)) from error
    return _SOURCE_MAP.sub("", code)
