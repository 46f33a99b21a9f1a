"""Exceptions of the configuration: differences between docs and code that a team wants."""

from __future__ import annotations

from ..comparing import Disagreement
from ..config import Config
from ..diagnostics import Place
from ..frozen import frozen
from ..model import Model
from ..model.code_names import NO_CLASSES, Names
from .settings import selector


@frozen()
class Excuse:
    """An exception.

    kinds         the kinds of differences; all kinds if empty
    is_of_fields  whether it points at fields; if not, at models and the values of enumerations
    docs, code    the rows, headings and lines that it points at
    """

    key: str
    place: Place
    kinds: tuple[str, ...]
    is_of_fields: bool
    docs: frozenset[Place]
    code: frozenset[Place]

    def excuses(self, difference: Disagreement) -> bool:
        if self.kinds and difference.kind not in self.kinds:
            return False
        if bool(difference.part) is not self.is_of_fields:
            return False
        return difference.docs_place in self.docs or difference.code_place in self.code


def excuses(config: Config, docs: Model, names: Names[str], code: Model) -> tuple[Excuse, ...]:
    """The exceptions. Raises ConfigError for a key that is no selector, and for an exception without a reason."""
    made = []
    for key, settings in config.compare.exceptions.items():
        keys = "compare", "exceptions", key
        pointed = selector(config, *keys, like='"Class" or "Class.field"')
        if not settings.reason.strip():
            raise config.error(f'compare.exceptions."{key}": expected a reason', *keys)
        of_docs = [field.place for _, field in pointed.fields_of(docs, names.classes, names.attributes_of)]
        of_code = [field.place for _, field in pointed.fields_of(code)]
        is_of_fields = bool(of_docs or of_code)
        if not is_of_fields:
            of_docs = [declaration.place for declaration in pointed.declarations(docs, names.classes)]
            of_code = [declaration.place for declaration in pointed.declarations(code, NO_CLASSES)]
        places = frozenset(of_docs), frozenset(of_code)
        made.append(Excuse(key, config.place(*keys), settings.kinds, is_of_fields, *places))
    return tuple(made)
