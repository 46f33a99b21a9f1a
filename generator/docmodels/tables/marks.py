"""The meaning of cells in columns of marks."""

from __future__ import annotations

import unicodedata
from types import MappingProxyType

from ..frozen import frozen
from ..markdown import Inline
from ..model.declarations import Access, Presence
from ..patterns import regex
from .conditions import has_condition, has_equation
from .lexicon import Mark, Words
from .lexicon.entries import lowered

_ICON = regex(r"\{\{[<%][^{}]{0,100}[%>]\}\}|\{[\w-]{1,40}\}")  # `{check-circle} Yes`
_SYMBOL = regex(r"[^\w\s(（\[]{1,3}\s+(?=[^\W\d_])")
_REFERENCE = regex(
    r"[(（]\s*(?:see|cf\.|s\.|siehe|voir|ver|véase|см\.|参见|見|詳見|详见)(?![^\W\d_])[^()（）]{0,60}[)）]"
)  # `required (see 6.1)`
_TAG = regex(r"</?[A-Za-z][^<>\n]{0,100}>")
_HEAD_END = regex(r"[\s,，、;；(（/。.:：<\[［【〔※]")
_EMOJI = regex(r":[a-z0-9_+-]{1,40}:")
_KEY = regex(
    r"(?:pk|fk|uk|primary key|foreign key|unique|主键|主鍵|外键|外鍵)(?:[ ,/]+(?:pk|fk|uk|unique))*"
)  # of a database


_PARTED = regex(r"\s*[,，、;；]\s*")


def without_keys(text: str) -> str:
    """A text in lower case without the words for keys of a database in its list: `unique, not null`."""
    return ", ".join(part for part in _PARTED.split(text) if _KEY.fullmatch(part) is None)


_BESIDE = frozenset({Mark.NULLABLE, Mark.READ_ONLY, Mark.WRITE_ONLY, Mark.DEPRECATED})
"""Marks that do not concern the presence of a field."""


@frozen()
class Meaning:
    """The meaning of marks for a field; None without a mark."""

    presence: Presence | None = None
    nullable: bool = False
    access: Access = Access.BOTH
    deprecated: bool = False


_NO_MEANING = Meaning()


def meaning(marks: frozenset[Mark] | set[Mark]) -> Meaning:
    """The joint meaning of marks. A mark for "sometimes" or "optional" makes the field optional."""
    if not marks:
        return _NO_MEANING
    presence = None
    if marks & {Mark.OPTIONAL, Mark.CONDITIONAL}:
        presence = Presence.OPTIONAL
    elif Mark.REQUIRED in marks:
        presence = Presence.REQUIRED
    access = Access.BOTH
    if Mark.READ_ONLY in marks:
        access = Access.READ_ONLY
    elif Mark.WRITE_ONLY in marks:
        access = Access.WRITE_ONLY
    return Meaning(presence, Mark.NULLABLE in marks, access, Mark.DEPRECATED in marks)


class UnknownMark(Exception):
    """No lexicon has the word in a cell of a column of marks."""


def sign(cell: Inline, words: Words) -> bool | None:
    """The meaning of a cell in a column of marks: yes, no, or None for sometimes. A remark changes nothing.

    `✅ Yes`, `REQUIRED <br/>*(as of v3.0)*`, `Yes, if open`. Raises UnknownMark.
    """
    plain = _TAG.sub("", cell.text.replace("\ufe0f", "")).strip()
    word = _without_icon(plain.strip("*_`").strip(), words)
    folded = word.casefold()
    if plain.endswith("*") and not plain.startswith("*") and _known_sign(folded, words) == (True,):
        return None  # `Yes*`: a note has the condition
    for text in (folded, folded.strip(" .()[]（）。:")):
        if (known := _known_sign(text, words)) is not None:
            return known[0]
    if words.condition.match(folded):
        return None
    head, rest = _headed(folded, words)
    known = _known_sign(head, words)
    if known is None or not head:
        if any(folded.endswith(word) for word in words.unspaced_signs) or (
            not folded.isascii() and has_condition(folded, words)
        ):
            return None  # `群聊时必填`, `x和y至少填一个`
        raise UnknownMark(word)
    if words.marks.get(_bare(rest)) in _BESIDE:
        return known[0]  # `yes (nullable)`
    if _KEY.fullmatch(_bare(rest)):
        return known[0]  # `✅ PK`
    more = _known_sign(_bare(rest), words)
    if more is not None:
        return known[0] if more[0] == known[0] else None  # `✅ Yes`, but `Yes/No`
    if known[0] is False:
        return False
    is_remark = rest[:1] in "\n(（[,，、;；.。:：–—-" and not rest.startswith("[^")
    rest = _REFERENCE.sub("", rest)
    is_case = has_condition(rest, words) or has_equation(rest, words)
    return known[0] if is_remark and not is_case else None


