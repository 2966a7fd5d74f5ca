"""One file a command of `kg`, each with a click command of its own name; `kg.cli` puts them together."""
