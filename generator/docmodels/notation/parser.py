"""The one parser of type notations; a `Vocabulary` has the words of a language.

`grammar` has the grammar.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ..diagnostics import Diagnostic, Place
from ..frozen import frozen, replace
from ..markdown import Inline, Span, parse_inline
from ..model.types import ANY, Type
from ..regexes import regex
from .cursor import TypeSyntaxError
from .grammar import Grammar, InlineObject
from .phrases import undressed
from .spoken import adds_type, spoken
from .tokens import tokens
from .vocabulary import Vocabulary

_QUOTED = regex(r'``(?:[^`]|`(?!`))*``|`[^`]*`|"[^"]*"')  # and code, to leave it alone
_SPECIAL = regex(r"(?<!\\)[*_~`\[\]<>&]")
_UNDEFINED = regex(r"(?<![\w\]])\[(?P<text>[A-Za-z][\w .-]{0,80})\]\[(?P<label>[\w .-]{0,80})\](?!\()")
_PATH = regex(r"(?<!\\)<(?=[A-Za-z]\w{1,31}::)")  # `<models::Room>` would be the address of a page


@frozen()
class TypeReading:
    """The reading of a cell of types.

    optional  whether the type itself lets the value be missing
    strange   the number of words in it that the language does not have
    marks     the marks of the field in it, in the words of its `Phrases`
    rest      what is no part of the type, piece by piece: `(0-100)`, `in ms`
    """

    type: Type
    optional: bool = False
    diagnostics: tuple[Diagnostic, ...] = ()
    strange: int = 0
    marks: frozenset[str] = frozenset()
    rest: tuple[str, ...] = ()


def read_type(
    cell: Inline,
    path: str,
    vocabulary: Vocabulary,
    *,
    required: bool = True,
    inline: Callable[[InlineObject], Type] | None = None,
) -> TypeReading:
    """The type in a cell (or a heading).

    path      the page of the cell
    required  whether the value must be there; it decides what a mark for "missing or null" means
    inline    makes the type that stands for an object described in place; without it, that cannot be read

    A cell that is empty, too long or cannot be read is any value, with an error.
    """
    if cell.is_long:
        place = Place(path, cell.line, cell.column, len(cell.source))
        return _unread(place, f"it has more than {cell.limit:,} characters")
    cell = _unframed(cell, vocabulary)
    spans = _spans(cell)
    marks, rest = frozenset[str](), tuple[str, ...]()
    if vocabulary.phrases is None:
        found = tuple(tokens(spans, whole_links=vocabulary.whole_links))
    else:
        said = spoken(tuple(tokens(tuple(undressed(spans)))), vocabulary.phrases)
        found, marks, rest = said.tokens, said.marks, said.rest
        if marks and not found:
            return TypeReading(ANY, marks=marks, strange=1, rest=rest)
    parser = Grammar(found, cell, path, vocabulary, required, inline)
    try:
        whole = parser.whole()
    except TypeSyntaxError as error:
        return _unread(parser.place(error.position), str(error))
    if any(map(adds_type, rest)):  # a model of the first type would drop the fields of the others
        whole = ANY
    return TypeReading(whole, parser.optional, strange=parser.strange, marks=marks, rest=rest)


def _unframed(cell: Inline, vocabulary: Vocabulary) -> Inline:
    """The cell from where its type begins."""
    frame = re.match(vocabulary.frame, cell.source) if vocabulary.frame else None
    end = frame.end() if frame is not None else 0
    return replace(cell, source=cell.source[end:], column=cell.column + end) if end else cell


def _spans(cell: Inline) -> Sequence[Span]:
    """The spans of a cell; a text in quotes and a path in angle brackets are no Markdown."""
    source = cell.source
    if '"' in source:
        source = _QUOTED.sub(_verbatim, source)
    if "::" in source and "`" not in source:
        source = _PATH.sub(r"\\<", source)
    if "][" in source:  # a link whose label no page defines
        known = {label.casefold() for label, _ in cell.references}
        source = _UNDEFINED.sub(
            lambda found: (
                found[0] if (found["label"] or found["text"]).casefold() in known else f"[{found['text']}](<>)"
            ),
            source,
        )
    return cell.spans if source == cell.source else parse_inline(source, cell.references)


def _unread(place: Place, why: str) -> TypeReading:
    message = f"the type cannot be read: {why}; it is typed as Any"
    return TypeReading(ANY, diagnostics=(Diagnostic(place, "type-syntax", message, "Correct the type."),), strange=1)


def _verbatim(quoted: re.Match[str]) -> str:
    """A text in quotes as Markdown that shows it as it is: `"__type__"` is no emphasis."""
    return quoted[0] if quoted[0].startswith("`") else _SPECIAL.sub(r"\\\g<0>", quoted[0])
