"""The reader of JSON in docs: what it makes of JSON in the strict sense, of what people write, and of what is neither."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest
from docmodels.examples import Unreadable, may_show, read
from docmodels.examples.lenient import read_lenient
from docmodels.model.declarations import Direction, Json
from hypothesis import given
from hypothesis import strategies as st

from tests.counted import assert_quick

texts = st.text(st.characters(exclude_categories=["Cs"])).filter(lambda text: "..." not in text and "…" not in text)
numbers = st.integers(-(2**53), 2**53) | st.floats(allow_nan=False, allow_infinity=False)
scalars = st.none() | st.booleans() | numbers | texts
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4), max_leaves=20
)
documents = st.lists(values, max_size=4) | st.dictionaries(texts, values, max_size=4)


@given(documents, st.sampled_from([None, 2]))
def test_strict_json_is_what_every_reader_makes_of_it(value: Json, indent: int | None) -> None:
    text = json.dumps(value, indent=indent)
    (document,) = read("json", text)
    assert document.value == json.loads(text)
    assert not document.is_elided
    assert read_lenient(text, 0)[0] == document.value


@given(documents, st.booleans())
def test_each_key_has_its_place(value: Json, is_lenient: bool) -> None:
    text = json.dumps(value)
    (document,) = read("json", text[:-1] + "," + text[-1] if is_lenient and len(text) > 2 else text)
    keys = list(_keys(document.value))
    assert [json.loads(_token(text, offset)) for offset in document.offsets] == keys


def _keys(value: Json) -> list[str]:
    """The keys of a value in the order of the text."""
    if isinstance(value, dict):
        return [key for name, part in value.items() for key in (name, *_keys(part))]
    return [key for part in value for key in _keys(part)] if isinstance(value, list) else []


def _token(text: str, at: int) -> str:
    _, length = json.JSONDecoder().raw_decode(text[at:])
    return text[at : at + length]


noise = st.sampled_from([" ", "\n", " // a ship\n", " # a ship\n", "/* a ship */"])


@given(documents, st.data())
def test_what_people_add_changes_no_value(value: Json, data: st.DataObject) -> None:
    assert read("json5", _written(value, data))[0].value == value


def _written(value: Json, data: st.DataObject) -> str:
    """JSON with comments, commas too many, and keys without quotes where they are words."""

    def between() -> str:
        return data.draw(noise)

    if isinstance(value, dict):
        members = (f"{_key(key, data)}:{between()}{_written(part, data)}" for key, part in value.items())
        inner = f",{between()}".join(members)
    elif isinstance(value, list):
        inner = f",{between()}".join(_written(part, data) for part in value)
    else:
        return json.dumps(value)
    comma = "," if value and data.draw(st.booleans()) else ""
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    return f"{opening}{between()}{inner}{comma}{between()}{closing}"


def _key(key: str, data: st.DataObject) -> str:
    is_word = key.isascii() and key.isidentifier() and data.draw(st.booleans())
    return key if is_word else json.dumps(key)


marks = st.text("{}[]:,\"'\\/#*.…|<>$@- \nabe1curl", max_size=60)


@given(st.sampled_from(["json", "", "http", "bash", "js", "yaml", "toml", "python"]), marks | st.text(max_size=60))
def test_any_text_is_read_or_left(info: str, text: str) -> None:
    with suppress(Unreadable):
        for document in read(info, text):
            json.dumps(document.value, ensure_ascii=False).encode()


@given(documents)
def test_the_body_of_a_command_is_what_it_sends(value: Json) -> None:
    text = json.dumps(value).replace("'", "'\\''")
    (document, *_) = read("bash", f"curl -X POST https://api.example.org/ships \\\n  -d '{text}'")
    assert document.value == value
    assert document.direction is Direction.SENT


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{"a": 1, ...}', {"a": 1}),
        ('{"a": 1, "...": "..."}', {"a": 1}),
        ('{"a": [1, 2, …]}', {"a": [1, 2]}),
        ('{"a": "...", "b": <token>, "c": undefined}', {"a": "…", "b": "…", "c": "…"}),
        ('{"a": "x" | "y"}', {"a": "…"}),
        ('{"a": {"b": 1', {"a": {"b": 1}}),
        ('{"a": [1, ... and so on ...], "b": // below\n}', {"a": [1], "b": "…"}),
        ("{'a': 'it\\'s'}", {"a": "it's"}),
        ('{"a": 007}', {"a": "…"}),
    ],
)
def test_what_is_left_out_is_no_value(text: str, value: Json) -> None:
    assert read("json", text)[0].value == value


@pytest.mark.parametrize(
    ("info", "text"),
    [
        ("js", "const ship = {id: 1}"),
        ("js", '{id: ships.next(), name: "x"}'),
        ("python", '{"id": 1}'),
        ("ts", "interface Ship { id: string }"),
        ("", "function f()\n{\n}"),
        ("bash", '[ -f x ] && echo "{}"'),
        ("http", 'HTTP/1.1 404 Not Found\n\n{"error": "gone"}'),
    ],
)
def test_code_and_errors_are_no_examples(info: str, text: str) -> None:
    values: tuple[object, ...] = ()
    with suppress(Unreadable):
        values = read(info, text)
    assert values == ()


def test_a_block_may_hold_several_documents_with_their_directions() -> None:
    text = 'POST /ships HTTP/1.1\n\n{"name": "x"}\n\nHTTP/1.1 201 Created\nContent-Type: application/json\n\n{"id": 1}'
    sent, received = read("http", text)
    assert (sent.value, sent.direction) == ({"name": "x"}, Direction.SENT)
    assert (received.value, received.direction) == ({"id": 1}, Direction.RECEIVED)


HOSTILE = {
    "openings": "{" * 100_000,
    "lists": "[" * 100_000,
    "pairs": '{"a":' * 50_000,
    "quotes": "{" + '"' * 100_000,
    "escapes": '{"a": "' + "\\" * 100_000,
    "comments": "{" + "/*" * 50_000,
    "html comments": "{" + "<!--" * 30_000,
    "elisions": "{" + "..." * 30_000,
    "digits": '{"a": ' + "1" * 100_000 + "}",
    "blanks": " " * 100_000 + "{",
    "lines": "\n" * 100_000 + "{",
    "headers": "a: b\n" * 30_000 + "{",
    "documents": "{}\n" * 50_000,
    "keys": "{" + '"a": 1,' * 20_000 + "}",
    "bodies": "curl " + "-d '" * 30_000,
    "shell quotes": "curl " + '-d "' * 30_000,
    "here documents": "curl " + "-d @- <<E\n" * 15_000,
    "alternatives": '{"a": ' + "1 | " * 30_000 + "1}",
    "placeholders": "{" + "<" * 100_000,
    "anchors": "a: &a [1]\n" * 10_000,
}


@pytest.mark.parametrize("info", ["json", "", "bash", "toml", "yaml"])
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_block_costs_no_more_than_its_length(info: str, text: str) -> None:
    def work() -> None:
        with suppress(Unreadable):
            read(info, text)

    assert_quick(work, seconds=20 if info in ("yaml", "toml") else 5)


def test_a_block_of_hostile_size_is_not_read() -> None:
    with pytest.raises(Unreadable):
        read("json", '{"a": 1}' + " " * 200_000)
    assert not may_show("python", "{}")
