"""Tables that people write: words, marks, names, and what makes a page a reference. The forms stand in tests/golden/cases."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import fields, replace
from pathlib import Path

import pytest
from docmodels.config import Config, ConfigError, OwnTables
from docmodels.families.tables.headings.headings import name_in
from docmodels.families.tables.headings.naming import named
from docmodels.families.tables.labels.labels import label_of
from docmodels.markdown import Inline, Prose
from docmodels.model.declarations import Object, Presence, Request
from docmodels.model.types import INTEGER, STRING, Link, ListOf, MapOf, Type, depth, union, walk
from docmodels.notation.grammar import MAX_DEPTH
from docmodels.notation.parser import read_type
from docmodels.pipeline.understand import understand
from docmodels.reporting.proposal import Proposal, own_tables
from docmodels.tables import lexicon
from docmodels.tables.choices import cell_choices, choices
from docmodels.tables.default_sentences import default_in
from docmodels.tables.description_marks import description_marks
from docmodels.tables.keys import keys
from docmodels.tables.lexicon import Lexicon, Mark, Role, languages, words
from docmodels.tables.lexicon.entries import split
from docmodels.tables.marks import UnknownMark, sign
from docmodels.tables.names import read_name
from docmodels.tables.requests import request_in
from hypothesis import example, given
from hypothesis import strategies as st

ALL = words(languages())
ENGLISH = words(("en",))

texts = st.text(st.characters(codec="utf-8"), max_size=80) | st.lists(
    st.sampled_from(
        [
            *(
                "array of ",
                "map of ",
                " or ",
                "string",
                "[a](b.md)",
                " to ",
                ", ",
                "(",
                ")",
                "[",
                "]",
                "<",
                "&lt;",
                "?",
            ),
            *(
                "Optional",
                ". ",
                "default ",
                "`a`",
                "one of ",
                "数组",
                "对象",
                "> ",
                "» ",
                "*",
                "<sup>1</sup>",
                " ",
                "|",
            ),
        ]
    ),
    max_size=20,
).map("".join)


def cell(source: str) -> Inline:
    return Inline(source.strip(), 1, 1)


def typed(source: str, *spoken: str) -> Type:
    reading = read_type(cell(source), "a.md", words((*spoken, "en")).vocabulary)
    assert not reading.diagnostics
    return reading.type


def reference(folder: Path, text: str, name: str = "api.md") -> dict[str, Object]:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, "utf-8")
    return {declaration.title: declaration for declaration in understand(Config(docs=folder)).model.objects}


# -- lexicons --


def test_a_language_is_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing else names the languages: a file in another folder is one as well."""
    (tmp_path / "esperanto.py").write_text(
        "from docmodels.model.types import STRING\n"
        "from docmodels.tables.lexicon import Lexicon, Role\n"
        "LEXICON = Lexicon(\n"
        "    language='eo',\n"
        "    columns={Role.NAME: 'kampo', Role.TYPE: 'tipo de datumo', Role.REQUIRED: 'deviga'},\n"
        "    yes='jes', no='ne', scalars={STRING: 'teksto'}, lists_of='listo de',\n"
        ")\n"
    )
    monkeypatch.setattr(lexicon, "__path__", [*lexicon.__path__, str(tmp_path)])
    page = "# Ĉambro\n\n| Kampo | Tipo de datumo | Deviga |\n| - | - | - |\n| nomo | listo de teksto | jes |\n"
    (room,) = reference(tmp_path / "docs", page).values()
    assert room.title == "Ĉambro"
    assert [(field.name, field.type, field.presence) for field in room.fields] == [
        ("nomo", ListOf(STRING), Presence.REQUIRED)
    ]


@pytest.mark.parametrize("language", languages())
def test_a_lexicon_is_in_order(language: str) -> None:
    """Every language has the words without which no table can be read, and no word for yes is one for no."""
    words = lexicon.lexicon(language)
    assert words.language == language
    assert {Role.NAME, Role.TYPE, Role.DESCRIPTION, Role.REQUIRED, Role.DEFAULT} <= words.columns.keys()
    assert {Mark.REQUIRED, Mark.OPTIONAL, Mark.READ_ONLY, Mark.DEPRECATED} <= words.marks.keys()
    assert words.yes
    assert words.no
    assert words.lists
    assert words.maps
    assert set(split(words.yes)).isdisjoint(split(words.no))
    roles = [word for entry in words.columns.values() for word in split(entry)]
    for entry in (getattr(words, field.name) for field in fields(Lexicon)):
        for text in [entry] if isinstance(entry, str) else entry.values():
            assert all(word == " ".join(word.split()) for word in split(text)), text
    assert all(roles)


