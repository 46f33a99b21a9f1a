"""The names of the schemas of a document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from ...model.model import Model
from ...model.names import DEVICES, pascal
from ...model.types import DeclarationId
from ...patterns import regex

_STRANGE = regex(r"[^A-Za-z0-9._-]")


def schema_names(model: Model, *, for_files: bool = False) -> Mapping[DeclarationId, str]:
    """A name for each declaration, of the characters that OpenAPI 3.1 allows (section 4.8.7, Components Object).

    The name is the title in PascalCase. Namesakes have their namespace before it, or else their page; names that are
    still the same get a number. A letter beyond ASCII becomes its code point: `u67E5` for `查`.

    for_files  whether the names are names of files: then `Room` and `room` are the same, and no name is a device's
    """
    key = str.casefold if for_files else str
    short = {declaration.id: _spelled(pascal(declaration.title) or "Model") for declaration in model.declarations}
    shared = Counter(map(key, short.values()))
    names: dict[DeclarationId, str] = {}
    taken: set[str] = set(DEVICES if for_files else ())
    for declaration in model.declarations:
        name = short[declaration.id]
        if shared[key(name)] > 1:
            before = declaration.namespace or tuple(declaration.id.page.rpartition(".")[0].split("/"))
            name = ".".join((*map(_spelled, before), name))
        number, candidate = 1, name
        while key(candidate) in taken:
            number += 1
            candidate = f"{name}_{number}"
        taken.add(key(candidate))
        names[declaration.id] = candidate
    return names


def _spelled(text: str) -> str:
    return _STRANGE.sub(lambda character: f"u{ord(character[0]):04X}", text)
