"""The lines above tables: labels, or the field that the table describes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from ....markdown import Block, Inline, ItemList, Prose, Row, Table
from ....model.names import singular
from ....patterns import regex
from ....tables.lexicon import Part, Role, Words, any_language
from ....tables.names import read_name
from ..columns.recognised import Kind, Recognised
from ..columns.typed import may_hold
from ..headings.headings import name_in, part_of
from ..headings.titles import TYPE_NAME, coded_name

_LABEL = regex(r"(?P<dress>[*_`]{0,3})(?P<text>[^\n]{1,80}?)[*_`]{0,3}\s*[:：]?\s*[*_`]{0,3}")
_CODE = regex(r"`([^`\n]{1,100})`")
_CONTAINER = regex(
    r"""(?:/{3,}\s*|:{3,}\s*)(?P<name>[\w-]{1,60})\b.*|(?:`{3,}|:{3,})\{[a-z-]+\}\s*(?P<item>[^\n]{1,60})|(?:===\s*|(?:!!!|\?\?\?\+?)\s+[\w -]{1,40}|.*?\b(?:label|title|name)=)["'](?P<title>[^"'\n]{1,60})["'].*|<summary>(?P<summary>[^<>\n]{1,60})</summary>.*""",
    re.DOTALL,
)
"""`/// api-parameters`, `=== "Response"`, `!!! note "Response"`, `<Tab title="Response">`, `:::{tab-item} Response`,
`<summary>Response</summary>`"""
_LEGEND = regex(r"\(?\\\*|\*(?![*\s])[^*]*\Z|\(\*\)")  # `\* required` explains a star
_MEDIA_TYPE = regex(r"\s*[:：(（]?\s*`?(?:application|multipart|text)/[\w.+*-]{1,60}`?\s*[)）]?")
_WITH_STATUS = regex(
    r"(?P<dress>\*\*|__)(?P<label>[^*_`\n]{1,40}?)(?:[:：](?P=dress)|(?P=dress)[:：]?)\s*"
    r"(?P<code>`?)(?P<status>[1-5]\d\d)\b(?P<rest>[^`\n]{0,60}?)(?P=code)\s*[:：]?"
)  # `**Response:** `200 application/json``
_STATUS_REST = regex(r"(?:\s+[A-Za-z]+(?:[ -][A-Za-z]+){0,3})?(?:\s*[,(—–-]?\s*(?:application|text)/[\w.+-]{1,40}\)?)?")
_QUOTED_ROW = regex(r"^>[> ]*\|", re.MULTILINE)
_STRONG = regex(r"<(?:strong|b)>(?P<text>[^<>\n]{1,80})</(?:strong|b)>\s*[:：]?")
_BOLD = regex(r"\*\*(\w{1,100})\*\*")
_FRAMED = regex(r"[\[【「『<（(](?P<text>[^\[\]【】「」『』<>]{1,60})[\]】」』>）)]")  # `**[Request Body]**`
_IDENTIFIED = regex(r"[A-Z][A-Za-z0-9_]{1,40}\s+(?P<rest>[^\x00-\x7f]{1,15})")
_LONGEST_LEAD = 120  # characters
_FENCES = 4  # that open one below the other
_LONGEST_LABEL = 5  # characters, in a script without blanks
_LATIN_WORD = regex(r"[A-Za-z_$][\w$]*", re.ASCII)
_LONGEST_JOINT = 40  # characters between two names in code
_LONGEST_SENTENCE = 500  # characters


@dataclass(slots=True)
class Labels:
    """The lines of a section so far, for the tables below.

    words     the words of the page
    standing  the last bold line for a part, until a table follows
    """

    words: Words
    standing: str = ""
    _fields: dict[str, bool] = field(default_factory=dict)
    _further: list[tuple[Table, Recognised]] = field(default_factory=list)

    @property
    def fields(self) -> Mapping[str, bool]:
        """The fields of the tables so far, and whether their types may have nested fields. Few sections have two tables."""
        for table, what in self._further:
            for row in table.rows:
                name = self._name(row.cells[what.roles[Role.NAME]])
                text = row.cells[what.roles[Role.TYPE]].text if Role.TYPE in what.roles else ""
                self._fields[name] = may_hold(text, self.words)
        self._further.clear()
        return self._fields

    def see(self, block: Block) -> None:
        """Add a block that is no table."""
        label = label_of(block, self.words) or container(block, self.words)
        if label:
            self.standing = label if _says_role(label, self.words) else ""

    def label(self, before: Block | None, table: Table) -> str:
        """The label of a table behind a block; "" without one."""
        label = _repeated(before, table, self.words) or (
            label_of(before, self.words)
            or _item_for_part(before, self.words)
            or self._about_text(before)
            or container(before, self.words)
            or self.standing
            or _announced(before, self.words)
        )
        self.standing = ""
        return label

    def _about_text(self, before: Block | None) -> str:
        """A line about what is in a field for a text, which has no fields itself: `notice 参数`; "" for any other line."""
        source = _source(before)
        names = _LATIN_WORD.findall(source) if len(source) <= _LONGEST_LEAD else []
        if len(names) != 1 or self.fields.get(names[0], True):
            return ""
        text = Inline(source, 1, 1).text.strip(" *_:：")
        rest = text.replace(names[0], " ").strip()
        return text if rest and part_of(rest, self.words) is not None else ""

    def of_rows(self, rows: Sequence[Row]) -> tuple[str, ...]:
        """The path of the field with a table in its cell. The rows lead to the table; () if one has no field."""
        path = tuple(next(filter(self.fields.__contains__, map(self._name, row.cells)), "") for row in rows)
        return path if all(path) else ()

    def _name(self, cell: Inline) -> str:
        return read_name(cell, self.words).text

    def lead(self, before: Block | None, table: Table, what: Recognised) -> tuple[str, ...]:
        """The path of the field in a sentence right above a table about its items: "Each seat has these fields".

        () without such a field, with several, and if the table repeats names from above.
        """
        if what.kind is not Kind.FIELDS or not isinstance(before, Prose) or len(before.source) > _LONGEST_SENTENCE:
            return ()
        if not self.fields:
            return ()
        names = {self._name(row.cells[what.roles[Role.NAME]]) for row in table.rows}
        if len(names & self.fields.keys()) * 2 > len(names):
            return ()
        mentioned = {word.casefold() for word in _LATIN_WORD.findall(before.source)}
        holders = [name for name, may_hold in self.fields.items() if may_hold]
        meant = [name for name in holders if {name.casefold(), singular(name).casefold()} & mentioned]
        return (meant[0],) if len(meant) == 1 else ()

    def add_table(self, table: Table, what: Recognised) -> None:
        """Add a table."""
        if what.kind is Kind.FIELDS:
            self._further.append((table, what))

    def inside(self, before: Block | None) -> tuple[str, ...]:
        """The path of the field that the next table describes, or ().

        "The fields of `buyer`:", "`list` of `data`:", "**buyer object**".
        """
        if before is None or isinstance(before, Table) or not self.fields:
            return ()
        source = _source(before)
        if len(source) > _LONGEST_LEAD:
            return ()
        names = _CODE.findall(source) or [name for name in _BOLD.findall(source) if name in self.fields][:1]
        is_lead = source.rstrip("*_ ").endswith((":", "：")) or (
            len(names) == 1 and source.strip("*_ ") == f"`{names[0]}`"
        )
        if names and is_lead and all(name in self.fields for name in names):
            between = _CODE.split(source)[2:-1:2]
            if _have_all(between, any_language().within):
                return tuple(names)
            return tuple(reversed(names)) if _have_all(between, any_language().inside) else ()
        name = name_in(label_of(before, self.words), self.words)
        return (name,) if self.fields.get(name) else ()


def _item_for_part(before: Block | None, words: Words) -> str:
    """The only item of a list right above a table, for a request or a response: `- Request parameters`; "" for others."""
    if not isinstance(before, ItemList):
        return ""
    text = Inline(_source(before), 1, 1).text.strip(" *_:：")
    return text if text and part_of(text, words) in (Part.SENT, Part.RECEIVED) else ""


def label_of(block: Block | None, words: Words) -> str:
    """The label in a block that only names the table behind it; "" for any other block."""
    source = _source(block).removeprefix("\\\n")  # a line break at its head
    is_short = len(source) <= _LONGEST_LEAD or source.startswith("<")
    return _label_in(source, words, is_item=isinstance(block, ItemList)) if source and is_short else ""


@lru_cache(maxsize=1 << 12)  # each table and each example asks for the lines above
def _label_in(source: str, words: Words, *, is_item: bool) -> str:
    """The label in a paragraph, or in the only item of a list."""
    if (strong := _STRONG.fullmatch(source)) is not None:
        return Inline(strong["text"], 1, 1).text.strip().strip(":： ")
    if called := called_type(source, words) or _with_status(source, words):
        return called
    is_dressed = source.startswith(("**", "__")) and (is_item or source.rstrip(" :：").endswith(("**", "__")))
    match = _LABEL.fullmatch(source)
    if match is None or match["text"].startswith(("<", "!", "|", ":::", "///", "===")):
        return ""
    if _LEGEND.match(source):
        return ""
    if match["text"].startswith("[") and (not is_dressed or "](" in source):
        text = source.strip("[] ") if not is_item and source.endswith("]") else ""
        return text if text and "[" not in text and part_of(text, words) in (Part.SENT, Part.RECEIVED) else ""
    inline = Inline(_MEDIA_TYPE.sub("", source), 1, 1)
    coded = coded_name(inline.spans)
    if coded is not None and not is_item and not source.startswith("`"):
        return coded if coded.casefold() not in words.types else ""  # ``Table: `seats` ``, but not ``Type: `object` ``
    text = coded or inline.text.strip().strip(":： ")
    if not any(map(str.isalnum, text)):
        return ""  # `****`, a caption without words
    if is_dressed and (framed := _FRAMED.fullmatch(text)) is not None:
        text = framed["text"].strip()
    if is_dressed:
        return text if len(text) <= 60 and not text.endswith((".", "。", "!", "！")) else ""
    if is_item:
        is_part = source.endswith((":", "：")) and part_of(text, words) is not None
        return text if source == f"`{text}`" or is_part else ""
    if words.roles.get(text.casefold()) is Role.TYPE:
        return ""  # `Type`, a heading above those of several columns
    name = name_in(text, words) if source.rstrip().endswith((":", "：")) and len(text) <= 40 else ""
    is_name = len(name.split()) == 1 and name.isascii()  # `Seat:`
    return text if is_name or _is_of_table(text, words) or part_of(text, words) is not None else ""


def _is_of_table(text: str, words: Words) -> bool:
    """Whether a text is an identifier and words of another script for a table: `Crew01 船員資料表`."""
    match = _IDENTIFIED.fullmatch(text)
    return match is not None and match["rest"].endswith(tuple(words.stored))


def called_type(source: str, words: Words) -> str:
    """The name of a type in a line for a part of an operation; "" for any other line.

    ``**Returns** `Room`:``, ``**Response:** `RoomPage` ``
    """
    codes = _CODE.findall(source) if len(source) <= _LONGEST_LEAD else []
    if len(codes) != 1 or TYPE_NAME.fullmatch(codes[0]) is None:
        return ""
    is_label = source.startswith(("**", "__")) and source.rstrip("*_ ").endswith("`") and ":" in source
    if not is_label and not source.rstrip("*_ ").endswith((":", "：")):
        return ""
    return codes[0] if part_called(source, codes[0], words) is not None else ""


def part_called(source: str, name: str, words: Words) -> Part | None:
    """The part of an operation in a line with the name of a type: the request, the response, or None."""
    rest = Inline(source.replace(f"`{name}`", " "), 1, 1).text.strip(" :：()（）-–—")
    part = part_of(rest, words)
    return part if part in (Part.SENT, Part.RECEIVED) else None


def _with_status(source: str, words: Words) -> str:
    """The label in a line with a status of HTTP behind it: ``**Response:** `200 OK` ``; "" for any other line.

    The status of an error stays: `Response 404`.
    """
    match = _WITH_STATUS.fullmatch(source) if len(source) <= _LONGEST_LEAD else None
    if match is None or _STATUS_REST.fullmatch(match["rest"]) is None:
        return ""
    label = match["label"].strip()
    if part_of(label, words) is not Part.RECEIVED:
        return ""
    return f"{label} {match['status']}" if match["status"][0] in "45" else label


def _repeated(block: Block | None, table: Table, words: Words) -> str:
    """The line above a table if the heading of the first column repeats it; "" for any other.

    A repetition may have one of two words: `Trigger` below "Trigger source".
    """
    text = Inline(_source(block), 1, 1).text.strip(" *_:：") if len(_source(block)) <= _LONGEST_LEAD else ""
    if not text.strip() or not table.header:
        return ""
    head, *others = text.casefold().split()
    is_kind = head == table.headings[0] and len(others) == 1 and others[0] in words.kinds
    return text if is_kind or text.casefold() == table.headings[0] else ""


def _says_role(label: str, words: Words) -> bool:
    """Whether a label announces a part, or begins or ends with a word for a request or a response."""
    pieces = label.casefold().split()
    roles = {words.parts.get(piece) for piece in (pieces[0], pieces[-1])} if pieces else set()
    return part_of(label, words) is not None or bool(roles & {Part.SENT, Part.RECEIVED})


def container(block: Block | None, words: Words) -> str:
    """The label in the first line of a container or a tab; "" for any other line."""
    lines = block.source.split("\n") if isinstance(block, Prose) else [""]
    line = next((line for line in reversed(lines[:_FENCES]) if line.startswith((":::", "```", "<summary>"))), lines[0])
    match = _CONTAINER.fullmatch(line) if len(line) <= _LONGEST_LEAD else None
    text = (
        (match["name"] or match["title"] or match["summary"] or match["item"]).replace("-", " ") if match else ""
    ).strip()
    return text if text and part_of(text, words) not in (None, Part.OWN) else ""


def _source(block: Block | None) -> str:
    """A paragraph, or the only item of a list."""
    if isinstance(block, ItemList):
        is_line = len(block.entries) == 1 and not block.entries[0].more
        return block.entries[0].text.source.strip() if is_line else ""
    if not isinstance(block, Prose):
        return ""
    row = _QUOTED_ROW.search(block.source) if "|" in block.source else None
    if row is None:
        return block.source.strip()
    above = (line.lstrip("> ").strip() for line in reversed(block.source[: row.start()].split("\n")))
    return next(filter(None, above), "")  # the mark of a quotation around the table


def _announced(block: Block | None, words: Words) -> str:
    """The label at the end of a sentence about a request or a response: "It has the following request parameters:".

    Without a colon, a line needs two words for the label, behind a "with", and no denial: "Everything is sent with this
    request body".
    """
    source = _source(block) if isinstance(block, Prose) else ""
    is_lead = source.endswith(":") and len(source) <= _LONGEST_SENTENCE
    is_line = len(source) <= _LONGEST_LEAD and "\n" not in source and source[-1:].isalpha()
    if not is_lead and not is_line:
        return ""
    last_words: list[str] = []
    for word in reversed(Inline(source, 1, 1).text.rstrip(": ").split()):
        if word.casefold() not in words.generic or not word.isalpha():
            break
        last_words.insert(0, word)
    if not is_lead and not (
        len(last_words) > 1 and _is_behind_with(source.casefold().split()[: -len(last_words)], words)
    ):
        return ""
    label = " ".join(last_words)
    return label if part_of(label, words) in (Part.SENT, Part.RECEIVED) else ""


def _is_behind_with(before: Sequence[str], words: Words) -> bool:
    """Whether words of a line end in "with", and have no denial."""
    denies = (word in words.none or words.denial.search(word) is not None for word in before)
    text = " ".join(("", *before))
    return any(text.endswith(f" {phrase}") for phrase in words.announcing) and not any(denies)


def is_led(block: Block | None, words: Words) -> bool:
    """Whether a block is a sentence with a colon and words of its own, unlike "Where:" or "It has these fields:"."""
    text = Inline(_source(block), 1, 1).text.strip("*_ ") if isinstance(block, Prose) else ""
    if not text.endswith((":", "：")) or label_of(block, words):
        return False
    pieces = text.casefold().rstrip(":： ").split()
    if len(pieces) == 1 and not text.isascii():  # a script without blanks between words
        return len(text) > _LONGEST_LABEL and not any(word in text for word in words.generic if not word.isascii())
    return len(pieces) > 1 and pieces[-1] not in words.generic


def _have_all(texts: Iterable[str], word: re.Pattern[str]) -> bool:
    """Whether each of the texts between names is short, and has a word such as "of" or "in"."""
    return all(len(text) <= _LONGEST_JOINT and "`" not in text and word.search(text) for text in texts)
