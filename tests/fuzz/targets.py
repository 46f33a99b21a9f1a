"""What must hold for any bytes: of a page, and of a type cell."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from itertools import chain
from types import CodeType

from docmodels import Config
from docmodels.cache.store import Cache
from docmodels.diagnostics import Diagnostic, Place
from docmodels.markdown import Inline
from docmodels.model import Model, link, name_on_the_wire, read_examples, resolve_bases, without_endless
from docmodels.model.declarations import Alias, Declaration, Enumeration, Field, Member, Object, Presence
from docmodels.model.types import STRING, Link, union
from docmodels.notation.languages import VOCABULARIES
from docmodels.notation.parser import read_type
from docmodels.output.plan import check_paths
from docmodels.pipeline.remember import codec
from docmodels.pipeline.understand import Understanding, understand_pages
from docmodels.reporting.inspection_json import as_json
from docmodels.reporting.inspection_text import as_text
from docmodels.tables.lexicon import languages, words
from docmodels.targets import python

from tests.declarations import identity, presence
from tests.naming import named

PATH = "Models/Page.md"
_CODEC = codec()
_BESIDE = {
    "Models/Room.md": (
        "# Room\n\n## Fields\n\n| Field | Type | Required | Description | Example |\n| - | - | - | - | - |\n"
        "| `Id` | *string* | :heavy_check_mark: | N/A | room-1 |\n"
        "| `Kind` | [Kind](../Models/Kind.md) | :heavy_check_mark: | N/A | small |\n"
        "| `Next` | [Page](../Models/Page.md) | :heavy_minus_sign: | N/A | |\n"
        "| `All` | List<[Either](../Models/Either.md)> | :heavy_minus_sign: | N/A | |\n"
    ),
    "Models/Kind.md": "# Kind\n\n## Values\n\n| Name | Value |\n| - | - |\n| `Small` | small |\n| `Large` | large |\n",
    "Models/Either.md": "# Either\n\n## Supported Types\n\n### [Room](../Models/Room.md)\n\n### [Page](../Models/Page.md)\n",
}
"""Pages that link to the one that is tried, and that it may link to."""


_BY_HAND = {
    "Models/rooms.md": (
        "# Rooms\n\n### Room object\n\n###### Room structure\n\n| Field | Type | Description |\n| - | - | - |\n"
        "| id? | ?string | Defaults to `a` |\n| kind | [kind](#kinds) | |\n| next | [page](page.md) object | |\n"
        "| all | array of Pages | |\n| > a | list of strings | |\n\n## Kinds\n\n| Name | Value |\n| - | - |\n| A | 1 |\n"
    ),
}


def page(data: bytes) -> None:
    """The bytes as a page beside three others: models or a diagnostic, the same ones twice."""
    _check_tree(data, _BESIDE)


def table(data: bytes) -> None:
    """The bytes as a page of a reference that people wrote, beside another: as for `page`."""
    _check_tree(data, _BY_HAND)


def cell(data: bytes) -> None:
    """The bytes as a type cell in each language: a type that can be written down, or a diagnostic."""
    cell_ = Inline(data.decode("utf-8", errors="replace").strip(), 1, 1)
    readings = [
        read_type(cell_, PATH, vocabulary, required=required)
        for vocabulary in (*VOCABULARIES.values(), words(languages()).vocabulary)
        for required in (True, False)
    ]
    types = tuple(dict.fromkeys(reading.type for reading in readings))
    fields = tuple(
        Field(f"Field {at}", type_, presence(at % 2 == 0), Place(PATH, 1, 1)) for at, type_ in enumerate(types)
    )
    owner = Object(identity("Models/Page"), "Page", Place(PATH, 1), "", fields)
    either = Alias(identity("Models/Either"), "Either", Place("Models/Either.md", 1), "", union(*types, _ROOM))
    linked, _, dead = link((owner, either, *_KNOWN), (), _PATHS)
    package, texts = _written(linked, dead)
    _check(package, (*chain.from_iterable(reading.diagnostics for reading in readings), *texts))


_ROOM = Link("Room.md", "Room", Place(PATH, 1))
_KNOWN: tuple[Declaration, ...] = (
    Object(
        identity("Models/Room"),
        "Room",
        Place("Models/Room.md", 1),
        "",
        (
            Field(
                "Next",
                Link("Page.md", "Page", Place("Models/Room.md", 1)),
                Presence.REQUIRED,
                Place("Models/Room.md", 1),
            ),
        ),
    ),
    Enumeration(
        identity("Models/Kind"), "Kind", Place("Models/Kind.md", 1), "", (Member("", "small", Place("Models/Kind.md")),)
    ),
    Alias(identity("Models/Text"), "Text", Place("Models/Text.md", 1), "", STRING),
)
_PATHS = (PATH, "Models/Either.md", "Models/Room.md", "Models/Kind.md", "Models/Text.md")

_Package = Mapping[str, bytes]
_Said = tuple[Diagnostic, ...]


def _check_tree(data: bytes, beside: Mapping[str, str]) -> None:
    """The bytes as a page beside others make a package, and the same one again; reports of it can be written."""
    understanding = _understood(data, beside)
    for report in (as_text, as_json):
        for page in (None, PATH):
            report(understanding, page).encode()
    package = _package(understanding)
    assert package == _package(_understood(data, beside))
    _check(*package)


def _understood(data: bytes, beside: Mapping[str, str]) -> Understanding:
    files = sorted([(PATH, data), *((path, text.encode()) for path, text in beside.items())])
    return understand_pages((tuple(files), ()), Config(), Cache(None, "", _CODEC))


def _package(understanding: Understanding) -> tuple[_Package, _Said]:
    """The package of a tree, and all findings on it."""
    files, clashes = _rendered(understanding.model)
    return files, (*understanding.diagnostics, *clashes)


def _written(linked: Model, dead: _Said) -> tuple[_Package, _Said]:
    """The package of a linked model, and the findings from there on."""
    finite, endless = without_endless(resolve_bases(linked))
    exemplified, misfits = read_examples(finite)
    model, _, unlearnt = name_on_the_wire(exemplified)
    files, clashes = _rendered(model)
    return files, (*dead, *endless, *misfits, *unlearnt, *clashes)


def _rendered(model: Model) -> tuple[_Package, _Said]:
    names = named(model)
    return python.render(model, names, python.FLAVOURS["pydantic"]), names.clashes


@lru_cache(1 << 8)  # most modules of a package are those of the one before
def _compiled(path: str, content: bytes) -> CodeType:
    return compile(content, path, "exec", dont_inherit=True)


def _check(files: _Package, texts: _Said) -> None:
    check_paths(files)
    for path, content in files.items():
        if path.endswith(".py"):
            _compiled(path, content)
    for text in texts:
        assert text.severity, text
        assert text.message, text
