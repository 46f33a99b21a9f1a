"""The words of one human language in references: data, which its speakers can mend."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from types import MappingProxyType

from ...frozen import frozen
from ...model.types import Primitive, Scalar, Type
from .meanings import Claimed, Mark, Part, Role, Unit

INT32, INT64 = Primitive(Scalar.INTEGER, "int32"), Primitive(Scalar.INTEGER, "int64")
FLOAT, DOUBLE = Primitive(Scalar.NUMBER, "float"), Primitive(Scalar.NUMBER, "double")
URI, EMAIL, PASSWORD = (Primitive(Scalar.STRING, name) for name in ("uri", "email", "password"))


@frozen(kw_only=True)
class Lexicon:
    """The words of one language, in lower case, with commas between them.

    language      its name: `en`
    columns       headings of columns, by what these are for
    foreign       headings of columns that no model has, by what such a table shows
    yes, no       words and signs of a column of marks: `Yes`, `✗`
    maybe         those that say "sometimes": `Conditional`
    conditions    phrases that begin a condition in such a column: `if`, `one of`
    marks         phrases in a column of marks, at the head or the end of a description, in brackets at a name
    many          words in a column of cardinalities for a list: `many`
    single        words in it for exactly one value: `one`
    repeated      headings of a column that marks fields with several values: `repeatable`
    every         words that a sentence of all fields begins with: `all`
    others        words that such a sentence does not have: `other`, `except`
    this_field    words for the field itself that a sentence begins with: `this parameter`
    this_model    words for the model itself that one begins with: `this object`
    negations     words that deny a sentence: `without`
    stars         words for the sign `*`: `asterisk`
    links         words between these and a mark: `is`, `has been`
    soon          words there that tell what comes: `will be`
    endings       words behind a mark that belong to it: `field` of `Deprecated field`
    reasons       phrases between "deprecated" and the reason: `in favor of`
    since         phrases between it and a version or date: `since`
    replaced      phrases before the field that replaces one: `replaced by`
    defaults      phrases before a default: `defaults to`
    left_out      phrases for a field that is left out, around a default: `if omitted`
    uses          phrases between these and the default: `it is`
    used          phrases behind the default then: `is used`
    by_default    phrases behind a default: `by default`
    values        phrases for all the values that a field may hold, before a colon or `are`: `possible values`
    enumerations  types that are a fixed set of values: `enum`
    denied        words right before such phrases that deny them: `not`, `deprecated`, `some`
    one_of        phrases right before all of them: `one of`
    one_of_behind phrases right behind all of them: `のいずれか`
    may_be        phrases before some of them, or all: `can be`
    copulas       words between a phrase for values and the first value: `are`
    such_as       phrases before values that are only examples: `e.g.`
    more          phrases that say that there are more values: `etc.`, `or a custom`
    always        phrases before the one value that a field has: `always`
    subjects      what may stand before these at the head of a sentence: `this is`
    empty         words for a value that is left out: `empty`
    and_          words between the last two values of a list, besides those between alternatives
    no_values     words that are never a value of a list of bare words: `the`
    values_for    words between such a phrase and the name of the field, in a heading: `Allowed values for the side`
    excluded      words in a sentence before values that nobody may use: `reserved`
    through       words between the ends of a range: `to`
    bound_to      words between a word for a limit and the number: `is` of `The minimum is 1`
    amounts       words between them for the number itself: `value` of `minimum value of 1`
    lengthwise    words behind a length: `in length`
    articles      words before these: `the`
    unbounded     words for the end of a range that has none: `many`
    leading       words before code that make it no name of the row: `see`
    abbreviated   words of limits that a dot shortens: `max`
    rules         headings of columns of values that hold rules as well, of which a bare word is one: `validation`, with `Unique`
    limit_labels  labels before limits: `length constraints` of `Length constraints: minimum length of 1`
    units         words for units of time and size, behind numbers
    epochs        words for a time that counts from 1970: `unix`
    stamps        words for a time that a number may be, in scripts without blanks: `时间戳`
    counted       words in a cell for a time that is a number: `milliseconds`
    stamp_units   units that such a time is counted in: `seconds`
    counts_in     words before them: `in`
    counts_since  words behind them: `since`
    before_null   words before `null` at the head of a sentence: `will be`
    behind_case   words behind the case in which a field is null, where no comma is: `时`
    null_verbs    words between the case and `null`: `returns`
    cases         words in such a case: `if`
    nothing       texts of cells without a value: `n/a`
    no_default    words of cells of defaults without one; in code, these are values: `unset`
    computed      words of such cells for a value that the server makes: `auto increment`
    per           phrases for what a limit counts, behind it: `per page`
    labels        the last words of labels for one value or one length: `值`
    behind_link   words behind a link that is the name of a model as it stands: `of`
    pointers      words before a link to the model of a type: `see`
    open_types    words of types that any key or any value is right for: `dictionary`
    pair_keys     the first words of pairs: `key` of `key-value`
    pair_values   their last words: `value`
    pairs         other words of descriptions for any keys: `arbitrary`
    no_content    phrases of docs that say that nothing comes back: `no content`
    counting      headings of columns that only count the rows: `no`
    counters      words behind numbers of things that are counted: `次`
    bits          headings of columns of the positions of bits: `bit`
    particles     words that join others to a name, in scripts without blanks: `的`
    topics        words behind what a sentence is about: `は`
    within        words between two fields in code, of which the second is inside the first: `中`
    inside        words between two, of which the first is inside the second: `of`
    formats       the last words of names of fields that hold a pattern: `format`
    query         words in headings of the parameters of a URL: `query`
    closings      words that end a sentence and say nothing: `です`
    unverified    the entries of these words that no real page has shown yet in this language
    least         words before the smallest value, in sentences that say nothing else: `minimum`
    most          words before the largest: `up to`
    between       words before both: `between`
    least_behind  words behind the smallest value: `以上`
    most_behind   words behind the largest: `以下`
    exactly       words before the one length that there is: `exactly`
    length        words for the length of a text or list
    characters    words for what texts are counted in
    portions      words for some of the characters of a text: `digits`
    items         words for what lists are counted in
    scalars       types that are made of no others: `whole number`
    things        words among the types that name models as well, where they are links: `file`
    lists_of      phrases before what a list is made of: `array of`
    lists         words behind it: `string array`; alone, a list of anything
    maps_of       phrases before what a map is made of: `map of`
    maps_by       phrases before the keys of a map: `map with keys in`
    maps          words for a map of anything, and for an object
    to            words between the keys and the values: `map of X to Y`
    or_           words between alternatives
    of_           words that join a list's word to what stands before it: `string 类型的数组`
    objects       words behind a name that say no more than that it is one: `user object`
    fillers       words before a type that say nothing of it: `a`, `valid`
    partial       words before an object of which some fields may be missing
    rest          words that begin a remark behind a type: `string with at most ten characters`
    frames_before words that a heading has before the name: `the`
    frames        words that it has behind the name: `object`, `resource type`
    declared      words in small letters before the name that a heading declares: `message Room`
    captions      words before the number of a table or a chapter: `table`
    badges        words in brackets behind a name that are no part of it: `beta`
    generic       words of headings that only say which part it is; all of a heading's words are among them, or `parts`
    examples      words of headings that only illustrate: `example`
    parts         words that tell which, with the part
    hollow        words among them that say nothing at all: `fixed` of `Fixed Fields`
    english       English for the words of headings in another script, where they join an English name
    lookalikes    words in headings of what is no model, by what it is
    errors        words in headings of values that nobody sends: error codes
    headers       words in headings of the headers of HTTP
    flags         words in headings of values that are bits
    kinds         words for what has a fixed set of values, as columns and headings have them: `status`
    chosen        the last words of other names of fields that hold one of a few values: `side`
    values_of     words in headings of values
    type_lists    headings of what defines types: `field types`
    owners        headings of a column that names the model of each row: `entity`
    stored        headings of a column that names the table in a database of each row: `table`
    called        headings of code that is called, and what it gives back: `functions`
    with_         words right before what a line announces: `with`
    second        words before the first name of what has a second one: `old`, `alias`
    none          words in lines about what there is not: `without`
    limits        words in headings of numbers that are set for good: `limits`
    """

    language: str
    columns: Mapping[Role, str] = field(default_factory=lambda: MappingProxyType({}))
    foreign: Mapping[Claimed, str] = field(default_factory=lambda: MappingProxyType({}))
    yes: str = ""
    no: str = ""
    maybe: str = ""
    conditions: str = ""
    marks: Mapping[Mark, str] = field(default_factory=lambda: MappingProxyType({}))
    many: str = ""
    single: str = ""
    repeated: str = ""
    every: str = ""
    others: str = ""
    this_field: str = ""
    this_model: str = ""
    negations: str = ""
    stars: str = ""
    links: str = ""
    soon: str = ""
    endings: str = ""
    reasons: str = ""
    since: str = ""
    replaced: str = ""
    defaults: str = ""
    left_out: str = ""
    uses: str = ""
    used: str = ""
    by_default: str = ""
    values: str = ""
    denied: str = ""
    enumerations: str = ""
    one_of: str = ""
    one_of_behind: str = ""
    may_be: str = ""
    copulas: str = ""
    such_as: str = ""
    more: str = ""
    always: str = ""
    subjects: str = ""
    limit_labels: str = ""
    rules: str = ""
    empty: str = ""
    and_: str = ""
    no_values: str = ""
    values_for: str = ""
    excluded: str = ""
    through: str = ""
    bound_to: str = ""
    amounts: str = ""
    lengthwise: str = ""
    articles: str = ""
    unbounded: str = ""
    leading: str = ""
    abbreviated: str = ""
    units: Mapping[Unit, str] = field(default_factory=lambda: MappingProxyType({}))
    epochs: str = ""
    stamps: str = ""
    counted: str = ""
    stamp_units: str = ""
    counts_in: str = ""
    counts_since: str = ""
    before_null: str = ""
    behind_case: str = ""
    null_verbs: str = ""
    cases: str = ""
    nothing: str = ""
    no_default: str = ""
    computed: str = ""
    per: str = ""
    labels: str = ""
    behind_link: str = ""
    pointers: str = ""
    open_types: str = ""
    pair_keys: str = ""
    pair_values: str = ""
    pairs: str = ""
    no_content: str = ""
    counting: str = ""
    counters: str = ""
    bits: str = ""
    particles: str = ""
    topics: str = ""
    within: str = ""
    inside: str = ""
    formats: str = ""
    query: str = ""
    closings: str = ""
    unverified: str = ""
    least: str = ""
    most: str = ""
    between: str = ""
    least_behind: str = ""
    most_behind: str = ""
    exactly: str = ""
    length: str = ""
    characters: str = ""
    portions: str = ""
    items: str = ""
    scalars: Mapping[Type, str] = field(default_factory=lambda: MappingProxyType({}))
    things: str = ""
    lists_of: str = ""
    lists: str = ""
    maps_of: str = ""
    maps_by: str = ""
    maps: str = ""
    to: str = ""
    or_: str = ""
    of_: str = ""
    objects: str = ""
    fillers: str = ""
    partial: str = ""
    rest: str = ""
    frames_before: str = ""
    frames: str = ""
    declared: str = ""
    captions: str = ""
    badges: str = ""
    generic: str = ""
    examples: str = ""
    parts: Mapping[Part, str] = field(default_factory=lambda: MappingProxyType({}))
    hollow: str = ""
    english: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    lookalikes: Mapping[Claimed, str] = field(default_factory=lambda: MappingProxyType({}))
    errors: str = ""
    headers: str = ""
    flags: str = ""
    kinds: str = ""
    chosen: str = ""
    values_of: str = ""
    type_lists: str = ""
    owners: str = ""
    stored: str = ""
    called: str = ""
    with_: str = ""
    second: str = ""
    none: str = ""
    limits: str = ""