def test_the_first_of_two_languages_decides() -> None:
    assert sign(cell("O"), words(("ko", "en"))) is True
    assert sign(cell("O"), words(("en",))) is False


# -- types --


@given(texts)
@example("map of stringmap of map of ")  # the word is no end of the map that is being read
def test_any_text_is_a_type_or_a_finding(source: str) -> None:
    reading = read_type(cell(source), "a.md", ALL.vocabulary)
    assert depth(reading.type) <= MAX_DEPTH
    assert all(part.label for part in walk(reading.type) if isinstance(part, Link))


@given(
    st.recursive(
        st.sampled_from([("strings", STRING), ("integers", INTEGER)]),
        lambda inner: (
            inner.map(lambda item: (f"lists of {item[0]}", ListOf(item[1])))
            | inner.map(lambda item: (f"maps of strings to {item[0]}", MapOf(item[1])))
        ),
        max_leaves=4,
    )
)
def test_words_are_read_as_deep_as_they_are_nested(phrase: tuple[str, Type]) -> None:
    text, meant = phrase
    assert typed(text.replace("maps of", "map of")) == meant
    assert typed(f"{text.replace('maps of', 'map of')} or boolean") == union(meant, typed("boolean"))


@pytest.mark.parametrize(
    ("spoken", "text"),
    [
        ("zh", "字符串数组"),
        ("ja", "文字列の配列"),
        ("ko", "문자열 배열"),
        ("es", "lista de cadenas"),
        ("pt", "lista de textos"),
        ("fr", "tableau de chaînes"),
        ("de", "Liste von Zeichenketten"),
        ("ru", "массив строк"),
        ("en", "array of strings"),
    ],
)
def test_every_language_has_lists(spoken: str, text: str) -> None:
    assert typed(text, spoken) == ListOf(STRING)


# -- marks --


@given(texts)
def test_any_description_is_read(text: str) -> None:
    assert description_marks(text, ALL) <= set(Mark)
    assert (default := default_in(text, ALL)) is None or default in text


@given(texts)
def test_values_stand_in_the_text_that_lists_them(text: str) -> None:
    for chosen in (choices(text, ALL), cell_choices(text, ALL)):
        assert chosen is None or all(value in text for value in chosen.values)


@given(texts)
def test_a_mark_is_known_or_refused(text: str) -> None:
    with suppress(UnknownMark):
        assert sign(cell(text), ALL) in (True, False, None)


def test_a_mark_that_no_lexicon_has_is_refused() -> None:
    with pytest.raises(UnknownMark, match="perhaps not"):
        sign(cell("perhaps not"), ALL)


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("Optional. The name.", {Mark.OPTIONAL}),
        ("(optional) The name", {Mark.OPTIONAL}),
        ("**Required** The name", {Mark.REQUIRED}),
        ("The name. Read-only. Nullable.", {Mark.READ_ONLY, Mark.NULLABLE}),
        ("The name. Required. At most ten.", {Mark.REQUIRED}),
        ("选填，名称", {Mark.OPTIONAL}),
        ("Deprecated -- use `x`.", {Mark.DEPRECATED}),
        ("Optional members are left out", set()),
        ("Whether it is required", set()),
        ("Required by law", set()),
        ("Must be one of `a`, `b`", set()),
        ("Required if the room is open", {Mark.CONDITIONAL}),
        ("", set()),
    ],
)
def test_only_fixed_phrases_are_marks(text: str, marks: set[Mark]) -> None:
    assert description_marks(text, ALL) == marks


