"""The differences between the models of the docs and the classes of a target."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from ..diagnostics import Place, Severity
from ..diagnostics.differences import DIFFERENCES, Use
from ..frozen import frozen, replace
from ..model.code_names import Names, key_of
from ..model.declarations import Alias, Declaration, Enumeration, Field, Object, Presence, Value
from ..model.direction import Directions
from ..model.model import Model
from ..model.names import folded
from ..model.types import DeclarationId, MapOf, Ref, Type, UnionOf
from ..model.wording import Wording, counted, kind, shape
from .alternatives import alternatives
from .conventions import marks_null, tells_integers, uses
from .disagreement import Disagreement, Match
from .fitting import Fitting
from .matching import Pair, Wanted, match
from .members import Owned, behind, fields_of, inherits, members_of, merged
from .pairing import paired_fields
from .target import Target
from .types import type_differences
from .unmatched import only_code, only_docs


@frozen()
class Outcome:
    """The matches and the differences, both in the order of the docs."""

    matches: tuple[Match, ...]
    differences: tuple[Disagreement, ...]


def compare(
    docs: Model, directions: Directions, names: Names[str], target: Target, wanted: Wanted, *, is_python: bool
) -> Outcome:
    """Match the models of the docs with the classes of a target, and compare each pair.

    directions  the models that operations send and receive
    names       the class names that docmodels writes for the docs; a class of the target with such a name matches
    wanted      the decisions of the configuration
    is_python   whether the target holds Python classes; if not, schemas
    """
    pairs = match(docs, names, target, wanted)
    fitting = Fitting(docs, target.model, {pair.docs: pair.code for pair in pairs}, is_python, tells_integers(docs))
    comparison = _Comparison(
        fitting, target, Wording(docs), Wording(target.model), pairs, marks_null(docs), uses(docs, directions)
    )
    order = {
        comparison.docs_words.title(declaration.id): number for number, declaration in enumerate(docs.declarations)
    }
    differences = list(comparison.differences(wanted))
    in_order = sorted(differences, key=lambda difference: _order(difference, order))
    return Outcome(tuple(map(comparison.match, pairs)), tuple(_once(in_order)))


def _once(differences: Sequence[Disagreement]) -> Iterator[Disagreement]:
    """The differences; a field that only the code has counts once, also where many models inherit it from one base."""
    kinds = ("field-undocumented", "required-field-undocumented")
    places = Counter(
        (difference.kind, difference.part, difference.code_place)
        for difference in differences
        if difference.kind in kinds
    )
    for difference in differences:
        if count := places.pop(
            (difference.kind, difference.part, difference.code_place), 1 if difference.kind not in kinds else 0
        ):
            more = f", in {counted(count - 1, 'more model')}" if count > 1 else ""
            yield replace(difference, code=f"{difference.code}{more}")


def _order(difference: Disagreement, order: Mapping[str, int]) -> tuple[int, bool, Place, Place, str]:
    number = len(order) if difference.docs_place is None else order[difference.subject]
    return (
        number,
        bool(difference.part),
        difference.docs_place or Place(""),
        difference.code_place or Place(""),
        difference.part,
    )


@frozen()
class _Comparison:
    fitting: Fitting
    target: Target
    docs_words: Wording
    code_words: Wording
    pairs: tuple[Pair, ...]
    marks_null: bool
    uses: Mapping[DeclarationId, Use]

    def match(self, pair: Pair) -> Match:
        code = self.target.model.by_id[pair.code]
        title = self.docs_words.title(pair.docs)
        return Match(
            title, pair.code.anchor or code.title, pair.evidence, pair.is_doubtful, self._docs(pair).place, code.place
        )

    def _docs(self, pair: Pair) -> Declaration:
        return self.fitting.docs.by_id[pair.docs]

    def differences(self, wanted: Wanted) -> Iterator[Disagreement]:
        for declaration in only_docs(self.fitting.docs, self.target.model, self.pairs, wanted):
            yield self._of(declaration, "class-missing", "", shape(declaration), "", declaration.place, None)
        for declaration in only_code(self.target, self.fitting.docs, self.pairs):
            name, words = "class-undocumented", shape(declaration)
            severity = Severity(DIFFERENCES[name].severity)
            yield Disagreement(
                name, declaration.title, kind(declaration), "", "", words, None, declaration.place, severity
            )
        for pair in self.pairs:
            docs, code = self._docs(pair), self.target.model.by_id[pair.code]
            if pair.is_doubtful:
                yield self._of(docs, "match-doubtful", "", pair.evidence, pair.code.anchor, docs.place, code.place)
            if not pair.is_namesake:
                yield from self._pair(docs, code)

    def _of(
        self,
        docs: Declaration,
        name: str,
        part: str,
        of_docs: str,
        of_code: str,
        docs_place: Place | None,
        code_place: Place | None,
    ) -> Disagreement:
        title = self.docs_words.title(docs.id)
        severity = Severity(DIFFERENCES[name].severity_of(self.uses.get(docs.id, Use.UNKNOWN)))
        return Disagreement(name, title, kind(docs), part, of_docs, of_code, docs_place, code_place, severity)

    def _pair(self, docs: Declaration, named: Declaration) -> Iterator[Disagreement]:
        code = behind(self.target.model, named.id) or named
        yield from self._deprecation(docs, "", docs, named)
        match docs, code:
            case Object(), Object():
                yield from self._fields(docs, code)
            case Enumeration(), Enumeration():
                yield from self._types(docs, named, Ref(docs.id), Ref(code.id), docs.place, code.place)
            case Alias(), Alias() if isinstance(docs.type, UnionOf) and isinstance(code.type, UnionOf):
                yield from self._members(docs, code)
            case Object(), Alias() if variants := members_of(self.target.model, code):
                words = self.docs_words.title(docs.id), self.code_words.type(code.type)
                yield self._of(docs, "type-more-exact", "", *words, docs.place, named.place)
                yield from self._fields(docs, merged(self.target.model, code, variants))
            case Alias(), Object() if variants := members_of(self.fitting.docs, docs):
                words = self.docs_words.type(docs.type), self.code_words.title(code.id)
                yield self._of(docs, "type-looser", "", *words, docs.place, named.place)
                yield from self._fields(merged(self.fitting.docs, docs, variants), code)
            case (Alias(), _) | (Enumeration(), Alias()) | (Object(fields=()), Alias()):
                yield from self._types(docs, named, Ref(docs.id), Ref(named.id), docs.place, code.place)
            case _:
                is_type = isinstance(code, Alias) and not isinstance(code.type, UnionOf)
                of_code = self.code_words.type(_written_out(code, Ref(code.id))) if is_type else shape(code)
                yield self._of(docs, "shape-differs", "", shape(docs), of_code, docs.place, named.place)

    def _types(
        self, docs: Declaration, code: Declaration, one: Ref, other: Ref, docs_place: Place, code_place: Place
    ) -> Iterator[Disagreement]:
        """The differences between two declarations of values, compared as types, not as a pair."""
        without = {docs_id: code_id for docs_id, code_id in self.fitting.pairs.items() if docs_id != docs.id}
        fitting = replace(self.fitting, pairs=without)
        of_docs, of_code = _written_out(docs, one), _written_out(code, other)
        for difference in type_differences(fitting, one, other):
            words = replace(difference, docs=of_docs, code=of_code).words(self.docs_words, self.code_words)
            places = (
                self._place_of(docs, difference.value, docs_place),
                self._place_of(code, difference.value, code_place),
            )
            yield self._of(docs, difference.kind, "", *words, *places)

    @staticmethod
    def _place_of(declaration: Declaration, value: str | int | bool | None, place: Place) -> Place:
        if isinstance(declaration, Enumeration) and value is not None:
            return next((member.place for member in declaration.members if member.value == value), place)
        return place

    def _members(self, docs: Alias, code: Alias) -> Iterator[Disagreement]:
        """The members of a union that only one side has."""
        fitting = self.fitting
        ours = list(alternatives(fitting.docs, docs.type))
        theirs = list(alternatives(fitting.code, code.type))
        theirs_open = any(fitting.is_any(member) for member in theirs)
        for member in ours:
            if not theirs_open and not any(fitting.takes(member, other) for other in theirs):
                words = self.docs_words.type(member)
                yield self._of(docs, "member-missing", "", words, "", docs.place, code.place)
        for member in theirs:
            if not fitting.is_any(member) and not any(fitting.describes(member, other) for other in ours):
                words = self.code_words.type(member)
                yield self._of(docs, "member-undocumented", "", "", words, docs.place, code.place)

    def _fields(self, docs: Object, code: Object) -> Iterator[Disagreement]:
        ours, theirs = fields_of(self.fitting.docs, docs), fields_of(self.fitting.code, code)
        for one, other in paired_fields(self.fitting, ours, theirs):
            if one is not None and other is None:
                if self._inherits_in_code(docs, one, code) or (code.extra is not None and _is_rest(one.field)):
                    continue
                name = "required-field-missing" if one.field.required else "field-missing"
                words = self.docs_words.type(one.field.type)
                yield self._of(docs, name, key_of(one.field), words, "", one.field.place, code.place)
            elif one is None and other is not None:
                if self._inherits_in_docs(docs, other, code) or _is_rest(other.field):
                    continue
                is_needed = other.field.presence is Presence.REQUIRED
                name = "required-field-undocumented" if is_needed else "field-undocumented"
                words = self.code_words.type(other.field.type)
                yield self._of(docs, name, key_of(other.field), "", words, docs.place, other.field.place)
            elif one is not None and other is not None and not self._is_pair_above(docs, code, one, other):
                yield from self._field(docs, one, other)

    def _is_pair_above(self, docs: Object, code: Object, one: Owned, other: Owned) -> bool:
        """Whether both inherit the field from a pair of bases. The differences of that pair cover it."""
        is_inherited = one.owner != docs.id and other.owner != code.id
        return is_inherited and self.fitting.pairs.get(one.owner) == other.owner

    def _inherits_in_code(self, docs: Object, one: Owned, code: Object) -> bool:
        """Whether the model inherits the field, and the class inherits from the pair of that base.

        The differences of that pair cover it.
        """
        above = self.fitting.pairs.get(one.owner)
        return one.owner != docs.id and above is not None and inherits(self.fitting.code, code, above)

    def _inherits_in_docs(self, docs: Object, other: Owned, code: Object) -> bool:
        if other.owner == code.id:
            return False
        above = [docs_id for docs_id, code_id in self.fitting.pairs.items() if code_id == other.owner]
        return any(inherits(self.fitting.docs, docs, docs_id) for docs_id in above)

    def _field(self, docs: Object, one: Owned, other: Owned) -> Iterator[Disagreement]:
        ours, theirs = one.field, other.field
        key = key_of(ours)

        def differs(name: str, of_docs: str = "", of_code: str = "") -> Disagreement:
            return self._of(docs, name, key, of_docs, of_code, ours.place, theirs.place)

        if _are_named_otherwise(one, other):
            yield differs("name-differs", key, key_of(theirs))
        for difference in type_differences(self.fitting, ours.type, theirs.type):
            words = difference.words(self.docs_words, self.code_words)
            yield differs(difference.kind, *words)
        is_known = Presence.UNKNOWN not in (ours.presence, theirs.presence)
        if is_known and ours.required and not theirs.required and not self.fitting.has_constant(theirs):
            yield differs("optional-in-code")
        elif is_known and theirs.required and not ours.required:
            yield differs("required-in-code")
        takes_null = theirs.nullable or self.fitting.has_null(theirs.type, of_code=True)
        has_null = ours.nullable or self.fitting.has_null(ours.type, of_code=False)
        if has_null and not takes_null and not self.fitting.is_any(theirs.type):
            yield differs("null-missing")
        elif takes_null and not has_null and self.marks_null and not self._may_mean_missing(one, other):
            yield differs("null-undocumented")
        yield from self._deprecation(docs, key, ours, theirs)

    def _may_mean_missing(self, one: Owned, other: Owned) -> bool:
        """Whether null may stand for a missing field, or the docs leave the type of the field open."""
        return (
            not one.field.required or other.field.default_value == Value(None) or self.fitting.is_open(one.field.type)
        )

    def _deprecation(
        self, docs: Declaration, key: str, ours: Declaration | Field, theirs: Declaration | Field
    ) -> Iterator[Disagreement]:
        if ours.deprecated is not None and theirs.deprecated is None and not _mentions_deprecation(theirs):
            yield self._of(docs, "deprecation-missing", key, "", "", ours.place, theirs.place)
        elif theirs.deprecated is not None and ours.deprecated is None and not _mentions_deprecation(ours):
            yield self._of(docs, "deprecation-undocumented", key, "", "", ours.place, theirs.place)


def _mentions_deprecation(part: Declaration | Field) -> bool:
    """Whether a description mentions deprecation in free words, which may be about the part or about something else."""
    return "deprecat" in part.description.casefold()


def _are_named_otherwise(one: Owned, other: Owned) -> bool:
    ours, theirs = one.field, other.field
    if ours.wire is None or ours.wire.is_guess or theirs.wire is None:
        return False
    names = {key_of(theirs), *theirs.also}
    if key_of(ours) in names:
        return False
    return not theirs.wire.is_guess or not any(folded(key_of(ours)) == folded(name) for name in names)


def _written_out(declaration: Declaration, reference: Ref) -> Type:
    """The type of an alias; for any other declaration, the reference to it."""
    return declaration.type if isinstance(declaration, Alias) else reference


_REST = "additionalproperties"


def _is_rest(field: Field) -> bool:
    """Whether a field is the map `additionalProperties` that SDKs give an object, and their docs a row."""
    return folded(field.name) == _REST and isinstance(field.type, MapOf)
