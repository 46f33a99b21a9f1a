"""The names of the schemas of a document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from ...model.model import Model
from ...model.names import DEVICES, pascal
from ...model.types import DeclarationId
from ...regexes import regex

_STRANGE = regex(r"[^A-Za-z0-9._-]")


def schema_names(model: Model, *, for_files: bool = False) -> Mapping[DeclarationId, str]:
    """A name for each declaration, of the characters that OpenAPI 3.1 allows (section 4.8.7, Components Object).

    It is the title in PascalCase. Two of one name have their namespace before it, or failing that the page; what is
    the same even then gets a number. A letter beyond ASCII is written by its code point.

    for_files  whether the names are those of files: then capitals distinguish none, and no name is that of a device
    """
    key = str.casefold if for_files else str
    short = {each.id: _spelled(pascal(each.title) or "Model") for each in model.declarations}
    shared = Counter(map(key, short.values()))
    found: dict[DeclarationId, str] = {}
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
        found[declaration.id] = candidate
    return found


def _spelled(text: str) -> str:
    return _STRANGE.sub(lambda found: f"u{ord(found[0]):04X}", text)