def mark_behind(cell: Inline, words: Words) -> Mark | None:
    """The mark of another kind behind yes or no in a column of marks: `yes (nullable)`."""
    plain = _TAG.sub("", cell.text.replace("\ufe0f", "")).strip().strip("*_`").strip()
    _, rest = _headed(_without_icon(plain, words).casefold(), words)
    mark = words.marks.get(_bare(rest)) if rest else None
    return mark if mark in _BESIDE else None


def _bare(rest: str) -> str:
    return rest.strip(" .,;:()[]（）。，*_`/-–—")


def _without_icon(text: str, words: Words) -> str:
    """The text of a cell without an icon before the word: `⚠ Optional`. An icon with a meaning stays: `✅ Yes`."""
    text = _ICON.sub("", text).strip() or text
    symbol = _SYMBOL.match(text)
    return text if symbol is None or symbol[0].strip() in words.signs else text[symbol.end() :]


def remark_in(cell: Inline, words: Words) -> str:
    """The text beside yes or no in a cell of marks, as Markdown: all of it for a condition or "sometimes", "" without any."""
    text = _TAG.sub("", cell.text.replace("\ufe0f", "")).strip().strip("*_`").strip()
    text = _without_icon(text, words).casefold()
    starred = _TAG.sub("", cell.text).strip()
    if starred.endswith("*") and _known_sign(text, words) == (True,):
        return starred  # `Yes*`: a note tells when
    word = text.strip(" .()[]（）。:")
    if not word or (alone := _known_sign(word, words)) is not None:
        is_word = len(word) > 1 and word[0].isalpha()
        return cell.prose if is_word and alone == (None,) else ""  # `SHOULD`, `auto`
    head, rest = _headed(text, words)
    known = _known_sign(head, words)
    if known is None or known[0] is None or has_condition(rest, words) or has_equation(rest, words):
        return cell.prose
    rest = rest.strip(" .,;:()[]（）。，*_`/-–—\n")
    if not rest or words.marks.get(rest) in _BESIDE:
        return ""
    if (more := _known_sign(rest, words)) is not None:
        return cell.prose if more[0] is None else ""  # `yes, automatic`, but `✅ Yes`
    at = cell.prose.casefold().find(head)
    behind = cell.prose[at + len(head) :] if at >= 0 else ""
    behind = behind.removeprefix(cell.prose[:at].strip()[::-1] if at > 0 else "")
    behind = behind.lstrip(".,;:，；：。、 \n–—-")
    return (behind.strip("*_") if behind.count("**") % 2 else behind) or cell.prose


def _known_sign(text: str, words: Words) -> tuple[bool | None] | None:
    """A tuple with the meaning of a word or sign, which may be None for sometimes; None for an unknown one."""
    if text in words.signs:
        return (words.signs[text],)
    if text in words.marks:
        return ({Mark.REQUIRED: True, Mark.OPTIONAL: False}.get(words.marks[text]),)
    return None


def _headed(folded: str, words: Words) -> tuple[str, str]:
    """The sign or mark that a text begins with, and the rest."""
    match = words.mark_phrase.match(folded)
    if match is not None and not folded[match.end() : match.end() + 1].isalnum():
        return lowered(match[0]), folded[match.end() :].lstrip(" ")
    icon = _EMOJI.match(folded)
    head = icon[0] if icon is not None else _HEAD_END.split(folded, maxsplit=1)[0]
    if len(head) > 1 and head[0] in words.signs and unicodedata.category(head[0]) == "So" and head[1].isalpha():
        head = head[0]  # `○法人の場合`
    return head, folded[len(head) :].lstrip(" ")


OPPOSITE = MappingProxyType({Mark.REQUIRED: Mark.OPTIONAL, Mark.OPTIONAL: Mark.REQUIRED})
"""The meaning of each mark with "no" behind it."""
