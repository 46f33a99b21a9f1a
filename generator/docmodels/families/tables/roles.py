"""The roles of the columns of a table: by their headings, else by their cells."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from ...markdown import Inline, Table
from ...model.names import folded
from ...regexes import regex
from ...tables.dressing import undressed_cell
from ...tables.lexicon import Part, Role, Words
from ...tables.lexicon.elsewhere import REQUIRED, SIGNS, TYPES
from ...tables.marks import UnknownMark, sign
from ...tables.names import read_name
from ...tables.values import is_value
from .headings import OTHER_SCRIPT

_TAG = regex(r"</?[a-zA-Z][^<>]{0,200}>")
_IDENTIFIER = regex(r"[A-Za-z_$@][\w.$@:/\-\[\]{}]{0,99}")
_WORD = regex(r"[^\W\d_]+")
_LATIN_WORD = regex(r"[a-zß-öø-ɏ]{2,}")
_MOST = 0.7  # of the cells, for a column to be what its heading may mean
_STRUCK = regex(r"~~[^~\n]{1,300}~~")  # a former name
_ONE_CODE = 2  # backticks around one piece of code
_SHORTEST_MISSPELT = 5  # letters
_FEWEST_COLUMNS = 3  # of a table of fields with headings that nobody knows
_MOST_WORDS = 4  # of a heading that is a near one
_NEGATIONS = frozenset({"not", "no", "non", "without", "never"})
_TICKS = " *_`✓✔✅✗✘❌☑\ufe0f"  # beside the words for yes and no
_MARK_END = regex(r"[\s*(（,;]")
_LEFT_OUT = "*_`:： []?？!！"
WEAK = frozenset(
    {"name", "key", "element", "variable", "term", "tag", "header", "column", "input", "output", "identifier"}
    | {"option", "setting", "directive"}
)
"""Headings of columns that have names of other things, too."""
EMPTY = '""'
"""How lexicons write the heading that has no letters."""


def heading_words(heading: Inline) -> str:
    """The text of a heading in lower case, whatever its width, without marks and tags."""
    return _heading_words(heading.text)


@lru_cache(maxsize=1 << 12)
def _heading_words(text: str) -> str:
    plain = unicodedata.normalize("NFKC", _TAG.sub(" ", text))
    return " ".join(plain.split()).strip(_LEFT_OUT).casefold() or EMPTY


def role_of(heading: Inline, words: Words) -> Role | None:
    """The role of a column, by its heading."""
    return _role_of(heading_words(heading), words)


@lru_cache(maxsize=1 << 12)
def _role_of(text: str, words: Words) -> Role | None:
    if text in words.roles:
        return words.roles[text]
    plain = re.split(r"[(\[]", text, maxsplit=1)[0].rstrip() if text.endswith((")", "]")) else text
    if plain in words.roles:
        return words.roles[plain]
    parts = [part.strip() for part in text.replace("・", "/").split("/")]
    return next((words.roles[part] for part in parts if part in words.roles), None) if len(parts) > 1 else None


def length_heading(heading: Inline, words: Words) -> re.Match[str] | None:
    """The heading of a column of lengths, or the part of it that is one: `Tamanho/Formato`; None for any other."""
    parts = (part.strip(" *_") for part in heading.text.split("/"))
    return next(filter(None, map(words.limit_words.heading.fullmatch, parts)), None)


def owner_in(heading: Inline, words: Words) -> str:
    """The model in the heading of the first column, if it is one of names: `Room fields`; "" without one."""
    owner, _, last = " ".join(heading.text.split()).strip("*_`:： ").rpartition(" ")
    is_part = words.parts.get(last.casefold()) is Part.OWN and words.roles.get(last.casefold()) is Role.NAME
    is_name = owner[:1].isupper() and not any(word.casefold() in words.roles for word in owner.split())
    return owner if is_part and is_name else ""


def roles_of(table: Table, words: Words) -> Sequence[Role | None]:
    """The role of each column of a table; None for one with neither a known heading nor telling cells."""
    found = [role_of(heading, words) for heading in table.header]
    for index, heading in enumerate(table.header):
        near = _near(heading_words(heading), words) if found[index] is None else None
        if near is not None and near not in found and (near is Role.DESCRIPTION or _holds(near, table, index, words)):
            found[index] = near
        if _is_misread(table, index, words):
            found[index] = None
    unheaded = [index for index, text in enumerate(table.headings) if index and not text]
    if (
        unheaded
        and not {Role.REQUIRED, Role.OPTIONAL} & set(found)
        and _holds(Role.REQUIRED, table, unheaded[0], words)
    ):
        found[unheaded[0]] = Role.REQUIRED
    if Role.TYPE in found and {Role.REQUIRED, Role.OPTIONAL}.isdisjoint(found):
        lettered = [index for index, role in enumerate(found) if role is None and has_letters(table, index, words)]
        if lettered:
            found[lettered[0]] = Role.REQUIRED
    if found and Role.NAME not in found and owner_in(table.header[0], words):
        found[0] = Role.NAME
    unknown = (None, Role.VALUE, Role.MEMBER)
    has_types = Role.TYPE in found and (
        not {Role.REQUIRED, Role.OPTIONAL}.isdisjoint(found) or _holds(Role.TYPE, table, found.index(Role.TYPE), words)
    )
    if Role.NAME not in found and (has_types or (found and table.headings[0] == "")):
        names = [
            index for index, role in enumerate(found) if role in unknown and _holds(Role.NAME, table, index, words)
        ]
        is_field = has_types or {Role.REQUIRED, Role.DESCRIPTION} & set(found)
        if names and is_field:
            found[names[0]] = Role.NAME
    if Role.NAME in found and (key := _keys_beside(table, found, words)) is not None:
        found[found.index(Role.NAME)], found[key] = None, Role.NAME
    if Role.NAME in found and Role.TYPE not in found:
        types = [index for index, role in enumerate(found) if role is None and _holds(Role.TYPE, table, index, words)]
        if types and len(table.rows) > 1:
            found[types[0]] = Role.TYPE
    if Role.NAME in found and Role.DESCRIPTION not in found and None in found:
        told = [
            index
            for index, role in enumerate(found)
            if role is None
            and _holds(Role.DESCRIPTION, table, index, words)
            and length_heading(table.header[index], words) is None
            and not _has_unknown_marks(table, index, words)
        ]
        if told:
            found[told[0]] = Role.DESCRIPTION
    return found


def _is_misread(table: Table, index: int, words: Words) -> bool:
    """Whether the cells below a heading in a language without a lexicon are neither types nor marks that are known.

    `Tip` heads types in Turkish and advice in English. A column of marks with one unknown word is a finding.
    """
    heading = heading_words(table.header[index])
    if heading in TYPES:
        texts = [row.cells[index].text for row in table.rows]
        is_short = all(len(text.split()) <= _MOST_WORDS for text in texts)
        return not is_short and not any(_type_words(text) in words.types for text in texts)
    if heading not in REQUIRED:
        return False
    try:
        for row in table.rows:
            sign(row.cells[index], words)
    except UnknownMark:
        return True
    return False


def has_letters(table: Table, index: int, words: Words) -> bool:
    """Whether each cell of a column has a letter for mandatory, optional or conditional: `M`, `O`, `C`.

    Where `O` begins the word for "required", as in French, `R` beside it may be for "recommended", unless it is headed `R/O`.
    """
    letters = {row.cells[index].text.strip(" *_`") for row in table.rows}
    if "O" not in letters or letters <= {"O", "C"}:
        return False
    is_headed = words.signs.get("o") is not True or heading_words(table.header[index]).startswith("r/o")
    return letters <= {"M", "O", "C"} or (is_headed and letters <= {"R", "O", "C"})


def _keys_beside(table: Table, found: Sequence[Role | None], words: Words) -> int | None:
    """The one column of identifiers beside a column of labels: `mch_id` beside `商户号`, `first_name` beside `First name`."""
    at = found.index(Role.NAME)
    labels = [row.cells[at] for row in table.rows]
    if any(name.isascii() and _IDENTIFIER.fullmatch(name) for name in names_in(labels, words)):
        return None
    roles = (None, Role.NAME, Role.MEMBER, *((Role.VALUE,) if Role.TYPE in found else ()))
    keys = [
        index
        for index, role in enumerate(found)
        if role in roles and index != at and _holds(Role.NAME, table, index, words)
    ]
    if len(keys) != 1:
        return None
    is_headed = found[keys[0]] in (Role.NAME, Role.MEMBER)
    if is_headed or _spell_labels([row.cells[keys[0]].text for row in table.rows], list(names_in(labels, words))):
        return keys[0]
    return None


def _spell_labels(keys: Sequence[str], labels: Sequence[str]) -> bool:
    """Whether most identifiers have a word of the label beside: `first_name`, but no unit `kg` beside `Total mass`.

    A label in another script shares no word with an identifier, so it needs none.
    """
    words = [
        (folded(key), _LATIN_WORD.findall(label.casefold()))
        for key, label in zip(keys, labels, strict=True)
        if not OTHER_SCRIPT.search(label)
    ]
    return sum(any(word in key for word in label) for key, label in words) * 2 >= len(words)


def unknown_marks(table: Table, taken: Collection[int], words: Words) -> Inline | None:
    """The heading of a column of yes and no with words of a language without a lexicon, or that is headed so; None without one.

    taken  the columns that are for something
    """
    return next(
        (
            heading
            for index, heading in enumerate(table.header)
            if index not in taken and _has_unknown_marks(table, index, words)
        ),
        None,
    )


def _has_unknown_marks(table: Table, index: int, words: Words) -> bool:
    texts = [text for row in table.rows if (text := _mark(row.cells[index].text))]
    if texts and heading_words(table.header[index]) in REQUIRED:
        return True
    is_said = len(set(texts)) > 1 and not SIGNS.isdisjoint(texts)
    return is_said and sum(text in SIGNS or text in words.signs for text in texts) >= _MOST * len(texts)


def _mark(text: str) -> str:
    """The sign or the word that a cell begins with: `tak` of `Tak (tylko B2B)`, `sì` of `✓ Sì`."""
    text = text.strip(" *_`").casefold()
    bare = text.strip(_TICKS) or text
    return bare if bare in SIGNS else _MARK_END.split(bare, maxsplit=1)[0]


def names_fields(table: Table, words: Words) -> bool:
    """Whether a table names things as fields are named: in code, or below the heading of a column of names.

    Beside types, any words are names: `Max speed | number`.
    """
    roles = [role_of(heading, words) for heading in table.header]
    if {Role.NAME, Role.TYPE} <= set(roles) and are_types(
        [row.cells[roles.index(Role.TYPE)] for row in table.rows], words
    ):
        return True
    if not any(roles) and _looks_like_fields(table, words):
        return True
    index = roles.index(Role.NAME) if Role.NAME in roles else 0
    cells = [row.cells[index] for row in table.rows if row.cells[index].source.strip()] if table.header else []
    is_headed = Role.NAME in roles and heading_words(table.header[index]) not in WEAK
    is_headed = is_headed or any(cell.source.strip("*[").startswith("`") for cell in cells)
    return is_headed and bool(cells) and are_identifiers(cells, words)


def _looks_like_fields(table: Table, words: Words) -> bool:
    """Whether a table has names of code, and types beside them: headings of a language without a lexicon do not count."""
    columns = [[row.cells[index] for row in table.rows] for index in range(len(table.header))]
    if len(columns) < _FEWEST_COLUMNS or not columns[0] or not are_identifiers(columns[0], words):
        return False
    known = (sum(_type_words(cell.text) in words.types for cell in cells) for cells in columns[1:])
    return any(count * 2 > len(table.rows) for count in known)


@lru_cache(maxsize=1 << 12)
def _near(text: str, words: Words) -> Role | None:
    """The possible role of a heading with a known word in it, or a misspelt one: `JSON type`, `Filed`, `JSONの型`."""
    roles = words.roles
    if not text.isascii():
        ends = (text[cut:] for cut in range(1, len(text)))
        starts = (text[:cut] for cut in range(len(text) - 1, 0, -1))
        return next(
            (roles[part] for part in (*ends, *starts) if part in roles and roles[part] is not Role.FOREIGN), None
        )
    parts = text.split()
    if 1 < len(parts) <= _MOST_WORDS and parts[0] not in _NEGATIONS:
        known = [roles.get(part) for part in (" ".join(parts[-2:]), parts[-1], parts[0])]
        return next((role for role in known if role not in (None, Role.FOREIGN)), None)
    if len(text) < _SHORTEST_MISSPELT or len(parts) != 1:
        return None
    return next((role for word, role in roles.items() if role is not Role.FOREIGN and _is_misspelt(text, word)), None)


def _is_misspelt(text: str, word: str) -> bool:
    """Whether two letters of a word have changed places, or one letter is missing, is doubled, or is another.

    One of something is no misspelling of many: `Option` heads names, `Options` values.
    """
    if f"{text}s" == word or text[0] != word[:1] or abs(len(text) - len(word)) > 1 or len(word) < _SHORTEST_MISSPELT:
        return False
    at = next(
        (index for index, (a, b) in enumerate(zip(text, word, strict=False)) if a != b), min(len(text), len(word))
    )
    rest, other = text[at:], word[at:]
    if len(text) != len(word):
        return rest[1:] == other if len(text) > len(word) else rest == other[1:]
    return sorted(rest[:2]) == sorted(other[:2]) and rest[2:] == other[2:] and rest[:2] != other[:2]


def _holds(role: Role, table: Table, index: int, words: Words) -> bool:
    """Whether the cells of a column fit a possible role."""
    test = _TESTS.get(role)
    cells = [row.cells[index] for row in table.rows if row.cells[index].source.strip(" -–—^")]
    return test is None or (bool(cells) and test(cells, words))


def names_in(cells: Iterable[Inline], words: Words) -> Iterator[str]:
    """The names that cells of fields' names show."""
    return (read_name(undressed_cell(cell)[0], words).text for cell in cells)