# Sentences that call a field deprecated, and those that tell of something else.
DEPRECATED = (
    "This parameter is deprecated, all future clients use `uid`.",
    "Not recommended for use as field will soon be deprecated. The old key.",
    "Replaced by `c` and will be deprecated in the future.",
    "This parameter is deprecated.",
    "The old one. This parameter is deprecated.",
    "The old one. Deprecated, use `c`.",
    "This field is deprecated and will be removed.",
    "The number of items. **Deprecated**: use `count` instead.",
    "The number of items. Deprecated in v2.3, use `count`.",
    "The number of items. Deprecated since 1.4.",
    "(Deprecated) The number of items.",
    "[deprecated] The number of items.",
    "The number (deprecated, use `count`).",
    "The number (deprecated since 2.0). Old.",
    "The number (deprecated). Old.",
    "_Deprecated: use count_ The number.",
    "⚠️ Deprecated. The number.",
    "**DEPRECATED** The number.",
    "DEPRECATED - the number",
    "Deprecated – use the other.",
    "Use `count`. This property has been deprecated.",
    "This is deprecated, please use `count`.",
    "`old` is deprecated in favor of `count`.",
    "No longer used.",
    "This field is no longer used and always `0`.",
    "This attribute is obsolete; see `count`.",
    "The id. It will be deprecated soon.",
    "The id. Will be deprecated on 2024-01-01.",
    "The id. To be deprecated.",
    "旧字段，已废弃。",
    "该字段已废弃，请使用 `count`。",
    "旧编号（已废弃）",
    "此参数已弃用",
    "このフィールドは非推奨です。",
    "このパラメータは廃止予定です。`count` を使ってください。",
    "非推奨。`count` を使用。",
    "더 이상 사용되지 않습니다. `count`를 사용하세요.",
    "이 필드는 더 이상 사용되지 않습니다.",
    "이 필드는 폐기되었습니다.",
    "Dieses Feld ist veraltet.",
    "Dieses Feld ist veraltet und wird entfernt.",
    "Veraltet, bitte `count` verwenden.",
    "Wird nicht mehr verwendet.",
    "Ce champ est obsolète.",
    "Obsolète : utiliser `count`.",
    "Ce champ n'est plus utilisé, voir `count`.",
    "Este campo está obsoleto.",
    "Este campo ya no se usa.",
    "Obsoleto, usar `count`.",
    "Este campo foi descontinuado.",
    "Campo obsoleto.",
    "Поле устарело, используйте `count`.",
    "Устаревшее поле.",
    "Это поле больше не используется.",
    "Deprecated in API v2.",
    "Deprecated as of 2024-01-01.",
    "Deprecated, see `count`.",
)
NOT_DEPRECATED = (
    "Whether the item is deprecated.",
    "Whether this field is deprecated.",
    "If this field is deprecated, the reason.",
    "One of `a`, `b` (deprecated).",
    "One of a, b (deprecated).",
    "Deprecated items are listed last.",
    "The deprecated name of the item.",
    "The reason why it was deprecated.",
    "Lifecycle: **InDevelopment**, **Available**, and **Deprecated**.",
    "The value `x` is deprecated.",
    "`x` is deprecated, use `y`.",
    "Flag to indicate if a control is deprecated.",
    "Show if the endpoint is deprecated and will be removed.",
    "Deprecated values: `a`.",
    "State: active, deprecated",
    "The version in which this operation was deprecated.",
    "The tax code. The old format is deprecated.",
    "是否已废弃",
    "状态：正常、已废弃",
    "非推奨の値",
    "Ob das Feld veraltet ist.",
    "Gibt an, ob der Eintrag veraltet ist",
    "Признак того, что поле устарело",
    "Display name. Do not use as an identifier.",
    "Do not use in production.",
    "Do not use, unless you escape it.",
    "Nicht mehr verwendet in Europa.",
    "Не используется с прокси.",
    "Values: `a`, `b`. Deprecated since 2.0: `b`.",
    "It is no longer supported by the vendor.",
    "Obsolete in the sense of the catalogue.",
    "It is deprecated in Germany.",
    "Tags; `x` and `legacy` are kept and will be deprecated.",
    "Es ist veraltet, falls der Kunde kündigt.",
    "Descontinuado desde esta fecha.",
    "Он устарел, если клиент ушёл.",
    "已停用",
)


