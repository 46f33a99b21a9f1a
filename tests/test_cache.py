"""The cache: what earlier runs found out makes a run faster, and changes nothing else, whatever state it is in."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import FrozenInstanceError, field, replace
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import pytest
from docmodels import Config, check, generate
from docmodels.cache import identities
from docmodels.cache.answers import answer_file, keep_answer, known_answer
from docmodels.cache.codec import Codec, classes_of
from docmodels.cache.contents import content_digest
from docmodels.cache.digests import digest
from docmodels.cache.keys import key_of
from docmodels.cache.store import Cache, _code, open_cache, program_name
from docmodels.cli import parsing
from docmodels.config.installed import Source
from docmodels.diagnostics.census import Verdict
from docmodels.families import FAMILIES, Claim, Family, Notation, Reading, Sureness
from docmodels.frozen import frozen
from docmodels.model.declarations import Object
from docmodels.pipeline import making
from docmodels.pipeline.choose import Claims
from docmodels.pipeline.remember import codec
from docmodels.pipeline.understand import understand
from docmodels.targets.python.planning import Module
from hypothesis import given
from hypothesis import strategies as st

from tests.scaled import scaled
from tests.trees import CORPORA, DOCS, Run, corpus, files

Docs = Callable[[], Path]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's cache folder, which is not there yet."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    return tmp_path / "caches" / "docmodels"


PAGES = (
    *("Room", "RoomConfig", "RoomConnectionData", "RoomReadyStatus", "ExposedPort", "TransportType"),
    *("PaymentMethod", "BankPaymentMethod", "BankPaymentMethodType"),
)
"""Pages of docs_in/Models/Shared: objects, enumerations and a union, which link to each other, and to pages elsewhere."""


def written(docs: Path) -> Path:
    """The folder with a few pages of two families, as they are in docs_in."""
    for page in (*(f"Models/Shared/{name}.md" for name in PAGES), "Models/Errors/Field.md", "openapi/quotas.md"):
        (docs / page).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(DOCS / page, docs / page)
    return docs


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    return written(tmp_path / "docs")


def package(docs: Path, out: Path) -> dict[str, bytes]:
    """What `generate` writes, into a folder that is empty before."""
    shutil.rmtree(out, ignore_errors=True)
    generate(Config(docs=docs, out=out))
    return files(out)


PURPOSES = ["pages", "summary"]
"""What the files of the cache are for."""


def the_file(folder: Path, purpose: str = "pages") -> Path:
    (file,) = folder.glob(f"*-{purpose}.cache")
    return file


# -- where it is --


def test_it_is_in_the_users_cache_folder_and_nowhere_else(folder: Path, docs: Path, tmp_path: Path) -> None:
    package(docs, tmp_path / "out")
    assert [file.suffix for file in folder.iterdir()] == [".cache"] * len(PURPOSES)
    assert {path.name for path in tmp_path.iterdir()} == {"caches", "docs", "out"}


def test_each_docs_folder_has_its_own(folder: Path, docs: Path, tmp_path: Path) -> None:
    package(docs, tmp_path / "out")
    package(Path(shutil.copytree(docs, tmp_path / "other")), tmp_path / "out")
    assert len(list(folder.glob("*-pages.cache"))) == 2


@pytest.mark.skipif(os.name != "posix", reason="other platforms have their own places")
def test_without_a_user_nothing_is_kept(docs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setenv("HOME", "nowhere")
    monkeypatch.chdir(tmp_path)
    assert package(docs, tmp_path / "out")
    assert not (tmp_path / "nowhere").exists()


def test_the_file_of_a_folder_that_nobody_reads_goes(folder: Path, docs: Path, tmp_path: Path) -> None:
    package(docs, tmp_path / "out")
    first = the_file(folder)
    os.utime(first, (0, 0))
    package(Path(shutil.copytree(docs, tmp_path / "other")), tmp_path / "out")
    assert the_file(folder) != first


def test_what_killed_runs_have_left_goes_once_it_is_old(folder: Path, docs: Path, tmp_path: Path) -> None:
    folder.mkdir(parents=True)
    old, young = (folder / f".docmodels-{'0' * 15}{number}.tmp" for number in "12")
    others = folder / "notes"
    for file in (old, young, others):
        file.touch()
    for file in (old, others):
        os.utime(file, (0, 0))
    package(docs, tmp_path / "out")
    assert [file.exists() for file in (old, young, others)] == [False, True, True]


# -- what it does --


def test_only_what_changed_is_made_anew(tmp_path: Path) -> None:
    made: list[str] = []

    def make(value: str) -> Callable[[], str]:
        return lambda: (made.append(value), value)[1]

    for wanted in (["a", "b"], ["a", "b"], ["b", "c"], ["a"]):
        cache = Cache(tmp_path / "file", "program", Codec(()))
        assert [cache.recall(key, str, make(key)) for key in wanted] == wanted
        cache.save()
    assert made == ["a", "b", "c", "a"]  # the second a was forgotten when nobody asked for it


def test_it_is_not_written_again_where_nothing_changed(folder: Path, docs: Path, tmp_path: Path) -> None:
    package(docs, tmp_path / "out")
    before = the_file(folder).stat().st_ino
    package(docs, tmp_path / "out")
    assert the_file(folder).stat().st_ino == before


def test_a_change_of_the_program_makes_it_worthless(tmp_path: Path) -> None:
    for program, made in (("1", "old"), ("2", "new")):
        cache = Cache(tmp_path / "file", program, Codec(()))
        assert cache.recall("key", str, lambda made=made: made) == made
        cache.save()


# -- keys --


@frozen()
class Given:
    """A value with a field of each kind that a key can have."""

    name: str
    number: float = 0
    many: tuple[str, ...] = ()
    names: frozenset[str] = frozenset()
    sureness: Sureness = Sureness.LIKELY
    notation: Notation = Notation("sdk", "go", "")


VALUES = st.builds(
    Given,
    st.text(max_size=3),
    st.one_of(st.integers(0, 2), st.booleans(), st.floats(0, 2)),
    st.lists(st.text(max_size=2), max_size=3).map(tuple),
    st.frozensets(st.sampled_from("abc")),
    st.sampled_from(Sureness),
    st.builds(Notation, st.just("sdk"), st.sampled_from(["go", "java"]), st.text(max_size=2)),
)


@given(a=VALUES, b=VALUES)
def test_values_have_one_key_if_they_are_equal(a: Given, b: Given) -> None:
    assert key_of(replace(a)) == key_of(a)
    if a != b:
        assert key_of(a) != key_of(b)


@given(a=VALUES, b=VALUES)
def test_values_have_other_content_digests_if_they_differ_in_anything(a: Given, b: Given) -> None:
    assert content_digest(replace(a)) == content_digest(a)
    if _shown(a) != _shown(b):
        assert content_digest(a) != content_digest(b)


def _shown(value: Given) -> str:
    """All that a value has; equal sets may show their items in different orders."""
    return f"{replace(value, names=frozenset())!r} {sorted(value.names)}"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
        (MappingProxyType({(1, "a"): 1}), MappingProxyType({(1, "a"): 2})),
        ({"a": 1}, MappingProxyType({"a": 1})),
        (1, 1.0),
        (1, True),
        (0.0, -0.0),
        (None, "null"),
        (("a", "b"), ("a,b",)),
        (Notation("sdk", "go", ""), Notation("sdk", "go", "12 of 12 types fit")),
        (Notation("sdk", "go", ""), Claim(Sureness.LIKELY, 1, "")),
        (Sureness.LIKELY, Sureness.CERTAIN),
    ],
    ids=repr,
)
def test_a_content_digest_is_that_of_one_value(one: object, other: object) -> None:
    assert content_digest(one) == content_digest(one)
    assert content_digest(one) != content_digest(other)


def test_a_key_does_not_depend_on_the_process() -> None:
    code = "from docmodels.cache.keys import key_of; print(key_of(frozenset('abcdefgh')))"
    runs = [
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        )
        for seed in "12"
    ]
    assert runs[0].stdout == runs[1].stdout


def test_what_is_no_value_has_no_key() -> None:
    with pytest.raises(TypeError, match=r"builtins\.object has no key"):
        key_of(("a", object()))
    with pytest.raises(TypeError, match="object has no digest"):
        content_digest(("a", object()))


@pytest.mark.parametrize("family", FAMILIES.values(), ids=FAMILIES)
def test_every_reader_has_a_key_that_no_evidence_changes(family: Family) -> None:
    """A page that changes changes the evidence for the whole tree, and must not make the other pages new."""
    one, two = ({path: Claim(Sureness.LIKELY, 1, "") for path in paths} for paths in (("a.md",), ("a.md", "b.md")))
    assert key_of(family.settle(one)) == key_of(family.settle(two))


def test_frozen_values_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        Given("a").name = "b"  # type: ignore[misc]


@frozen()
class Odd:
    """A value with fields that are named like what its maker could use."""

    _made: str
    _kind: str = "kind"
    _new: str = "new"
    _open: str = "open"
    _default0: str = "default"


def test_any_field_of_a_frozen_value_is_what_it_was_given() -> None:
    odd = Odd("made")
    assert (odd._made, odd._kind, odd._new, odd._open, odd._default0) == ("made", "kind", "new", "open", "default")


class Pair(NamedTuple):
    name: str
    number: int = 1


JSON = None | bool | int | float | str | list["JSON"] | dict[str, "JSON"]


@frozen()
class Kept:
    """A value with a field of each kind that the cache keeps."""

    text: str | None
    sureness: Sureness
    pair: Pair | None
    json: JSON
    inner: Kept | Notation | None
    samples: tuple[JSON, ...] = ()
    all_sure: tuple[Sureness, ...] = ()
    mixed: tuple[Pair, str] | None = None
    by_name: Mapping[str, Kept] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)
    nested: tuple[tuple[str, str], ...] = ()


def kept_values() -> st.SearchStrategy[Kept]:
    texts, sure = st.text(max_size=3), st.sampled_from(Sureness)
    pairs = st.builds(Pair, texts, st.integers())
    json = st.recursive(
        st.none() | st.booleans() | st.integers() | texts,
        lambda items: st.lists(items, max_size=2) | st.dictionaries(texts | st.just("0"), items, max_size=2),
        max_leaves=4,
    )
    return st.recursive(
        st.builds(Kept, texts | st.none(), sure, pairs | st.none(), json, st.none()),
        lambda inner: st.builds(
            Kept,
            text=texts,
            sureness=sure,
            pair=pairs,
            json=json,
            inner=inner | st.builds(Notation, texts, texts, texts),
            samples=st.tuples() | st.tuples(json, json),
            all_sure=st.lists(sure, max_size=2).map(tuple),
            mixed=st.none() | st.tuples(pairs, texts),
            by_name=st.dictionaries(texts | st.just("0"), inner, max_size=2),
            counts=st.dictionaries(texts | st.just("0"), st.integers(), max_size=2),
            nested=st.lists(st.tuples(texts, texts), max_size=2).map(tuple),
        ),
        max_leaves=3,
    )


KEPT = Codec(classes_of(Kept))


@given(value=kept_values())
def test_a_value_comes_back_with_all_of_its_types(value: Kept) -> None:
    assert repr(KEPT.decode(KEPT.encode(value))) == repr(value)


@frozen()
class Unclear:
    sureness: Sureness | Verdict


@frozen()
class Hidden:
    counts: tuple[Mapping[str, int], ...]


@pytest.mark.parametrize("kind", [Unclear, Hidden])
def test_a_class_whose_values_json_does_not_tell_apart_is_refused(kind: type) -> None:
    with pytest.raises(TypeError, match="no form for the values"):
        Codec(classes_of(kind))


# -- what it does not: change results --


@pytest.mark.parametrize("name", ["docs_in", *CORPORA[1:4]])
def test_what_is_remembered_is_what_was_found(name: str) -> None:
    config = Config(docs=DOCS if name == "docs_in" else corpus(name))
    cache = Cache(None, "", codec())
    read, recalled = (understand(config, cache).model.declarations for _ in range(2))
    assert recalled == read
    assert list(map(repr, recalled)) == list(map(repr, read))


EDITS = st.lists(
    st.tuples(
        st.integers(0, 30),
        st.sampled_from(["remove", "rename", "replace", "swap", "append", "restore"]),
        st.sampled_from(
            [
                ("*string*", "*int*"),
                (":heavy_check_mark:", ":heavy_minus_sign:"),
                ("Room", "Chamber"),
                ("exposedPort", "exposed_port"),
                ("](", "](x"),
                ("| N/A", "| `roomId`"),
                ("# ", "# A"),
            ]
        ),
    ),
    min_size=1,
    max_size=4,
)


@scaled(0.3)
@given(edits=EDITS, flavours=st.lists(st.sampled_from(["pydantic", "dataclass"]), min_size=4, max_size=4))
def test_after_any_edits_the_package_is_that_of_a_run_without_one(
    edits: list[tuple[int, str, tuple[str, str]]], flavours: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Each run finds the package of the one before."""
    tmp_path = tmp_path_factory.mktemp("edits")
    docs = written(tmp_path / "docs")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
        generate(Config(docs=docs, out=tmp_path / "caches" / "out"))
        for (at, kind, (old, new)), flavour in zip(edits, flavours, strict=False):
            edit(docs, at, kind, old, new)
            shutil.rmtree(tmp_path / "none", ignore_errors=True)
            shutil.copytree(tmp_path / "caches" / "out", tmp_path / "none" / "out")
            packages = []
            for place in ("caches", "none"):
                patch.setenv("XDG_CACHE_HOME", str(tmp_path / place))
                generate(Config(docs=docs, out=tmp_path / place / "out", flavour=flavour))
                packages.append(files(tmp_path / place / "out"))
            assert packages[0] == packages[1]
    shutil.rmtree(tmp_path)


