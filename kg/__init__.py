"""United Nations resolutions as a knowledge graph of the instruments they cite."""

__version__ = "0.1.0"
