"""Recorded JSON: what it teaches is the same by either way, nothing of it gets out, and nothing in it does harm."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from docmodels.config import Config, ConfigError
from docmodels.model.declarations import Direction, Request
from docmodels.model.lessons import Lesson
from docmodels.model.types import DeclarationId
from docmodels.pipeline.learn import learn
from docmodels.pipeline.understand import understand
from docmodels.pipeline.verify import verify
from docmodels.recordings.learned import as_learned, read_learned
from docmodels.recordings.parsing import MAX_DEPTH, parse
from docmodels.recordings.reading import Recordings
from docmodels.recordings.recording import Exchange
from docmodels.recordings.routes import Routes
from docmodels.recordings.yaml_files import read_yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.counted import assert_linear
from tests.trees import docmodels

SECRET = "s3cret"
KNOWN = 50_000_000

PAGES = {
    "Room.md": [
        ("RoomId", "*string*", True),
        ("ClosedAt", "*string*", False),
        ("Status", "[Status](Status.md)", True),
        ("Ports", "Dictionary<String, [Port](Port.md)>", False),
    ],
    "Port.md": [("RoomId", "*string*", True), ("PortNumber", "*long*", False)],
}
STATUS = "# Status\n\n## Values\n\n| Name | Value |\n| --- | --- |\n| `Open` | open |\n| `Closed` | closed |\n"


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "Status.md").write_text(STATUS, encoding="utf-8")
    for path, rows in PAGES.items():
        marks = {True: ":heavy_check_mark:", False: ":heavy_minus_sign:"}
        lines = [f"| `{name}` | {kind} | {marks[required]} |" for name, kind, required in rows]
        head = [f"# {path.removesuffix('.md')}", "", "## Fields", "", "| Field | Type | Required |", "| - | - | - |"]
        (folder / path).write_text("\n".join([*head, *lines, ""]), encoding="utf-8")
    return folder


def record(tmp_path: Path, **files: str) -> Path:
    """The folder of recordings, with these in it; `Room__1_json` is `Room/1.json`."""
    folder = tmp_path / "samples"
    for name, text in files.items():
        stem, _, suffix = name.replace("__", "/").rpartition("_")
        file = folder / f"{stem}.{suffix}"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


ROOM = json.dumps(
    {
        "room_id": SECRET,
        "closed_at": None,
        "status": SECRET,
        "ports": {SECRET: {"room_id": SECRET, "port_number": SECRET, f"{SECRET}@host": 1}, "b": None},
        "new_field": SECRET,
    }
)


# -- what is learnt --


def test_the_learned_file_and_the_recordings_give_the_same_models(docs: Path, tmp_path: Path) -> None:
    samples, learned = record(tmp_path, Room__1_json=ROOM), tmp_path / "learned.json"
    learn(Config(docs=docs, samples=samples, learned=learned))
    of_samples = understand(Config(docs=docs, samples=samples))
    of_file = understand(Config(docs=docs, learned=learned))
    assert {key: (lesson.key, lesson.is_nullable) for key, lesson in of_samples.lessons.items()} == {
        key: (lesson.key, lesson.is_nullable) for key, lesson in of_file.lessons.items()
    }
    results = []
    for options in (["--samples", str(samples)], []):
        (tmp_path / "pyproject.toml").write_text('[tool.docmodels]\nlearned = "learned.json"\n', encoding="utf-8")
        out = tmp_path / f"out{len(results)}"
        done = docmodels("generate", "--docs", str(docs), "--out", str(out), *options, cwd=tmp_path)
        assert done.status == 0, done.err
        results.append({path.name: path.read_bytes() for path in sorted(out.rglob("*.py"))})
    assert results[0] == results[1]
    assert b'alias="room_id"' in results[0]["room.py"] or b"room_id: str" in results[0]["room.py"]


def test_the_learned_file_is_sorted_and_a_second_run_writes_nothing(docs: Path, tmp_path: Path) -> None:
    config = Config(docs=docs, samples=record(tmp_path, Room__1_json=ROOM), learned=tmp_path / "learned.json")
    assert learn(config).is_new
    text = (tmp_path / "learned.json").read_text("utf-8")
    assert text.splitlines() == [
        "{",
        '  "Port": {',
        '    "PortNumber": {"key": "port_number"},',
        '    "RoomId": {"key": "room_id"}',
        "  },",
        '  "Room": {',
        '    "ClosedAt": {"key": "closed_at", "null": true},',
        '    "Ports": {"key": "ports"},',
        '    "RoomId": {"key": "room_id"},',
        '    "Status": {"key": "status"}',
        "  }",
        "}",
    ]
    assert not learn(config).is_new


def test_learn_leaves_a_file_of_others_alone(docs: Path, tmp_path: Path) -> None:
    other = tmp_path / "package.json"
    other.write_text('{"name": "acme"}', encoding="utf-8")
    with pytest.raises(ConfigError, match="not a file that `docmodels learn` wrote"):
        learn(Config(docs=docs, samples=record(tmp_path, Room_json=ROOM), learned=other))
    assert other.read_text("utf-8") == '{"name": "acme"}'


def test_a_lesson_of_what_has_gone_is_a_finding(docs: Path, tmp_path: Path) -> None:
    learned = tmp_path / "learned.json"
    learned.write_text('{"Room": {"Gone": {"key": "gone"}}, "Left": {"A": {"key": "a"}}}', encoding="utf-8")
    findings = [
        diagnostic
        for diagnostic in understand(Config(docs=docs, learned=learned)).diagnostics
        if diagnostic.code == "stale-lesson"
    ]
    assert [finding.message for finding in findings] == ["it has 2 fields that the docs do not have"]


@given(st.data())
def test_what_is_written_is_read(data: st.DataObject) -> None:
    folder = Path(os.environ.get("TMPDIR", "/tmp"))
    model = _model()
    ids = [(owner.id, field.name) for owner in model.objects for field in owner.fields]
    lesson = st.builds(
        Lesson, st.text(st.characters(exclude_categories=["Cs"])), st.booleans(), st.just("learned.json")
    )
    lessons = data.draw(st.dictionaries(st.sampled_from(ids), lesson))
    file = folder / f"learned-{os.getpid()}" / "learned.json"
    file.parent.mkdir(exist_ok=True)
    file.write_text(as_learned(model, lessons), encoding="utf-8")
    assert read_learned(file, model) == (lessons, ())


def _model():  # type: ignore[no-untyped-def]
    from docmodels.diagnostics import Place
    from docmodels.model import Model
    from docmodels.model.declarations import Field, Object, Presence
    from docmodels.model.types import STRING, DeclarationId

    def owner(page: str, title: str) -> Object:
        fields = tuple(Field(name, STRING, Presence.REQUIRED, Place(page)) for name in ("A", 'b"', "c\n"))
        return Object(DeclarationId(page), title, Place(page), "", fields)

    return Model((owner("x/Room.md", "Room"), owner("y/Room.md", "Room"), owner("App.md", "App")))


# -- nothing of a recording gets out --


def test_no_value_and_no_key_of_a_map_gets_out(docs: Path, tmp_path: Path) -> None:
    har = {
        "log": {
            "entries": [
                {
                    "request": {"method": "GET", "url": f"https://{SECRET}/{SECRET}"},
                    "response": {"content": {"mimeType": "application/json", "text": json.dumps({SECRET: SECRET})}},
                }
            ]
        }
    }
    samples = record(
        tmp_path,
        Room__1_json=ROOM,
        Room__2_json=f'{{"{SECRET}": ',
        Room__3_json=f'{{"{SECRET}": 1, "{SECRET}": 2}}',
        other_json=json.dumps({SECRET: SECRET}),
        lines_jsonl=f'{SECRET}\n{{"{SECRET}": 1}}',
        all_har=json.dumps(har),
    )
    shared = ("--docs", str(docs), "--samples", str(samples))
    runs = [
        docmodels("generate", *shared, "--out", str(tmp_path / "out"), "-v", cwd=tmp_path),
        docmodels("inspect", *shared, cwd=tmp_path),
        docmodels("inspect", *shared, "--format", "json", cwd=tmp_path),
        docmodels("learn", *shared, cwd=tmp_path),
        *(docmodels("verify", *shared, "--format", form, cwd=tmp_path) for form in ("text", "json", "github", "sarif")),
    ]
    for done in runs:
        assert "Traceback" not in done.err
        assert SECRET not in done.out + done.err
    written = [*(tmp_path / "out").rglob("*"), tmp_path / "docmodels.learned.json"]
    for file in written:
        assert not file.is_file() or SECRET.encode() not in file.read_bytes()


def test_keys_that_are_data_are_not_shown(docs: Path, tmp_path: Path) -> None:
    """More than ten keys that the docs do not have, or one that is no name."""
    many = {f"key_{letter}": 1 for letter in "abcdefghijklm"}
    samples = record(tmp_path, Room_json=json.dumps(many), Port_json=json.dumps({"a@b": 1, "4711": 2}))
    contradictions = verify(Config(docs=docs, samples=samples)).contradictions
    strange = [
        (contradiction.model, contradiction.name, contradiction.count)
        for contradiction in contradictions
        if contradiction.code == "undocumented-field"
    ]
    assert strange == [("Port", "", 2), ("Room", "", 13)]


# -- what is verified --


def test_each_contradiction_has_its_row_and_its_path(docs: Path, tmp_path: Path) -> None:
    rooms = [
        {"room_id": 1, "status": "open", "closed_at": None, "extra": 1},
        {"status": "lost", "ports": {"a": {"room_id": "r", "port_number": "x"}, "b": None}},
        {"room_id": "r", "status": 4, "ports": []},
    ]
    config = Config(docs=docs, samples=record(tmp_path, Room_json=json.dumps(rooms)))
    verified = verify(config)
    assert verified.recordings == 3
    assert [
        (
            str(contradiction.place),
            contradiction.code,
            contradiction.path,
            contradiction.count,
            contradiction.among,
            contradiction.breaks,
        )
        for contradiction in verified.contradictions
    ] == [
        ("Port.md:8:3", "wrong-type", "$.ports{}.port_number", 1, 1, True),
        ("Room.md:1:3", "undocumented-field", "$.extra", 1, 3, False),
        ("Room.md:7:3", "missing-field", "$.room_id", 1, 3, True),
        ("Room.md:7:3", "wrong-type", "$.room_id", 1, 3, True),
        ("Room.md:8:3", "unexpected-null", "$.closed_at", 1, 3, False),
        ("Room.md:9:3", "unknown-value", "$.status", 1, 3, True),
        ("Room.md:9:3", "wrong-type", "$.status", 1, 3, True),
        ("Room.md:10:3", "unexpected-null", "$.ports{}", 1, 3, True),
        ("Room.md:10:3", "wrong-type", "$.ports", 1, 3, True),
    ]


def test_null_that_a_committed_file_says_is_known(docs: Path, tmp_path: Path) -> None:
    config = Config(
        docs=docs, samples=record(tmp_path, Room_json='{"room_id": "r", "closed_at": null, "status": "open"}')
    )
    assert [contradiction.code for contradiction in verify(config).contradictions] == ["unexpected-null"]
    learn(Config(docs=docs, samples=config.samples, learned=tmp_path / "learned.json"))
    assert verify(Config(docs=docs, samples=config.samples, learned=tmp_path / "learned.json")).contradictions == ()


def test_what_is_ignored_is_not_reported(docs: Path, tmp_path: Path) -> None:
    samples = record(tmp_path, Room_json='{"room_id": "r", "status": "open", "extra": 1}')
    assert verify(Config(docs=docs, samples=samples, ignore={"Room.md": ("undocumented-field",)})).contradictions == ()


def test_fail_on(docs: Path, tmp_path: Path) -> None:
    samples = record(tmp_path, Room_json='{"room_id": "r", "status": "open", "extra": 1}')
    shared = ("verify", str(samples), "--docs", str(docs), "--samples", str(samples))
    for options, status in (((), 0), (("--fail-on", "breaking"), 0), (("--fail-on", "any"), 1)):
        assert docmodels(*shared, *options, cwd=tmp_path).status == status
    record(tmp_path, Room_json='{"room_id": "r"}')
    assert docmodels(*shared, "--fail-on", "breaking", cwd=tmp_path).status == 1


@pytest.mark.parametrize("fail_on", ["breaking", "any"])
def test_nothing_to_compare_is_a_failure_where_findings_are(docs: Path, tmp_path: Path, fail_on: str) -> None:
    (tmp_path / "samples").mkdir()
    shared = ("verify", "samples", "--docs", str(docs))
    assert docmodels(*shared, cwd=tmp_path).status == 0
    done = docmodels(*shared, "--fail-on", fail_on, cwd=tmp_path)
    assert (done.status, done.err) == (1, "nothing was compared: there is no recording of a model in the docs\n")


def test_learn_says_what_to_set_until_it_is_set(docs: Path, tmp_path: Path) -> None:
    samples = record(tmp_path, Room_json='{"room_id": "r", "status": "open"}')
    command = ("learn", "--docs", str(docs), "--samples", str(samples))
    assert docmodels(*command, cwd=tmp_path).err.endswith(
        '\nset learned = "docmodels.learned.json" in [tool.docmodels], and commit the file: builds then read it\n'
    )
    (tmp_path / "pyproject.toml").write_text('[tool.docmodels]\nlearned = "docmodels.learned.json"\n', "utf-8")
    assert "set learned" not in docmodels(*command, cwd=tmp_path).err


def test_a_contradiction_names_the_first_file_and_the_types(docs: Path, tmp_path: Path) -> None:
    lines = [{"room_id": "r", "status": "open"}, {"room_id": [], "status": "open"}, {"room_id": 1, "status": "open"}]
    samples = record(tmp_path, Room_jsonl="\n".join(map(json.dumps, lines)))
    (contradiction,) = verify(Config(docs=docs, samples=samples)).contradictions
    assert contradiction.file.endswith("samples/Room.jsonl:2")
    assert (contradiction.types, contradiction.wanted) == (("a list", "an integer"), "string")


def test_files_are_of_the_model_that_their_folder_is_called_after(docs: Path, tmp_path: Path) -> None:
    record(tmp_path, Room__1_json='{"room_id": "r", "status": "open"}')
    done = docmodels("verify", "samples/Room/1.json", "--docs", str(docs), cwd=tmp_path)
    assert (done.status, done.err) == (0, "1 recording: 2 contradictions, 1 of them breaking\n") or done.status == 0
    assert docmodels("verify", "nowhere.json", "--docs", str(docs), cwd=tmp_path).status == 2
    assert docmodels("verify", "--docs", str(docs), cwd=tmp_path).status == 2


# -- what may lie in the folder --


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('{"a": 1, "a": 2}', "a key twice"),
        ("NaN", "NaN or Infinity"),
        ("[1e999]", "beyond what can be read"),
        ("9" * 5000, "beyond what can be read"),
        ('"\\ud800"', "half of a character"),
        ('{"\\udfff": 1}', "half of a character"),
        ("{", "not JSON"),
        ("", "not JSON"),
        ("[" * (MAX_DEPTH + 2) + "]" * (MAX_DEPTH + 2), "nested deeper"),
        ("[" * 1_000_000, "nested deeper"),
        ('{"a":' * 1_000_000, "nested deeper"),
    ],
)
def test_what_readers_do_not_agree_on_is_refused(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        parse(text)


def test_as_deep_as_may_be() -> None:
    assert parse("[" * MAX_DEPTH + "]" * MAX_DEPTH)


@given(st.text(max_size=50))
def test_any_text_is_a_value_or_a_reason(text: str) -> None:
    with suppress(ValueError):
        parse(text)


def test_a_bomb_in_yaml_is_refused() -> None:
    bomb = "a: &a [x]\n" + "\n".join(f"{b}: &{b} [*{a}, *{a}]" for a, b in zip("abcdefghij", "bcdefghijk", strict=True))
    with pytest.raises(ValueError, match="alias"):
        read_yaml(bomb)
    with pytest.raises(ValueError, match="nested deeper"):
        read_yaml("[" * 1000)
    for text in ("!!python/object/apply:os.system ['true']", "a: : b", "2001-13-45", "\0"):
        with pytest.raises(ValueError, match="not YAML"):
            read_yaml(text)


def test_links_and_pipes_are_left_out(tmp_path: Path) -> None:
    samples = record(tmp_path, Room_json="{}")
    (tmp_path / "outside.json").write_text("{}", encoding="utf-8")
    (samples / "out.json").symlink_to(tmp_path / "outside.json")
    (samples / "folder").symlink_to(tmp_path)
    (samples / ".hidden.json").write_text("{}", encoding="utf-8")
    os.mkfifo(samples / "pipe.json")
    recordings = Recordings(samples, KNOWN)
    assert [recording.file for recording in recordings.read()] == ["Room.json"]
    assert [(diagnostic.place.path, diagnostic.code) for diagnostic in recordings.diagnostics] == [
        ("out.json", "recording-not-read"),
        ("pipe.json", "recording-not-read"),
    ]


def test_a_file_of_too_many_bytes_is_left_out(tmp_path: Path) -> None:
    recordings = Recordings(record(tmp_path, Room_json='{"a": 1}'), 4)
    assert list(recordings.read()) == []
    assert [diagnostic.code for diagnostic in recordings.diagnostics] == ["recording-not-read"]


ODD = ["{}", "[]", "1", "null", '{"log": 1}', '{"log": {"entries": {}}}', '{"log": {"entries": [1, {"request": []}]}}']
ODD += ['{"interactions": [{"request": {"uri": "//[", "method": "GET"}, "response": {"headers": [], "body": []}}]}']
ODD += [
    '{"log": {"entries": [{"request": {"method": "G", "url": "/"}, "response": {"content": {"text": "%", "encoding": "base64"}}}]}}'
]


@pytest.mark.parametrize("suffix", ["json", "har", "yaml", "jsonl"])
@pytest.mark.parametrize("text", ODD)
def test_files_that_are_not_as_their_format_has_it(docs: Path, tmp_path: Path, suffix: str, text: str) -> None:
    samples = record(tmp_path, **{f"x_{suffix}": text, f"Room__1_{suffix}": text})
    verify(Config(docs=docs, samples=samples))
    understand(Config(docs=docs, samples=samples))


GROWING: dict[str, Callable[[int], str]] = {
    "many rooms": lambda size: json.dumps([{"room_id": "r", "status": "open", "ports": {"a": {"room_id": ""}}}] * size),
    "many keys": lambda size: json.dumps({f"k{number}": number for number in range(size * 5)}),
    "a map of many": lambda size: json.dumps({"ports": {f"k{number}": {"room_id": 1} for number in range(size)}}),
    "deep in lists": lambda size: json.dumps({"ports": [[[[]] * 10] * 10] * (size // 50)}),
}


@pytest.mark.parametrize("kind", GROWING)
def test_time_is_proportional_to_the_recording(docs: Path, tmp_path: Path, kind: str) -> None:
    samples = {size: record(tmp_path / str(size), Room_json=GROWING[kind](size)) for size in (200, 400, 800)}
    assert_linear(lambda size: verify(Config(docs=docs, samples=samples[size])), 200, slack=2000)


# -- operations --


def test_the_path_that_is_told_best_decides() -> None:
    room, port, me = DeclarationId("Room.md"), DeclarationId("Port.md"), DeclarationId("Me.md")
    routes = Routes(
        {
            (Request("GET", "/rooms/{id}"), Direction.RECEIVED): (room,),
            (Request("GET", "/rooms/:id/ports/"), Direction.RECEIVED): (port,),
            (Request("GET", "/rooms/me"), Direction.RECEIVED): (me,),
            (Request("GET", "/{anything}"), Direction.RECEIVED): (me,),
        }
    )

    def models(path: str, method: str = "GET", direction: Direction = Direction.RECEIVED) -> tuple[DeclarationId, ...]:
        return routes.models(Exchange(method, path, direction))

    assert models("/v1/rooms/r1") == models("/rooms/r1/") == (room,)
    assert models("/rooms/r1/ports") == (port,)
    assert models("/rooms/me") == (me,)
    assert models("/") == models("") == models("/other") == models("/ports") == ()
    assert models("/rooms/r1", "PUT") == models("/rooms/r1", direction=Direction.SENT) == ()
    assert models("/a" * 100_000 + "/rooms/r1") == (room,)
