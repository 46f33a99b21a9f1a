"""Lines above the tables of one section that begin with a name: each table is a model of its own.

    **Berth** (`harbour/berths/<id>`)
    | Key | Type |

    **Crane** - lifts containers
    | Key | Type |

One such line alone tells nothing, and `**Note** - all times are UTC` names nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from ....markdown import Block, Inline, Prose, Section, Table
from ....patterns import regex
from ....tables.lexicon import Words, any_language
from ....tables.requests import request_of_cell
from .labels import is_led

_LINE = regex(
    r"(?P<dress>\*\*|__|\*|_|(?=`))(?P<name>`[^`\n]{1,60}`|[^*_`\s][^*`\n]{0,59}?)(?P<colon>[:：]?)(?P=dress)"
    r"(?P<rest>(?P<colon_behind>\s*[:：]\s*|\s*[-–—]+\s+|\s*(?=[(（])|\s+)\S.*)"
)
_ENTRY = regex(r"\n\s*(?:\*\*|__|`)")
"""A further line that begins like the first one: an attribute, such as `**Topic:** dock`."""
_BEHIND_NAME = regex(r"\s*(?:[(（]|[-–—]+\s|[:：])")
_TAG = regex(r"<[^<>\n]{1,200}>")
_LETTER = regex(r"[^\W\d_]")
_FEWEST = 2  # the fewest tables with such lines
_MOST_WORDS = 4  # of a name


def named_lines(section: Section, words: Words) -> Mapping[int, str]:
    """The names in the lines above the tables of a section, by the lines of the tables; empty if the names tell nothing apart."""
    names: dict[int, str] = {}
    before: Block | None = None
    for block in section.blocks:
        if isinstance(block, Table) and (name := _name(before, words)):
            names[block.line] = name
        before = block
    return names if len(names) >= _FEWEST and len({name.casefold() for name in names.values()}) == len(names) else {}


def announces_other(block: Block | None, words: Words) -> bool:
    """Whether the line above a table may announce another model than the table before: "A crane has these keys:".

    A line with a mark announces further fields: "Cranes have these optional keys:".
    """
    if not isinstance(block, Prose):
        return False
    text = Inline(_TAG.sub(" ", block.source), 1, 1).text.casefold()
    is_in_tags = block.source.lstrip().startswith("<") and 0 < len(text.split()) <= _MOST_WORDS
    if not (is_in_tags or is_led(block, words) or _head(block, words)):
        return False
    pieces = {piece.strip(".,:;()") for piece in text.split()}
    has_mark = not (pieces.isdisjoint(words.marks) and pieces.isdisjoint(words.others))
    return not has_mark and any_language().further.search(text) is None


def _name(block: Block | None, words: Words) -> str:
    """The name at the head of a paragraph, apart from the words behind it; "" without one."""
    match = _head(block, words)
    if match is None:
        return ""
    rest = match["rest"].strip(":： ")
    is_parted = bool(match["colon"]) or _BEHIND_NAME.match(match["rest"]) is not None
    is_value = rest.startswith("`") or request_of_cell(rest.strip("`")) is not None
    return _text_of(match) if is_parted and not is_value and _may_be_title(match["name"]) else ""


def _may_be_title(name: str) -> bool:
    """Whether words may name a model: code, a word, or words that begin like names, not `Basic settings` or `Step 1`."""
    pieces = name.strip(" :：").split()
    return (
        name.startswith("`")
        or len(pieces) == 1
        or not any(piece[0].islower() or piece[0].isdigit() for piece in pieces[1:])
    )


def _head(block: Block | None, words: Words) -> re.Match[str] | None:
    """The words in bold or code at the head of a paragraph that may be a name, with the rest; None without such words."""
    source = block.source.strip() if isinstance(block, Prose) else ""
    match = _LINE.match(source) if not _ENTRY.search(source) else None
    if match is None:
        return None
    name = _text_of(match)
    is_short = _LETTER.search(name) is not None and len(name.split()) <= _MOST_WORDS
    return match if is_short and name.split()[0].casefold() not in words.notes else None


def _text_of(match: re.Match[str]) -> str:
    return Inline(match["name"], 1, 1).text.strip(" :：")
