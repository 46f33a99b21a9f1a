"""The words of one human language in references. They are data that its speakers can mend."""

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
    columns       headings of columns, by role
    foreign       headings of columns that no model has, by the content of such a table
    yes, no       words and signs of a column of marks: `Yes`, `✗`
    maybe         words for "sometimes": `Conditional`
    conditions    phrases that begin a condition in such a column: `if`, `one of`
    marks         phrases for marks of a field, by mark: in their columns, in descriptions, in brackets at a name
    many          words in a column of cardinalities for a list: `many`
    single        words in it for exactly one value: `one`
    repeated      headings of a column that marks fields with several values: `repeatable`
    every         first words of a sentence about all fields: `all`
    following     first words of a sentence about all fields of the table below: `the following`
    others        words that such a sentence cannot have: `other`, `except`
    unless        words before an exception to such a sentence: `unless`
    noted         the last words of the exception: `noted` of `unless otherwise noted`
    this_field    first words of a sentence about the field: `this parameter`
    this_model    first words of a sentence about the model: `this object`
    negations     words that deny a sentence: `without`
    stars         words for the sign `*`: `asterisk`
    bold          phrases for names in bold type: `in bold`
    links         words between these and a mark: `is`, `has been`
    soon          words there about the future: `will be`
    endings       words behind a mark that belong to it: the `field` of `Deprecated field`
    reasons       phrases between "deprecated" and the reason: `in favor of`
    since         phrases between it and a version or date: `since`
    replaced      phrases before the field that replaces one: `replaced by`
    defaults      phrases before a default: `defaults to`
    left_out      phrases for a field that is left out, around a default: `if omitted`
    uses          phrases between those and the default: `it is`
    used          phrases behind a default of a field that is left out: `is used`
    by_default    phrases behind a default: `by default`
    values        phrases for all values of a field, before a colon or `are`: `possible values`
    enumerations  types that are a fixed set of values: `enum`
    denied        words right before a phrase for values that deny it: `not`, `deprecated`, `some`
    one_of        phrases right before all values: `one of`
    one_of_behind phrases right behind all values: `のいずれか`
    may_be        phrases before some or all values: `can be`
    copulas       words between a phrase for values and the first value: `are`
    such_as       phrases before values that are only examples: `e.g.`
    more          phrases for further values: `etc.`, `or a custom`
    always        phrases before the one value of a field: `always`
    subjects      phrases before `always` at the head of a sentence: `this is`
    empty         words for an empty value: `empty`
    and_          words between the last two values of a list, besides those between alternatives
    no_values     words that are never a value of a list of bare words: `the`
    values_for    words between `values` and the name of the field, in a heading: `Allowed values for the side`
    excluded      words in a sentence before forbidden values: `reserved`
    through       words between the ends of a range: `to`
    bound_to      words between a word for a limit and the number: `is` of `The minimum is 1`
    amounts       words there for the number itself: the `value` of `minimum value of 1`
    lengthwise    words behind a length: `in length`
    articles      words before words for limits: `the`
    unbounded     words for a missing end of a range: `many`
    leading       words before code that is not the name of its row: `see`
    abbreviated   words of limits that a dot shortens: `max`
    rules         headings of columns of values and rules, where a bare word is a rule: `validation`, with `Unique`
    rule_names    names of rules and of changes to a value, which are no values: `trim`
    doubtful_rules  names that may be rules or values: `email`
    limit_labels  labels before limits: `length constraints` of `Length constraints: minimum length of 1`
    units         words for units of time and size, behind numbers
    epochs        words for a time that counts from 1970: `unix`
    stamps        words for a time, perhaps as a number, in scripts without blanks: `时间戳`
    counted       words in a cell for a time as a number: `milliseconds`
    stamp_units   units of a time as a number: `seconds`
    birthdays     words for the day of a birth, which has no time: `birth`
    counts_in     words before these units: `in`
    counts_since  words behind these units: `since`
    before_null   words before `null` at the head of a sentence: `will be`
    behind_case   words behind a condition for null, in place of a comma: `时`
    null_verbs    words between such a condition and `null`: `returns`
    cases         words that begin a condition: `if`
    bare_cases    words of a condition for null that need no `if`: `无`
    case_ends     words at the end of a condition, in scripts without blanks: `时` of `x为空时`
    according     words before what the server makes a value of, in scripts without blanks: `根据`
    consequences  words that begin what follows from a condition, in scripts without blanks: `则`
    no_cases      words that only contain such words: `小时`
    nothing       texts of cells without a value: `n/a`
    no_default    words for no default in a cell of defaults; in code, they are values: `unset`
    computed      words in such a cell for a value that the server makes: `auto increment`
    per           phrases behind a limit, about what it counts: `per page`
    labels        the last words of labels for one value or one length: `值`
    behind_link   words behind a link with the whole name of a model: `of`
    pointers      words before a link to the model of a type: `see`
    before_values phrases before a link to the enumeration of a field's values: `one of the`
    before_object words before a link to the object in a field: `contains`
    counts        words between these and the link: `a`, `array of`
    prepositions  words there that make the link a remark: `for` of `a note for the [boat object]`; words of a
                  heading that begin a remark: `Values for the state of a boat`
    conditioned   words behind a default without a mark between: the `if` of `10 if omitted`
    open_types    words of types that allow any key or any value: `dictionary`
    pair_keys     the first words of pairs: `key` of `key-value`
    pair_values   the last words of pairs: `value`
    pairs         other words of descriptions that allow any keys: `arbitrary`
    no_content    phrases for an empty response: `no content`
    counting      headings of columns that only count the rows: `no`
    positions     headings of columns of the positions in an array: `index`
    counters      words behind the number of counted things: `次`
    bits          headings of columns of the positions of bits: `bit`
    particles     words that join others to a name, in scripts without blanks: `的`
    topics        words behind the subject of a sentence: `は`
    within        words between two fields in code, the second inside the first: `中`
    inside        words between two fields in code, the first inside the second: `of`
    formats       the last words of names of fields that hold a pattern: `format`
    query         words in headings of the parameters of a URL: `query`
    closings      meaningless last words of a sentence: `です`
    unverified    the entries here that no real page in this language has shown yet
    least         words before the smallest value, in sentences about limits: `minimum`
    most          words before the largest: `up to`
    between       words before both ends of a range: `between`
    least_behind  words behind the smallest value: `以上`
    most_behind   words behind the largest: `以下`
    above         words before a number that a value exceeds: `greater than`
    below         words before a number that a value stays below: `less than`
    above_behind  words behind a number that a value exceeds: `より大きい`
    below_behind  words behind a number that a value stays below: `未満`
    database_keys words for the keys of a table in a database: `pk`
    open_ends     words behind a range without its ends: `exclusive`
    exactly       words before an exact length: `exactly`
    length        words for the length of a text or list
    characters    units of the length of a text: `characters`
    portions      words for some of the characters of a text: `digits`
    items         units of the length of a list: `items`
    scalars       words for types without arguments, by type: `whole number`
    things        words of types that name a model when they are a link: `file`
    lists_of      phrases before the items of a list: `array of`
    lists         words behind the items: `string array`; alone, a list of anything
    maps_of       phrases before the values of a map: `map of`
    maps_by       phrases before the keys of a map: `map with keys in`
    maps          words for a map of anything, and for an object
    to            words between the keys and the values: `map of X to Y`
    or_           words between alternatives
    of_           words that join a list's word to the items before it: `string 类型的数组`
    objects       words behind the name of a model: `user object`
    fillers       meaningless words before a type: `a`, `valid`
    partial       words before an object without some of its fields
    rest          words that begin a remark behind a type: `string with at most ten characters`
    frames_before words before the name in a heading: `the`
    frames        words behind the name in a heading: `object`, `resource type`
    declared      words in small letters before the name in a heading: the `message` of `message Room`
    notes         words at the head of a remark: `note`, `warning`
    further       words of a line above further fields of an object: `additional`
    captions      words before the number of a table or a chapter: `table`
    badges        words in brackets behind a name that are no part of it: `beta`
    generic       words of headings without a name, together with `parts`: `body` of `Request Body`
    examples      words of headings of examples: `example`
    parts         words of such headings that tell which part of a model follows, by part
    hollow        words of such headings without a meaning: the `fixed` of `Fixed Fields`
    english       English for the words of headings in another script, where they join an English name
    lookalikes    words in headings above content that is no model, by content
    errors        words in headings above values that nobody sends: error codes
    failures      words for a failed request in the label of an example
    headers       words in headings above HTTP headers
    flags         words in headings above values that are bits
    kinds         words in columns and headings for things with a fixed set of values: `status`
    chosen        the last words of other names of fields with a few fixed values: `side`
    values_of     words in headings of values
    type_lists    headings above definitions of types: `field types`
    owners        headings of a column of models: `entity`
    stored        headings of a column of tables in a database: `table`
    called        headings above functions and their results: `functions`
    with_         words right before the thing that a line announces: `with`
    second        words before another name for the same value: `old`, `alias`
    none          words in lines about missing things: `without`
    limits        words in headings above fixed limits: `limits`
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
    following: str = ""
    others: str = ""
    unless: str = ""
    noted: str = ""
    this_field: str = ""
    this_model: str = ""
    negations: str = ""
    stars: str = ""
    bold: str = ""
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
    rule_names: str = ""
    doubtful_rules: str = ""
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
    birthdays: str = ""
    counts_in: str = ""
    counts_since: str = ""
    before_null: str = ""
    behind_case: str = ""
    null_verbs: str = ""
    cases: str = ""
    bare_cases: str = ""
    case_ends: str = ""
    according: str = ""
    consequences: str = ""
    no_cases: str = ""
    nothing: str = ""
    no_default: str = ""
    computed: str = ""
    per: str = ""
    labels: str = ""
    behind_link: str = ""
    pointers: str = ""
    before_values: str = ""
    before_object: str = ""
    counts: str = ""
    prepositions: str = ""
    conditioned: str = ""
    open_types: str = ""
    pair_keys: str = ""
    pair_values: str = ""
    pairs: str = ""
    no_content: str = ""
    counting: str = ""
    positions: str = ""
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
    above: str = ""
    below: str = ""
    above_behind: str = ""
    open_ends: str = ""
    database_keys: str = ""
    below_behind: str = ""
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
    notes: str = ""
    further: str = ""
    captions: str = ""
    badges: str = ""
    generic: str = ""
    examples: str = ""
    parts: Mapping[Part, str] = field(default_factory=lambda: MappingProxyType({}))
    hollow: str = ""
    english: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    lookalikes: Mapping[Claimed, str] = field(default_factory=lambda: MappingProxyType({}))
    errors: str = ""
    failures: str = ""
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
