"""The names before a generator changed those that its language cannot use."""

from __future__ import annotations

import keyword
from types import MappingProxyType

from ...model.names import camel, folded
from ...patterns import regex


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_CURLY = _words("""
    abstract any array as assert async await base bool boolean break byte case catch char class const constructor
    continue date debugger declare decimal default delegate delete do double else enum eval event explicit export
    extends extern false final finally fixed float for foreach from function get global go goto if implements implicit
    import in instanceof int integer interface internal is lazy let list lock long map module namespace native new null
    number object of operator out override package params private protected public readonly ref require return sbyte
    sealed set short sizeof static strictfp string struct super switch symbol synchronized template this throw throws
    transient true try type typeof uint ulong unsafe ushort using var virtual void volatile while with yield
    """)
_RESERVED = MappingProxyType(
    {
        **dict.fromkeys(("typescript", "kotlin", "dart"), _CURLY - {"type"}),
        **dict.fromkeys(("go", "php"), _CURLY),
        "java": (_CURLY - {"type"}) | {"configuration", "file", "localdate", "localtime", "offsetdatetime"},
        "javascript": (_CURLY - {"type"}) | {"arguments", "prototype", "undefined"},
        "csharp": (_CURLY - {"type"}) | {"client", "configuration", "environment", "version"},
        "bash": _words("case do done elif else esac fi for function if in select then time until while"),
        "c": _words("""
            auto bool break case catch char class const continue default delete do double else enum explicit export
            extern false final float for friend goto if inline int long namespace new not operator or override private
            protected public register remove restrict return short signed sizeof static struct switch template this
            throw true try typedef typename union unsigned using virtual void volatile while
            """),
        "powershell": _words("""
            args begin break catch continue data do else end error event exit false filter finally for foreach from
            function home host if in input local matches null param pid private process profile return sender switch
            this throw trap true try until where while
            """),
        "r": _words("private self super"),
        "python": frozenset(word.lower() for word in keyword.kwlist)
        | {"date", "exec", "field", "float", "int", "json", "list", "print", "property", "schema", "self", "str"},
        "ruby": _words("""
            alias and begin break case class def defined do else elsif end ensure false for if in module next nil not or
            redo rescue retry return self send super then true undef unless until when while yield
            """),
        "rust": _words("""
            abstract as async await become box break const continue crate do dyn else enum extern false final fn for if
            impl in let loop macro match mod move mut override priv pub ref return self static struct super trait true
            try type typeof unsafe unsized use virtual where while yield
            """),
        "objc": _words("""
            auto break case char class const continue default description do double else enum extern float for goto id
            if implementation int interface long new property protocol readonly register retain return short signed sizeof
            static strong struct switch typedef union unsigned void volatile weak while
            """),
        "swift": _CURLY
        | _words("""
            associatedtype associativity class convenience defer deinit didset dynamic error extension fallthrough fileprivate
            func guard indirect infix init inout lazy left mutating nil none nonmutating open optional postfix precedence
            prefix protocol repeat required rethrows right self some subscript typealias unowned url weak where willset
            """),
    }
)
"""The reserved words of the generators that are also names in APIs, in small letters."""

_MEMBERS = frozenset({"class", "size", "keys", "values", "entries", "value", "key", "get", "put"})
"""Names of attributes of all objects in Java and Kotlin: `propertySize` is `size`."""
_AT = _words("""
    basetype context graph id language reftype referredtype schemalocation timestamp type value version vocab
    """)
"""Names with an `@` before them in APIs."""
_AT_NAME = regex(r"at(?:_(?P<snake>[a-z]\w*)|(?P<camel>[A-Z]\w*))|At(?P<pascal>[A-Z]\w*)")
_PROPERTY = regex(r"property(?P<name>[A-Z]\w*)")
_PREFIXES = MappingProxyType(
    {
        **dict.fromkeys(("csharp", "go", "powershell"), ("Var",)),
        "objc": ("var",),
        **dict.fromkeys(("eiffel", "python"), ("var_",)),
        "rust": ("param_", "var_"),
        "r": ("item_",),
    }
)
"""What a generator puts before words that its language cannot use as names: `VarVersion`, `Var2faOn`."""
_ALWAYS_PREFIXED = ("eiffel", "python")
_NUMBERED = regex(r"\d+[A-Za-z_]\w*")
"""A name that begins with a digit. `Var2` is a variable of its own."""
_SPELLS_MARKS = ("bash", "markdown")
"""The languages of generators that spell marks out: `roomUnderscoreid` is `room_id`, `isMinusfree` is `is-free`."""
_SPELLED = regex(r"Underscore|(?<=[a-z0-9])Minus(?=[a-z0-9])")
_SPELLED_AT = regex(r"At(?P<name>[a-z]+)")


def original(name: str, title: str, language: str) -> str:
    """The name before the generator changed it; mostly the same name.

    title  the title of the model: C# renames a field with the name of its class
    """
    at = _AT_NAME.fullmatch(name)
    if at is not None:
        word = at["snake"] or at["camel"] or at["pascal"]
        if folded(word) in _AT:
            return "@" + camel(word)
    for prefix in _PREFIXES.get(language, ()):
        plain = name.removeprefix(prefix)
        if plain not in (name, "") and (
            language in _ALWAYS_PREFIXED or _NUMBERED.fullmatch(plain) or _is_reserved(plain, title, language)
        ):
            return plain
    member = _PROPERTY.fullmatch(name) if language in ("java", "kotlin") else None
    if member is not None and member["name"].lower() in _MEMBERS:
        return camel(member["name"])
    plain = name.lstrip("_")
    if plain != name and (plain[:1].isdigit() or _is_reserved(plain, title, language)):
        return plain
    plain = name.rstrip("_")
    if plain != name and _is_reserved(plain, title, language):
        return plain
    return name


def unspelled(name: str, language: str) -> str:
    """The name before a generator spelled its marks out; the same name in most languages."""
    if language not in _SPELLS_MARKS:
        return name
    at = _SPELLED_AT.fullmatch(name)
    if at is not None and at["name"] in _AT:
        return "@" + at["name"]
    return _SPELLED.sub(lambda mark: "_" if mark[0] == "Underscore" else "-", name)


def _is_reserved(plain: str, title: str, language: str) -> bool:
    if language == "csharp" and folded(plain) == folded(title):
        return True
    return plain.lower() in _RESERVED.get(language, frozenset())
