"""Small documents for the tests of builds, and what a store holds."""

from __future__ import annotations

from pathlib import Path

from kg.store import open_store
from kg.triples.registry import registry_graph

_NS = 'xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"'


def text(number: int, cited: str = "60/1") -> str:
    """Resolution 70/<number> of the General Assembly as plain text."""
    return (
        f"70/{number}. Small islands\n\nThe General Assembly,\n\nRecalling its resolution {cited},\n\n"
        f"1. Welcomes the report of the Secretary-General;\n\n2. Decides to meet {number} times.\n\n"
        "101st plenary meeting\n9 September 2016\n"
    )


def xml(number: int, cited: str = "60/1", language: str = "eng") -> str:
    """The same resolution as AKN4UN XML."""
    expression = f'<FRBRExpression><FRBRlanguage language="{language}"/></FRBRExpression>'
    cover = f"<coverPage><p>United Nations</p><p>A/RES/70/{number}</p></coverPage>"
    preface = f"<preface><p><docNumber>70/{number}.</docNumber><docTitle>Small islands</docTitle></p></preface>"
    recital = f"<p>Recalling its resolution {cited},</p>"
    preamble = f"<preamble><formula><p>The General Assembly,</p></formula>{recital}</preamble>"
    operative = (
        "<paragraph><num>1.</num><content><p>Welcomes the report of the Secretary-General.</p></content></paragraph>"
    )
    body = f"{cover}{preface}{preamble}<mainBody>{operative}</mainBody>"
    meta = f"<meta><identification>{expression}</identification></meta>"
    return f'<akomaNtoso {_NS}><statement name="resolution">{meta}{body}</statement></akomaNtoso>'


def write(folder: Path, files: dict[str, str]) -> Path:
    """Put files into a folder, which is made."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return folder


def held(store: Path) -> list[str]:
    """All quads of a store on disk, as `kg export --format nquads` prints them."""
    return list(open_store(store, read_only=True).dump())


def documents(store: Path) -> list[str]:
    """The graphs of documents in a store on disk: all but the registry's."""
    return [graph for graph in open_store(store, read_only=True).graphs() if graph != registry_graph()]
