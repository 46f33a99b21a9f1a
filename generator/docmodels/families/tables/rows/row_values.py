"""The values of a field in a row: possible values, limits, examples."""

from __future__ import annotations

from ....frozen import replace
from ....markdown import Inline, SpanKind
from ....model.declarations import UNCONSTRAINED, Constraints, RawValue
from ....model.lists import item_of
from ....model.model import map_type
from ....model.types import ANY, BOOLEAN, BYTES, INTEGER, NUMBER, STRING, Link, ListOf, MapOf, Type, constants_in, union
from ....patterns import regex
from ....tables.bounds import cell_limits, is_range, limits_in
from ....tables.choices import cell_choices, choices
from ....tables.chosen import Choices
from ....tables.constants import integer
from ....tables.dressing import readable
from ....tables.excepted import without_exceptions
from ....tables.keywords import with_keywords
from ....tables.lexicon import Role, any_language
from ....tables.narrowing import may_choose, narrowed_to
from ....tables.rows import place_of
from ....tables.sql_rules import is_sql_rule
from ....tables.typed_cells import is_enumeration, read_type_cell
from ....tables.unannounced import is_kind
from ....tables.values import SINGLE_QUOTED
from ..columns.column_headings import length_heading, role_of
from .row_cells import RowCells

_MOST_DIGITS = 9  # the most digits of a length
_CLAUSE = regex(r"[;；。\n]")
_QUOTED = regex(r"""'[^'\n]*'|"[^"\n]*\"""")
_QUOTED_LIST = regex(rf"(?:{_QUOTED.pattern})(?:\s*[,/|、]\s*(?:{_QUOTED.pattern}))+")
_BARE_LIST = regex(r"[\w.+-]{1,40}(?:\s*[/|]\s*[\w.+-]{1,40}|(?:\s*,\s*[\w.+-]{1,40}){2})(?:\s*[,/|]\s*[\w.+-]{1,40})*")
"""A description with nothing but words, for a field of the type `enum`: `Open, Closed, Gone`."""
_BETWEEN_VALUES = regex(r"\s*[/|]\s*")
_BETWEEN_EXAMPLES = regex(r"(?:[\s,，、;；/|]|\bor\b|[(（][^()（）]*[)）])*")  # `4` (old), `6` (new)
_NAMED = regex(r"""[?&]?(?P<name>[\w.\[\]-]+)=(?P<quote>["']?)(?P<value>[^&\s"']+)(?P=quote)""")
_DECORATOR = regex(r"@?(?:Is|Not|Min|Max|Array|Validate|Has|Length|Matches)[A-Z][A-Za-z0-9]{0,60}")
_CODE_OF_RULE = regex(r"[A-Z]{2}")
_MOST_ROWS = 200  # that are looked at for the same code
_ARGUMENT = regex(r"\b[a-z_]{2,40}=(?:True|False|None|['\"\d])")  # `blank=True`, as code sets rules
_TRUTHS = frozenset({"true", "false"})
_WORDS = regex(r"[^\W_]+")


def column_limits(cells: RowCells, kind: Type, before: Constraints) -> Constraints:
    """The limits of `before`, and those in columns of values and of lengths: `0..100`; `3 to 20` below Length."""
    before = _lengths(cells, before) if kind == STRING else before
    cell = cells.cell(Role.VALUES)
    if cell is None or cell.is_long or isinstance(kind, ListOf):
        return before
    limits = cell_limits(cell.text.strip(), kind, cells.words, before)
    if limits != before:
        return limits
    for clause in _CLAUSE.split(cell.text):
        before = cell_limits(clause.strip(), kind, cells.words, before)
    return before


def _lengths(cells: RowCells, before: Constraints) -> Constraints:
    """The limits of `before`, and those in columns of lengths: a number is the largest length, or the least."""
    known = {at for role, at in cells.roles.items() if role is not Role.FOREIGN}
    for at, heading in enumerate(cells.table.header):
        match = length_heading(heading, cells.words) if at not in known else None
        text = cells.row.cells[at].text.strip(" `*") if match is not None else ""
        if match is not None and (match["least"] or match["least_behind"]) and text.isdecimal():
            before = replace(before, min_length=int(text)) if len(text) <= _MOST_DIGITS else before
        elif match is not None and text.strip("0"):  # 0 means any length
            before = cell_limits(text, STRING, cells.words, before)
    return before