def are_identifiers(cells: Sequence[Inline], words: Words) -> bool:
    """Whether cells show a name of code each, and no two the same."""
    names = list(names_in(cells, words))
    single = (_STRUCK.sub("", cell.source).count("`") <= _ONE_CODE for cell in cells)
    good = sum(is_one and _IDENTIFIER.fullmatch(name) is not None for is_one, name in zip(single, names, strict=True))
    return good >= _MOST * len(names) and len(set(names)) * 2 > len(names)


def are_types(cells: Sequence[Inline], words: Words) -> bool:
    """Whether most cells show types that are known, and not all of them are yes or no."""
    texts = [_type_words(cell.text) for cell in cells]
    known = sum(text in words.types or (text[-1:] == "s" and text[:-1] in words.types) for text in texts)
    signs = sum(cell.text.strip().casefold() in words.signs for cell in cells)
    return known >= _MOST * len(texts) and signs < len(texts)


@lru_cache(maxsize=1 << 12)  # most tables have the same few types
def _type_words(text: str) -> str:
    """The first word of a type, or all of it before a bracket or a comma."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    head = re.split(r"[\n;,(<|]| - | or ", plain, maxsplit=1)[0].strip(" `?*_[]\"'")
    if not head.isascii():
        return head
    word = _WORD.match(head)
    return word[0] if word else head


def _are_marks(cells: Sequence[Inline], words: Words) -> bool:
    texts = [cell.text.strip().strip("*_`. ").casefold() for cell in cells]
    return sum(text in words.signs or text in words.marks for text in texts) >= _MOST * len(texts)


_TESTS: Mapping[Role, Callable[[Sequence[Inline], Words], bool]] = {
    Role.NAME: are_identifiers,
    Role.MEMBER: are_identifiers,
    Role.TYPE: are_types,
    Role.REQUIRED: _are_marks,
    Role.OPTIONAL: _are_marks,
    Role.NULLABLE: _are_marks,
    Role.DESCRIPTION: lambda cells, _: sum(" " in cell.text.strip() for cell in cells) >= _MOST * len(cells),
    Role.VALUES: lambda cells, _: any("," in cell.source or cell.source.count("`") > _ONE_CODE for cell in cells),
    Role.VALUE: lambda cells, _: all(map(is_value, cells)),
}
