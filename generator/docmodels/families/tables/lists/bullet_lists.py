"""Lists, and which of their items are fields."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from ....markdown import Item, ItemList, Section
from ....patterns import regex
from ....tables.lexicon import Part, Words, any_language
from ..items.attribute_lines import LABELLED
from ..items.item import PLAIN_CODE, ItemParts, split_item
from ..items.labelled_items import labelled_cells
from ..items.shared_items import with_each_field
from ..rows.json_keys import outer_keys

_CODED_HEAD = regex(
    r"(?:\*\*)?`[A-Za-z_$@][\w$@.\[\]-]*`(?![,/]|\s+(?:or|and)\b)|[A-Za-z_][\w.]*\s?(?:\s(?:[–—-]|=>)\s|[:：]\s)|:[A-Za-z_]\w*\s"
)
_CODED = regex(r"[A-Za-z_$@][\w$@.\[\]-]*")
_CAPTION = regex(r"(?:\*\*|__|)(?P<word>[^\W\d_][\w ]{0,30})\s?(?:[:：](?:\*\*|__|)|(?:\*\*|__)[:：])")
_LABEL = regex(r"(?:\*\*|__)(?P<word>[A-Z]\w{0,30})(?:\s?[:：](?:\*\*|__)|(?:\*\*|__)\s?[:：])")
_OF_FUNCTIONS = frozenset({"throws", "raises", "yields"})
_OWN_TYPE = regex(r"[A-Z]\w*[a-z0-9]|\"")
_FEWEST = 2
_DATA_TYPES = frozenset(
    ["string", "integer", "int", "float", "double", "boolean", "bool", "array", "varchar", "bigint", "decimal"]
)
_OF_JSON = frozenset({"true", "false", "null"})
_MOST_KEYS = 0.7  # the share of names that must be keys of the JSON beside


class Items:
    """The items of a list.

    parts    the parts of each item; None for an item without a name
    parents  the index of the item around each; None for the outermost
    labelled number of an item -> its cells, if the items below it are labels: `Type: string`
    labels   the items that are such labels
    captions the indexes of the items that only announce fields: `**Properties:**`
    have_inner_types
             whether items below several of them say their types: `**Type:** string`
    """

    def __init__(self, block: ItemList, words: Words) -> None:
        self.block = block = with_each_field(block, words)
        self.parts = [split_item(item.text, words) for item in block.entries]
        if self._are_types(words):
            self.parts = [None] * len(self.parts)
        self.parents: list[int | None] = []
        stack: list[int | None] = []
        self.captions: set[int] = set()
        following = [*(item.depth for item in block.entries[1:]), 0]
        for number, item in enumerate(block.entries):
            del stack[item.depth :]
            self.parents.append(stack[-1] if stack else None)
            is_caption = _is_caption(item, words, has_items=following[number] > item.depth)
            self.captions |= {number} if is_caption else set()
            stack.append(self.parents[-1] if is_caption else number)
            self.parts[number] = None if is_caption else self.parts[number]
        self.labelled = labelled_cells(block, self.parts, self.parents, words)
        self.labels = frozenset(number for number, parent in enumerate(self.parents) if parent in self.labelled)
        for number in self.labels:
            self.parts[number] = None
        self.outermost = frozenset(number for number, parent in enumerate(self.parents) if parent is None)
        labels = list(self._labels(words))
        self.have_inner_types = len({self.parents[number] for number in labels} - {None}) >= _FEWEST
        for number in labels:
            self.parts[number] = None

    def _are_types(self, words: Words) -> bool:
        """Whether the items explain types by other types: `integer - number - without a point`, `VARCHAR → string`."""
        typed = [parts for parts in self.parts if parts is not None and parts.type is not None]
        names = {parts.name.text.strip("?").casefold() for parts in typed}
        return len(names & _DATA_TYPES) >= _FEWEST and words.types.keys() >= names

    def _labels(self, words: Words) -> Iterator[int]:
        """The items about a field or a function, below one item: `**Type:** string`, `**Returns:** boolean`.

        Beside another name, such a label may be a name as well.
        """
        groups: dict[tuple[int | None, int], list[int]] = {}
        for number, parts in enumerate(self.parts):
            if parts is not None and parts.type is not None:
                groups.setdefault((self.parents[number], self.block.entries[number].depth), []).append(number)
        for numbers in groups.values():
            if all(self._is_label(number, words) for number in numbers):
                yield from numbers

    def _is_label(self, number: int, words: Words) -> bool:
        """Whether an item with a name and a type is about a field: `**Type:** string`, ``Type: `string` ``."""
        parts = self.parts[number]
        if parts is not None and parts.form == PLAIN_CODE and words.roles.get(parts.name.text.casefold()) in LABELLED:
            return True
        return begins_with_label(self.block.entries[number].text.source, words)

    def rows(self, forms: frozenset[str], titles: frozenset[str] = frozenset()) -> frozenset[int]:
        """The items that are fields: with a type in its place, around such items, or of the same form.

        titles  the words of the page's headings, if one of the forms is that of plain names
        """
        known = {parts.form for parts in self.parts if parts is not None and parts.is_known}
        typed = {
            number
            for number, parts in enumerate(self.parts)
            if parts is not None and parts.form in forms and (parts.dress != "word" or parts.form in known)
        }
        if titles and not self._has_plain(typed, titles):
            typed = {number for number in typed if (parts := self.parts[number]) and parts.form != PLAIN_CODE}
        typed |= self.labelled.keys()
        holds = set(typed)
        for number in range(len(self.parts) - 1, -1, -1):
            parent = self.parents[number]
            if number in holds and parent is not None and self.parts[parent] is not None:
                holds.add(parent)
        groups: dict[int | None, list[int]] = {}
        for number, parent in enumerate(self.parents):
            if self.parts[number] is not None:
                groups.setdefault(parent, []).append(number)
        for numbers in groups.values():
            sure = [number for number in numbers if number in holds]
            dresses = {parts.dress for number in sure if (parts := self.parts[number]) is not None}
            alike = [
                number
                for number in numbers
                if (parts := self.parts[number]) is not None and (parts.dress in dresses or (sure and parts.is_known))
            ]
            if len(sure) * 2 >= len(alike) or self._are_marked(sure):
                holds.update(alike)
        return frozenset(number for number in holds if self._is_inside(number, holds))

    def mixed(self) -> frozenset[int]:
        """The items of a list in which each outermost one has a name and a known type, in any form."""
        outer = [self.parts[number] for number in self.outermost]
        typed = [parts for parts in outer if parts is not None and parts.type is not None and parts.is_known]
        are_typed = _FEWEST <= len(typed) == len(outer)
        return self.rows(frozenset(parts.form for parts in typed)) if are_typed else frozenset()

    def are_in_code(self) -> bool:
        """Whether the name of each outermost item is code."""
        return all("code" in parts.dress for number in self.outermost if (parts := self.parts[number]) is not None)

    def named(self) -> frozenset[int]:
        """The items with a name, if at least half of the outermost have one."""
        rows = {number for number, parts in enumerate(self.parts) if parts is not None}
        if len(rows & self.outermost) * 2 < len(self.outermost):
            return frozenset()
        return frozenset(number for number in sorted(rows) if self._is_inside(number, rows))

    def keyed(self, section: Section) -> frozenset[int]:
        """The outermost items with a name, if most of these are keys of the section's JSON, and few keys are missing.

        If a table has one of the names, the items only add to its rows.
        """
        outer = frozenset(filter(self._name, self.outermost))
        if len(outer) < _FEWEST:
            return frozenset()
        names = {self._name(number) for number in outer}
        if not names.isdisjoint(row.cells[0].text.strip(" `*") for table in section.tables for row in table.rows):
            return frozenset()
        for keys in outer_keys(section):
            known = len(names & keys)
            if known >= _FEWEST and known >= _MOST_KEYS * len(names) and known * 2 >= len(keys):
                return outer
        return frozenset()

    def coded(self) -> frozenset[int]:
        """The outermost items, if each begins with a name of code. A line for a part of an operation may announce them.

        Constants and words of JSON are values: `OK`, `true`.
        """
        names = map(self._name, self.outermost)
        if not all(_CODED.fullmatch(name) and not name.isupper() and name not in _OF_JSON for name in names):
            return frozenset()
        dresses = {parts.dress for number in self.outermost if (parts := self.parts[number]) is not None}
        return self.outermost if dresses <= {"code", "bold code"} else frozenset()

    def defined(self) -> frozenset[int]:
        """The terms of a list of definitions, if each may be a name of code, without a type: `<dt>room_id</dt>`."""
        are_names = all(
            parts is not None and parts.type is None and _CODED.fullmatch(parts.name.text) for parts in self.parts
        )
        return frozenset(range(len(self.parts))) if are_names and len(self.parts) >= _FEWEST else frozenset()

    def are_coded(self) -> bool:
        """Whether each of several outermost items begins with one name: `` `room_id` the room to join ``, `roomId - …`."""
        texts = [self.block.entries[number].text.source for number in self.outermost]
        return len(texts) >= _FEWEST and all(map(_CODED_HEAD.match, texts))

    def _name(self, number: int) -> str:
        """The name of an item in code or in bold; "" without one."""
        parts = self.parts[number]
        return parts.name.source.strip("`?") if parts is not None else ""

    def _has_plain(self, numbers: Iterable[int], titles: frozenset[str]) -> bool:
        """Whether one of the types in code behind plain names is known, has alternatives, or is in a heading."""
        plain = [parts for number in numbers if (parts := self.parts[number]) and parts.form == PLAIN_CODE]
        return any(
            parts.is_known or "|" in parts.type.source or parts.type.text.rstrip("[]") in titles
            for parts in plain
            if parts.type is not None
        )

    def _are_marked(self, numbers: Sequence[int]) -> bool:
        """Whether items have no types, but marks for optional or required."""
        named = [parts for number in numbers if (parts := self.parts[number]) is not None]
        return bool(named) and all(parts.type is None and parts.required for parts in named)

    def _is_inside(self, number: int, rows: set[int]) -> bool:
        parent = self.parents[number]
        return parent is None or parent in rows


def begins_with_label(source: str, words: Words) -> bool:
    """Whether a text begins with a label for something about a field or a function: `**Type:** string`."""
    label = _LABEL.match(source)
    word = label["word"].casefold() if label is not None else ""
    return words.roles.get(word) in LABELLED or word in words.parts or word in _OF_FUNCTIONS


def _is_caption(item: Item, words: Words, *, has_items: bool) -> bool:
    """Whether an item only announces fields: `**Properties:**`. The items below it are those of the object around it.

    Without stress it does so, too, if it has items and stands inside of another one: `Properties:`.
    """
    source = item.text.source.strip()
    label = _CAPTION.fullmatch(source) if source.rstrip("*_").endswith((":", "：")) else None
    is_stressed = source.startswith(("**", "__"))
    if label is None or not (is_stressed or (has_items and item.depth)):
        return False
    word = label["word"].casefold()
    is_own = words.parts.get(word) is Part.OWN
    return is_own or (has_items and word in words.items | any_language().own_parts)


def typed_forms(lists: Sequence[Items]) -> frozenset[str]:
    """The forms that two items of a list share, if most of their types are known.

    A link or code in the place of a type is neither known nor unknown.
    """
    typed: set[str] = set()
    for items in lists:
        known: Counter[str] = Counter()
        unknown: Counter[str] = Counter()
        forms: Counter[str] = Counter()
        for parts in items.parts:
            if parts is not None and parts.form:
                forms[parts.form] += parts.is_known or _may_be_of_any_type(parts)
                unknown[parts.form] += not parts.is_known and not _may_be_of_any_type(parts)
                known[parts.form] += parts.is_known
        typed.update(form for form, count in known.items() if forms[form] >= _FEWEST and count > unknown[form])
    return frozenset(typed)


def _may_be_of_any_type(parts: ItemParts) -> bool:
    """Whether a link or code stands in the place of the type, or the name of a type in code behind a plain name."""
    if parts.type is None:
        return False
    source = parts.type.source
    return source.startswith(("[", "`")) or (parts.form == PLAIN_CODE and _OWN_TYPE.match(source) is not None)
