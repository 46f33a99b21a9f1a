"""Marks of a field: what cells, and fixed phrases in a description, say about it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from types import MappingProxyType

from ..frozen import frozen
from ..markdown import Inline
from ..model.declarations import Access, Presence
from .lexicon import Mark, Words
from .mark_sentences import leads_to_case, lists_values, sentence_marks
from .null_cases import has_null_case

_ICON = re.compile(r"\{\{[<%][^{}]{0,100}[%>]\}\}|\{[\w-]{1,40}\}")  # `{check-circle} Yes`
_SYMBOL = re.compile(r"[^\w\s(（\[]{1,3}\s+(?=[^\W\d_])")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,100}>")
_HEAD_END = re.compile(r"[\s,，;；(（/。.:：<\[]")
_EMOJI = re.compile(r":[a-z0-9_+-]{1,40}:")
_BRACKET_AT_HEAD = re.compile(r"[\s*_]{0,4}[(（\[【](?P<inner>[^()（）\[\]【】]{1,200})[)）\]】]")
_STRESSED_AT_HEAD = re.compile(
    r"\s*(?P<dress>\*\*|__|\*|_)(?P<inner>[^*_\n]{1,60}?)(?:[.:：。,，](?P=dress)|(?P=dress)[.:：。,，;；])(?=\s|\Z|[^\x00-\x7f])"
)
_NEAR_END = 10  # characters: a bracket, and what may stand behind it
_ROUNDS = 8  # no description has more marks at an end
_LEAD = re.compile(r"[\s*_`(\[{【（<~-]*")
_BEHIND = re.compile(
    r"[*_`~)\]}】）>]*\s*(?:[.:;,!|。：；，、！\n]|[–—-]\s|$)|[*_`~]*[)\]}】）>]|[*_`]+(?=\s|$)|\s*[(（]"
)
_TAIL = " \t\n.*_`~)]}】）。!；;,，"
_BOUNDARY = ".。;；,，(（[【:：!！?？\n*_`|–—"


_BESIDE = frozenset({Mark.NULLABLE, Mark.READ_ONLY, Mark.WRITE_ONLY, Mark.DEPRECATED})
"""Marks that say nothing of whether a field must be there."""


@frozen()
class Said:
    """The meaning of marks for a field; None where they are silent."""

    presence: Presence | None = None
    nullable: bool = False
    access: Access = Access.BOTH
    deprecated: bool = False


def said(marks: frozenset[Mark] | set[Mark]) -> Said:
    """The joint meaning of marks. Whatever says "sometimes" or "optional" makes code do without the field."""
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
    return Said(presence, Mark.NULLABLE in marks, access, Mark.DEPRECATED in marks)


class UnknownMark(Exception):
    """A cell of a column of marks says something that no lexicon has."""


def sign(cell: Inline, words: Words) -> bool | None:
    """The meaning of a cell in a column of marks: yes, no, or None for sometimes. A remark behind it changes nothing.

    `✅ Yes`, `REQUIRED <br/>*(as of v3.0)*`, `Yes, if open`. Raises UnknownMark.
    """
    shown = _TAG.sub("", cell.text.replace("\ufe0f", "")).strip()
    whole = _without_icon(shown.strip("*_`").strip(), words)
    folded = whole.casefold()
    if shown.endswith("*") and not shown.startswith("*") and _known_sign(folded, words) == (True,):
        return None  # `Yes*`: the note tells when
    for text in (folded, folded.strip(" .()[]（）。:")):
        if (known := _known_sign(text, words)) is not None:
            return known[0]
    if words.condition.match(folded):
        return None
    head, rest = _headed(folded, words)
    known = _known_sign(head, words)
    if known is None or not head:
        if any(folded.endswith(word) for word in words.unspaced_signs):
            return None  # a condition, and yes or no behind it: `群聊时必填`
        raise UnknownMark(whole)
    if words.marks.get(_bare(rest)) in _BESIDE:
        return known[0]  # `yes (nullable)`
    more = _known_sign(_bare(rest), words)
    if more is not None:
        return known[0] if more[0] == known[0] else None  # `✅ Yes`, but `Yes/No`
    if known[0] is False:
        return False
    is_remark = rest[:1] in "\n(（[,，;；.。:：–—-" and not rest.startswith("[^")
    return known[0] if is_remark and not has_condition(rest, words) else None


def mark_behind(cell: Inline, words: Words) -> Mark | None:
    """The mark behind yes or no in a cell of a column of marks that is about something else: `yes (nullable)`."""
    shown = _TAG.sub("", cell.text.replace("\ufe0f", "")).strip().strip("*_`").strip()
    _, rest = _headed(_without_icon(shown, words).casefold(), words)
    mark = words.marks.get(_bare(rest)) if rest else None
    return mark if mark in _BESIDE else None


def _bare(rest: str) -> str:
    return rest.strip(" .,;:()[]（）。，*_`/-–—")


def _without_icon(text: str, words: Words) -> str:
    """The text of a cell without the icon before its word, unless the icon is a sign itself: `⚠ Optional`, `✅ Yes`."""
    text = _ICON.sub("", text).strip() or text
    symbol = _SYMBOL.match(text)
    return text if symbol is None or symbol[0].strip() in words.signs else text[symbol.end() :]


def remark_in(cell: Inline, words: Words) -> str:
    """The text of a cell in a column of marks besides yes or no, as Markdown; all of it for a condition, "" for none."""
    whole = _TAG.sub("", cell.text.replace("\ufe0f", "")).strip().strip("*_`").strip()
    whole = _without_icon(whole, words).casefold()
    if not whole or _known_sign(whole.strip(" .()[]（）。:"), words) is not None:
        return ""
    head, rest = _headed(whole, words)
    known = _known_sign(head, words)
    if known is None or known[0] is None or has_condition(rest, words):
        return cell.prose
    rest = rest.strip(" .,;:()[]（）。，*_`/-–—\n")
    if not rest or _known_sign(rest, words) is not None or words.marks.get(rest) in _BESIDE:
        return ""
    at = cell.prose.casefold().find(head)
    behind = cell.prose[at + len(head) :] if at >= 0 else ""
    behind = behind.removeprefix(cell.prose[:at].strip()[::-1] if at > 0 else "")
    behind = behind.lstrip(".,;:，；： \n–—-")
    return (behind.strip("*_") if behind.count("**") % 2 else behind) or cell.prose


def has_condition(text: str, words: Words) -> bool:
    """Whether a text in lower case has a phrase that begins a condition."""
    return any(
        not (text[match.start()].isascii() and match.start() and text[match.start() - 1].isalnum())
        for match in words.condition.finditer(text)
    )


def _known_sign(text: str, words: Words) -> tuple[bool | None] | None:
    """The meaning of a word or sign, in a tuple of its own; None for one that no lexicon has."""
    if text in words.signs:
        return (words.signs[text],)
    if text in words.marks:
        return ({Mark.REQUIRED: True, Mark.OPTIONAL: False}.get(words.marks[text]),)
    return None


def _headed(folded: str, words: Words) -> tuple[str, str]:
    """The sign or mark that a text begins with, and the rest."""
    match = words.mark_phrase.match(folded)
    if match is not None and not folded[match.end() : match.end() + 1].isalnum():
        return _plain(match[0]), folded[match.end() :].lstrip(" ")
    icon = _EMOJI.match(folded)
    head = icon[0] if icon is not None else _HEAD_END.split(folded, maxsplit=1)[0]
    return head, folded[len(head) :].lstrip(" ")


def bracket_marks(text: str, words: Words) -> frozenset[Mark]:
    """The marks that are set off where a description opens or closes: `_(May be omitted)_`, `*Optional*. The …`."""
    found: set[Mark] = set()
    end = text[-_NEAR_END:]
    at_end = _BRACKET_AT_END.search(text) if ")" in end or "）" in end else None
    for match in (_BRACKET_AT_HEAD.match(text), _STRESSED_AT_HEAD.match(text), at_end):
        if match is None:
            continue
        plain = _plain(match["inner"].strip(" *_`.。"))
        mark = words.marks.get(plain)
        if mark is None and (phrase := words.mark_phrase.match(plain)) is not None:
            rest = plain[phrase.end() :]
            mark = words.marks[_plain(phrase[0])] if not rest[:1].isalnum() else None
            if _OF_VALUE.match(rest):
                mark = None
            if mark is Mark.REQUIRED and rest:
                mark = Mark.CONDITIONAL if has_condition(rest, words) else mark
        if mark is not None and not (mark is Mark.DEPRECATED and lists_values(text[: match.start()], words)):
            found.add(mark)
    return frozenset(found)


def description_marks(text: str, words: Words, values: Iterable[object] = (), name: str = "") -> frozenset[Mark]:
    """The marks at the head and at the end of a description; what stands in the midst of it is prose.

    values  those that the field may have: `Read only` is no mark where it is one of the levels of a user
    name    the field's own name, for sentences such as `` `old` is deprecated``
    """
    text = _without_values(text, values, words)
    labelled, text = _labelled(text, words)
    found: set[Mark] = set(labelled)
    at = 0
    for _ in range(_ROUNDS):
        lead = _LEAD.match(text, at)
        start = lead.end() if lead else at
        match = words.mark_phrase.match(text, start)
        mark = words.marks[_plain(match[0])] if match else None
        end = _BEHIND.match(text, match.end()) if match else None
        if (
            match is not None
            and end is None
            and mark is Mark.REQUIRED
            and words.condition.match(text[match.end() :].lstrip(" *_`,，（(:").casefold())
        ):
            found.add(Mark.CONDITIONAL)
            break
        if (
            mark is None
            or end is None
            or (mark is Mark.DEPRECATED and leads_to_case(text[match.end() if match else 0 :], words))
        ):
            break
        if mark is Mark.REQUIRED and _leads_to_condition(text, match.end() if match else 0, words):
            mark = Mark.CONDITIONAL
        found.add(mark)
        at = end.end()
    rest = text[at:].rstrip(_TAIL)
    for _ in range(_ROUNDS):
        phrase = _phrase_at_end(rest, words)
        if phrase is None:
            break
        mark = words.marks[_plain(phrase)]
        rest = rest[: -len(phrase)]
        if mark is Mark.DEPRECATED and lists_values(rest, words):
            break
        found.add(mark)
        rest = rest.rstrip().rstrip(_TAIL)
    if has_null_case(text, words):
        found.add(Mark.NULLABLE)
    return frozenset(found) | bracket_marks(text, words) | sentence_marks(text, words, name)


def _without_values(text: str, values: Iterable[object], words: Words) -> str:
    """The text with "…" for each value that a mark is spelled like, but for a mark that begins it: `Deprecated. …`."""
    for value in values:
        if isinstance(value, str) and value.casefold() in words.marks:
            spelled = re.compile(rf"(?<!\w){re.escape(value)}(?!\w)")
            at = spelled.match(text)
            start = at.end() if at is not None and text[at.end() :].startswith((".", ":", " -", " –", " —")) else 0
            text = text[:start] + spelled.sub("…", text[start:])
    return text


_LABEL_BEHIND = re.compile(
    r"[*_`\s]{0,4}[:：=][*_`\s]{0,4}(?P<sign>[^\s*_`.。,，;；()（）]{1,20})[*_`]{0,3}(?=\s*(?:[.。,，;；!|\n)）]|$))"
)
_SIGN_BEHIND = re.compile(
    r"[:：=][*_`\s]{0,4}(?P<sign>[^\s*_`.。,，;；()（）]{1,20})"
)  # a quick look before a thorough one
OPPOSITE = MappingProxyType({Mark.REQUIRED: Mark.OPTIONAL, Mark.OPTIONAL: Mark.REQUIRED})
"""The meaning of each mark with "no" behind it."""


def _labelled(text: str, words: Words) -> tuple[frozenset[Mark], str]:
    """The marks that stand before yes or no, and the text without them: `*Required*: No`, `Required: false.`"""
    if not any(match["sign"].casefold() in words.signs for match in _SIGN_BEHIND.finditer(text)):
        return frozenset(), text
    found: set[Mark] = set()
    kept, at = [], 0
    for match in words.mark_phrase.finditer(text):
        behind = _LABEL_BEHIND.match(text, match.end())
        before = text[: match.start()].rstrip(" *_`-")
        if behind is None or match.start() < at or (before and before[-1] not in _BOUNDARY):
            continue
        shown = words.signs.get(behind["sign"].casefold())
        if shown is None:
            continue
        mark = words.marks[_plain(match[0])]
        if shown:
            found.add(mark)
        elif mark in OPPOSITE:
            found.add(OPPOSITE[mark])
        kept.append(text[at : match.start()].rstrip(" *_`"))
        at = behind.end()
    return frozenset(found), "".join((*kept, text[at:])).lstrip(" .;,。；，\n") if found or at else text


def _leads_to_condition(text: str, at: int, words: Words) -> bool:
    """Whether a colon, a dash or a bracket leads from a mark to a condition: `Required (if open)`, `Required: if open`."""
    match = _LEAD_ON.match(text, at)
    if match is None:
        return False
    rest = text[match.end() :][:40]
    is_head = rest[:1].islower() or not rest[:1].isascii() or "(" in match[0]
    return is_head and words.condition.match(rest.casefold()) is not None


_LEAD_ON = re.compile(r"[*_`\s]{0,4}(?:[:：(（]|[–—-]\s)[*_`\s]{0,4}")
_OF_VALUE = re.compile(r"\s*[:：]\s*`")  # `(deprecated: `c`)` tells of a value
_BRACKET_AT_END = re.compile(r"[(（](?P<inner>[^()（）]{1,200})[)）]\W{0,9}\Z")


def _plain(phrase: str) -> str:
    return " ".join(phrase.casefold().split())


def _phrase_at_end(text: str, words: Words) -> str | None:
    """The phrase of a mark that ends a text, with a boundary before it."""
    start = max((text.rfind(mark) for mark in _BOUNDARY), default=-1) + 1
    match = words.mark_phrase.fullmatch(text[start:].strip(" *_`("))
    return match[0] if match and (start > 0 or match[0] == text) else None
