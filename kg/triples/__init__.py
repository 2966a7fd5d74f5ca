"""What was read, as RDF: N-Quads for stores, Turtle for people, and the check against the shapes."""