@pytest.mark.parametrize("text", DEPRECATED)
def test_a_description_calls_its_field_deprecated(text: str) -> None:
    assert Mark.DEPRECATED in description_marks(text, ALL, name="old")


@pytest.mark.parametrize("text", NOT_DEPRECATED)
def test_what_else_is_deprecated_says_nothing_of_the_field(text: str) -> None:
    assert Mark.DEPRECATED not in description_marks(text, ALL, name="old")


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("The code. This parameter is required.", {Mark.REQUIRED}),
        ("The code. This parameter is required if `id` is missing.", {Mark.CONDITIONAL}),
        ("The code. It can be null if the room is closed.", {Mark.NULLABLE}),
        ("The code. The field is optional and unique.", {Mark.OPTIONAL}),
        ("This field is read-only.", {Mark.READ_ONLY}),
        ("It is required to close the room.", set()),
        ("An object. Required: `id`.", set()),
        ("The code. This field will be required in version 3.", set()),
        ("该字段为必填项。", {Mark.REQUIRED}),
        ("Dieses Feld ist optional.", {Mark.OPTIONAL}),
        ("このパラメータは必須です。", {Mark.REQUIRED}),
        ("이 필드는 필수입니다.", {Mark.REQUIRED}),
        ("Ce champ est obligatoire.", {Mark.REQUIRED}),
        ("Este campo es opcional.", {Mark.OPTIONAL}),
        ("Este campo é obrigatório.", {Mark.REQUIRED}),
        ("Это поле необязательно.", {Mark.OPTIONAL}),
    ],
)
def test_sentences_about_the_field_are_marks(text: str, marks: set[Mark]) -> None:
    assert description_marks(text, ALL) == marks


@pytest.mark.parametrize(
    ("text", "default"),
    [
        ("How many (defaults to `16`)", "16"),
        ("Default: 10.", "10"),
        ('default is "a"', "a"),
        ("默认值为 `1`", "1"),
        ("The default region of the account", None),
        ("Used by default", None),
        ("Defaults to 1 when omitted.", "1"),
        ("Default: 1 if not specified", "1"),
        ("Default: 1 if open", None),
        ("[default=1]", "1"),
        ("If not provided, 1 is used.", "1"),
        ("If not provided, the value `asc` is used.", "asc"),
        ("If omitted, it is `10`.", "10"),
        ("If omitted, uses the settings of the room.", None),
        ("If not set, 10 doors are opened.", None),
        ("10 by default", "10"),
        ("Sorted `asc` by default.", "asc"),
        ("Opens 10 doors by default", None),
        ("HTTP 1.1 by default", None),
        ("Wenn nicht angegeben, wird `a` verwendet.", "a"),
        ("Si no se indica, se usa 10.", "10"),
        ("Se não informado, será usado `10`.", "10"),
        ("10 par défaut", "10"),
        ("10 по умолчанию.", "10"),
        ("不传则为10", "10"),
        ("省略した場合、10が使われます。", "10"),
        ("省略時は1", "1"),
        ("Cached by default on the server", None),
        ("Default: no change", None),
        ("If not specified, uses `locale` of the user.", None),
        ("If omitted, it is `id` of the parent.", None),
        ("If omitted, 3 will be used for guests, 5 for members", None),
        ("Wenn nicht angegeben, wird `order` des Kontos verwendet", None),
        ("不填则取 `created_at` 的值", None),
        ("不传为 3 天前的时间戳", None),
        ("Si no se indica, se usa `fecha` del pedido", None),
        ("생략 시, `a`가 사용됩니다.", "a"),
    ],
)
def test_a_default_is_a_value_behind_a_phrase(text: str, default: str | None) -> None:
    assert default_in(text, ALL) == default


# -- names --


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Amount `amount`", "amount"),
        ("Order number (`order_no`)", "order_no"),
        ("金額 `amount`", "amount"),
        ("Betrag<br>`amount`", "amount"),
        ("用户编号(user_id)", "user_id"),
        ("width (`px`)", "width"),
        ("price (`EUR`)", "price"),
        ("Breite (`px`)", "Breite"),
        ("phone (new in `v2`)", "phone"),
        ("address in `billing`", "address in billing"),
        ("See `size`", "See size"),
    ],
)
def test_code_behind_a_label_is_the_name(source: str, name: str) -> None:
    assert read_name(cell(source), ALL).text == name


