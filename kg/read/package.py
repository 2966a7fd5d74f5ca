"""The parts of a DOCX package, unpacked within bounds and parsed without entities, files or network.

Part names and relationships: Open Packaging Conventions (ECMA-376 part 2).
"""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib

from lxml import etree

from kg.errors import ReadError
from kg.read.source import Source

# The text of the longest report is some megabytes as WordprocessingML and packs to a tenth or a thirtieth of that.
MOST_BYTES = 32 * 1024 * 1024
MOST_RATIO = 300
_SMALL = 1024 * 1024
# what the zipfile module raises for damaged archives, by what is damaged
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    LookupError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)
MAIN = "word/document.xml"
_OFFICE_DOCUMENT = "/officeDocument"


class Package:
    """A DOCX file: its parts by name. Raises ReadError for what is no such file, damaged, encrypted or a bomb."""

    def __init__(self, source: Source) -> None:
        self._source = source
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(source.content))
        except _DAMAGE:
            raise ReadError("is a damaged or truncated DOCX (ZIP) file", source=source.name) from None
        self._sizes = {info.filename: info for info in self._archive.infolist()}
        self.main = self._main()
        if self.main not in self._sizes:
            raise ReadError("is a ZIP file, but no DOCX document", source=source.name)

    def part(self, name: str) -> etree._Element | None:
        """The root of a part beside the main one ("footnotes.xml"), or None if the package has none."""
        folder = self.main.rpartition("/")[0]
        return self._root(f"{folder}/{name}" if folder else name)

    def document(self) -> etree._Element:
        """The root of the main part."""
        root = self._root(self.main)
        if root is None or not root.tag.endswith("}document"):
            raise ReadError("is a ZIP file, but no DOCX document", source=self._source.name)
        return root

    def _main(self) -> str:
        """The name of the main part, as the package's relationships give it."""
        relationships = self._root("_rels/.rels")
        for item in relationships if relationships is not None else ():
            if item.get("Type", "").endswith(_OFFICE_DOCUMENT):
                return item.get("Target", MAIN).lstrip("/")
        return MAIN

    def _root(self, name: str) -> etree._Element | None:
        content = self._content(name)
        if content is None:
            return None
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            return etree.fromstring(content, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            fault = f"holds malformed XML: {getattr(error, 'msg', error)}"
            raise ReadError(fault, source=self._source.name, place=name) from None

    def _content(self, name: str) -> bytes | None:
        info = self._sizes.get(name)
        if info is None:
            return None
        too_dense = info.file_size > _SMALL and info.file_size > MOST_RATIO * max(1, info.compress_size)
        if info.file_size > MOST_BYTES or too_dense:
            fault = f"unpacks to {info.file_size:,} bytes; no resolution does"
            raise ReadError(fault, source=self._source.name, place=name)
        if info.flag_bits & 1:
            raise ReadError("is encrypted; save it without its password first", source=self._source.name)
        try:
            with self._archive.open(info) as stream:
                return stream.read(info.file_size)
        except _DAMAGE:
            raise ReadError("is a damaged or truncated DOCX (ZIP) file", source=self._source.name, place=name) from None
