"""The one parser of type notations; a `Vocabulary` has the words of a language.

The grammar is in `grammar`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ..diagnostics import Diagnostic, Place
from ..frozen import frozen, replace
from ..markdown import Inline, Span, parse_inline
from ..model.types import ANY, Type
from ..patterns import regex
from .cursor import TypeSyntaxError
from .grammar import Grammar, InlineObject
from .phrases import undressed
from .spoken import adds_type, spoken
from .tokens import tokens
from .vocabulary import Vocabulary

_QUOTED = regex(r'``(?:[^`]|`(?!`))*``|`[^`]*`|"[^"]*"')  # code comes first: a quote within it stays
_SPECIAL = regex(r"(?<!\\)[*_~`\[\]<>&]")
_UNDEFINED = regex(r"(?<![\w\]])\[(?P<text>[A-Za-z][\w .-]{0,80})\]\[(?P<label>[\w .-]{0,80})\](?!\()")
_PATH = regex(r"(?<!\\)<(?=[A-Za-z]\w{1,31}::)")  # `<models::Room>` would be the address of a page


@frozen()
class TypeReading:
    """The type in a cell, and the other facts there.

    optional  whether the type itself lets the value be missing
    strange   the number of words that the language lacks
    marks     the marks of the field among the words, as its `Phrases` call them
    rest      the pieces that are no part of the type: `(0-100)`, `in ms`
    before    unknown words right before a type: the `hex` of `hex string`
    """

    type: Type
    optional: bool = False
    diagnostics: tuple[Diagnostic, ...] = ()
    strange: int = 0
    marks: frozenset[str] = frozenset()
    rest: tuple[str, ...] = ()
    before: tuple[str, ...] = ()


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
    required  whether the value must be there: then a mark for "missing or null" means null
    inline    makes the type of an object without a name; None refuses such objects

    A cell that is empty, too long or no type gives Any, with an error.
    """
    if cell.is_long:
        place = Place(path, cell.line, cell.column, len(cell.source))
        return _unread(place, f"it has more than {cell.limit:,} characters")
    cell = _unframed(cell, vocabulary)
    spans = _spans(cell)
    marks, rest, before = frozenset[str](), tuple[str, ...](), tuple[str, ...]()
    if vocabulary.phrases is None:
        type_tokens = tuple(tokens(spans, whole_links=vocabulary.whole_links))
    else:
        phrase = spoken(tuple(tokens(tuple(undressed(spans)))), vocabulary.phrases)
        type_tokens, marks, rest, before = phrase.tokens, phrase.marks, phrase.rest, phrase.before
        if marks and not type_tokens:
            return TypeReading(ANY, marks=marks, strange=1, rest=rest)
    parser = Grammar(type_tokens, cell, path, vocabulary, required, inline)
    try:
        kind = parser.read()
    except TypeSyntaxError as error:
        return _unread(parser.place(error.position), str(error))
    if any(map(adds_type, rest)):  # a model of the first type would drop the fields of the others
        kind = ANY
    return TypeReading(kind, parser.optional, strange=parser.strange, marks=marks, rest=rest, before=before)


def _unframed(cell: Inline, vocabulary: Vocabulary) -> Inline:
    """The cell from its type on, without the frame before it."""
    frame = re.match(vocabulary.frame, cell.source) if vocabulary.frame else None
    end = frame.end() if frame is not None else 0
    return replace(cell, source=cell.source[end:], column=cell.column + end) if end else cell


def _spans(cell: Inline) -> Sequence[Span]:
    """The spans of a cell. A text in quotes and a path in angle brackets stay as they are: they are no Markdown."""
    source = cell.source
    if '"' in source:
        source = _QUOTED.sub(_verbatim, source)
    if "::" in source and "`" not in source:
        source = _PATH.sub(r"\\<", source)
    if "][" in source:  # a link whose label no page defines
        known = {label.casefold() for label, _ in cell.references}
        source = _UNDEFINED.sub(
            lambda match: (
                match[0] if (match["label"] or match["text"]).casefold() in known else f"[{match['text']}](<>)"
            ),
            source,
        )
    return cell.spans if source == cell.source else parse_inline(source, cell.references)


def _unread(place: Place, why: str) -> TypeReading:
    message = f"the type cannot be read: {why}; it is typed as Any"
    return TypeReading(ANY, diagnostics=(Diagnostic(place, "type-syntax", message, "Correct the type."),), strange=1)


def _verbatim(quoted: re.Match[str]) -> str:
    """Escape a text in quotes, so that Markdown keeps it: `"__type__"` is no emphasis."""
    return quoted[0] if quoted[0].startswith("`") else _SPECIAL.sub(r"\\\g<0>", quoted[0])