@given(texts)
def test_any_cell_names_a_field_or_none(source: str) -> None:
    name = read_name(cell(source), ALL)
    assert name.text == name.text.strip()
    parts = keys(name.text)
    assert parts
    assert all(lists >= 0 for _, lists in parts)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("id", [("id", 0)]),
        ("payee.name", [("payee", 0), ("name", 0)]),
        ("source[note]", [("source", 0), ("note", 0)]),
        ("history[][day]", [("history", 1), ("day", 0)]),
        ("boxes[0].size", [("boxes", 1), ("size", 0)]),
        ("tags[]", [("tags", 1)]),
        ("grid[][]", [("grid", 2)]),
        ("@odata.type", [("@odata.type", 0)]),
        ("a..b", [("a..b", 0)]),
        ("a[b", [("a[b", 0)]),
    ],
)
def test_a_path_has_keys(name: str, parts: list[tuple[str, int]]) -> None:
    assert list(keys(name)) == parts


# -- references among other docs --

SHIPS = ("Ship", "Raft", "Boat", "Yacht", "Ferry", "Canoe")
GENERATED = (
    "# {}\n\n## Fields\n\n| Field | Type | Required |\n| - | - | - |\n| `id` | *string* | :heavy_check_mark: |\n"
)
BY_HAND = "## {}\n\n| Name | Type | Required |\n| - | - | - |\n| id | string | yes |\n\n"


def tree(folder: Path, **pages: str) -> set[str]:
    for name in SHIPS:
        (folder / "models").mkdir(parents=True, exist_ok=True)
        (folder / "models" / f"{name}.md").write_text(GENERATED.format(name), "utf-8")
    for path, text in pages.items():
        reference(folder, text, path.replace("__", "/") + ".md")
    return {declaration.title for declaration in understand(Config(docs=folder)).model.objects} - set(SHIPS)


def test_a_guide_among_the_pages_of_a_generator_is_no_reference(tmp_path: Path) -> None:
    assert tree(tmp_path, guide=BY_HAND.format("Option")) == set()


def test_a_folder_of_some_models_is_a_reference_whatever_is_beside_it(tmp_path: Path) -> None:
    titles = ("Quay", "Crane", "Lock", "Buoy", "Pier")
    assert tree(tmp_path, reference__harbour="".join(map(BY_HAND.format, titles))) == set(titles)


def test_most_models_make_the_home(tmp_path: Path) -> None:
    titles = [f"Quay {letter}" for letter in "abcdefg"]
    assert tree(tmp_path, harbour="".join(map(BY_HAND.format, titles))) == set(titles)


# -- words of a team --

SHEET = (
    "# Rooms\n\n## Room sheet\n\n| Slot | Shape | Needed |\n| - | - | - |\n| id | txt | aye |\n| tags | bag of txt | nay |\n\n"
    "## Limits\n\n| Slot | Shape |\n| - | - |\n| most | txt |\n"
)
OWN = OwnTables(
    pages=("api*",),
    columns={"name": ("Slot",), "type": ("Shape",), "required": ("Needed",)},
    yes=("aye",),
    no=("nay",),
    types={"txt": "string", "bag of txt": "array of strings"},
    frames=("sheet",),
    not_models=("limits",),
)


def test_a_team_may_teach_its_words(tmp_path: Path) -> None:
    (tmp_path / "api.md").write_text(SHEET, "utf-8")
    (room,) = understand(Config(docs=tmp_path, tables=(OWN,))).model.objects
    assert room.title == "Room"
    assert [(field.name, field.type, field.presence) for field in room.fields] == [
        ("id", STRING, Presence.REQUIRED),
        ("tags", ListOf(STRING), Presence.OPTIONAL),
    ]


def test_words_hold_for_the_pages_that_they_are_for(tmp_path: Path) -> None:
    """What is remembered of a page is forgotten when the words for it change."""
    (tmp_path / "guide.md").write_text(SHEET, "utf-8")
    assert not list(understand(Config(docs=tmp_path, tables=(OWN,))).model.objects)
    everywhere = replace(OWN, pages=())
    assert list(understand(Config(docs=tmp_path, tables=(everywhere,))).model.objects)
    assert not list(understand(Config(docs=tmp_path)).model.objects)