def described_limits(cells: RowCells, limits: Constraints, kind: Type, text: str) -> Constraints:
    """The limits, and those in sentences, without those that a value in the row breaks."""
    listed = cells.cell(Role.VALUES)
    further = (
        *((readable(listed).prose,) if listed is not None else ()),
        *(
            readable(cell).prose
            for heading, cell in cells.further
            if not is_range(cell.text) or role_of(heading, cells.words) is Role.DESCRIPTION  # no `1-2` below Position
        ),
    )
    limits = with_keywords(limits, text, kind)
    for source in (text, *further):
        limits = limits_in(source, kind, cells.words, limits)
    if limits == UNCONSTRAINED:
        return limits
    type_cell = cells.cell(Role.TYPE)
    of_values = (*((type_cell.prose,) if type_cell is not None else ()), text, *further)
    return without_exceptions(limits, "\n".join(of_values), cells.words)


def with_values(cells: RowCells, kind: Type, text: str, name: str) -> Type:
    """The type, narrowed to the values in a column, or else in the description."""
    type_cell = cells.cell(Role.TYPE)
    if not may_choose(kind) or (kind == ANY and type_cell is not None and type_cell.text.strip(" -–—/")):
        return kind
    if kind == BYTES and not _is_byte(type_cell):
        return kind
    counts = type_cell is not None and is_enumeration(type_cell, cells.words)
    cell = cells.cell(Role.VALUES)
    if cell is not None and cell.source and cell.text.strip().casefold() not in any_language().nothing:
        word_type = cells.words.types.get(cell.source.strip().casefold())
        if word_type in (STRING, INTEGER, NUMBER, BOOLEAN) and (kind in (ANY, word_type) or type_cell is None):
            return word_type  # `string` below "Options" is the type
        if kind == ANY and type_cell is None and (container := _container_in(cells, cell)) is not None:
            return container
        listed = cell_choices(readable(cell).prose, cells.words, name)
        if listed is not None and _are_rules(cells, listed, cell):
            _say_doubtful(cells, kind, listed, cell)
            listed = None
        narrowed = narrowed_to(kind, listed, is_enumeration=counts)
        if kind == ANY and _are_truths(narrowed):
            return BOOLEAN
        if narrowed != kind:
            return narrowed
    described = choices(text, cells.words, name, is_enumeration=counts) if text else None
    if isinstance(kind, Link) and described is not None and not _are_of_link(kind, described, name, cells):
        described = None
    narrowed = narrowed_to(kind, described, is_enumeration=counts)
    if kind == ANY and _are_truths(narrowed):
        return BOOLEAN
    for source in (cell.text if cell is not None else "", text) if narrowed == kind and counts else ():
        if _BARE_LIST.fullmatch(bare := source.strip(" .`")) is not None:
            bare = _BETWEEN_VALUES.sub(", ", bare)
            return narrowed_to(kind, cell_choices(bare, cells.words, name), is_enumeration=True)
    for heading, further in cells.further if narrowed == kind else ():
        more = readable(further).prose
        chosen = choices(more, cells.words, name, is_enumeration=counts)
        if role_of(heading, cells.words) is Role.VALUE:
            listed = cell_choices(more, cells.words, name) if not isinstance(kind, ListOf) else None
            chosen = listed if listed is not None and _are_no_sample(listed, further) else chosen
        is_remark = role_of(heading, cells.words) is Role.DESCRIPTION
        is_all = is_remark and chosen is not None and not chosen.is_open and not _are_fields(cells, chosen)
        if chosen is not None and (chosen.is_announced or is_all or _are_numbered(chosen)):
            return narrowed_to(kind, chosen, is_enumeration=counts)
    return narrowed


def _container_in(cells: RowCells, cell: Inline) -> Type | None:
    """The type of a list or a map that fills a cell of a column of values: `list of strings`; None for any other cell."""
    if not cell.text[:1].isalpha() or any(span.kind is SpanKind.CODE for span in cell.spans):
        return None
    reading = read_type_cell(cell, cells.path, cells.words)
    is_container = isinstance(reading.type, ListOf | MapOf) and not isinstance(item_of(reading.type), Link)
    return reading.type if is_container and not reading.diagnostics and not reading.rest else None


