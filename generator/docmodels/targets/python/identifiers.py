"""The one way from a documented name to a Python identifier.

Whatever stands in the docs, what comes out is an identifier that is no keyword and that Python's own normalisation
(NFKC, see the language reference, "Names") leaves as it is, so that two different results are two names for Python.
Nothing in it is invisible: Python takes variation selectors and fillers for parts of a name, a reader does not.
"""

from __future__ import annotations

import keyword
import unicodedata
from collections.abc import Callable, Container, Iterable
from functools import lru_cache

from ...model.names import DEVICES, pascal, snake, upper_snake
from ...regexes import regex
from .literals import HIDDEN
from .syntax import Code

# Built-in types that annotations are made of, which a field with a default would hide from those below it.
_ANNOTATIONS = frozenset({"bool", "bytes", "dict", "float", "int", "list", "str"})
_HIDDEN = regex(f"[{HIDDEN}]")


def class_name(title: str) -> Code:
    """The name of the class for a page's title; "" where the title has no letter and no digit."""
    return _identifier(title, pascal, "Model")


def module_name(name: str) -> Code:
    """The name of a module or package; "" where the name has no letter and no digit.

    File systems that ignore case treat two names as one where their case folding is the same (`ss` and
    `ß`, the two small sigmas), so that is what the name is made of.
    """
    found = _identifier(name, _caseless, "module_")
    return marked(found) if found in DEVICES else found


def field_name(name: str, reserved: Container[str]) -> Code:
    """The name of a field; a field that only punctuation names is `field`.

    reserved  attributes that a field must not hide
    """
    found = _identifier(name, snake, "field_") or Code("field")
    return marked(found) if found in reserved or found in _ANNOTATIONS else found


def member_name(name: str, value: str | int) -> Code:
    """The name of an enumeration's member, from its value where the docs give it none."""
    if name:
        return _identifier(name, upper_snake, "VALUE_") or Code("VALUE")
    text = f"MINUS_{-value}" if isinstance(value, int) and value < 0 else str(value)
    return _identifier(text, upper_snake, "VALUE_") or Code("VALUE")


def dotted_name(text: str) -> tuple[Code, ...]:
    """The parts of a dotted name of Python: `acme.models.Base`.

    Raises ValueError where one of them is no identifier, or a keyword.
    """
    parts = text.split(".")
    if not all(part.isidentifier() and not keyword.iskeyword(part) for part in parts):
        raise ValueError(f"no dotted name: {text}")
    return tuple(Code(part) for part in parts)


def own_name(text: str) -> Code:
    """The text as a name; "" where it is no identifier, where a class would hide it, or where Python would change it."""
    is_name = text.isidentifier() and not keyword.iskeyword(text) and not text.startswith("__")
    return Code(text) if is_name and _normal(text) == text and not _HIDDEN.search(text) else Code("")


def free(name: Code, *taken: Container[str], numbers: dict[str, int] | None = None) -> Code:
    """The name, with a number behind it where it is taken.

    numbers  for a name, how many are known to be taken; kept from call to call, so that ten thousand namesakes are not
             counted ten thousand times
    """
    candidate, number = name, 1
    if numbers is not None and any(name in names for names in taken):
        number = numbers.get(name, 1)
        candidate = Code(f"{name}_{number}") if number > 1 else name
    while any(candidate in names for names in taken):
        number += 1
        candidate = Code(f"{name}_{number}")
    if numbers is not None:
        numbers[name] = number
    return candidate


def distinct(names: Iterable[Code]) -> tuple[Code, ...]:
    """The names, each that came before with a number behind it."""
    found: dict[Code, None] = {}
    numbers: dict[str, int] = {}
    for name in names:
        found[free(name, found, numbers=numbers)] = None
    return tuple(found)


def prefixed(package: Iterable[str], name: Code) -> Code:
    """The name with the words of a package's name before it: `shared`, `Room` -> `SharedRoom`."""
    return Code(pascal("_".join(package)) + name)


def behind(name: Code, word: Code) -> Code:
    """The name with a word behind it: `Room`, `Keys` -> `RoomKeys`."""
    return Code(f"{name}{word}")


def private(name: Code) -> Code:
    """The name as one that a module keeps to itself."""
    return Code(f"_{name}")


def marked(name: Code) -> Code:
    """A name for what cannot have its own; no name of the docs comes out as this."""
    return Code(f"{name}_")


def _caseless(name: str) -> str:
    return snake(name).casefold()


@lru_cache(maxsize=65536)
def _identifier(name: str, spell: Callable[[str], str], prefix: str) -> Code:
    spelled = _normal(spell(_visible(name)))
    fits = spelled.isidentifier()  # then so are its characters behind another
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