@pytest.mark.parametrize(
    ("own", "message"),
    [
        (OwnTables(columns={"nme": ("Slot",)}), '"nme" is not a meaning of columns'),
        (OwnTables(types={"txt": "wrapping paper"}), '"wrapping paper" is not a type'),
        (OwnTables(yes=("a, b",)), "a word has letters, and no commas"),
        (OwnTables(frames=(" ",)), "a word has letters, and no commas"),
    ],
)
def test_words_that_mean_nothing_are_refused(tmp_path: Path, own: OwnTables, message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        understand(Config(docs=tmp_path, tables=(own,)))


def proposed(docs: Path) -> Sequence[Proposal]:
    return own_tables(understand(Config(docs=docs)), lambda own: understand(Config(docs=docs, tables=(own,))))


def test_tables_that_look_like_models_are_proposed(tmp_path: Path) -> None:
    (tmp_path / "api.md").write_text(SHEET.replace("bag of txt", "list of string").replace("txt", "string"), "utf-8")
    (proposal,) = proposed(tmp_path)
    assert proposal.won == 2
    assert proposal.toml == '[[tool.docmodels.tables]]\ncolumns = { name = ["Slot"], type = ["Shape"] }'


def test_nothing_is_proposed_for_tables_with_types_that_nobody_knows(tmp_path: Path) -> None:
    (tmp_path / "api.md").write_text(SHEET, "utf-8")
    assert proposed(tmp_path) == []


def test_nothing_is_proposed_for_tables_of_features(tmp_path: Path) -> None:
    (tmp_path / "api.md").write_text(
        "# A\n\n| B | C | D |\n| - | - | - |\n| linux | yes | no |\n| macos | no | no |\n", "utf-8"
    )
    assert proposed(tmp_path) == []


def test_a_line_of_blanks_is_no_label_and_takes_no_time() -> None:
    """As long as a text may be; a pattern that tries all ways to part the blanks would never end."""
    assert label_of(Prose(1, "fields" + " " * 30_000 + "of"), ENGLISH) == ""
    assert label_of(Prose(1, "**Room**" + " " * 50 + ":"), ENGLISH) == "Room"


@pytest.mark.parametrize(
    ("text", "request_"),
    [
        ('<Route method="get" url="/rooms">', Request("GET", "/rooms")),
        ('<Window method="modal" href="/rooms">', None),
        ('<Window method="summary" href="/rooms">', None),
    ],
)
def test_a_component_shows_a_request_by_a_method_of_http(text: str, request_: Request | None) -> None:
    assert request_in(text) == request_


def test_brackets_that_are_never_closed_take_no_time() -> None:
    assert read_name(Inline("id (" + "\u00a0" * 30_000 + "new", 1, 1), ENGLISH).text.startswith("id")
    assert name_in("Room (" + " " * 30_000 + "new", ENGLISH).startswith("Room")
    assert name_in("房间（ Room ）", words(("zh",))) == "Room"


def test_a_model_has_so_many_fields_from_ranges_and_no_more(tmp_path: Path) -> None:
    page = "# Room\n\n| Name | Type |\n| - | - |\n" + "".join(f"| {letter}1-99 | string |\n" for letter in "abc")
    (room,) = reference(tmp_path, page).values()
    assert isinstance(room, Object)
    assert len(room.fields) == 99 + 99 + 1
    assert room.fields[-1].name == "c1-99"


@pytest.mark.parametrize("language", languages())
def test_a_generic_heading_is_never_a_name(language: str) -> None:
    known = words((language, "en"))
    for word in sorted(known.generic):
        title = named(["Harbour Room", word.capitalize()], known).title
        assert title.startswith("Harbour Room"), word
        assert named([word.capitalize()], known, page="Harbour").title.startswith("Harbour"), word


@given(st.lists(texts, max_size=4), texts)
def test_any_headings_make_a_title(headings: list[str], page: str) -> None:
    title = named(headings, ALL, page).title
    assert title or not any(text.strip() for text in headings)