def _are_truths(kind: Type) -> bool:
    """Whether the values of a type are the words for true and false. No column of types makes them texts."""
    return {value for value in constants_in(kind) if isinstance(value, str)} == _TRUTHS


def _are_rules(cells: RowCells, chosen: Choices, cell: Inline) -> bool:
    """Whether the words of a cell are rules, not values: `Unique` or `32` below "Validation", or words with a mark."""
    words = cells.words
    has_cue = words.cue.search(cell.text) is not None  # `one of`
    is_bare = not (has_cue or chosen.are_quoted or any(span.kind is SpanKind.CODE for span in cell.spans))
    is_marked = any(value.casefold() in words.marks for value in map(str, chosen.values))
    are_arguments = _ARGUMENT.search(cell.text) is not None
    heading = " ".join(cells.heading(Role.VALUES).text.casefold().split())
    is_sql = any(is_sql_rule(value) for value in map(str, chosen.values))
    has_rules = any(part.strip() in words.rules for part in heading.split("/"))  # `Constraints / Notes`
    is_single = len(chosen.values) == 1
    is_rule = is_bare and (is_single or is_marked or _are_codes_of_rules(cells, chosen, cell))
    are_names = not has_cue and not chosen.are_quoted and (_has_rule(chosen) or _may_be_rules(chosen))
    is_mark = is_single and is_marked and not has_cue
    return has_rules and (are_arguments or is_rule or are_names or is_sql or is_mark)


def _has_rule(chosen: Choices) -> bool:
    """Whether a word is a rule's name: `trim`, `IsEmail`."""
    return any(
        value.casefold() in any_language().rule_names or _DECORATOR.fullmatch(value)
        for value in map(str, chosen.values)
    )


def _may_be_rules(chosen: Choices) -> bool:
    """Whether all words may be names of rules: `email, url`."""
    return {str(value).casefold() for value in chosen.values} <= any_language().doubtful_rules


def _are_codes_of_rules(cells: RowCells, chosen: Choices, cell: Inline) -> bool:
    """Whether values are codes that other rows have among others: `NN, UQ` beside `PK, NN`."""
    codes = {value for value in map(str, chosen.values) if _CODE_OF_RULE.fullmatch(value)}
    others = (row.cells[cells.roles[Role.VALUES]].text for row in cells.table.rows[:_MOST_ROWS])
    return any(text != cell.text and not codes.isdisjoint(_WORDS.findall(text)) for text in others) if codes else False


def _say_doubtful(cells: RowCells, kind: Type, chosen: Choices, cell: Inline) -> None:
    """Report a number among rules, a limit or the only value, and words that may be rules or values.

    A number beside a text limits its length: no finding.
    """
    value = str(chosen.values[0])
    heading = cells.heading(Role.VALUES).text.strip()
    if len(chosen.values) > 1 and not _has_rule(chosen) and _may_be_rules(chosen):
        message = f'"{cell.text.strip()}" below "{heading}" may be rules or the values of the field; the docs of the field have it'
        cells.say(cell, "unread-row", message, 'Write "one of" before values, and rules into the description.')
    if kind != STRING and integer(value) is not None:
        message = (
            f'"{value}" below "{heading}" may be a limit of the field or its only value; the docs of the field have it'
        )
        cells.say(cell, "unread-row", message, "Write what it limits: `max 5`, or list the values.")


def _are_no_sample(chosen: Choices, cell: Inline) -> bool:
    """Whether a cell has several values, in code or quotes. `Tom or Tim` may be a sample."""
    is_dressed = chosen.are_quoted or any(span.kind is SpanKind.CODE for span in cell.spans)
    return is_dressed and len(chosen.values) > 1


def _are_fields(cells: RowCells, chosen: Choices) -> bool:
    """Whether all values are names of fields of the table: `height`, `width`."""
    names = {row.cells[cells.roles[Role.NAME]].text.strip() for row in cells.table.rows[:_MOST_ROWS]}
    return names.issuperset(map(str, chosen.values))


def _are_numbered(chosen: Choices) -> bool:
    """Whether values are numbers with a meaning for each: `0: closed, 1: open`."""
    return bool(chosen.remarks) and all(chosen.remarks) and all(integer(value) is not None for value in chosen.values)


