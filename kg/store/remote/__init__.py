"""A store behind a SPARQL 1.1 server, asked and written by the standard protocols alone.

store = open_server("http://localhost:7878/")
store.ask("SELECT …")                                     -> Table     (SPARQL Protocol)
store.replace_graph(graph, nquads)                                     (Graph Store Protocol)
store.update("INSERT DATA { … }")                                      (SPARQL Update)
"""

from kg.store.remote.addresses import Addresses, addresses, is_url
from kg.store.remote.credentials import Credentials
from kg.store.remote.store import RemoteStore, open_server
from kg.store.remote.transport import Limits

__all__ = ["Addresses", "Credentials", "Limits", "RemoteStore", "addresses", "is_url", "open_server"]