def edit(docs: Path, at: int, kind: str, old: str, new: str) -> None:
    pages = sorted(docs.rglob("*.md"))
    page, other = pages[at % len(pages)], pages[(at * 7 + 1) % len(pages)]
    match kind:
        case "remove" if len(pages) > 1:
            page.unlink()
        case "rename":
            page.rename(page.with_name(f"{page.stem}X.md"))
        case "swap":
            text = page.read_text("utf-8")
            page.write_text(other.read_text("utf-8"), "utf-8")
            other.write_text(text, "utf-8")
        case "append":
            page.write_text(page.read_text("utf-8") + "\nSays more.\n", "utf-8")
        case "replace":
            page.write_text(page.read_text("utf-8").replace(old, new), "utf-8")
        case _:
            written(docs)


OUTPUT_EDITS = ["none", "docs", "change", "remove", "add", "windows", "foreign", "leftover"]


@scaled(0.3)
@given(kinds=st.lists(st.sampled_from(OUTPUT_EDITS), min_size=1, max_size=5))
def test_a_run_has_the_result_of_one_without_a_cache(
    kinds: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The docs or the output folder change between runs, or nothing does."""
    tmp_path = tmp_path_factory.mktemp("runs")
    docs = tmp_path / "docs"
    results: dict[str, list[object]] = {"caches": [], "none": []}
    for place, outcomes in results.items():
        config = Config(docs=docs, out=tmp_path / "out")
        shutil.rmtree(config.out, ignore_errors=True)
        shutil.copytree(DOCS / "openapi", docs, dirs_exist_ok=True)
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("XDG_CACHE_HOME", str(tmp_path / place))
            for number, kind in enumerate(kinds):
                if place == "none":
                    shutil.rmtree(tmp_path / place / "docmodels", ignore_errors=True)
                change(kind, docs, config.out, number)
                outcomes += [check(config), generate(config), files(config.out)]
    assert results["caches"] == results["none"]
    shutil.rmtree(tmp_path)


def change(kind: str, docs: Path, out: Path, number: int) -> None:
    modules = sorted(out.rglob("*.py"))
    match kind:
        case "docs":
            page = sorted(docs.rglob("*.md"))[0]
            page.write_text(f"{page.read_text('utf-8')}\n\nSays more: {number}.\n", "utf-8")
        case "add":
            out.mkdir(parents=True, exist_ok=True)
            (out / f"more{number}.py").write_text("# Generated by docmodels. Do not edit.\n")
        case "foreign":
            out.mkdir(parents=True, exist_ok=True)
            (out / f"mine{number}.py").write_text("# Mine.\n")
        case "leftover":
            out.mkdir(parents=True, exist_ok=True)
            (out / f".docmodels-{'0' * 15}{number}.tmp").touch()
        case "remove" if modules:
            modules[number % len(modules)].unlink()
        case "change" if modules:
            module = modules[number % len(modules)]
            module.write_bytes(module.read_bytes() + b"# more\n")
        case "windows" if modules:
            module = modules[number % len(modules)]
            module.write_bytes(module.read_bytes().replace(b"\n", b"\r\n"))


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The modules that runs render, by their paths."""
    render = import_module("docmodels.targets.python.render")
    paths: list[str] = []
    make = render._rendered

    def noted(module: Module, *more: object) -> object:
        paths.append("/".join(module.name))
        return make(module, *more)

    monkeypatch.setattr(render, "_rendered", noted)
    return paths


def test_after_a_change_only_modules_that_depend_on_it_are_rendered(
    folder: Path, docs: Path, tmp_path: Path, rendered: list[str]
) -> None:
    config = Config(docs=docs, out=tmp_path / "out")
    generate(config)
    assert len(rendered) == len({*rendered}) > 5
    rendered.clear()
    page = docs / "Models" / "Shared" / "RoomConnectionData.md"
    page.write_text(page.read_text("utf-8").replace("Where players connect", "The place to connect"), "utf-8")
    generate(config)
    assert rendered == ["models/shared/room_connection_data"]
    rendered.clear()
    page = docs / "Models" / "Shared" / "TransportType.md"
    page.write_text(page.read_text("utf-8").replace("TransportType", "TransportKind"), "utf-8")
    generate(config)
    of_library = "models/errors/field"  # Its annotations could mistake pydantic's `Field`, so it knows all names.
    assert set(rendered) == {"models/shared/exposed_port", "models/shared/transport_type", of_library}


def test_a_module_that_is_not_there_any_more_is_rendered_again(
    folder: Path, docs: Path, tmp_path: Path, rendered: list[str]
) -> None:
    config = Config(docs=docs, out=tmp_path / "out")
    generate(config)
    rendered.clear()
    for name, change in (("room_connection_data", Path.unlink), ("exposed_port", Path.touch)):
        change(config.out / "models" / "shared" / f"{name}.py")
    generate(config)
    assert rendered == ["models/shared/room_connection_data"]


def test_a_run_that_changes_nothing_reads_no_page(
    folder: Path, docs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = Config(docs=docs, out=tmp_path / "out")
    result = generate(config)
    monkeypatch.setattr(making, "understand_pages", None)
    assert check(config).counts == replace(result.counts, written=0, unchanged=result.counts.written)
    assert check(config).diagnostics == result.diagnostics


class Clock:
    """The time that docmodels compares the times of files with: first it is before theirs, then long after them."""

    def __init__(self, probe: Path) -> None:
        self._probe = probe
        self._now = 0

    def time_ns(self) -> int:
        return self._now

    def advance(self) -> None:
        """Let all files be old. What is written from now on has another time than they have."""
        self._now = time.time_ns() + 10**15
        self._probe.touch()
        before = self._probe.stat().st_mtime_ns
        while self._probe.stat().st_mtime_ns == before:  # the times of files go on in steps
            self._probe.touch()


@pytest.fixture
def clock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock(tmp_path / "probe")
    monkeypatch.setattr(identities, "time", clock)
    return clock


def glances(config: Config) -> bool:
    """Whether a run ends with a glance, and reads no page."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(making, "find_pages", None)
        try:
            check(config)
        except TypeError:
            return False
    return True


def test_a_run_after_one_that_found_nothing_to_do_reads_no_file(
    folder: Path, docs: Path, tmp_path: Path, clock: Clock
) -> None:
    config = Config(docs=docs, out=tmp_path / "out")
    generate(config)
    check(config)
    assert not glances(config)  # the files are as young as the cache
    clock.advance()
    result = check(config)
    assert glances(config)
    assert check(config) == result
    assert generate(config) == replace(result, difference="")


def _other_text(config: Config) -> None:
    """A page with as many bytes, and the time of its last change as it was."""
    page = config.docs / "Models" / "Shared" / "RoomConnectionData.md"
    before, text = page.stat(), page.read_bytes()
    page.write_bytes(text.replace(b"N/A", b"n/a", 1) if b"N/A" in text else text[:-2] + b"!\n")
    os.utime(page, ns=(before.st_atime_ns, before.st_mtime_ns))


def _swapped(config: Config) -> None:
    page = next(config.docs.rglob("*.md"))
    shutil.copy2(page, page.with_suffix(".new"))
    page.with_suffix(".new").replace(page)


def _next_to(folder: Path, name: str) -> None:
    (folder / name).write_text("# A\n")


def _in_a_new_folder(folder: Path, name: str) -> None:
    folder.mkdir()
    _next_to(folder, name)


CHANGES: Mapping[str, Callable[[Config], object]] = {
    "a page of other bytes, as many": _other_text,
    "a page replaced by a copy": _swapped,
    "a new page": lambda config: _next_to(config.docs, "new.md"),
    "a new page beside compiled modules": lambda config: _in_a_new_folder(config.docs / "__pycache__", "new.md"),
    "a page less": lambda config: next(config.docs.rglob("*.md")).unlink(),
    "a page that is a link": lambda config: (config.docs / "link.md").symlink_to(next(config.docs.rglob("*.md"))),
    "a module changed": lambda config: (config.out / "__init__.py").write_bytes(b"# mine\n"),
    "a module less": lambda config: (config.out / "__init__.py").unlink(),
    "a file beside the modules": lambda config: _next_to(config.out, "mine.py"),
    "what a killed run left": lambda config: (config.out / ".docmodels-0123456789abcdef.tmp").touch(),
}


@pytest.mark.skipif(os.name != "posix", reason="other platforms have other times")
@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_no_change_of_a_file_escapes_a_glance(
    folder: Path, docs: Path, tmp_path: Path, clock: Clock, change: Callable[[Config], object]
) -> None:
    config = Config(docs=docs, out=tmp_path / "out")
    generate(config)
    clock.advance()
    check(config)
    assert glances(config)
    change(config)
    assert not glances(config)


def test_another_configuration_or_another_distribution_ends_no_run_with_a_glance(
    folder: Path, docs: Path, tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = Config(docs=docs, out=tmp_path / "out")
    libraries = tmp_path / "libraries"
    libraries.mkdir()
    monkeypatch.syspath_prepend(str(libraries))
    generate(config)
    clock.advance()
    check(config)
    assert glances(config)
    assert not glances(replace(config, layout="single"))
    (libraries / "more-1.0.dist-info").mkdir()
    assert not glances(config)


# -- the answers of checks --


def answers(run: Run, *arguments: str) -> bool:
    """Whether a check prints what an earlier one has printed, and reads neither the configuration nor the docs."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parsing, "parsed", None)
        try:
            run("check", *arguments)
        except TypeError:
            return False
    return True


@pytest.fixture
def project(folder: Path, docs: Path, tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with models that are up to date, and with files that are old."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pyproject.toml").write_text('[tool.docmodels]\nout = "out"\n')
    generate(Config(docs=Path("docs"), out=Path("out")))
    clock.advance()
    return tmp_path


def test_a_check_has_the_answer_of_the_one_before(project: Path, run: Run) -> None:
    first = run("check")
    assert first.status == 0
    assert "unchanged" in first.err
    assert answers(run)
    assert run("check") == first


def test_a_check_that_finds_fault_has_the_answer_of_the_one_before(project: Path, run: Run, clock: Clock) -> None:
    (project / "docs" / "Models" / "Errors" / "Field.md").unlink()
    clock.advance()
    first = run("check", "--diff")
    assert first.status == 1
    assert "field.py" in first.out
    assert "out of date" in first.err
    assert answers(run, "--diff")
    assert run("check", "--diff") == first


def _in(change: Callable[[Config], object]) -> Callable[[Path], object]:
    return lambda project: change(Config(docs=project / "docs", out=project / "out"))


PROJECT_CHANGES: Mapping[str, Callable[[Path], object]] = {
    **{name: _in(change) for name, change in CHANGES.items()},
    "a nearer configuration": lambda project: (project / "docmodels.toml").touch(),
    "another configuration": lambda project: (project / "pyproject.toml").write_text("[tool.docmodels]\n"),
    "no configuration": lambda project: (project / "pyproject.toml").unlink(),
    "another folder that docs are looked for in": lambda project: (project / "docs_in").mkdir(),
}


@pytest.mark.skipif(os.name != "posix", reason="other platforms have other times")
@pytest.mark.parametrize("change", PROJECT_CHANGES.values(), ids=PROJECT_CHANGES)
def test_no_change_of_a_file_escapes_an_answer(project: Path, run: Run, change: Callable[[Path], object]) -> None:
    run("check")
    assert answers(run)
    change(project)
    assert not answers(run)


def test_another_command_or_another_environment_has_another_answer(
    project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("check")
    assert answers(run)
    assert not answers(run, "--strict")
    with monkeypatch.context() as patch:
        patch.chdir(project / "docs")
        assert not answers(run)
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert not answers(run)


@pytest.mark.parametrize(
    "arguments", [["--since", "docs"], ["--format", "github"], ["--samples", "docs"]], ids=" ".join
)
def test_what_depends_on_more_than_files_has_no_lasting_answer(project: Path, run: Run, arguments: list[str]) -> None:
    run("check", *arguments)
    assert not answers(run, *arguments)


def test_a_check_of_several_packages_has_no_lasting_answer(project: Path, run: Run, clock: Clock) -> None:
    packages = "".join(f'[tool.docmodels.packages.{name}]\ndocs = "docs"\nout = "{name}"\n' for name in ("one", "two"))
    (project / "pyproject.toml").write_text(packages)
    run("generate")
    clock.advance()
    assert run("check").err.count("unchanged") == 2
    assert not answers(run)


def test_a_terminal_has_no_lasting_answer(project: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("check")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert answer_file(["check"]) is None


PLACES = st.integers(0, 1 << 16)
"""Places in a file, by the remainder: how long a file is depends on the folder that it is in, and draws must not."""


@scaled(0.4)
@given(data=st.data())
def test_a_damaged_answer_is_none(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    tmp_path = tmp_path_factory.mktemp("answers")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path))
        name = answer_file(["check"])
        assert name is not None
        file = Path(name)
        (tmp_path / "page.md").touch()
        os.utime(tmp_path / "page.md", (0, 0))
        patch.setattr(identities, "_TICK", -(10**15))
        places = [str(tmp_path / "page.md")]
        keep_answer(name, (1, "out", "err"), identities.state_of(places), places, [])
        assert known_answer(["check"]) == (1, "out", "err")
        content = file.read_bytes()
        at = data.draw(PLACES) % len(content)
        file.write_bytes(data.draw(st.sampled_from([content[:at], content[:at] + b"?" + content[at + 1 :]])))
        assert file.read_bytes() == content or known_answer(["check"]) is None
    shutil.rmtree(tmp_path)


@scaled(0.4)
@given(data=st.data())
def test_a_damaged_one_is_as_good_as_none(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    tmp_path = tmp_path_factory.mktemp("damaged")
    docs = written(tmp_path / "docs")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path))
        right = package(docs, tmp_path / "out")
        file = the_file(tmp_path / "docmodels", data.draw(st.sampled_from(PURPOSES)))
        entry = file.read_bytes()
        at = data.draw(PLACES) % len(entry)
        damage = data.draw(st.sampled_from(["cut", "flip", "insert", "empty"]))
        match damage:
            case "cut":
                file.write_bytes(entry[:at])
            case "flip":
                file.write_bytes(entry[:at] + bytes([entry[at] ^ data.draw(st.integers(1, 255))]) + entry[at + 1 :])
            case "insert":
                file.write_bytes(entry[:at] + data.draw(st.binary(min_size=1, max_size=9)) + entry[at:])
            case "empty":
                file.write_bytes(b"")
        assert package(docs, tmp_path / "out") == right
        assert file.read_bytes() == entry  # and it is put right
    shutil.rmtree(tmp_path)


@pytest.mark.parametrize("purpose", PURPOSES)
@pytest.mark.parametrize(
    "nonsense",
    [
        b"",
        b"[",
        b"[99]",
        b"[0,[0,[",
        b"[4]",
        b"[3,1,2,3,4,5,6,7,8,9]",
        b"1",
        b'["a"]',
        b'"text"',
        b"[0]",
        b"[" * 100_000,
        b"[[1]]",
        b"[-9,1]",
    ],
)
def test_an_entry_that_makes_no_sense_is_made_anew(
    purpose: str, nonsense: bytes, folder: Path, docs: Path, tmp_path: Path
) -> None:
    right = package(docs, tmp_path / "out")
    file = the_file(folder, purpose)
    first, _, body = file.read_bytes().partition(b"\n")
    lines = [line.partition(b" ")[0] + b" " + nonsense for line in body.splitlines()]
    body = b"".join(line + b"\n" for line in lines)
    head, _, _ = first.rpartition(b" ")
    file.write_bytes(head + b" " + digest(body).encode() + b"\n" + body)
    assert check(Config(docs=docs, out=tmp_path / "out")).counts.unchanged == len(right)
    assert package(docs, tmp_path / "out") == right


def test_a_folder_that_must_not_be_written_to_is_no_reason_to_fail(folder: Path, docs: Path, tmp_path: Path) -> None:
    folder.parent.write_text("a file where the caches should be")
    assert package(docs, tmp_path / "out")


def test_a_folder_in_its_place_is_no_reason_to_fail(folder: Path, docs: Path, tmp_path: Path) -> None:
    package(docs, tmp_path / "out")
    file = the_file(folder)
    file.unlink()
    (file / "in the way").mkdir(parents=True)
    assert package(docs, tmp_path / "out")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
def test_a_pipe_in_its_place_is_not_waited_for(folder: Path, docs: Path, tmp_path: Path) -> None:
    right = package(docs, tmp_path / "out")
    file = the_file(folder)
    file.unlink()
    os.mkfifo(file)
    assert package(docs, tmp_path / "out") == right


def test_the_program_is_known_by_its_text_not_by_its_times(tmp_path: Path) -> None:
    source = tmp_path / "program" / "a.py"
    source.parent.mkdir()
    names = set()
    for text in ("old", "new"):
        source.write_text(text)
        os.utime(source, (0, 0))
        (source.parent / f".#{text}.py").symlink_to("nowhere")
        _code.cache_clear()  # as a new process would
        names.add(program_name(source.parent))
    assert len(names) == 2


def test_an_entry_point_that_leads_elsewhere_makes_another_program(folder: Path, tmp_path: Path) -> None:
    for reference, made in (("flavours:ONE", "old"), ("flavours:TWO", "new")):
        cache = open_cache(tmp_path, Codec(()), [], [Source("flavour", "mine", reference, "mine 1.0")], "pages")
        assert cache.recall("key", str, lambda made=made: made) == made
        cache.save()


def test_templates_of_ones_own_are_always_asked(folder: Path, docs: Path, tmp_path: Path) -> None:
    templates = tmp_path / "templates"
    templates.mkdir()
    for title in ("One", "Two"):
        text = '{{ mark }}\n\n__all__ = ["' + title + '"]\n'
        (templates / "enumeration.py.jinja").write_text(text)
        generate(Config(docs=docs, out=tmp_path / "out", templates=templates))
        module = (tmp_path / "out" / "models" / "shared" / "room_ready_status.py").read_text()
        assert f'["{title}"]' in module


def test_runs_at_the_same_time_do_not_disturb_each_other(folder: Path, docs: Path, tmp_path: Path) -> None:
    right = package(docs, tmp_path / "out")
    shutil.rmtree(folder)
    runs = [
        subprocess.Popen(
            [sys.executable, "-m", "docmodels", "generate", "-q", "--docs", docs, "--out", tmp_path / name]
        )
        for name in "abcd"
    ]
    assert [run.wait() for run in runs] == [0, 0, 0, 0]
    assert all(files(tmp_path / name) == right for name in "abcd")
    assert package(docs, tmp_path / "out") == right
    assert the_file(folder)


def test_inspecting_does_not_make_it_forget(folder: Path, docs: Path, tmp_path: Path) -> None:
    package(docs, tmp_path / "out")
    before = the_file(folder).read_bytes()
    understand(Config(docs=docs))
    assert the_file(folder).read_bytes() == before


def test_reading_one_never_runs_anything() -> None:
    """It is no pickle: a number stands for a class of claims and readings, and for nothing else."""
    classes = classes_of(Claims, Reading)
    assert {Object, Claims, Sureness} <= set(classes)
    assert all(kind.__module__.startswith("docmodels.") for kind in classes)
    for number in range(len(classes), 300):
        with pytest.raises(KeyError):
            codec().decode(f'{{"{number}": ["os.system", "true"]}}')