def describes_values(cells: RowCells, kind: Type) -> bool:
    """Whether a column of values has more than the values of the type: `0 = off, 1 = on`."""
    cell = cells.cell(Role.VALUES)
    if cell is None:
        return False
    values = set(map(str, constants_in(kind)))
    rest = {word for word in _WORDS.findall(cell.text) if word.casefold() not in cells.words.alternatives}
    return bool(rest - {word for value in values for word in _WORDS.findall(value)} - {"null", "nil"})


def with_small_number(cells: RowCells, kind: Type, text: str, name: str) -> Type:
    """The type, with a number for `Byte` if a value, the default or the example is one: `1-low 2-high`."""
    type_cell = cells.cell(Role.TYPE)
    if kind != BYTES or not _is_byte(type_cell):
        return kind
    chosen = choices(text, cells.words, name)
    cells_of = (cells.cell(role) for role in (Role.DEFAULT, Role.EXAMPLE))
    texts = [
        *(chosen.values if chosen is not None else ()),
        *(cell.text.strip(" `") for cell in cells_of if cell is not None),
    ]
    return INTEGER if any(integer(content) is not None for content in texts) else kind


def _are_of_link(kind: Link, chosen: Choices, name: str, cells: RowCells) -> bool:
    """Whether values beside an unknown type are its own: a phrase, a name, or the cell of the type, `open, closed`, shows it.

    Bare words behind a type, `State (open, closed)`, may be its fields, its values or a remark.
    """
    type_cell = cells.cell(Role.TYPE)
    if not chosen.is_open or chosen.is_announced:
        return True
    if type_cell is not None and all(value in type_cell.text for value in chosen.values):
        return "`" in type_cell.source or kind.label in chosen.values
    return is_kind(kind.label.removesuffix("Type"), cells.words) or is_kind(name, cells.words)


def _is_byte(cell: Inline | None) -> bool:
    """Whether a type is one byte, which may be a number. `byte[]` and `bytes` are none."""
    return cell is not None and cell.text.strip(" `").casefold() == "byte"


def with_fractions(kind: Type) -> Type:
    """The type, with numbers with and without a fraction in place of a number within it: `number or "auto"`."""
    if item_of(kind) == NUMBER:
        return kind  # evidence decides later
    return map_type(kind, lambda leaf: union(INTEGER, NUMBER) if leaf == NUMBER else leaf)


def examples_of(cells: RowCells, kind: Type, key: str) -> tuple[RawValue, ...]:
    """The examples in a column: each code of a cell without other text, or the cell.

    Behind the name of the field and `=`, they are the values: `?limit=10`, `limit="10"`.
    """
    examples = _examples(cells, kind)
    if not examples:
        return ()
    matches = [_NAMED.fullmatch(example.text) for example in examples]
    return tuple(
        replace(example, text=match["value"]) if match is not None and match["name"] == key else example
        for example, match in zip(examples, matches, strict=True)
    )


def _examples(cells: RowCells, kind: Type) -> tuple[RawValue, ...]:
    """The examples that a column shows, as they are written."""
    cell = cells.cell(Role.EXAMPLE)
    if cell is None or cell.text.strip().casefold().strip("().*_\\") in any_language().nothing | {"none"}:
        return ()
    spans = cell.spans
    codes = [span.text for span in spans if span.kind is SpanKind.CODE]
    beside = (span.text for span in spans if span.kind is not SpanKind.CODE)
    if codes and not isinstance(kind, ListOf) and all(map(_BETWEEN_EXAMPLES.fullmatch, beside)):
        return tuple(RawValue(_with_json_quotes(text), place_of(cells.path, cell)) for text in codes if text.strip())
    text = spans[0].text if len(spans) == 1 else cell.text
    several = not isinstance(kind, ListOf) and _QUOTED_LIST.fullmatch(text.strip()) is not None
    texts = _QUOTED.findall(text) if several else [text] if text.strip() else []
    return tuple(RawValue(_with_json_quotes(example), place_of(cells.path, cell)) for example in texts)


def _with_json_quotes(text: str) -> str:
    """A value with the single quotes of other languages, as JSON: `'a'`, `['a', 'b']`."""
    is_value = text[:1] in "[{" or SINGLE_QUOTED.fullmatch(text) is not None
    return text if not is_value or '"' in text else SINGLE_QUOTED.sub(r'"\1"', text)
