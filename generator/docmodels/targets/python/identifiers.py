"""The one way from a documented name to a Python identifier.

The result is always an identifier and no keyword. Python's own normalisation (NFKC, see the language reference, "Names")
leaves it as it is, so that two different results are two names for Python. It has no invisible characters, such as
variation selectors and fillers, which Python allows in names.
"""

from __future__ import annotations

import keyword
import re
import unicodedata
from collections.abc import Callable, Container, Iterable
from functools import lru_cache

from ...model.names import DEVICES, pascal, snake, upper_snake
from ...patterns import regex
from .literals import HIDDEN
from .syntax import Code

# Built-in types in annotations: a field of such a name with a default would hide the type from the fields below it.
_ANNOTATIONS = frozenset({"bool", "bytes", "dict", "float", "int", "list", "str"})
_CONSTANT = regex(r"(?<![^\W_])[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+(?![^\W_])", re.ASCII)
_HIDDEN = regex(f"[{HIDDEN}]")


def class_name(title: str) -> Code:
    """The name of the class for a title; "" if the title has no letter and no digit.

    `ROOM_OPENED` is `RoomOpened`: no other capital would show where a word begins.
    """
    return _identifier(_CONSTANT.sub(lambda constant: constant[0].title(), title), pascal, "Model")


def module_name(name: str) -> Code:
    """The name of a module or package; "" if the name has no letter and no digit.

    It is made from the case folding of the name: for a file system that ignores case, two names with the same folding are
    one (`ss` and `ß`, the two small sigmas).
    """
    identifier = _identifier(name, _caseless, "module_")
    return marked(identifier) if identifier in DEVICES else identifier


def field_name(name: str, reserved: Container[str]) -> Code:
    """The name of a field; `field` if its name in the docs has only punctuation.

    reserved  attributes that a field must not hide
    """
    identifier = _identifier(name, snake, "field_") or Code("field")
    return marked(identifier) if identifier in reserved or identifier in _ANNOTATIONS else identifier


def member_name(name: str, value: str | int) -> Code:
    """The name of an enumeration's member; made from its value if the docs give no name."""
    if name:
        return _identifier(name, upper_snake, "VALUE_") or Code("VALUE")
    text = f"MINUS_{-value}" if isinstance(value, int) and value < 0 else str(value)
    return _identifier(text, upper_snake, "VALUE_") or Code("VALUE")


def dotted_name(text: str) -> tuple[Code, ...]:
    """The parts of a dotted name of Python: `acme.models.Base`.

    Raises ValueError if a part is no identifier, or a keyword.
    """
    parts = text.split(".")
    if not all(part.isidentifier() and not keyword.iskeyword(part) for part in parts):
        raise ValueError(f"no dotted name: {text}")
    return tuple(Code(part) for part in parts)


def own_name(text: str) -> Code:
    """The text as a name; "" if it is no identifier, if a class would mangle it, or if Python would normalise it."""
    is_name = text.isidentifier() and not keyword.iskeyword(text) and not text.startswith("__")
    return Code(text) if is_name and _normal(text) == text and not _HIDDEN.search(text) else Code("")


def free(name: Code, *taken: Container[str], numbers: dict[str, int] | None = None) -> Code:
    """The name, with a number behind it if it is taken.

    numbers  name → the last number given to it; the caller keeps it from call to call, so that ten thousand namesakes are
             not counted ten thousand times
    """
    if not any(name in names for names in taken):
        return name
    number = 1 if numbers is None else numbers.get(name, 1)
    candidate = Code(f"{name}_{number}") if number > 1 else name
    while any(candidate in names for names in taken):
        number += 1
        candidate = Code(f"{name}_{number}")
    if numbers is not None:
        numbers[name] = number
    return candidate


def distinct(names: Iterable[Code]) -> tuple[Code, ...]:
    """The names; a repeated one has a number behind it."""
    results: dict[Code, None] = {}
    numbers: dict[str, int] = {}
    for name in names:
        results[free(name, results, numbers=numbers)] = None
    return tuple(results)


def prefixed(package: Iterable[str], name: Code) -> Code:
    """The name behind the words of a package's name: `shared`, `Room` → `SharedRoom`."""
    return Code(pascal("_".join(package)) + name)


def behind(name: Code, word: Code) -> Code:
    """The name with a word behind it: `Room`, `Keys` → `RoomKeys`."""
    return Code(f"{name}{word}")


def private(name: Code) -> Code:
    """The name with an underscore before it, for names that a module keeps to itself."""
    return Code(f"_{name}")


def marked(name: Code) -> Code:
    """The name with an underscore behind it, if the name itself cannot be used. No name of the docs becomes such a name."""
    return Code(f"{name}_")


def _caseless(name: str) -> str:
    return snake(name).casefold()


@lru_cache(maxsize=65536)
def _identifier(name: str, spell: Callable[[str], str], prefix: str) -> Code:
    spelled = _normal(spell(_visible(name)))
    fits = spelled.isidentifier()  # then each of its characters may stand in a name
    kept = (spelled if fits else "".join(char for char in spelled if f"a{char}".isidentifier())).strip("_")
    if not any(map(str.isalnum, kept)):
        return Code("")
    if not kept.isidentifier():
        kept = prefix + kept
    kept = _normal(kept)  # again: a mark may stand behind another letter now
    return Code(f"{kept}_" if keyword.iskeyword(kept) else kept)


def _visible(name: str) -> str:
    return name if name.isascii() and name.isprintable() else _HIDDEN.sub(" ", _normal(name))


def _normal(text: str) -> str:
    return text if text.isascii() else unicodedata.normalize("NFKC", text)
