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

from collections.abc import Callable

from ..diagnostics import Place
from ..frozen import frozen
from ..markdown import Inline
from ..model.types import ANY, ListOf, MapOf, Type, depth
from .cursor import CLOSE, TypeSyntaxError
from .names import Names, constant
from .tokens import Token, TokenKind, unquoted
from .vocabulary import Vocabulary

MAX_DEPTH = 50
"""The deepest nesting of a type. It bounds every recursion over types; no API comes near."""


@frozen()
class InlineObject:
    """An object without a name: `{ "a": integer }`, or an intersection: `[A](…) & [B](…)`.

    bases  the members of the intersection
    keys   the path of fields to it from the outermost object: `a`, `b` for `{ "a": { "b": { … } } }`
    """

    fields: tuple[tuple[str, Type], ...]
    bases: tuple[Type, ...]
    keys: tuple[str, ...]
    place: Place


class Grammar(Names):
    """Parse the tokens of a cell as a type.

    inline  makes the type of an object without a name; None refuses such objects

    Call `read` once. Then `optional` tells whether the type lets the value be missing, and `strange` counts the words
    that the vocabulary lacks.
    """

    def __init__(
        self,
        tokens: tuple[Token, ...],
        cell: Inline,
        path: str,
        vocabulary: Vocabulary,
        required: bool,
        inline: Callable[[InlineObject], Type] | None,
    ) -> None:
        super().__init__(tokens, cell, path, vocabulary, required)
        self._inline = inline
        self._depth = 0
        self._keys: list[str] = []

    def read(self) -> Type:
        """Parse all tokens as one type. Raises TypeSyntaxError where the tokens make none."""
        if not self._tokens:
            raise TypeSyntaxError("there is no type", 0)
        kind = self._union()
        if self._at < len(self._tokens):
            raise TypeSyntaxError(f'"{self._tokens[self._at].text}" is unexpected', self._at)
        return kind

    def _union(self) -> Type:
        start = self._at
        members = [self._merged()]
        while self._peek() in self._words.alternatives and (self._peek() != "," or self._depth == 0):
            self._at += 1
            members.append(self._merged())
        return self._linked(self._united(members), start) if len(members) > 1 else members[0]

    def _merged(self) -> Type:
        start = self._at
        types = [self._prefixed()]
        while self._peek() in self._words.merges:
            self._at += 1
            types.append(self._prefixed())
        if len(types) == 1:
            return types[0]
        telling = [kind for kind in dict.fromkeys(types) if kind not in (ANY, MapOf(ANY))]
        if len(telling) > 1 and self._inline is not None:
            return self._inline(InlineObject((), tuple(telling), tuple(self._keys), self.place(start)))
        return telling[0] if telling else types[0]

    def _prefixed(self) -> Type:
        self._depth += 1
        self._check_depth(0)
        kind = self._with_prefix()
        self._depth -= 1
        return kind

    def _check_depth(self, below: int) -> None:
        """Refuse a type that is nested too deep. `_depth` types stand around it, `below` within it."""
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
        kind = self._primary()
        levels = -1
        while True:
            if self._peek() == "[" and self._peek(1) == "]":
                levels = depth(kind) if levels < 0 else levels + 1
                self._check_depth(levels)
                scalar = self._words.scalars.get(f"{self._tokens[start].text}[]") if self._at == start + 1 else None
                kind = ListOf(kind) if scalar is None else scalar
                self._at += 2
            elif self._peek() in self._words.suffixes:
                self._at += 1
                kind = self._construct(self._words.suffixes[self._tokens[self._at - 1].text], [kind], start)
            else:
                return kind

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
            return constant(token)
        if token.kind is TokenKind.NAME:
            return self._named(token, opened)
        raise TypeSyntaxError(f'"{token.text}" is unexpected', opened)

    def _bracketed(self) -> Type:
        opened = self._at - 1
        members = [self._union()]
        if self._accept(":"):
            kind: Type = MapOf(self._union())
        else:
            while self._accept(","):
                members.append(self._union())
            kind = ListOf(self._united(members))
        self._expect("]", opened)
        return kind

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
            mapping = MapOf(self._union())
            self._accept(";")
            self._expect("}", opened)
            return mapping
        if self._inline is None:
            raise TypeSyntaxError("the fields of an object without a name", opened)
        fields: list[tuple[str, Type]] = []
        while not self._accept("}"):
            if fields:
                self._expect(",", opened)
            key = self._take()
            self._expect(":", opened)
            self._keys.append(unquoted(key.text) if key.kind is TokenKind.VALUE else key.text)
            kind = self._union()
            fields.append((self._keys.pop(), kind))
        return (
            self._inline(InlineObject(tuple(fields), (), tuple(self._keys), self.place(opened)))
            if fields
            else MapOf(ANY)
        )
