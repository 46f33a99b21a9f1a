"""The kinds of texts in the settings: addresses, versions, classes, codes of findings and kinds of differences."""

from __future__ import annotations

import keyword

from ..diagnostics.codes import CODES
from ..diagnostics.differences import DIFFERENCES
from ..frozen import frozen
from .kinds import STRING, KnownNames, Schema, text
from .places import At, suggestion
from .versions import is_version

_IDENTIFIER = r"[^\s\d.-][^\s.-]*"
"""Python's identifiers, and some more, as a regular expression for editors, which do not know Python."""


def _is_name(name: str) -> bool:
    return name.isidentifier() and not keyword.iskeyword(name)


def _is_base(name: str) -> bool:
    return not name or (name.count(".") > 0 and all(map(_is_name, name.split("."))))


URL = text(
    'an address like "https://example.com/docs/{page}.html"',
    lambda address: address.startswith(("https://", "http://")) and ("{path}" in address or "{page}" in address),
    r"^https?://.*\{pa(th|ge)\}",
)
VERSIONS = text('a version like "0.3" or ">=0.3,<0.4"', is_version)
CLASS = text("the name of a class, or false", _is_name, f"^{_IDENTIFIER}$")
TARGET_CLASS = text('a class like "Room" or "acme.models.Room", or false')


def _is_use(name: str) -> bool:
    module, colon, own = name.partition(":")
    return not name or (bool(colon) and all(map(_is_name, module.split("."))) and _is_name(own))


USE = text(
    'a class behind its module, like "acme.money:Money"', _is_use, rf"^{_IDENTIFIER}(\.{_IDENTIFIER})*:{_IDENTIFIER}$"
)
BASE = text('a class with its module, like "acme.Model"', _is_base, rf"^{_IDENTIFIER}(\.{_IDENTIFIER})+$")


@frozen()
class Code:
    """A code that can be ignored."""

    wanted: str = "a string"

    def read(self, value: object, at: At) -> str:
        code: str = STRING.read(value, at)
        if code not in self.known:
            problem = "cannot be ignored" if code in CODES else f"is not a code{suggestion(code, self.known)}"
            raise at.wrong(f'"{code}" {problem}')
        return code

    @property
    def known(self) -> list[str]:
        return [code for code in CODES if CODES[code].is_ignorable]

    def schema(self, names: KnownNames) -> Schema:
        return {"enum": self.known}


@frozen()
class DifferenceKind:
    """A kind of difference."""

    wanted: str = "a string"

    def read(self, value: object, at: At) -> str:
        kind: str = STRING.read(value, at)
        if kind not in DIFFERENCES:
            raise at.wrong(f'"{kind}" is not a kind of difference{suggestion(kind, list(DIFFERENCES))}')
        return kind

    def schema(self, names: KnownNames) -> Schema:
        return {"enum": list(DIFFERENCES)}
