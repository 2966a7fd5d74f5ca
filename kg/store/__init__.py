"""Where quads are kept and asked: Oxigraph in memory or on disk, with rdflib's API over it.

store = open_store(Path("graph"))
store.replace_graph(graph_iri(document), nquads(reading))
store.ask("SELECT …")      -> Table
store.dataset              -> rdflib.Dataset over the same quads
"""

from kg.store.answers import Answer, Row, Statements, Table, Term, Verdict
from kg.store.interface import Store
from kg.store.oxigraph import OxigraphStore, open_store

__all__ = ["Answer", "OxigraphStore", "Row", "Statements", "Store", "Table", "Term", "Verdict", "open_store"]
