"""Limits of values, in sentences about nothing else: `Minimum 1, maximum 99`, `Between 1 and 50 characters.`"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import takewhile

from ..frozen import replace
from ..model.declarations import UNCONSTRAINED, Constraints
from ..model.types import STRING, Link, ListOf, Primitive, Scalar, Type, is_number
from ..patterns import regex
from .lexicon import Words, any_language

_ENDS = frozenset({"least", "most"})
_LIMITS = ("minimum", "maximum", "min_length", "max_length", "min_items", "max_items")
_EXCLUSIVE = ("exclusive_minimum", "exclusive_maximum")
_REMARK_BEHIND = regex(r"\d[`\s]{0,4}[(（]")  # `less than 5 (inclusive)`
_NUMBERS = regex(r"(?<![\w.])-?\d[\d,]*(?:\.\d+)?")
_LONGEST = 120  # characters of a sentence about limits
_DEFAULT = regex(r"\s*[:：=]?\s*[`\"]?[\w.+-]{1,40}[`\"]?(?=\s*(?:[,，、]|$))")
_DIGIT = regex(r"\d")
_COMMA = regex(r"，|、|,\s")
_BRACKETS = frozenset("[(（")  # before an interval


def limits_in(text: str, kind: Type, words: Words, before: Constraints = UNCONSTRAINED) -> Constraints:
    """The limits of `before`, and those of a description that fit the type.

    Two values for one limit cancel each other: `Free plan: maximum 10. Premium plan: maximum 100.`
    """
    kind = limited(kind)
    if not _may_have_limits(kind) or _DIGIT.search(text) is None or any_language().open_range.search(text) is not None:
        return before
    text = text.replace("**", "")
    if not _BRACKETS.isdisjoint(text):
        text = words.limit_words.interval.sub(r"\g<between> \g<least>~\g<most>", text)
    may_range = is_number(kind) and len(text) < _LONGEST_RANGE and _FROM_TO.search(text) is not None
    if not may_range and not words.limit_words.stand_in(text.casefold()):
        return before
    limits, unsure = before, set[str]()
    if words.limit_words.counts_all(text):  # `3-20 characters, at most 2 digits`: 2 limits only the digits
        text = words.limit_words.portions.sub("", text)
    sentences = [_per().sub("", sentence).strip(" \t*_`,，-–") for sentence in _sentence_end().split(text)]
    last = max((at for at, sentence in enumerate(sentences) if sentence), default=-1)
    may_range = may_range and len(_FROM_TO.findall(text)) == 1
    for at, plain in enumerate(sentences):
        ends = _ends(plain, words) if may_range and at == last else None
        earlier = limits
        if ends is not None:
            limits = cell_limits(ends, kind, words, limits)
        elif 0 < len(plain) <= _LONGEST and _DIGIT.search(plain) is not None:
            limits = _with_sentence(limits, plain, kind, words)
        unsure |= {
            limit for limit in _LIMITS if getattr(before, limit) != getattr(earlier, limit) != getattr(limits, limit)
        }
    has_remark = _REMARK_BEHIND.search(text) is not None
    unsure |= {limit for limit in _EXCLUSIVE if has_remark or _is_repeated(getattr(limits, limit), text)}
    return replace(limits, **{limit: getattr(before, limit) for limit in unsure}) if unsure else limits


def _may_have_limits(kind: Type) -> bool:
    """Whether values of a type have limits: texts, lists and numbers."""
    is_text = isinstance(kind, Primitive) and kind.scalar in (Scalar.STRING, Scalar.DECIMAL_STRING)
    return is_text or isinstance(kind, ListOf) or is_number(kind)


def _is_repeated(number: float | None, text: str) -> bool:
    """Whether a number that no value has stands in the text twice, perhaps as a value: `Greater than 0. Default 0`."""
    return number is not None and [float(match.replace(",", "")) for match in _NUMBERS.findall(text)].count(number) > 1


def _ends(sentence: str, words: Words) -> str | None:
    """A range between commas, in a sentence without a condition: `1-100`, `Size, 1-100, default 20`."""
    parts = [part.strip() for part in _COMMA.split(sentence)]
    if any(words.condition.match(part.casefold()) is not None for part in parts):
        return None
    return next((part for part in parts if _are_limits(part)), None)


def _are_limits(text: str) -> bool:
    """Whether a range looks like limits: no years, no phone number, no odd number as its start."""
    match = _FROM_TO.fullmatch(text)
    if match is None:
        return False
    least, most = (float(match[name].replace(",", "")) for name in ("least", "most"))
    if least >= most or all(end in _YEARS for end in (least, most)):
        return False
    return _is_round(least) and (_is_round(most) or _PHONE.fullmatch(text) is None)


def _is_round(number: float) -> bool:
    """Whether a number is a usual start of limits: `1`, `-90`, `200`, `1024`."""
    return abs(number) < _SMALL or number % 50 == 0 or math.log2(abs(number)).is_integer()


def _at_end(sentence: str, words: Words) -> Mapping[str, str] | None:
    """The limits in the last parts of a sentence, or else in the first: `A question, 1-300 characters`.

    None if a part is a condition."""
    parts = [part.strip() for part in _COMMA.split(sentence)]
    while len(parts) > 1 and _is_default(parts[-1], words):
        parts.pop()  # `Speed, range 1-100, default 1`
    if len(parts) == 1 or any(words.condition.match(part.casefold()) is not None for part in parts):
        return None
    values = [*takewhile(lambda limits: limits is not None, (_in_sentence(part, words) for part in reversed(parts)))]
    joined = _joined(reversed(values))
    return _in_sentence(parts[0], words) if joined == {} else joined


def _is_default(part: str, words: Words) -> bool:
    """Whether a part of a sentence only says the default: `default 1`."""
    phrase = words.default_words.phrase.match(part)
    return phrase is not None and _DEFAULT.fullmatch(part, phrase.end()) is not None


def _with_sentence(limits: Constraints, sentence: str, kind: Type, words: Words) -> Constraints:
    values = _in_sentence(sentence, words)
    if values is None and (exclusive := with_exclusive(limits, sentence, kind, words)) != limits:
        return exclusive
    values = values or _at_end(sentence, words)
    return limits if values is None else _with(limits, values, kind)


def with_exclusive(limits: Constraints, sentence: str, kind: Type, words: Words) -> Constraints:
    """The limits, and those of a sentence about nothing but limits that no number has: `Greater than 0, at most 1`."""
    if not is_number(kind):
        return limits
    ends: dict[str, str] = {}
    sentence = words.limit_words.first_end.sub("\n", words.limit_words.lead.sub("", sentence, count=1))
    for part in _both_ends().split(sentence):
        match = words.limit_words.exclusive.fullmatch(part.strip(" `").casefold())
        inclusive = _in_sentence(part.strip(), words) if match is None and part.strip() else None
        values = inclusive if match is None else {name: text for name, text in match.groupdict().items() if text}
        if values is None:
            return limits
        ends |= values
    above, below = (_number(ends.get(name) or ends.get(f"{name}_this") or "") for name in ("above", "below"))
    if above is None and below is None:
        return limits
    return replace(
        _with(limits, ends, kind),
        exclusive_minimum=limits.exclusive_minimum if above is None else above,
        exclusive_maximum=limits.exclusive_maximum if below is None else below,
    )


def limited(kind: Type) -> Type:
    """The type that limits narrow: for a link, the type that its page gives without the target."""
    return kind.fallback if isinstance(kind, Link) and isinstance(kind.fallback, Primitive) else kind


@cache
def _both_ends() -> re.Pattern[str]:
    """The mark or word between two limits of a sentence: `greater than 0 and less than 1`."""
    return re.compile(rf"[，、且\n]|,(?!\d)|(?<=[\d`])\s*(?:{any_language().and_})\s*", re.IGNORECASE)


_END = r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d{1,10})?"
_FROM_TO = regex(rf"(?P<least>{_END})\s*(?:[-–—~〜～…]|\.{{2,3}})\s*(?P<most>{_END})")
_INCLUSIVE = regex(r",?\s+(?:\(inclusive\)|inclusive(?:ly)?)$", re.IGNORECASE)
_YEARS = range(1900, 2101)
_PHONE = regex(r"\d{3}-\d{4}")  # `555-1234`
_SMALL = 100
_UNIT_BEFORE = regex(r"(?P<number>\d[\d,]{0,12})\s+(?P<unit>[^\W\d_]{1,20})\s+(?P<word>[^\W\d_]{2,20}\.?)")
_AMBIGUOUS = regex(r"[+-]?[1-9]\d{0,2}(?:\.\d{3})+")  # `1.000` may be a thousand
_LONGEST_RANGE = 2_000  # characters of a text with a range
_SINGLE = regex(r"[(（\[]?\s*(?P<most>\d{1,9})\s*(?P<unit>[^\W\d_][\w ]{0,30})?\s*[)）\]]?")


@cache
def _per() -> re.Pattern[str]:
    """A phrase behind a limit, about what it counts: `max 100 per page`."""
    return re.compile(rf"\s+(?:{any_language().per})(?=\s*(?:[,，]|$))", re.IGNORECASE)


@cache
def _range() -> re.Pattern[str]:
    """Two numbers with a word or a sign between them, and a unit: `[0, 1]`, `1 to 5 items`."""
    between = rf"-{{1,2}}|–|—|~|〜|～|…|\.{{2,3}}|,|:|{any_language().through}"
    return re.compile(
        rf"(?:range\s*)?(?P<opening>[\[(（])?\s*(?P<least>{_END})\s*(?P<between>{between})\s*(?P<most>{_END})\s*"
        r"(?P<closing>[\])）])?\s*(?P<unit>[^\W\d_][\w ]{0,30})?",
        re.IGNORECASE,
    )


@cache
def _joint() -> re.Pattern[str]:
    """The text between two limits: a blank, a comma, or a word for "and"."""
    return re.compile(rf"[\s`*]*(?:(?:[,，、/]\s*(?!\d{{3}}\b)|\s)(?:(?:{any_language().and_})\s+)?[`*]*|$)")


@cache
def _sentence_end() -> re.Pattern[str]:
    """The end of a sentence or the edge of a bracket; a dot behind `max` ends none."""
    open_ = "".join(rf"(?<!\b{re.escape(word)}\.)" for word in any_language().abbreviated)
    return re.compile(rf"(?:\.{open_}|[。;；])(?!\d)|[\n()（）]|\s\[(?=\d)|\](?=\s|$)", re.IGNORECASE)


def is_range(text: str) -> bool:
    """Whether a text is a range: two numbers with a word or a sign between them: `[0, 1]`, `1..5`."""
    match = _range().fullmatch(text.strip())
    return match is not None and (match["between"] != "," or (match["opening"], match["closing"]) == ("[", "]"))


def cell_limits(text: str, kind: Type, words: Words, before: Constraints = UNCONSTRAINED) -> Constraints:
    """The limits of `before`, and those in a part of a cell of types: `0-100`, `max 10`, `(32)`.

    The limits of a text count its characters, those of a list its items.
    """
    kind = limited(kind)
    plain = text.strip(" `")
    values: Mapping[str, str] | None = None
    match = _range().fullmatch(plain) if is_range(plain) else None
    single = None if match is not None else _SINGLE.fullmatch(plain)
    size = match or single
    unit = (size["unit"] or "").strip().casefold() if size is not None else ""
    if match is not None and (not unit or words.limit_words.counts(unit)):
        values = {"least": match["least"].lstrip("+"), "most": match["most"].lstrip("+")}
    elif single is not None and (words.limit_words.counts(unit) if unit else kind == STRING):
        values = {"most": single["most"]}
    elif single is None and match is None:
        values = _in_sentence(plain.strip("()（）[] "), words)
    if values is None:
        return with_exclusive(before, plain.strip("()（）[] "), kind, words)
    if isinstance(kind, ListOf):
        if is_number(kind.item) and not unit and "items" not in values:
            return before  # limits of each number, or of the number of items
        values = {**values, "items": "items"}
    elif kind == STRING:
        values = {**values, "characters": "characters"}
    return _with(before, values, kind)


def _in_sentence(sentence: str, words: Words) -> Mapping[str, str] | None:
    """The limits in a sentence: `least`, `most`, `unit`, `length`; None for a sentence about anything else."""
    sentence = _INCLUSIVE.sub("", words.limit_words.lead.sub("", sentence, count=1))
    cue = words.cue.match(sentence)
    if cue is not None and cue[0].casefold() in words.values:  # `Allowed values: 1-100`
        sentence = words.limit_words.lead.sub("", sentence[cue.end() :].lstrip(" :：=`"), count=1)
        ends = _range().fullmatch(sentence.rstrip(" `")) if is_range(sentence.rstrip(" `")) else None
        if ends is not None and not ends["unit"]:
            return {"least": ends["least"].lstrip("+"), "most": ends["most"].lstrip("+")}
    behind = _UNIT_BEFORE.fullmatch(sentence)
    if behind is not None:  # `300 characters max`
        sentence = f"{behind['word']} {behind['number']} {behind['unit']}"
    followed = words.limit_words.followed.fullmatch(sentence) if sentence else None
    if followed is not None:
        return {name.removesuffix("_too"): text for name, text in followed.groupdict().items() if text is not None}
    exact = words.limit_words.exact.fullmatch(sentence)
    if exact is not None:
        unit = {name: text for name in ("characters", "items") if (text := exact[name]) is not None}
        return {"least": exact["size"], "most": exact["size"], **unit}
    match = words.limit_words.pattern.fullmatch(sentence)
    if match is not None:
        return {name: value for name, value in match.groupdict().items() if value is not None}
    parts = list(_parts(sentence, words))
    if not parts or None in parts:
        return None
    return _joined(parts)


def _joined(parts: Iterable[Mapping[str, str] | None]) -> Mapping[str, str] | None:
    """The joint limits of several parts; None if two limit the same end: `at most 8 characters, at most 9 bytes`."""
    joined: dict[str, str] = {}
    for part in filter(None, parts):
        if _ends_in(joined) & _ends_in(part):
            return None
        joined.update(part)
    return joined


def _ends_in(part: Mapping[str, str]) -> set[str]:
    """The ends that a part limits: `least`, `most`."""
    return {name.split("_")[0] for name in part} & _ENDS


def _parts(sentence: str, words: Words) -> Iterator[Mapping[str, str] | None]:
    """The limits of each part between commas and `and`, without defaults: `min 1, max 99, default 5`.

    A part about anything else is None."""
    at = 0
    while at < len(sentence):
        match = words.limit_words.pattern.match(sentence, at)
        default = words.default_words.phrase.match(sentence, at) if match is None else None
        value = _DEFAULT.match(sentence, default.end()) if default is not None else None
        end = match.end() if match is not None else value.end() if value is not None else at
        joint = _joint().match(sentence, end)
        if end == at or joint is None:
            yield None
            return
        if match is not None:
            yield {name: value for name, value in match.groupdict().items() if value is not None}
        at = joint.end()


def _with(limits: Constraints, values: Mapping[str, str], kind: Type) -> Constraints:
    """The limits, and those of a sentence that apply to the type."""
    least, most = (
        _number(values.get(key) or values.get(f"{key}_of") or values.get(f"{key}_alone") or "")
        for key in ("least", "most")
    )
    is_long = bool({"length", "length_least", "length_most"} & values.keys())
    is_text, is_count = is_long or "characters" in values, "items" in values
    if (least is None and most is None) or (least is not None and most is not None and least > most):
        return limits
    match kind:
        case Primitive(Scalar.STRING) if is_text and _are_counts(least, most):
            return replace(limits, min_length=_int(least, limits.min_length), max_length=_int(most, limits.max_length))
        case ListOf() if (is_count or is_long) and _are_counts(least, most):
            return replace(limits, min_items=_int(least, limits.min_items), max_items=_int(most, limits.max_items))
        case Primitive(Scalar.INTEGER | Scalar.NUMBER | Scalar.DECIMAL | Scalar.DECIMAL_STRING) if (
            not is_text and not is_count
        ):
            return replace(
                limits,
                minimum=limits.minimum if least is None else least,
                maximum=limits.maximum if most is None else most,
            )
        case _:
            return limits


def _number(text: str) -> int | float | None:
    digits = text.replace(",", "").replace("_", "")
    if not digits or _AMBIGUOUS.fullmatch(digits):
        return None
    return float(digits) if "." in digits else int(digits)


def _are_counts(*numbers: int | float | None) -> bool:
    return all(number is None or (isinstance(number, int) and number >= 0) for number in numbers)


def _int(number: int | float | None, before: int | None) -> int | None:
    return before if number is None else int(number)
