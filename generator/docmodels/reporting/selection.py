"""The page or the models that a user of `docmodels inspect` asks for, by any of their names."""

from __future__ import annotations

import difflib
import posixpath
from collections.abc import Iterator

from ..frozen import frozen
from ..model.names import folded
from ..model.selectors import Selector
from ..model.types import DeclarationId
from ..pipeline.understand import Understanding

_CLOSE = 0.7


@frozen()
class Selection:
    """The declarations to show.

    page    the path of the page, if the user asked for a page; else ""
    models  the declarations, in the order of the docs
    """

    page: str
    models: tuple[DeclarationId, ...]

    @property
    def pages(self) -> frozenset[str]:
        return frozenset({self.page} if self.page else {model.page for model in self.models})


def select(understanding: Understanding, wanted: str) -> Selection:
    """The selection for a text: a page by its path, models by a selector, or a page by the name of its file.

    Raises ValueError if nothing has that name; its message has similar names.
    """
    model, docs = understanding.model, understanding.docs
    if wanted in docs.pages:
        return of_page(understanding, wanted)
    try:
        declarations = Selector.parse(wanted).declarations(model, understanding.names.classes)
    except ValueError:
        declarations = ()
    if declarations:
        return Selection("", tuple(declaration.id for declaration in declarations))
    stem = folded(_stem(wanted))
    named = [path for path in sorted(docs.pages) if folded(_stem(path)) == stem and wanted.endswith(_end(path, wanted))]
    if len(named) == 1:
        return of_page(understanding, named[0])
    near = named or list(_near(understanding, wanted))
    message = f'no page and no model "{wanted}" in the docs'
    raise ValueError(f"{message}; did you mean {_either(near)}?" if near else message)


def of_page(understanding: Understanding, page: str) -> Selection:
    """The selection of all declarations of a page; there may be none."""
    models = (declaration.id for declaration in understanding.model.declarations if declaration.place.path == page)
    return Selection(page, tuple(models))


def _near(understanding: Understanding, wanted: str) -> Iterator[str]:
    """Paths and titles that are similar to a text, the most similar first; at most three."""
    names: dict[str, str] = {}
    for declaration in understanding.model.declarations:
        names.setdefault(folded(declaration.title), declaration.title)
    for path in sorted(understanding.docs.pages):
        names.setdefault(folded(_stem(path)), path)
    for close in difflib.get_close_matches(folded(_stem(wanted)), names, 3, _CLOSE):
        yield names[close]


def _stem(path: str) -> str:
    return posixpath.splitext(posixpath.basename(path))[0]


def _end(path: str, wanted: str) -> str:
    """The suffix that the user's text needs for a path: none if it has no suffix at all."""
    return posixpath.splitext(path)[1] if posixpath.splitext(wanted)[1] else ""


def _either(names: list[str]) -> str:
    *others, last = [f'"{name}"' for name in names[:3]]
    return f"{', '.join(others)} or {last}" if others else last
