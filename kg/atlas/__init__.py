"""The atlas: a data set of real citations without the texts, packed into the package.

store = open_atlas()        an Oxigraph store, to be asked; unpacked into a cache folder the first time

It is made by `python -m kg.atlas.make STORE` from a store of `kg build`; `atlas.ttl` describes it.
"""

from kg.atlas.unpacked import open_atlas, store_folder

__all__ = ["open_atlas", "store_folder"]
