"""The grammar of types.

    union    = merged { ( "|" | alternative ) merged }
    merged   = prefixed { "&" prefixed }
    prefixed = { prefix | "[]" } postfixed
    postfixed = primary { "[]" | suffix }
    primary  = "(" union { "," union } ")" | "[" union [ ":" union | { "," union } ] "]" | "{" keys ":" union [ ";" ] "}"
             | "{" [ field { "," field } ] "}"
             | value | name [ open union { "," union } close ] [ prefixed ] | name "(" format ")" | name "of" prefixed
    keys     = "[" name ":" union "]" | name
    field    = ( value | name ) ":" merged
    open     = "<" | "[" | "("

The type behind a name's brackets is that of Go's `map[string]T`; types in brackets of their own are Swift's, the keys
in braces TypeScript's and JavaScript's.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from ..diagnostics import Place
from ..frozen import frozen
from ..markdown import Inline
from ..model.addresses import target_path
from ..model.model import map_type
from ..model.names import folded
from ..model.types import (
    ANY,
    NULL,
    NUMBER,
    Constant,
    Link,
    ListOf,
    MapOf,
    Nullable,
    Primitive,
    Type,
    depth,
    nullable,
    union,
)
from .cursor import CLOSE, Cursor, TypeSyntaxError
from .tokens import Token, TokenKind, unquoted
from .vocabulary import Constructor, Vocabulary

MAX_DEPTH = 50
"""How deep a type may be nested. No API comes near; it bounds every recursion over types."""

_MAY_BE_MISSING = (Constructor.OPTIONAL, Constructor.OPTIONAL_NULLABLE, Constructor.MAYBE)
_STRING = re.compile(r"[a-z0-9]String\Z")
_CLOSE = {**CLOSE, "{": "}"}
_SEPARATOR = re.compile(r"::|\\")
_WORDS = {"true": True, "True": True, "false": False, "False": False}


@frozen()
class InlineObject:
    """An object that a type describes in place: `{ "a": integer }`, or all of several types: `[A](…) & [B](…)`.

    bases  the types that it is all of
    keys   the names of the fields that it stands below, those of objects around it, outermost first
    """

    fields: tuple[tuple[str, Type], ...]
    bases: tuple[Type, ...]
    keys: tuple[str, ...]
    place: Place


class Grammar(Cursor):
    """Reads the type that the tokens of a cell make.

    required  whether the value must be there; it decides what a mark for "missing or null" means
    inline    makes the type that stands for an object described in place; without it, that cannot be read

    Read it once with `whole`; then `optional` says whether the type itself lets the value be missing, and `strange` how
    many words the vocabulary does not have.
    """

    def __init__(
        self,
        found: tuple[Token, ...],
        cell: Inline,
        path: str,
        vocabulary: Vocabulary,
        required: bool,
        inline: Callable[[InlineObject], Type] | None,
    ) -> None:
        super().__init__(found, cell, path)
        self._words = vocabulary
        self._required = required
        self._inline = inline
        self._depth = 0
        self._keys: list[str] = []
        self.optional = False
        self.strange = 0

    def whole(self) -> Type:
        """The type. Raises TypeSyntaxError where the tokens make none."""
        if not self._tokens:
            raise TypeSyntaxError("there is no type", 0)
        found = self._union()
        if self._at < len(self._tokens):
            raise TypeSyntaxError(f'"{self._tokens[self._at].text}" is unexpected', self._at)
        return found

    def _union(self) -> Type:
        start = self._at
        members = [self._merged()]
        while self._peek() in self._words.alternatives and (self._peek() != "," or self._depth == 0):
            self._at += 1
            members.append(self._merged())
        return self._linked(self._united(members), start) if len(members) > 1 else members[0]

    def _united(self, members: Sequence[Type]) -> Type:
        return ANY if self._words.anything and self._words.anything <= set(members) else union(*members)

    def _merged(self) -> Type:
        start = self._at
        types = [self._prefixed()]
        while self._peek() in self._words.merges:
            self._at += 1
            types.append(self._prefixed())
        if len(types) == 1:
            return types[0]
        telling = [each for each in dict.fromkeys(types) if each not in (ANY, MapOf(ANY))]
        if len(telling) > 1 and self._inline is not None:
            return self._inline(InlineObject((), tuple(telling), tuple(self._keys), self.place(start)))
        return telling[0] if telling else types[0]

    def _prefixed(self) -> Type:
        self._depth += 1
        self._check_depth(0)
        found = self._with_prefix()
        self._depth -= 1
        return found

    def _check_depth(self, below: int) -> None:
        """Refuse a type that is nested too deep: it stands inside of `_depth` others, and `below` stand in it."""
        if self._depth + below > MAX_DEPTH:
            raise TypeSyntaxError(f"it is nested deeper than {MAX_DEPTH} levels", self._at)

    def _with_prefix(self) -> Type:
        start = self._at
        mark = self._peek()
        if mark in self._words.prefixes and not (mark.isalpha() and self._peek(1) in CLOSE):  # `map<…>` is a name
            self._at += 1
            return self._construct(self._words.prefixes[mark], [self._prefixed()], start)
        if mark == "[" and self._peek(1) == "]":
            self._at += 2
            scalar = self._words.scalars.get(f"[]{self._peek()}")
            if scalar is not None:
                self._at += 1
                return scalar
            return ListOf(self._prefixed())
        return self._postfixed()

    def _postfixed(self) -> Type:
        start = self._at
        found = self._primary()
        levels = -1
        while True:
            if self._peek() == "[" and self._peek(1) == "]":
                levels = depth(found) if levels < 0 else levels + 1
                self._check_depth(levels)
                scalar = self._words.scalars.get(f"{self._tokens[start].text}[]") if self._at == start + 1 else None
                found = ListOf(found) if scalar is None else scalar
                self._at += 2
            elif self._peek() in self._words.suffixes:
                self._at += 1
                found = self._construct(self._words.suffixes[self._tokens[self._at - 1].text], [found], start)
            else:
                return found

    def _primary(self) -> Type:
        token = self._take()
        opened = self._at - 1
        if token.text == "(":
            members = [self._union()]
            while "," in self._words.alternatives and self._accept(","):
                if self._peek() != ")":
                    members.append(self._union())
            self._expect(")", opened)
            return self._united(members)
        if token.text == "[":
            return self._bracketed()
        if token.text == "{":
            return self._indexed()
        if token.kind is TokenKind.VALUE:
            return _constant(token)
        if token.kind is TokenKind.NAME:
            return self._named(token, opened)
        raise TypeSyntaxError(f'"{token.text}" is unexpected', opened)

    def _bracketed(self) -> Type:
        opened = self._at - 1
        members = [self._union()]
        if self._accept(":"):
            found: Type = MapOf(self._union())
        else:
            while self._accept(","):
                members.append(self._union())
            found = ListOf(self._united(members))
        self._expect("]", opened)
        return found

    def _indexed(self) -> Type:
        opened = self._at - 1
        is_map = self._accept("[")
        if is_map:  # the name and the type of the keys
            self._take()
            self._expect(":", opened)
            self._union()
            self._expect("]", opened)
        elif self._peek() in self._words.keys:
            is_map = True
            self._at += 1
        if is_map:
            self._expect(":", opened)
            found = MapOf(self._union())
            self._accept(";")
            self._expect("}", opened)
            return found
        if self._inline is None:
            raise TypeSyntaxError("the fields of an object without a name", opened)
        fields: list[tuple[str, Type]] = []
        while not self._accept("}"):
            if fields:
                self._expect(",", opened)
            key = self._take()
            self._expect(":", opened)
            self._keys.append(unquoted(key.text) if key.kind is TokenKind.VALUE else key.text)
            whole = self._union()
            fields.append((self._keys.pop(), whole))
        return (
            self._inline(InlineObject(tuple(fields), (), tuple(self._keys), self.place(opened)))
            if fields
            else MapOf(ANY)
        )

    def _named(self, token: Token, start: int) -> Type:
        if token.link is not None and self._words.whole_links:
            return Link(token.link[1], token.text, self.place(start), self._words.scalars.get(token.text))
        if self._words.formats and self._accept("("):
            return self._formatted(token)
        name = _SEPARATOR.sub(".", token.text).strip(".")
        opens = self._opens()
        constructor = self._words.constructors.get(name) or (self._words.generics.get(name) if opens else None)
        if (constructor is not None and opens) or not self._names_page(token, name):
            if constructor is Constructor.LITERAL and opens:
                return self._values()
            if name in self._words.opaque:
                if opens:
                    self._skip()
                return ANY
            if name in self._words.templates:
                if opens:
                    self._skip()
                return self._words.templates[name]
            if name in self._words.bodies and self._peek() == "{":
                self._skip()
            # A link around several types leads to a page of all of them.
            is_alone = sum(other.link == token.link for other in self._tokens) == 1
            holds = constructor in (Constructor.LIST, Constructor.MAP) and is_alone
            if holds and (item := _page_name(token)) not in ("", name):  # the page is that of the items
                kind = self._link(token, item, start)
                return ListOf(kind) if constructor is Constructor.LIST else MapOf(kind)
            arguments = self._arguments() if opens else []
            if constructor is not None and not opens and self._peek() in self._words.joiners:
                self._at += 1
                arguments = [self._prefixed()]
            if constructor is Constructor.LIST and opens and self._at == start + 4:
                scalar = self._words.scalars.get(f"{self._tokens[start + 2].text}[]")  # `Vec<u8>`: bytes
                if scalar is not None:
                    return scalar
            if constructor is not None:
                return self._construct(constructor, arguments, start)
            leads_out = token.link is not None and not token.link[1].startswith("#")
            scalar = (self._words.linked.get(name) or self._words.foreign.get(name)) if leads_out else None
            scalar = scalar or self._words.scalars.get(name)
            if scalar is not None:
                return scalar
            plain = name.removeprefix(self._words.nullable_prefix)
            if plain != name and self._names_page(token, plain):
                return nullable(self._link(token, plain, start))
            is_frame = any(isinstance(part, Link) and self._names_page(token, part.label) for part in arguments)
            self.strange += token.link is None or is_frame
            if is_frame:  # the page is that of the argument: `[Holder<Room>](Room.md)`
                return Link("", name, self.place(start))
        elif opens:
            self._arguments()
        return self._link(token, name, start)

    def _opens(self) -> bool:
        """Whether brackets with arguments are next."""
        mark = self._peek()
        if mark == "{":
            return self._words.braces
        return mark in CLOSE and not (mark == "[" and self._peek(1) == "]")

    def _link(self, token: Token, name: str, start: int) -> Link:
        # A page may be missing for what the language has a word of its own for: `[RFCDate](…/rfcdate.md)`.
        href = "" if token.link is None else token.link[1]
        fallback = self._words.scalars.get(name) or self._words.foreign.get(name)
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
        """Whether the token is a link to the page that has its name, which counts more than any vocabulary."""
        if token.link is None:
            return False
        target = target_path(token.link[1], self._path)
        return target is not None and folded(_stem(target)) == folded(name.rsplit(".", 1)[-1])

    def _arguments(self) -> list[Type]:
        opened = self._at
        close = _CLOSE[self._take().text]
        if self._accept(close):
            return []
        found = [self._argument()]
        while self._accept(","):
            found.append(self._argument())
        self._expect(close, opened)
        return found

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

    def _linked(self, whole: Type, start: int) -> Type:
        """A union with one link around all of it is the union that the link leads to."""
        links = {token.link for token in self._tokens[start : self._at]}
        link = self._tokens[start].link
        if len(links) > 1 or link is None:
            return whole
        label = _stem(target_path(link[1], self._path) or "")
        alternatives = map_type(whole.item if isinstance(whole, Nullable) else whole, _unlinked)
        target = Link(link[1], label, self.place(start), alternatives)
        return nullable(target) if isinstance(whole, Nullable) else target

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
            return _constant(token)
        if token.text in _WORDS:
            return Constant((_WORDS[token.text],))
        if self._words.scalars.get(token.text) == NULL:
            return NULL
        raise TypeSyntaxError(f'"{token.text}" is no value', self._at - 1)

    def _starts_type(self) -> bool:
        return self._at < len(self._tokens) and self._peek() not in {"|", ",", *CLOSE.values()}


def _unlinked(leaf: Type) -> Type:
    """A type by its name alone: the link is that of the whole it is a part of."""
    return replace(leaf, href="") if isinstance(leaf, Link) else leaf


def _stem(path: str) -> str:
    return posixpath.splitext(posixpath.basename(path))[0]


def _constant(token: Token) -> Type:
    text = token.text
    if text[0] in "\"'":
        return Constant((unquoted(text),))
    # A long number cannot be read as an integer (sys.set_int_max_str_digits) and is nobody's constant.
    return Constant((int(text),)) if "." not in text and len(text) < 40 else NUMBER


def _page_name(token: Token) -> str:
    """The name of the page that a name links to, "" without one."""
    path = "" if token.link is None else token.link[1].partition("#")[0]
    return posixpath.basename(path).removesuffix(".md") if path.endswith(".md") and "://" not in path else ""
