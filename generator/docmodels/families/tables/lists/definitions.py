"""Lists of definitions without types, which may be fields.

<dl>
  <dt><code>room_id</code></dt>
  <dd>The room to join.</dd>
</dl>
"""

from __future__ import annotations

import re

from ....diagnostics import Diagnostic, Place
from ....markdown import Block, ItemList, Prose, Section
from ....patterns import regex
from ....tables.lexicon import Part, Role, Words
from ..headings.headings import part_of
from ..headings.titles import cleaned, heading_text
from ..labels.labels import label_of

_CODED_TERM = regex(
    r"<dt[^>]{0,100}>\s{0,20}<(?:code|tt|kbd)\b|^[*_]{0,2}`(?=[^`\n]{1,100}`[*_]{0,2}$)", re.IGNORECASE | re.MULTILINE
)
_BEHIND_NAME = regex(r"\S{1,100}\s{0,3}(?:[:：=–—-]|=>)\s{0,3}(?P<word>[^\W\d_]{1,40})\b")
_MOST_WORDS, _LONGEST_ITEM = 2, 2_000  # of a type behind "must be", and characters of an item that are looked at
_LAST, _LONGEST_LEAD = 3, 200  # the last words of a line that may announce fields, and its most characters


def are_announced(section: Section, before: Block | None, words: Words) -> bool:
    """Whether the heading of a section or the line above a list announces fields: "It has these attributes:"."""
    if section.level and part_of(cleaned(heading_text(section)), words) is not None:
        return True
    if isinstance(before, Prose) and part_of(label_of(before, words), words) is not None:
        return True
    source = before.source.strip() if isinstance(before, Prose) else ""
    last = [word.strip("*_").casefold() for word in source.rstrip(":： ").split()[-_LAST:]]
    is_lead = source.endswith((":", "：")) and len(source) <= _LONGEST_LEAD
    return is_lead and any(words.parts.get(word, Part.PIECE) is not Part.PIECE for word in last)


def names_fields(section: Section, before: Block | None, words: Words) -> bool:
    """Whether the heading or line above a list has a word for fields: `Fields in the response`, but not `Options`."""
    pieces = heading_text(section).casefold().split() if section.level else []
    pieces += before.source.casefold().split()[-_LAST:] if isinstance(before, Prose) else []
    has_word = any(words.roles.get(word.strip("*_:：")) is Role.NAME for word in pieces)
    return has_word and are_announced(section, before, words)


def coded_terms(block: Prose) -> int:
    """The number of terms of a list of definitions in code."""
    return len(_CODED_TERM.findall(block.source))


def undefined(path: str, items: ItemList) -> Diagnostic:
    """The finding for a list of names without types, and not below a heading for fields."""
    count = len(items.entries)
    message = f"the list defines {count} names of code, and nothing tells that they are fields; it is left out"
    help_ = 'Put it below a heading such as "Fields", or write types behind the names.'
    return Diagnostic(Place(path, items.line), "unread-row", message, help_)


def untyped(path: str, items: ItemList, words: Words) -> Diagnostic:
    """The finding for a list of names of code below a heading for fields, without types or with types that nothing marks."""
    outer = [item.text.text for item in items.entries if not item.depth]
    behind = [_BEHIND_NAME.match(text) for text in outer]
    typed = sum(match is not None and match["word"].casefold() in words.types for match in behind)
    has_types = typed * 2 >= len(outer) or tell_types(items, words)
    types = "nothing parts their types from the text" if has_types else "no types"
    message = f"the list has {len(outer)} names of code below a heading of fields, and {types}; it is left out"
    help_ = "Write types behind the names, as in `room_id` (string), or show the JSON below the same heading."
    return Diagnostic(Place(path, items.line), "unread-row", message, help_)


def tell_types(items: ItemList, words: Words) -> bool:
    """Whether most items say in a sentence which type their value has: "The value must be a number"."""
    outer = [item.text.text.casefold() for item in items.entries if not item.depth]
    typed = sum(any(_says_type(text, phrase, words) for phrase in words.may_be) for text in outer)
    return len(outer) > 1 and typed * 2 > len(outer)


def _says_type(text: str, phrase: str, words: Words) -> bool:
    _, _, rest = text[:_LONGEST_ITEM].partition(f" {phrase} ")  # "" without the phrase
    return any(word.strip(".,;:()") in words.types for word in rest.split()[:_MOST_WORDS])
