"""The names in types: scalars, constructors with arguments, and links to pages.

Room                      a link, or a scalar of the vocabulary
List<Room>, Map[str, int] a constructor, and the types in its brackets
string(date-time)         a scalar with a format
"""

from __future__ import annotations

import posixpath
from abc import ABC, abstractmethod
from collections.abc import Sequence

from ..frozen import replace
from ..markdown import Inline
from ..model.addresses import target_path
from ..model.model import map_type
from ..model.names import folded
from ..model.types import ANY, NULL, NUMBER, Constant, Link, ListOf, MapOf, Nullable, Primitive, Type, nullable, union
from ..patterns import regex
from .cursor import CLOSE, Cursor, TypeSyntaxError
from .tokens import Token, TokenKind, unquoted
from .vocabulary import Constructor, Vocabulary

_MAY_BE_MISSING = (Constructor.OPTIONAL, Constructor.OPTIONAL_NULLABLE, Constructor.MAYBE)
_STRING = regex(r"[a-z0-9]String\Z")
_CLOSE = {**CLOSE, "{": "}"}
_SEPARATOR = regex(r"::|\\")
_WORDS = {"true": True, "True": True, "false": False, "False": False}


class Names(Cursor, ABC):
    """Reads a name in a type, with the brackets behind it.

    required  whether the value must be there: then a mark for "missing or null" means null

    After reading, `optional` tells whether the type lets the value be missing, and `strange` counts the words that the
    vocabulary lacks.
    """

    def __init__(
        self, tokens: tuple[Token, ...], cell: Inline, path: str, vocabulary: Vocabulary, required: bool
    ) -> None:
        super().__init__(tokens, cell, path)
        self._words = vocabulary
        self._required = required
        self.optional = False
        self.strange = 0

    @abstractmethod
    def _union(self) -> Type:
        """Read a whole type, as in brackets."""

    @abstractmethod
    def _prefixed(self) -> Type:
        """Read a type without alternatives."""

    def _united(self, members: Sequence[Type]) -> Type:
        return ANY if self._words.anything and self._words.anything <= set(members) else union(*members)

    def _named(self, token: Token, start: int) -> Type:
        if token.link is not None and self._words.whole_links:
            return Link(token.link[1], token.text, self.place(start), self._words.scalars.get(token.text))
        if self._words.formats and self._accept("("):
            return self._formatted(token)
        name = _SEPARATOR.sub(".", token.text).strip(".")
        opens = self._opens()
        constructor = self._words.constructors.get(name) or (self._words.generics.get(name) if opens else None)
        is_call = constructor is not None and opens
        if not is_call and self._names_page(token, name):
            if opens:
                self._arguments()
            return self._link(token, name, start)
        if constructor is Constructor.LITERAL and opens:
            return self._values()
        if name in self._words.opaque or name in self._words.templates:
            if opens:
                self._skip()
            return ANY if name in self._words.opaque else self._words.templates[name]
        if name in self._words.bodies and self._peek() == "{":
            self._skip()
        if constructor in (Constructor.LIST, Constructor.MAP) and (item := self._linked_item(token, name)):
            kind = self._link(token, item, start)
            return ListOf(kind) if constructor is Constructor.LIST else MapOf(kind)
        arguments = self._arguments() if opens else []
        if constructor is None:
            return self._plain(token, name, arguments, start)
        if not opens and self._peek() in self._words.joiners:
            self._at += 1
            arguments = [self._prefixed()]
        if constructor is Constructor.LIST and opens and self._at == start + 4:
            scalar = self._words.scalars.get(f"{self._tokens[start + 2].text}[]")  # `Vec<u8>`: bytes
            if scalar is not None:
                return scalar
        return self._construct(constructor, arguments, start)

    def _linked_item(self, token: Token, name: str) -> str:
        """The name of the items' page, if the link of a list or map leads there: `[List](Room.md)`; else "".

        A link around several types leads to a page of all of them.
        """
        is_alone = sum(other.link == token.link for other in self._tokens) == 1
        page = _page_name(token) if is_alone else ""
        return page if page != name else ""

    def _plain(self, token: Token, name: str, arguments: Sequence[Type], start: int) -> Type:
        """A name that makes nothing of its arguments: a scalar, or a link."""
        leads_out = token.link is not None and not token.link[1].startswith("#")
        scalar = (self._words.linked.get(name) or self._words.foreign.get(name)) if leads_out else None
        scalar = scalar or self._words.scalars.get(name)
        if scalar is not None:
            return scalar
        item = name.removeprefix(self._words.nullable_prefix)
        if item != name and self._names_page(token, item):
            return nullable(self._link(token, item, start))
        is_frame = any(isinstance(part, Link) and self._names_page(token, part.label) for part in arguments)
        self.strange += token.link is None or is_frame
        if is_frame:  # the page is that of the argument: `[Holder<Room>](Room.md)`
            return Link("", name, self.place(start))
        return self._link(token, name, start)

    def _opens(self) -> bool:
        """Whether brackets with arguments are next."""
        mark = self._peek()
        if mark == "{":
            return self._words.braces
        return mark in CLOSE and not (mark == "[" and self._peek(1) == "]")

    def _link(self, token: Token, name: str, start: int) -> Link:
        # A type of the language needs no page: `[RFCDate](…/rfcdate.md)`.
        href = "" if token.link is None else token.link[1]
        fallback = self._words.scalars.get(name) or self._words.foreign.get(name) or self._words.templates.get(name)
        if fallback is None and " " in name and not href:  # `Localized String`: a string, if no model has that title
            fallback = self._words.scalars.get(name.rsplit(" ", 1)[-1].casefold())
        if fallback is None and self._words.phrases is not None and _STRING.search(name):  # `CiString`
            fallback = self._words.scalars.get("string")
        return Link(href, name, self.place(start), fallback)

    def _formatted(self, token: Token) -> Type:
        """A scalar with a format in brackets: `string(date-time)`, or the other way: `date-time (formatted string)`."""
        opened, behind = self._at - 1, []
        while not self._accept(")"):
            if self._at == len(self._tokens):
                raise TypeSyntaxError('"(" is never closed', opened)
            behind.append(self._take().text)
        name, form = token.text, "".join(behind)
        if len(behind) > 1 and behind[-1] in self._words.scalars:
            name, form = behind[-1], name
        base = self._words.scalars.get(name)
        if not isinstance(base, Primitive) or form == name:
            self.strange += base is None
            return Link("", name, self.place(opened - 1)) if base is None else base
        return self._words.formats.get((base.scalar, form), Primitive(base.scalar, form))

    def _names_page(self, token: Token, name: str) -> bool:
        """Whether the token links to the page of its name. Such a link beats every word of the vocabulary."""
        if token.link is None:
            return False
        target = target_path(token.link[1], self._path)
        return target is not None and folded(_stem(target)) == folded(name.rsplit(".", 1)[-1])

    def _arguments(self) -> list[Type]:
        opened = self._at
        close = _CLOSE[self._take().text]
        if self._accept(close):
            return []
        arguments = [self._argument()]
        while self._accept(","):
            arguments.append(self._argument())
        self._expect(close, opened)
        return arguments

    def _argument(self) -> Type:
        if self._peek() == "?" and self._peek(1) in {",", *CLOSE.values()}:  # Java's and Kotlin's "any type"
            self._at += 1
            return ANY
        if self._peek(1) == ":" and self._tokens[self._at].kind is TokenKind.NAME:  # Kubernetes: `(keys:string, …)`
            self._at += 2
        return self._union()

    def _construct(self, constructor: Constructor, arguments: list[Type], start: int) -> Type:
        if start == 0 and constructor in _MAY_BE_MISSING:
            self.optional = True
        match constructor:
            case Constructor.LIST if len(arguments) < 2:
                return ListOf(arguments[0] if arguments else ANY)
            case Constructor.LIST | Constructor.MAP:  # PHP writes both as `array<…>`
                if len(arguments) == 1 and self._starts_type():
                    return MapOf(self._prefixed())
                return MapOf(arguments[-1] if arguments else ANY)
            case Constructor.TUPLE:
                return ListOf(self._united(arguments) if arguments else ANY)
            case Constructor.UNION:
                return self._linked(union(*arguments), start) if arguments else ANY
            case Constructor.NULLABLE | Constructor.OPTIONAL_NULLABLE:
                return nullable(arguments[0]) if arguments else ANY
            case Constructor.MAYBE if start == 0 and not self._required:
                return arguments[0] if arguments else ANY
            case Constructor.MAYBE:
                return nullable(arguments[0]) if arguments else ANY
            case _:
                return arguments[0] if arguments else ANY

    def _linked(self, kind: Type, start: int) -> Type:
        """A union inside one link refers to the union on the linked page."""
        links = {token.link for token in self._tokens[start : self._at]}
        link = self._tokens[start].link
        if len(links) > 1 or link is None:
            return kind
        label = _stem(target_path(link[1], self._path) or "")
        alternatives = map_type(kind.item if isinstance(kind, Nullable) else kind, _unlinked)
        target = Link(link[1], label, self.place(start), alternatives)
        return nullable(target) if isinstance(kind, Nullable) else target

    def _values(self) -> Type:
        opened = self._at
        close = CLOSE[self._take().text]
        members = [self._value()]
        while self._accept(","):
            members.append(self._value())
        self._expect(close, opened)
        return union(*members)

    def _value(self) -> Type:
        token = self._take()
        if token.kind is TokenKind.VALUE:
            return constant(token)
        if token.text in _WORDS:
            return Constant((_WORDS[token.text],))
        if self._words.scalars.get(token.text) == NULL:
            return NULL
        raise TypeSyntaxError(f'"{token.text}" is no value', self._at - 1)

    def _starts_type(self) -> bool:
        return self._at < len(self._tokens) and self._peek() not in {"|", ",", *CLOSE.values()}


def _unlinked(leaf: Type) -> Type:
    """A member by its name alone: its link belongs to the union around it."""
    return replace(leaf, href="") if isinstance(leaf, Link) else leaf


def _stem(path: str) -> str:
    return posixpath.splitext(posixpath.basename(path))[0]


def constant(token: Token) -> Type:
    text = token.text
    if text[0] in "\"'":
        return Constant((unquoted(text),))
    # A long number cannot be read as an integer (sys.set_int_max_str_digits) and is nobody's constant.
    return Constant((int(text),)) if "." not in text and len(text) < 40 else NUMBER


def _page_name(token: Token) -> str:
    """The name of the page that a name links to, "" without one."""
    path = "" if token.link is None else token.link[1].partition("#")[0]
    return posixpath.basename(path).removesuffix(".md") if path.endswith(".md") and "://" not in path else ""
