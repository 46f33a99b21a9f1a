"""Words that count on every page, in any language: a cell may be in another language than the headings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...frozen import cached_property
from .entries import Sources, alternatives, bounded, is_spaced, shortest, split
from .lexicon import Lexicon
from .meanings import Mark, Part, Unit

_DASHES = frozenset({"", "-", "–", "—", "--", "---", "/"})


def _source(entry: str) -> cached_property[str]:
    return cached_property(lambda self: getattr(self._sources, entry))


def _words(entry: str) -> cached_property[frozenset[str]]:
    return cached_property(lambda self: self._sources.words(entry))


def _pattern(*entries: str) -> cached_property[re.Pattern[str]]:
    return cached_property(lambda self: re.compile(bounded(self._sources.words(*entries)), re.IGNORECASE))


class AnyLanguage:
    """Patterns of the words of all lexicons."""

    def __init__(self, lexicons: Sequence[Lexicon]) -> None:
        self._lexicons = lexicons
        self._sources = Sources(lexicons)

    # Sources of patterns, as `Lexicon` explains the entries.
    through = _source("through")
    and_ = _source("and_")
    with_ = _source("with_")
    articles = _source("articles")
    unbounded = _source("unbounded")
    closings = _source("closings")
    counters = _source("counters")
    per = _source("per")
    behind_link = _source("behind_link")
    conditioned = _source("conditioned")
    topics = _source("topics")
    particles = _words("particles")
    labels = _words("labels")
    no_default = _words("no_default")
    computed = _words("computed")
    counting = _words("counting")
    positions = _words("positions")
    database_keys = _words("database_keys")
    bits = _words("bits")
    excluded = _words("excluded")
    formats = _words("formats")
    rule_names = _words("rule_names")
    doubtful_rules = _words("doubtful_rules")
    query = _words("query")

    # Patterns of words as wholes.
    counted = _pattern("epochs", "counted")
    case = _pattern("cases", "bare_cases")
    case_head = _pattern("cases")
    no_case = _pattern("no_cases")
    within = _pattern("within")
    further = _pattern("further")
    inside = _pattern("inside")
    open_types = _pattern("open_types")
    birthday = _pattern("birthdays")
    pointer = _pattern("pointers")
    no_content = _pattern("no_content")

    @cached_property
    def case_end(self) -> re.Pattern[str]:
        """The last word of a condition in a script without blanks: `x为空时`, `xがない場合`."""
        return re.compile(rf"(?:{self._sources.case_ends})(?=[\s,，、;；:：。.)）\]］】」*_`]|$)")

    @cached_property
    def open_range(self) -> re.Pattern[str]:
        """The end of a range that may not have its ends: `0 to 1 (exclusive)`."""
        return re.compile(
            rf"\d`?[)\]]?[,，]?\s{{0,4}}[(（]?\s{{0,4}}(?:{bounded(self._sources.words('open_ends'))})", re.IGNORECASE
        )

    @cached_property
    def if_then(self) -> re.Pattern[str]:
        """A condition with what follows from it: behind a comma, `则返回全部`, but no mark such as `则必填`; or an error.

        `如果不传则报错` and `空の場合はエラー` are about a field that is left out, so it is required. `根据规则生成` is
        no condition either: it tells how a value is made.
        """
        heads = alternatives(word for word in self._sources.words("cases") if not is_spaced(word))
        failures = alternatives(word for word in self._sources.words("errors", "failures") if not is_spaced(word))
        made = alternatives(word for word in self.computed if not is_spaced(word))
        missing = alternatives(word for word in self._sources.words("empty", "bare_cases") if not is_spaced(word))
        required = alternatives(
            word
            for lexicon in self._lexicons
            for word in split(lexicon.marks.get(Mark.REQUIRED, ""))
            if not word.isascii()
        )
        return re.compile(
            rf"(?:{heads})[^,，。;；\n]{{1,80}}[,，]\s*(?:{self._sources.consequences})(?!\w{{0,3}}(?:{required}))"
            rf"|(?:{self._sources.left_out}|(?:{missing})\w{{0,2}}?\s?(?:{self._sources.case_ends}))"
            rf"[^,，、。;；\n]{{0,12}}?(?:{failures})"
            rf"|(?:{self._sources.according})[^,，。;；\n]{{0,40}}?(?:{made})"
        )

    @cached_property
    def caption(self) -> re.Pattern[str]:
        """The number of a table or a chapter at the head of a heading: `Table 3: `, `表1 `, `表:`."""
        words = self._sources.words("captions")
        spaced = alternatives(word for word in words if word[0].islower())
        unspaced = alternatives(word for word in words if not word[0].islower())
        particles = alternatives(self.particles)  # `表2 の倉庫`
        number = r"\d{1,3}(?:[.-]\d{1,3}){0,3}"
        return re.compile(
            rf"(?:(?:{spaced})\s+{number}\s*[:：.)–—-]\s+"
            rf"|(?:{unspaced})\s*(?:{number}(?:\s*[:：.、]\s*|\s+(?!{particles}))|[:：]\s*))(?=\S)",
            re.IGNORECASE,
        )

    @cached_property
    def abbreviated(self) -> Sequence[str]:
        """Words that a dot shortens: `max`."""
        return sorted(self._sources.words("abbreviated"))

    @cached_property
    def own_parts(self) -> frozenset[str]:
        """The words for a model's own fields: `properties`."""
        return frozenset(word for lexicon in self._lexicons for word in split(lexicon.parts.get(Part.OWN, "")))

    @cached_property
    def nothing(self) -> frozenset[str]:
        """The texts of cells without a value: `-`, `n/a`."""
        return self._sources.words("nothing") | _DASHES

    @cached_property
    def pairs(self) -> re.Pattern[str]:
        """Words of descriptions that allow any keys: `key-value pairs`, `arbitrary`."""
        keys, values = self._sources.pair_keys, self._sources.pair_values
        pair = rf"\b(?:{keys})\s{{0,2}}[-/:=]\s{{0,2}}(?:{values})\b"
        return re.compile(rf"{pair}|{bounded(self._sources.words('pairs'))}", re.IGNORECASE)

    @cached_property
    def type_list_keys(self) -> Sequence[str]:
        """Parts of headings above definitions of types, for a quick look before a thorough one."""
        return shortest(self._sources.words("type_lists"))

    @cached_property
    def coded_example(self) -> re.Pattern[str]:
        """A phrase for examples and a value in code behind it: ``such as `12.50` ``."""
        phrases = bounded(self._sources.words("such_as", "examples"))
        return re.compile(rf"(?:{phrases})[^`\n]{{0,20}}`(?P<value>[^`\n]{{1,100}})`", re.IGNORECASE)

    @cached_property
    def unit(self) -> re.Pattern[str]:
        """A unit of time or size; the pattern has a group for each `Unit`, by its name."""
        units = (f"(?P<{unit}>{alternatives(self._names(unit))})" for unit in Unit)
        return re.compile(rf"(?<![^\W\d_])(?:{'|'.join(units)})(?![^\W_])", re.IGNORECASE)

    @cached_property
    def epoch(self) -> re.Pattern[str]:
        """Words in a description for a time that is a number: `unix`, `in ms`, `毫秒时间戳`."""
        epochs, stamps = self._sources.epochs, self._sources.stamps
        in_, since = self._sources.counts_in, self._sources.counts_since
        units = bounded(self._sources.words("stamp_units"))
        spaced = rf"\b(?:{in_})\s+(?:\w+\s+)?(?:{units})|(?:{units})\s+(?:\w+\s+){{0,2}}(?:{since})\b"
        unspaced = rf"(?:{stamps})[^。\n]{{0,9}}(?:{units})|(?:{units})(?:{stamps})"
        return re.compile(rf"\b(?:{epochs})\b|{spaced}|{unspaced}", re.IGNORECASE)

    @cached_property
    def unless(self) -> re.Pattern[str]:
        """An exception at an end of a sentence in lower case: `, unless otherwise noted`."""
        exception = rf"(?:{self._sources.unless})\s+(?:\w+\s+){{0,3}}(?:{self._sources.noted})\b"
        return re.compile(rf"\A{exception}[^,]{{0,60}},\s*|,?\s+{exception}.*")

    @cached_property
    def before_values(self) -> re.Pattern[str]:
        """The end of a text before a link to the enumeration of a field's values: `one of the`."""
        return re.compile(rf"\b(?:{self._sources.before_values}):?[\s:：`*_\"“]*$", re.IGNORECASE)

    @cached_property
    def before_object(self) -> re.Pattern[str]:
        """The end of a text before a link to the object in a field, unlike `a note for the [boat object](#boat)`."""
        before, counts = self._sources.before_object, self._sources.counts
        adjective = rf"(?:(?!(?:{self._sources.prepositions})\b)\w+\s+)?"  # `a list of inlined [boat objects](#boat)`
        return re.compile(
            rf"(?:^|[.:;(（–—-]|\b(?:{before})(?: the)?)\s*(?:(?:{counts})\s+)*{adjective}$", re.IGNORECASE
        )

    @cached_property
    def null_first(self) -> re.Pattern[str]:
        """A sentence with `null` and a condition: `Will be null if there is none`; the group `rest` is the condition."""
        before = self._sources.before_null
        return re.compile(rf"(?:(?:{before})\s+){{0,4}}`?(?:null|nil)`?,?\s+(?P<rest>\S.*)", re.IGNORECASE)

    @cached_property
    def null_last(self) -> re.Pattern[str]:
        """A sentence with a condition and `null`: `If there is none, null`; the group `case` is the condition."""
        behind, verbs = self._sources.behind_case, self._sources.null_verbs
        return re.compile(
            rf"(?P<case>[^,，、]{{1,100}}?)(?:[,，、]|{behind})\s*(?:(?:{verbs})\s*){{0,2}}`?null`?(?:{self.closings})?",
            re.IGNORECASE,
        )

    @cached_property
    def never_null(self) -> re.Pattern[str]:
        """A sentence that forbids null: `Null if missing is not allowed`, but not `Null if the user is not allowed in`."""
        cases, empty = self._sources.cases, self._sources.empty
        links, denied = self._sources.copulas, self._sources.denied
        return re.compile(rf"\b(?:{cases})\s+(?:{empty})\s+(?:{links})\s+(?:{denied})(?![^\W_])", re.IGNORECASE)

    def _names(self, unit: Unit) -> frozenset[str]:
        return frozenset(name for lexicon in self._lexicons for name in split(lexicon.units.get(unit, "")))
