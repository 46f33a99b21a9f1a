"""The same API, documented in Go, Java and TypeScript, comes out as the same models.

The models are compared as the intermediate model has them, declaration by declaration and field by field, with those
of the Go docs. What the docs themselves tell differently stands in `NAMES` and `DIFFERENCES`, each with its reason;
what is not listed there must be the same, and what is listed must differ.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

import pytest
from docmodels.config import Config
from docmodels.model import Model
from docmodels.model.declarations import Alias, Declaration, Enumeration, Field, Object
from docmodels.model.names import folded
from docmodels.model.types import Constant, Link, ListOf, MapOf, Nullable, Primitive, Ref, Type, UnionOf, Unknown
from docmodels.pipeline.understand import Understanding

from tests.trees import corpus, understood

OTHERS = ("java", "typescript")

# Types that the API has no name for are named by each SDK after the field that has them, and, where that is taken, after
# the object before it; so which one is just `Env` depends on the order in which the SDK met them. By the title in the
# docs of a language, the one in Go's.
NAMES: Mapping[str, Mapping[str, str]] = {
    "java": {
        "ApplicationWithLatestDeploymentAndBuildDeprecatedDeployment": "Deployment",
        "Deployment": "ApplicationWithLatestDeploymentAndBuildDeployment",
        "ApplicationWithLatestDeploymentAndBuildDeprecatedServiceConfig": "ServiceConfig",
        "ServiceConfig": "ApplicationServiceConfig",
        "DeploymentV1Env": "Env",
        "Env": "DeploymentConfigEnv",
        "OrgToken2": "Two",
        "Two": "CreateOrgToken2",
        "OrgTokenScopes": "Scopes",
        "Scopes": "CreateOrgTokenScopes",
        "StartingConnectionInfoStatus": "Status",
        "Status": "ActiveConnectionInfoStatus",
    },
    "typescript": {
        "FileT": "File",  # which is a type of the browser's in TypeScript
        "Scopes2": "CreateOrgToken2",
    },
}


class Fact(NamedTuple):
    """One thing that a tree says: of a declaration (`room`), of a field (`room.appid`)."""

    subject: str
    aspect: str


class Difference(NamedTuple):
    """What Go's docs and those of another language say about one thing, None where they do not have it at all."""

    subject: str
    aspect: str
    go: object
    other: object


class Entry(NamedTuple):
    """Differences that the docs of a language have for one reason."""

    language: str
    reason: str
    covers: Callable[[Difference], bool]


# What came to the API after the revision that the Java docs describe.
NEWER = {
    "deploymentsv3page.nextpagetoken",
    "deprecatedupdatefleetregionv2request",
    "fleet.errorstate",
    "fleet.name",
    "fleeterrorstate",
    "fleetregion.cloudminvcpus",
    "fleetregion.nodebaseline",
    "fleetregionconfigv2",
    "getdeploymentsrequest.nextpagetoken",
    "partialrecordregionfleeterrorstate",
    "processv3.bootedat",
    "processv3.scheduledat",
    "processv3.startedat",
    "processv3.stoppingat",
    "updatefleetregionrequest.fleetregionconfig",
    "updatefleetregionrequest.fleetregionconfigv2",
}


def without_integers(value: object) -> str:
    """A type as a language with one kind of number would have it."""
    return re.sub(r"\(integer \| number\)|integer \| number|integer", "number", str(value))


DIFFERENCES = (
    Entry("java", "they describe an older revision of the API", lambda it: it.subject in NEWER),
    Entry(
        "java",
        "they have a page for each response, and none for the settings that operations share",
        lambda it: (
            (it.subject.endswith("response") and (it.go, it.other) == (None, True))
            or (it.subject.endswith("globals") and (it.go, it.other) == (True, None))
        ),
    ),
    Entry(
        "java",
        "the pages of unions show no members",
        lambda it: "." not in it.subject and (it.aspect, it.other) in {("type", "any"), ("told by", None)},
    ),
    Entry(
        "java",
        "the notation has a word for what may be null, apart from what may be missing",
        lambda it: (it.aspect, it.go, it.other) == ("nullable", False, True),
    ),
    Entry(
        "java",
        "the bytes of a file are just any value in Go's docs",
        lambda it: (it.aspect, it.go, it.other) == ("type", "any", "bytes"),
    ),
    Entry(
        "typescript",
        "the notation has one word for integers and other numbers",
        lambda it: it.aspect == "type" and without_integers(it.go) == without_integers(it.other),
    ),
    Entry(
        "typescript",
        "only they say that enumerations may have other values",
        lambda it: (it.aspect, it.go, it.other) == ("open", False, True),
    ),
    Entry(
        "typescript",
        "an enumeration that may have other values distinguishes no members",
        lambda it: (it.subject, it.aspect, it.other) == ("connectioninfo", "told by", None),
    ),
    Entry(
        "typescript",
        "the bytes of a file are just any value in Go's docs",
        lambda it: (it.aspect, it.go, it.other) == ("type", "any", "bytes"),
    ),
    Entry(
        "typescript",
        "a file may be given as its bytes alone",
        lambda it: it.aspect == "type" and it.other == f"(bytes | {it.go})",
    ),
)


