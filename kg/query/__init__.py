"""Questions to the graph: the catalogue of `queries/*.rq`, and SPARQL that people write themselves.

catalogue.load().get("cited-by")                          -> Query
run(store, query, {"instrument": "62/209"})               -> Result
ask(store, "SELECT …")                                    -> Result, after the check that the query reaches nothing else
as_csv(result), as_json(result), table(result)            -> what people and programs read
"""

from kg.query.catalogue import Catalogue, Query, load
from kg.query.header import Column, Parameter
from kg.query.parameters import Type
from kg.query.results import Form, Result, as_csv, as_json, as_turtle, table
from kg.query.run import ask, bind, run
from kg.query.shorten import Shortener

__all__ = [
    "Catalogue",
    "Column",
    "Form",
    "Parameter",
    "Query",
    "Result",
    "Shortener",
    "Type",
    "as_csv",
    "as_json",
    "as_turtle",
    "ask",
    "bind",
    "load",
    "run",
    "table",
]
