"""The graph in other forms, for other programs: RDF, tables, network files, annotations.

parts = whole(store)                    one document: of_document(store, "62/209"); around(store, "33/134", depth=2)
FORMATS["jsonld"].write(parts, out)     to a binary file

Parts come one named graph at a time. Only GraphML and GEXF hold all that they write; the node list and the merged RDF
forms hold what is said of cited things, the others nothing but the part at hand. The same store gives the same bytes.
"""

from kg.export.forms import FORMATS, Form, save
from kg.export.parts import Part, whole
from kg.export.scope import around, of_document

__all__ = ["FORMATS", "Form", "Part", "around", "of_document", "save", "whole"]