@cache
def of_language(language: str) -> Understanding:
    return understood(Config(docs=corpus(f"hathora-{language}")))


def title(declaration: Declaration, language: str) -> str:
    """The name by which a declaration is known in all languages."""
    return NAMES.get(language, {}).get(declaration.title, declaration.title).lower()


def spelled(model: Model, type_: Type, language: str) -> str:
    """A type in one line: `list[@room] | string`."""

    def of(part: Type) -> str:
        return spelled(model, part, language)

    match type_:
        case Primitive(scalar):
            return scalar.value
        case ListOf(item):
            return f"list[{of(item)}]"
        case MapOf(value):
            return f"map[{of(value)}]"
        case Nullable(item):
            return f"({of(item)} | null)"
        case UnionOf(members):
            return f"({' | '.join(map(of, members))})"
        case Constant(values):
            return " | ".join(map(repr, values))
        case Unknown(label):
            return f"?{label}"
        case Ref(key):
            return f"@{title(model.by_id[key], language)}"
        case Link():
            raise AssertionError("a model has no links")


def facts_of_field(model: Model, field: Field, language: str) -> Iterator[tuple[str, object]]:
    yield "type", spelled(model, field.type, language)
    yield "required", field.required
    yield "nullable", field.nullable
    yield "wire", field.wire and field.wire.name
    yield "description", field.description
    yield "deprecated", field.deprecated
    yield "examples", field.values


def facts_of_declaration(model: Model, declaration: Declaration, language: str) -> Iterator[tuple[str, object]]:
    yield "kind", type(declaration).__name__
    yield "description", declaration.description
    yield "deprecated", declaration.deprecated
    match declaration:
        case Object(extra=extra):
            yield "extra", extra and spelled(model, extra, language)
        case Enumeration(members=members, is_open=is_open):
            yield "values", tuple(member.value for member in members)
            yield "open", is_open
        case Alias(type=type_, discriminator=discriminator):
            yield "type", spelled(model, type_, language)
            yield "told by", discriminator and (discriminator.wire, discriminator.tags)


def facts(language: str) -> dict[Fact, object]:
    """All that the docs of a language say, but for the order of things."""
    model = of_language(language).model
    facts_: dict[Fact, object] = {}

    def say(subject: str, aspects: Iterator[tuple[str, object]]) -> None:
        assert Fact(subject, "is there") not in facts_, f"{subject} is there twice in {language}"
        facts_[Fact(subject, "is there")] = True
        facts_.update({Fact(subject, aspect): value for aspect, value in aspects})

    for declaration in model.declarations:
        subject = title(declaration, language)
        say(subject, facts_of_declaration(model, declaration, language))
        if isinstance(declaration, Object):
            for field in declaration.fields:
                say(f"{subject}.{folded(field.name)}", facts_of_field(model, field, language))
    return facts_


def differences(language: str) -> Iterator[Difference]:
    """Where the docs of a language say something else than Go's, or more, or less.

    Of what is missing as a whole, the message says only that.
    """
    ours, theirs = facts("go"), facts(language)

    def shared(subject: str) -> bool:
        there = Fact(subject, "is there")
        return there in ours and there in theirs

    for fact in sorted({*ours, *theirs}):
        owner, _, field = fact.subject.partition(".")
        is_whole = fact.aspect == "is there"
        if (shared(fact.subject) or (is_whole and (not field or shared(owner)))) and (
            ours.get(fact) != theirs.get(fact)
        ):
            yield Difference(fact.subject, fact.aspect, ours.get(fact), theirs.get(fact))


@pytest.mark.parametrize("language", OTHERS)
def test_the_models_differ_in_nothing_but_what_is_listed(language: str) -> None:
    entries = [entry for entry in DIFFERENCES if entry.language == language]
    unlisted = [it for it in differences(language) if not any(entry.covers(it) for entry in entries)]
    assert unlisted == []


@pytest.mark.parametrize("entry", DIFFERENCES, ids=lambda entry: f"{entry.language}: {entry.reason}")
def test_everything_that_is_listed_makes_a_difference(entry: Entry) -> None:
    assert any(entry.covers(it) for it in differences(entry.language))


def test_every_newer_thing_makes_a_difference() -> None:
    assert {it.subject for it in differences("java")} >= NEWER


@pytest.mark.parametrize("language", OTHERS)
def test_every_name_that_is_listed_is_another_in_go(language: str) -> None:
    titles = {declaration.title for declaration in of_language(language).model.declarations}
    assert NAMES[language].keys() <= titles
    assert {name.lower() for name in NAMES[language].values()} <= {fact.subject for fact in facts("go")}
    assert all(here != there for here, there in NAMES[language].items())


def test_the_fields_of_an_object_come_in_the_order_of_its_page() -> None:
    """Go's docs and TypeScript's agree on the order; Java's have another."""
    orders = [
        {title(it, language): [folded(one.name) for one in it.fields] for it in of_language(language).model.objects}
        for language in ("go", "typescript")
    ]
    both = orders[0].keys() & orders[1].keys()
    assert len(both) > 100
    assert [orders[0][subject] for subject in sorted(both)] == [orders[1][subject] for subject in sorted(both)]
