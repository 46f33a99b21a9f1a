"""The type notations of typed SDKs: what a cell means, in each language, and the errors in one that means nothing.

Cells stand in these tests as they are in a page, with `\\|` for the pipe of a union.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from docmodels.diagnostics import Place
from docmodels.markdown import Inline, read_page
from docmodels.model.model import map_type
from docmodels.model.types import (
    ANY,
    BOOLEAN,
    BYTES,
    DATE,
    DATETIME,
    DECIMAL,
    DURATION,
    INTEGER,
    NULL,
    NUMBER,
    STRING,
    TIME,
    UUID,
    Constant,
    Link,
    ListOf,
    MapOf,
    Nullable,
    Type,
    nullable,
    union,
)
from docmodels.notation.grammar import MAX_DEPTH
from docmodels.notation.languages import VOCABULARIES
from docmodels.notation.parser import TypeReading, read_type
from docmodels.notation.tokens import TokenKind, tokens
from hypothesis import example, given
from hypothesis import strategies as st

from tests.links import link, placeless

PAGE = "models/boat.md"
INTEGER_OR_NUMBER = union(INTEGER, NUMBER)


def cell(text: str) -> Inline:
    """The cell with this text in the table of a page: it starts in line 5, column 3."""
    page, findings = read_page(PAGE, f"# Boat\n\n| Type |\n| ---- |\n| {text} |\n".encode())
    assert page is not None
    assert not findings
    (row,) = page.sections[0].tables[0].rows
    assert not row.surplus
    return row.cells[0]


def read(language: str, text: str, *, required: bool = True) -> TypeReading:
    return read_type(cell(text), PAGE, VOCABULARIES[language], required=required)


CREW = link("Crew", "Crew.md")

# Types of required fields, by language: the cell and what it means.
TYPES: dict[str, list[tuple[str, Type]]] = {
    "bash": [
        ("**string**", STRING),
        ("**boolean**", BOOLEAN),
        ("[**array[Crew]**](Crew.md)", ListOf(link("Crew", "Crew.md"))),
        ("**map[String, string]**", MapOf(STRING)),
        ("**binary**", BYTES),
    ],
    "crystal": [
        ("**String**", STRING),
        ("**Int64**", INTEGER),
        ("[**Array(Crew)**](Crew.md)", ListOf(link("Crew", "Crew.md"))),
        ("**Hash(String, Int32)**", MapOf(INTEGER)),
        ("**Time**", DATETIME),
    ],
    "eiffel": [
        ("**STRING_32**", STRING),
        ("**INTEGER_32**", INTEGER),
        ("[**LIST [CREW]**](Crew.md)", ListOf(link("CREW", "Crew.md"))),
        ("**STRING_TABLE [INTEGER_32]**", MapOf(INTEGER)),
        ("**DATE_TIME**", DATETIME),
    ],
    "julia": [
        ("**`String`**", STRING),
        ("**`Int64`**", INTEGER),
        ("[**`Vector{Crew}`**](Crew.md)", ListOf(link("Crew", "Crew.md"))),
        ("**`Dict{String, Int64}`**", MapOf(INTEGER)),
        ("**`ZonedDateTime`**", DATETIME),
    ],
    "markdown": [
        ("**String**", STRING),
        ("**Long**", INTEGER),
        ("[**Crew**](Crew.md)", link("Crew", "Crew.md")),
        ("[**Date**](DateTime.md)", DATETIME),
        ("**oas_any_type_not_mapped**", ANY),
    ],
    "objc": [
        ("NSString*", STRING),
        ("BOOL", BOOLEAN),
        ("[NSArray<XYCrew>*](XYCrew.md)", ListOf(link("XYCrew", "XYCrew.md"))),
        ("NSDictionary<NSString*, NSString*>*", MapOf(STRING)),
        ("NSDate*", DATETIME),
    ],
    "c": [
        (r"**char \***", STRING),
        ("**long**", INTEGER),
        (r"[**crew_t**](crew.md) \*", link("crew_t", "crew.md")),
        (r"[**list_t**](crew.md) \*", ListOf(link("crew", "crew.md"))),
        ("**binary_t**", BYTES),
        ("**int**", union(BOOLEAN, INTEGER)),
    ],
    "scala": [
        ("**String**", STRING),
        ("[**Seq[Crew]**](Crew.md)", ListOf(link("Crew", "Crew.md"))),
        ("**Map[String, Int]**", MapOf(INTEGER)),
        ("[**Array[Byte]**](Array[Byte].md)", BYTES),
        ("**Option[BigDecimal]**", Nullable(DECIMAL)),
        ("**LocalDate**", DATE),
    ],
    "perl": [
        ("**string**", STRING),
        ("[**Crew**](Crew.md)", link("Crew", "Crew.md")),
        ("[**ARRAY[Crew]**](Crew.md)", ListOf(link("Crew", "Crew.md"))),
        ("**HASH[string,int]**", MapOf(INTEGER)),
        ("**DateTime**", DATETIME),
        ("**DATE_TIME**", DATETIME),
        ("**DATE**", DATE),
    ],
    "powershell": [
        ("**String**", STRING),
        ("**Int64**", INTEGER),
        ("[**Crew[]**](Crew.md)", ListOf(link("Crew", "Crew.md"))),
        ("**System.Collections.Hashtable**", MapOf(ANY)),
        ("**System.DateTime**", DATETIME),
    ],
    "r": [
        ("**character**", STRING),
        ("**numeric**", NUMBER),
        ("[**Crew**](Crew.md)", link("Crew", "Crew.md")),
        ("[**array[Crew]**](Crew.md)", ListOf(link("Crew", "Crew.md"))),
        ("**map(numeric)**", MapOf(NUMBER)),
    ],
    "csharp": [
        # the docs of generated clients
        ("**Dictionary&lt;string, Object&gt;**", MapOf(ANY)),
        ("**List&lt;long?&gt;**", ListOf(Nullable(INTEGER))),
        ("[**DateTime?**](DateTime.md)", Nullable(link("DateTime", "DateTime.md", DATETIME))),
        ("**System.IO.Stream**", BYTES),
        # the docs of SDKs
        ("*string*", STRING),
        ("*int*", INTEGER),
        ("*long*", INTEGER),
        ("*float*", NUMBER),
        ("*double*", NUMBER),
        ("*decimal*", DECIMAL),
        ("*bool*", BOOLEAN),
        ("*byte[]*", BYTES),
        ("*object*", ANY),
        ("*Guid*", UUID),
        ("*TimeOnly*", TIME),
        ("*TimeSpan*", DURATION),
        ("[DateTime](https://docs.example/datetime?view=net-5.0)", DATETIME),
        ("[LocalDate](https://docs.example/LocalDate.html)", DATE),
        ("[Crew](Crew.md)", CREW),
        ("[Harbour.Models.Crew](Crew.md)", link("Harbour.Models.Crew", "Crew.md")),
        ("List<*string*>", ListOf(STRING)),
        ("List<[Crew](Crew.md)>", ListOf(CREW)),
        ("List<List<*int*>>", ListOf(ListOf(INTEGER))),
        ("Dictionary<String, *object*>", MapOf(ANY)),
        ("Dictionary<String, List<[Crew](Crew.md)>>", MapOf(ListOf(CREW))),
        ("[Crew](Crew.md)?", Nullable(CREW)),
        ("*int?*", Nullable(INTEGER)),
        ("Nullable<*int*>", Nullable(INTEGER)),
        ("List<*string?*>", ListOf(Nullable(STRING))),
        ("*HttpRequestMessage*", ANY),
        ("[HttpResponseMessage](https://docs.example/response)", ANY),
        ("[UnityWebRequest](https://docs.example/UnityWebRequest.html)", ANY),
    ],
    "dart": [
        ("**String**", STRING),
        ("**int**", INTEGER),
        ("**num**", INTEGER_OR_NUMBER),
        ("**Object**", ANY),
        ("[**Crew**](Crew.md)", CREW),
        ("[**DateTime**](DateTime.md)", link("DateTime", "DateTime.md", DATETIME)),
        ("[**MultipartFile**](File.md)", BYTES),
        ("[**List<Crew>**](Crew.md)", ListOf(CREW)),
        ("[**BuiltMap&lt;String, BuiltList&lt;Crew&gt;&gt;**](Crew.md)", MapOf(ListOf(CREW))),
        ("**Map<String, int>**", MapOf(INTEGER)),
    ],
    "go": [
        # the docs of generated clients
        ("Pointer to **string**", STRING),
        ("Pointer to [**[]Crew**](Crew.md)", ListOf(CREW)),
        ("**map[string]interface{}**", MapOf(ANY)),
        ("[**map[string]Crew**](Crew.md)", MapOf(CREW)),
        ("[**[]map[string]interface{}**](map.md)", ListOf(MapOf(ANY))),
        ("**map[string][]string**", MapOf(ListOf(STRING))),
        ("[**time.Time**](time.Time.md)", DATETIME),
        ("Pointer to [**time.Time**", DATETIME),  # one version of the generator never closes the link
        ("[***os.File**](*os.File.md)", Nullable(BYTES)),
        ("Pointer to **NullableString**", Nullable(STRING)),
        ("Pointer to [**NullableTime**](time.Time.md)", Nullable(DATETIME)),
        ("[**NullableCrew**](Crew.md)", Nullable(CREW)),
        ("[**NullableCrew**](NullableCrew.md)", link("NullableCrew", "NullableCrew.md")),
        ("**interface { GetKind() string }**", ANY),
        # the docs of SDKs
        ("*string*", STRING),
        ("*int*", INTEGER),
        ("*int64*", INTEGER),
        ("*float64*", NUMBER),
        ("*bool*", BOOLEAN),
        ("*any*", ANY),
        ("*[]byte*", BYTES),
        ("[time.Time](https://docs.example/time#Time)", DATETIME),
        ("[types.Date](https://docs.example/types#Date)", DATE),
        ("[*big.Int](https://docs.example/big#Int)", Nullable(INTEGER)),
        ("**string*", Nullable(STRING)),
        ("[components.Crew](crew.md)", link("components.Crew", "crew.md")),
        ("[*components.Crew](crew.md)", Nullable(link("components.Crew", "crew.md"))),
        ("[]*string*", ListOf(STRING)),
        ("[][components.Crew](crew.md)", ListOf(link("components.Crew", "crew.md"))),
        ("[][][components.Crew](crew.md)", ListOf(ListOf(link("components.Crew", "crew.md")))),
        ("map[string]*any*", MapOf(ANY)),
        ("map[string][]*string*", MapOf(ListOf(STRING))),
        ("map[string][components.Crew](crew.md)", MapOf(link("components.Crew", "crew.md"))),
        ("[]map[string]**int64*", ListOf(MapOf(Nullable(INTEGER)))),
        ("[*http.Response](https://docs.example/http#Response)", ANY),
        ("*io.Reader*", ANY),
    ],
    "java": [
        # the docs of generated clients
        ("**UUID**", UUID),
        ("**BigDecimal**", DECIMAL),
        ("**URI**", STRING),
        ("**Set&lt;String&gt;**", ListOf(STRING)),
        ("[**Map&lt;String, List&lt;Crew&gt;&gt;**](Crew.md)", MapOf(ListOf(CREW))),
        ("[**List&lt;SailEnum&gt;**](#List&lt;SailEnum&gt;)", ListOf(link("SailEnum", "#List<SailEnum>"))),
        # the docs of SDKs
        ("*String*", STRING),
        ("*int*", INTEGER),
        ("*Long*", INTEGER),
        ("*double*", NUMBER),
        ("*Float*", NUMBER),
        ("*boolean*", BOOLEAN),
        ("*Object*", ANY),
        ("byte[]", BYTES),
        ("[OffsetDateTime](https://docs.example/OffsetDateTime.html)", DATETIME),
        ("[LocalDate](https://docs.example/LocalDate.html)", DATE),
        ("[Crew](Crew.md)", CREW),
        (r"List\<*String*>", ListOf(STRING)),
        (r"List\<[Crew](Crew.md)>", ListOf(CREW)),
        (r"Map\<String, *Object*>", MapOf(ANY)),
        (r"Map\<String, List\<[Crew](Crew.md)>>", MapOf(ListOf(CREW))),
        (r"Map\<String, List\\<*String*>>", MapOf(ListOf(STRING))),
        (r"*JsonNullable\<String>*", Nullable(STRING)),
        (r"[JsonNullable\<Crew>](Crew.md)", Nullable(CREW)),
        (r"[HttpResponse\<?>](https://docs.example/HttpResponse.html)", ANY),
        (r"List\<?>", ListOf(ANY)),
    ],
    "javascript": [
        ("**String**", STRING),
        ("**Number**", INTEGER_OR_NUMBER),
        ("**Date**", DATETIME),
        ("[**Crew**](Crew.md)", CREW),
        ("[**[Crew]**](Crew.md)", ListOf(CREW)),
        ("**[[Number]]**", ListOf(ListOf(INTEGER_OR_NUMBER))),
        ("**{String: Boolean}**", MapOf(BOOLEAN)),
        ("[**{String: [Crew]}**](Crew.md)", MapOf(ListOf(CREW))),
    ],
    "kotlin": [
        ("**kotlin.String**", STRING),
        ("**kotlin.Long**", INTEGER),
        ("[**kotlin.Any**](.md)", ANY),
        ("[**java.util.UUID**](java.util.UUID.md)", UUID),
        ("[**java.time.OffsetDateTime**](java.time.OffsetDateTime.md)", DATETIME),
        ("[**java.math.BigDecimal**](java.math.BigDecimal.md)", DECIMAL),
        ("[**Crew**](Crew.md)", CREW),
        ("**kotlin.Array<kotlin.String>**", ListOf(STRING)),
        ("[**kotlin.collections.List<Crew>**](Crew.md)", ListOf(CREW)),
        ("[**kotlin.collections.Map&lt;kotlin.String, Crew&gt;**](Crew.md)", MapOf(CREW)),
        ("**kotlin.String?**", Nullable(STRING)),
    ],
    "php": [
        # the docs of generated clients
        (r"**\DateTime**", DATETIME),
        (r"**\SplFileObject**", BYTES),
        ("**string[][]**", ListOf(ListOf(STRING))),
        ("**array<string,mixed>**", MapOf(ANY)),
        (r"[**\Acme\Model\Crew[]**](Crew.md)", ListOf(link("Acme.Model.Crew", "Crew.md"))),
        (r"[**array<string,\Acme\Model\Crew>**](Crew.md)", MapOf(link("Acme.Model.Crew", "Crew.md"))),
        (r"[**map[string,\Acme\Model\Crew]**](Crew.md)", MapOf(link("Acme.Model.Crew", "Crew.md"))),
        # the docs of SDKs
        ("*string*", STRING),
        ("*int*", INTEGER),
        ("*float*", NUMBER),
        ("*bool*", BOOLEAN),
        ("*mixed*", ANY),
        (r"[\DateTime](https://docs.example/class.datetime.php)", DATETIME),
        ("[LocalDate](https://docs.example/LocalDate)", DATE),
        ("*?string*", Nullable(STRING)),
        (r"[Components\Crew](Crew.md)", link("Components.Crew", "Crew.md")),
        (r"[?Components\Crew](Crew.md)", Nullable(link("Components.Crew", "Crew.md"))),
        ("array<*string*>", ListOf(STRING)),
        (r"array<[Components\Crew](Crew.md)>", ListOf(link("Components.Crew", "Crew.md"))),
        ("array<string, *mixed*>", MapOf(ANY)),
        (r"array<string, [Components\Crew](Crew.md)>", MapOf(link("Components.Crew", "Crew.md"))),
        ("array<string, array<*int*>>", MapOf(ListOf(INTEGER))),
        (r"[string\|array\|null](Cargo.md)", Nullable(link("Cargo", "Cargo.md", union(STRING, ListOf(ANY))))),
        (
            r"array<[Components\Sail\|Components\Oar](Drive.md)>",
            ListOf(link("Drive", "Drive.md", union(link("Components.Sail"), link("Components.Oar")))),
        ),
        (r"[\Psr\Http\Message\ResponseInterface](https://docs.example/psr-7)", ANY),
    ],
    "python": [
        # the docs of generated clients
        ("**bytearray**", BYTES),
        ("**date**", DATE),
        ("[**date**](date.md)", link("date", "date.md", DATE)),
        ("**List[List[int]]**", ListOf(ListOf(INTEGER))),
        ("[**Dict[str, Crew]**](Crew.md)", MapOf(CREW)),
        ("[**dict(str, Crew)**](Crew.md)", MapOf(CREW)),
        ("[**list[Crew]**](Crew.md)", ListOf(CREW)),
        ("[**[Crew]**](Crew.md)", ListOf(CREW)),
        ("**[str], none_type**", Nullable(ListOf(STRING))),
        ("**{str: (int,)}**", MapOf(INTEGER)),
        ("**bool, date, datetime, dict, float, int, list, str, none_type**", ANY),
        ("**{str: (bool, date, datetime, dict, float, int, list, str, none_type)}**", MapOf(ANY)),
        # the docs of SDKs
        ("*str*", STRING),
        ("*int*", INTEGER),
        ("*float*", NUMBER),
        ("*Decimal*", DECIMAL),
        ("*bool*", BOOLEAN),
        ("*bytes*", BYTES),
        ("*Any*", ANY),
        ("`*str*`", STRING),
        # The generator of Python's docs swaps the labels.
        ("[date](https://docs.example/datetime.html#date-objects)", DATETIME),
        ("[datetime](https://docs.example/datetime.html#datetime-objects)", DATE),
        ("[models.Crew](crew.md)", link("models.Crew", "crew.md")),
        ("[Nullable[models.Crew]](crew.md)", Nullable(link("models.Crew", "crew.md"))),
        ("List[*str*]", ListOf(STRING)),
        ("List[[models.Crew](crew.md)]", ListOf(link("models.Crew", "crew.md"))),
        ("List[[Nullable[models.Crew]](crew.md)]", ListOf(Nullable(link("models.Crew", "crew.md")))),
        ("List[List[Dict[str, *Any*]]]", ListOf(ListOf(MapOf(ANY)))),
        ("Dict[str, [models.Crew](crew.md)]", MapOf(link("models.Crew", "crew.md"))),
        ("*Nullable[str]*", Nullable(STRING)),
        ("*Nullable[Any]*", ANY),
        ("*OptionalNullable[int]*", Nullable(INTEGER)),
        ("Dict[*int*]", MapOf(INTEGER)),
        ('*Literal["text"]*', Constant(("text",))),
        ('*Literal["a", "b"]*', Constant(("a", "b"))),
        ("*Literal['it']*", Constant(("it",))),
        ("*Literal[True]*", Constant((True,))),
        ("*Literal[None]*", NULL),
        ('*Literal["text", None]*', Nullable(Constant(("text",)))),
        ("*Literal[1, -2]*", Constant((1, -2))),
        ('*Nullable[Literal["text"]]*', Nullable(Constant(("text",)))),
        ("*Union[str, List[int]]*", union(STRING, ListOf(INTEGER))),
        ("*Union[str, None]*", Nullable(STRING)),
        (
            "[Union[models.Sail, models.Oar]](drive.md)",
            link("drive", "drive.md", union(link("models.Sail"), link("models.Oar"))),
        ),
        (
            "Union[[models.Sail](sail.md), [models.Oar](oar.md)]",
            union(link("models.Sail", "sail.md"), link("models.Oar", "oar.md")),
        ),
        ("*Union[bytes, IO[bytes], io.BufferedReader]*", union(BYTES, ANY)),
        ("[httpx.Response](https://docs.example/httpx)", ANY),
    ],
    "ruby": [
        # the docs of generated clients
        ("**Boolean**", BOOLEAN),
        ("**Time**", DATETIME),
        ("**Array&lt;Array&lt;Float&gt;&gt;**", ListOf(ListOf(NUMBER))),
        ("[**Hash&lt;String, Crew&gt;**](Crew.md)", MapOf(CREW)),
        ("[**Array<Crew>**](Crew.md)", ListOf(CREW)),
        # the docs of SDKs
        ("*::String*", STRING),
        ("*String*", STRING),
        ("*::Integer*", INTEGER),
        ("*::Float*", NUMBER),
        ("*T::Boolean*", BOOLEAN),
        ("*::Object*", ANY),
        ("[DateTime](https://docs.example/DateTime.html)", DATETIME),
        ("[Date](https://docs.example/Date.html)", DATE),
        ("[Models::Shared::Crew](crew.md)", link("Models.Shared.Crew", "crew.md")),
        ("*T.nilable(::String)*", Nullable(STRING)),
        ("*T.nilable(T::Boolean)*", Nullable(BOOLEAN)),
        ("[T.nilable(Models::Shared::Crew)](crew.md)", Nullable(link("Models.Shared.Crew", "crew.md"))),
        ("T::Array<*::String*>", ListOf(STRING)),
        ("T::Array<[Models::Shared::Crew](crew.md)>", ListOf(link("Models.Shared.Crew", "crew.md"))),
        ("T::Hash[Symbol, *::Object*]", MapOf(ANY)),
        (
            "[T.any(::String, T::Array[::String])](cargo.md)",
            link("cargo", "cargo.md", union(STRING, ListOf(STRING))),
        ),
        (
            "[T.nilable(T.any(Models::Sail, Models::Oar))](drive.md)",
            Nullable(link("drive", "drive.md", union(link("Models.Sail"), link("Models.Oar")))),
        ),
        (
            "T::Array<[T.any(Models::Sail, Models::Oar)](drive.md)>",
            ListOf(link("drive", "drive.md", union(link("Models.Sail"), link("Models.Oar")))),
        ),
        ("[Faraday::Response](https://docs.example/faraday)", ANY),
    ],
    "rust": [
        ("**String**", STRING),
        ("**i64**", INTEGER),
        ("**f32**", NUMBER),
        ("[**serde_json::Value**](.md)", ANY),
        ("[**uuid::Uuid**](uuid::Uuid.md)", UUID),
        ("**chrono::DateTime<chrono::FixedOffset>**", DATETIME),
        ("[**std::path::PathBuf**](std::path::PathBuf.md)", BYTES),
        ("[**models::Crew**](Crew.md)", link("models.Crew", "Crew.md")),
        ("[**Vec<models::Crew>**](Crew.md)", ListOf(link("models.Crew", "Crew.md"))),
        ("**Vec<Vec<f64>>**", ListOf(ListOf(NUMBER))),
        ("**std::collections::HashMap<String, Vec<String>>**", MapOf(ListOf(STRING))),
        ("Option<**String**>", Nullable(STRING)),
        ("[**Box<models::Crew>**](Crew.md)", link("models.Crew", "Crew.md")),
    ],
    "swift": [
        # the docs of generated clients
        ("[Crew]", ListOf(link("Crew"))),
        ("[String: [Crew]]", MapOf(ListOf(link("Crew")))),
        ("**AnyCodable**", ANY),
        ("[**URL**](URL.md)", link("URL", "URL.md", BYTES)),
        # the docs of SDKs
        ("*String*", STRING),
        ("*Int*", INTEGER),
        ("*Double*", NUMBER),
        ("*Bool*", BOOLEAN),
        ("*Data*", BYTES),
        ("*UUID*", UUID),
        ("*AnyValue*", ANY),
        ("[Date](https://docs.example/documentation/foundation/date)", DATETIME),
        ("*String?*", Nullable(STRING)),
        ("[Shared.Crew](Crew.md)", link("Shared.Crew", "Crew.md")),
        ("[Shared.Crew?](Crew.md)", Nullable(link("Shared.Crew", "Crew.md"))),
        ("[*String*]", ListOf(STRING)),
        ("[[Shared.Crew](Crew.md)]", ListOf(link("Shared.Crew", "Crew.md"))),
        ("[[[Shared.Crew](Crew.md)]]", ListOf(ListOf(link("Shared.Crew", "Crew.md")))),
        ("[String: *Int*]", MapOf(INTEGER)),
        ("[String: [[Shared.Crew](Crew.md)]]?", Nullable(MapOf(ListOf(link("Shared.Crew", "Crew.md"))))),
        ("Array<*Int*>", ListOf(INTEGER)),
        ("[HTTPURLResponse](https://docs.example/httpurlresponse)", ANY),
    ],
    "typescript": [
        # the docs of generated clients
        ("**object**", ANY),
        ("**Array&lt;string&gt;**", ListOf(STRING)),
        ("**{ [key: string]: { [key: string]: string; }; }**", MapOf(MapOf(STRING))),
        ("[**{ [key: string]: Array<Crew>; }**](Crew.md)", MapOf(ListOf(CREW))),
        # the docs of SDKs
        ("*string*", STRING),
        ("*number*", INTEGER_OR_NUMBER),  # 5 must not become 5.0
        ("*boolean*", BOOLEAN),
        ("*any*", ANY),
        ("*Uint8Array*", BYTES),
        ("*ReadableStream<Uint8Array>*", BYTES),
        (r"[File](https://docs.example/File) \| [Blob](https://docs.example/Blob)", BYTES),
        ("[Date](https://docs.example/Date)", DATETIME),
        ("[RFCDate](../../types/rfcdate.md)", link("RFCDate", "../../types/rfcdate.md", DATE)),
        ("*RFCDate*", DATE),
        ("[components.Crew](crew.md)", link("components.Crew", "crew.md")),
        ("*string*[]", ListOf(STRING)),
        ("[components.Crew](crew.md)[]", ListOf(link("components.Crew", "crew.md"))),
        ("[components.Crew](crew.md)[][]", ListOf(ListOf(link("components.Crew", "crew.md")))),
        ("Array<[components.Crew](crew.md)>", ListOf(link("components.Crew", "crew.md"))),
        ("Record<string, *string*>", MapOf(STRING)),
        ("Record<string, [components.Crew](crew.md)[]>", MapOf(ListOf(link("components.Crew", "crew.md")))),
        ("{ [key: string]: *string* }", MapOf(STRING)),
        ('*"json"*', Constant(("json",))),
        (r'*"on"* \| *"off"*', Constant(("on", "off"))),
        (r'`"on" \| "off"`', Constant(("on", "off"))),
        (r'`"on" \\| "off"`', Constant(("on", "off"))),
        ("*true*", Constant((True,))),
        (r'*"auto"* \| *false*', Constant(("auto", False))),
        ("*-1*", Constant((-1,))),
        (r"*string* \| *null*", Nullable(STRING)),
        (r"(*string* \| *null*)[]", ListOf(Nullable(STRING))),
        (
            r"[components.Sail](sail.md) \| [components.Oar](oar.md)",
            union(link("components.Sail", "sail.md"), link("components.Oar", "oar.md")),
        ),
        (
            r"[components.Sail \| components.Oar](drive.md)",
            link("drive", "drive.md", union(link("components.Sail"), link("components.Oar"))),
        ),
        ("[Response](https://docs.example/Response)", ANY),
    ],
}


@pytest.mark.parametrize(
    ("language", "text", "expected"), [(language, *row) for language, rows in TYPES.items() for row in rows]
)
def test_a_cell_says_this_in_the_notation_of_its_language(language: str, text: str, expected: Type) -> None:
    reading = read(language, text)
    assert placeless(reading.type) == expected
    assert not reading.diagnostics


def test_every_language_has_a_table_here() -> None:
    assert TYPES.keys() == VOCABULARIES.keys()


# -- may a value be missing, and may it be null? --


@pytest.mark.parametrize(
    ("language", "text", "when_required", "when_not", "optional"),
    [
        # "may be missing", and nothing else
        ("python", "*Optional[str]*", STRING, STRING, True),
        (
            "python",
            "[Optional[models.Crew]](crew.md)",
            link("models.Crew", "crew.md"),
            link("models.Crew", "crew.md"),
            True,
        ),
        ("python", '*Optional[Literal["text"]]*', Constant(("text",)), Constant(("text",)), True),
        ("java", r"*Optional\<String>*", STRING, STRING, True),
        ("java", r"[Optional\<Crew>](Crew.md)", CREW, CREW, True),
        ("java", r"Optional\<List\<[Crew](Crew.md)>>", ListOf(CREW), ListOf(CREW), True),
        # both
        ("python", "*OptionalNullable[int]*", Nullable(INTEGER), Nullable(INTEGER), True),
        # "may be null", and nothing else
        ("python", "*Nullable[int]*", Nullable(INTEGER), Nullable(INTEGER), False),
        ("java", r"*JsonNullable\<String>*", Nullable(STRING), Nullable(STRING), False),
        ("csharp", "*int?*", Nullable(INTEGER), Nullable(INTEGER), False),
        ("typescript", r"*string* \| *null*", Nullable(STRING), Nullable(STRING), False),
        ("php", r"*string\|null*", Nullable(STRING), Nullable(STRING), False),
        # one mark for both: what must be there can only be null
        ("go", "**string*", Nullable(STRING), STRING, True),
        ("php", "*?string*", Nullable(STRING), STRING, True),
        ("ruby", "*T.nilable(::String)*", Nullable(STRING), STRING, True),
        ("swift", "*String?*", Nullable(STRING), STRING, True),
        ("swift", "*Optional<String>*", Nullable(STRING), STRING, True),
        # within another type nothing can be missing
        ("go", "[]**string*", ListOf(Nullable(STRING)), ListOf(Nullable(STRING)), False),
        ("php", "array<*?string*>", ListOf(Nullable(STRING)), ListOf(Nullable(STRING)), False),
        ("ruby", "T::Array<*T.nilable(::String)*>", ListOf(Nullable(STRING)), ListOf(Nullable(STRING)), False),
    ],
)
def test_the_type_tells_what_may_be_missing_from_what_may_be_null(
    language: str, text: str, when_required: Type, when_not: Type, optional: bool
) -> None:
    required, not_required = read(language, text), read(language, text, required=False)
    assert placeless(required.type) == when_required
    assert placeless(not_required.type) == when_not
    assert required.optional is not_required.optional is optional


# -- names that the language does not have --


def test_a_name_without_a_link_is_left_to_the_linker_and_counted_as_strange() -> None:
    reading = read("csharp", "List<strng>")
    assert reading.type == ListOf(Link("", "strng", Place(PAGE, 5, 8, 5)))
    assert reading.strange == 1


def test_a_linked_name_is_not_strange() -> None:
    assert read("csharp", "[Anchor](../Anchor.md)").strange == 0


def test_words_of_another_language_are_strange() -> None:
    assert read("csharp", "Record<string, *number*>").strange == 2  # Record, number
    assert read("typescript", "Record<string, *number*>").strange == 0


@pytest.mark.parametrize("text", ["[String](String.md)", "[Models.String](String.md)", "[List](../list.md)"])
def test_a_page_counts_more_than_the_word_that_is_its_title(text: str) -> None:
    assert isinstance(read("csharp", text).type, Link)


def test_a_link_to_another_page_does_not_turn_a_word_into_a_model() -> None:
    assert read("csharp", "[String](../guides/texts.md)").type == STRING


def test_a_page_named_as_an_opaque_type_is_a_model() -> None:
    assert placeless(read("csharp", "[Stream](Stream.md)").type) == link("Stream", "Stream.md")
    assert read("csharp", "[Stream](https://docs.example/Stream)").type == ANY


def test_the_arguments_of_a_page_say_nothing() -> None:
    """A generic model is described by its page alone."""
    assert placeless(read("csharp", "[Crew<Sailor>](Crew.md)").type) == CREW


def test_the_arguments_of_an_opaque_type_are_passed_over() -> None:
    assert read("java", r"List\<HttpResponse\<Map\<?, String[]>>>").type == ListOf(ANY)


# -- links --


def test_a_link_knows_where_its_name_stands() -> None:
    text = "Dictionary<String, [Crew](../Crew.md)>"
    assert read("csharp", text).type == MapOf(Link("../Crew.md", "Crew", Place(PAGE, 5, text.index("Crew") + 3, 4)))


def test_twins_in_one_cell_have_their_own_places() -> None:
    reading = read("python", "Union[List[crew], Dict[str, crew]]")
    assert reading.type == union(
        ListOf(Link("", "crew", Place(PAGE, 5, 14, 4))), MapOf(Link("", "crew", Place(PAGE, 5, 31, 4)))
    )


def test_two_links_to_one_page_are_not_a_link_around_both() -> None:
    """Each of the alternatives is linked by itself here, so the page does not say what both are."""
    type_ = placeless(read("typescript", r"[Sail](drive.md) \| [Oar](drive.md)").type)
    assert type_ == union(link("Sail", "drive.md"), link("Oar", "drive.md"))


def test_a_link_around_alternatives_and_null_leads_to_the_alternatives() -> None:
    type_ = read("php", r"[Components\Sail\|Components\Oar\|null](Drive.md)").type
    assert placeless(type_) == Nullable(
        link("Drive", "Drive.md", union(link("Components.Sail"), link("Components.Oar")))
    )


# -- literals --


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("python", '*Literal["__type__"]*', "__type__"),
        ("python", '*Literal["a_b_c"]*', "a_b_c"),
        ("typescript", '*"*"*', "*"),
        ("typescript", r'*"\*"*', "*"),  # somebody knew that Markdown would take it for emphasis
        ("typescript", '*"~~old~~"*', "~~old~~"),
        ("typescript", '*"[x](y)"*', "[x](y)"),
        ("typescript", '*"a&amp;b"*', "a&amp;b"),
        ("typescript", '*"<br>"*', "<br>"),
        ("typescript", '*""*', ""),
        ("typescript", '`"a_b*c"`', "a_b*c"),
        ("typescript", '`` "a_`b" ``', "a_`b"),
        ("typescript", '*"\\u00e9"*', "é"),
        ("typescript", "*'it'*", "it"),
        ("typescript", r'*"a\|b"*', "a|b"),
    ],
)
def test_a_text_in_quotes_is_meant_as_it_stands(language: str, text: str, value: str) -> None:
    assert read(language, text).type == Constant((value,))


def test_true_and_1_are_different_constants() -> None:
    assert repr(read("python", "*Literal[True, 1, 0, False]*").type) == repr(Constant((True, 1, 0, False)))


@pytest.mark.parametrize("text", ["*1.5*", f"*{'9' * 5000}*"])
def test_a_number_that_is_no_constant_is_some_number(text: str) -> None:
    assert read("typescript", text).type == NUMBER


# -- what cannot be read --


@pytest.mark.parametrize(
    ("language", "text", "message", "column", "length"),
    [
        ("csharp", "", "there is no type", 2, 1),
        ("csharp", "List<[Crew](Crew.md)", '"<" is never closed', 7, 1),
        ("csharp", "List<Dictionary<String, *int*>", '"<" is never closed', 7, 1),
        ("python", "Dict[str, List[*int*]", '"[" is never closed', 7, 1),
        ("java", r"HttpResponse\<List\<?>", '"<" is never closed', 16, 1),
        ("swift", "[String: *Int*", '"[" is never closed', 3, 1),
        ("typescript", "(*string*", '"(" is never closed', 3, 1),
        ("python", '*Literal["a"*', '"[" is never closed', 11, 1),
        ("python", "List[*str*>", '"]" is missing before ">"', 13, 1),
        ("csharp", "List<*string*>>", '">" is unexpected', 17, 1),
        ("csharp", "*string* *int*", '"int" is unexpected', 13, 3),
        ("csharp", "[Crew](Crew.md) or none", '"or" is unexpected', 19, 2),
        ("csharp", "*?*", '"?" is unexpected', 4, 1),
        ("csharp", "List<*string*,>", '">" is unexpected', 17, 1),
        ("go", "[]", "it ends too early", 4, 1),
        ("go", "map[*string*", '"[" is never closed', 6, 1),
        ("typescript", "*string* \\|", "it ends too early", 12, 1),
        ("typescript", "{ a: *string* }", "the fields of an object without a name", 3, 1),
        ("python", "*Literal[text]*", '"text" is no value', 12, 4),
    ],
)
def test_an_error_says_what_is_wrong_and_where(
    language: str, text: str, message: str, column: int, length: int
) -> None:
    reading = read(language, text)
    (diagnostic,) = reading.diagnostics
    assert diagnostic.code == "type-syntax"
    assert diagnostic.place.path == PAGE
    assert (diagnostic.place.line, diagnostic.place.column, diagnostic.place.length) == (5, column, length)
    assert f": {message};" in diagnostic.message
    assert (reading.type, reading.optional) == (ANY, False)
    assert reading.strange


NESTED: dict[str, Callable[[int], str]] = {
    "csharp": lambda depth: "List<" * depth + "string" + ">" * depth,
    "go": lambda depth: "[]" * depth + "string",
    "php": lambda depth: "?" * depth + "string",
    "swift": lambda depth: "[" * depth + "Int" + "]" * depth,
    "typescript": lambda depth: "(" * depth + "string" + ")" * depth,
}


@pytest.mark.parametrize("language", NESTED)
def test_no_type_is_nested_deeper_than_the_model_can_bear(language: str) -> None:
    nested = NESTED[language]
    assert not read(language, nested(MAX_DEPTH - 1)).diagnostics
    for depth in (MAX_DEPTH, 5_000):
        (diagnostic,) = read(language, nested(depth)).diagnostics
        assert f"nested deeper than {MAX_DEPTH} levels" in diagnostic.message


@given(text=st.text() | st.text("[](){}<>|?*,:\"'`\\aT.0 ", max_size=60))
@example("<" * 5_000)
@example("?" * 5_000)
@example("HttpResponse<" * 500)
@example("string" + "[]" * 5_000)
@example('"' * 5_000)
@example('"`' * 2_500)
@example("\\" * 5_000)
@example("[](" * 2_500)
def test_any_text_is_read_as_something(text: str) -> None:
    for vocabulary in VOCABULARIES.values():
        reading = read_type(Inline(text, 7, 3), PAGE, vocabulary)
        assert isinstance(reading, TypeReading)
        for diagnostic in reading.diagnostics:
            assert diagnostic.place.line == 7
            assert diagnostic.place.column >= 3
            assert reading.type == ANY


# -- well-formed types, whatever they are made of --

SPELLINGS: dict[str, dict[str, str]] = {
    "bash": {
        "string": "**string**",
        "any": "**AnyType**",
        "crew": "[**Crew**](Crew.md)",
        "list": "array[{}]",
        "map": "map[String, {}]",
    },
    "crystal": {
        "string": "**String**",
        "integer": "**Int32**",
        "any": "**JSON::Any**",
        "crew": "[**Crew**](Crew.md)",
        "list": "Array({})",
        "map": "Hash(String, {})",
        "null": "{}?",
    },
    "eiffel": {
        "string": "**STRING_32**",
        "integer": "**INTEGER_32**",
        "any": "**ANY**",
        "crew": "[**Crew**](Crew.md)",
        "list": "LIST [{}]",
        "map": "STRING_TABLE [{}]",
    },
    "julia": {
        "string": "**String**",
        "integer": "**Int64**",
        "any": "**Any**",
        "crew": "[**Crew**](Crew.md)",
        "list": "Vector{{{}}}",
        "map": "Dict{{String, {}}}",
    },
    "markdown": {
        "string": "**String**",
        "integer": "**Long**",
        "any": "**oas_any_type_not_mapped**",
        "crew": "[**Crew**](Crew.md)",
        "list": "array[{}]",
        "map": "map[String, {}]",
    },
    "objc": {
        "string": "NSString*",
        "any": "NSObject*",
        "crew": "[Crew](Crew.md)*",
        "list": "NSArray<{}>*",
        "map": "NSDictionary<NSString*, {}>*",
    },
    "scala": {
        "string": "**String**",
        "integer": "**Int**",
        "any": "**Any**",
        "crew": "[**Crew**](Crew.md)",
        "list": "Seq[{}]",
        "map": "Map[String, {}]",
    },
    "perl": {
        "string": "**string**",
        "integer": "**int**",
        "any": "**object**",
        "crew": "[**Crew**](Crew.md)",
        "list": "ARRAY[{}]",
        "map": "HASH[string,{}]",
        "null": "{}?",
    },
    "powershell": {
        "string": "**String**",
        "integer": "**Int64**",
        "any": "**AnyType**",
        "crew": "[**Crew**](Crew.md)",
        "null": "{}?",
    },
    "r": {
        "string": "**character**",
        "integer": "**integer**",
        "any": "**object**",
        "crew": "[**Crew**](Crew.md)",
        "list": "array[{}]",
        "map": "map({})",
    },
    "csharp": {
        "string": "*string*",
        "integer": "*long*",
        "any": "*object*",
        "crew": "[Crew](Crew.md)",
        "list": "List<{}>",
        "map": "Dictionary<String, {}>",
        "null": "Nullable<{}>",
    },
    "go": {
        "string": "*string*",
        "integer": "*int64*",
        "any": "*any*",
        "crew": "[components.Crew](Crew.md)",
        "list": "[]{}",
        "map": "map[string]{}",
        "null": r"\*{}",
    },
    "java": {
        "string": "*String*",
        "integer": "*long*",
        "any": "*Object*",
        "crew": "[Crew](Crew.md)",
        "list": r"List\<{}>",
        "map": r"Map\<String, {}>",
        "null": r"JsonNullable\<{}>",
    },
    "php": {
        "string": "*string*",
        "integer": "*int*",
        "any": "*mixed*",
        "crew": r"[Components\Crew](Crew.md)",
        "list": "array<{}>",
        "map": "array<string, {}>",
        "null": "?{}",
        "union": r"({}\|{})",
    },
    "python": {
        "string": "*str*",
        "integer": "*int*",
        "any": "*Any*",
        "crew": "[models.Crew](Crew.md)",
        "list": "List[{}]",
        "map": "Dict[str, {}]",
        "null": "Nullable[{}]",
        "union": "Union[{}, {}]",
    },
    "ruby": {
        "string": "*::String*",
        "integer": "*::Integer*",
        "any": "*::Object*",
        "crew": "[Models::Crew](Crew.md)",
        "list": "T::Array<{}>",
        "map": "T::Hash[Symbol, {}]",
        "null": "T.nilable({})",
        "union": "T.any({}, {})",
    },
    "swift": {
        "string": "*String*",
        "integer": "*Int*",
        "any": "*AnyValue*",
        "crew": "[Shared.Crew](Crew.md)",
        "list": "[{}]",
        "map": "[String: {}]",
        "null": "{}?",
    },
    "dart": {
        "string": "**String**",
        "integer": "**int**",
        "any": "**Object**",
        "crew": "[**Crew**](Crew.md)",
        "list": "List<{}>",
        "map": "Map<String, {}>",
        "null": "{}?",
    },
    "javascript": {
        "string": "**String**",
        "any": "**Object**",
        "crew": "[**Crew**](Crew.md)",
        "list": "[{}]",
        "map": "{{String: {}}}",
    },
    "kotlin": {
        "string": "**kotlin.String**",
        "integer": "**kotlin.Int**",
        "any": "**kotlin.Any**",
        "crew": "[**Crew**](Crew.md)",
        "list": "kotlin.Array<{}>",
        "map": "kotlin.collections.Map<kotlin.String, {}>",
        "null": "{}?",
    },
    "rust": {
        "string": "**String**",
        "integer": "**i32**",
        "any": "**serde_json::Value**",
        "crew": "[**models::Crew**](Crew.md)",
        "list": "Vec<{}>",
        "map": "std::collections::HashMap<String, {}>",
        "null": "Option<{}>",
    },
    "typescript": {
        "string": "*string*",
        "integer": "*bigint*",
        "any": "*unknown*",
        "crew": "[components.Crew](Crew.md)",
        "list": "({})[]",
        "map": "Record<string, {}>",
        "null": r"({} \| *null*)",
        "union": r"({} \| {})",
    },
}

MEANINGS: dict[str, Callable[..., Type]] = {
    "string": lambda: STRING,
    "integer": lambda: INTEGER,
    "any": lambda: ANY,
    "crew": lambda: CREW,
    "list": ListOf,
    "map": MapOf,
    "null": nullable,
    "union": union,
}

Sketch = tuple[str, tuple["Sketch", ...]]
"""A type before it is spelled: a key of `MEANINGS` and its parts."""


def sketches(words: dict[str, str]) -> st.SearchStrategy[Sketch]:
    leaves = st.sampled_from([word for word in ("string", "integer", "any", "crew") if word in words])
    containers = [word for word in ("list", "map", "null", "union") if word in words]

    def around(inner: st.SearchStrategy[Sketch]) -> st.SearchStrategy[Sketch]:
        def node(word: str) -> st.SearchStrategy[Sketch]:
            return st.tuples(st.just(word), st.tuples(*[inner] * words[word].count("{}")))

        return st.sampled_from(containers).flatmap(node)

    return st.recursive(leaves.map(lambda word: (word, ())), around, max_leaves=8)


def spelled(sketch: Sketch, words: dict[str, str]) -> str:
    word, parts = sketch
    return words[word].format(*(spelled(part, words) for part in parts))


def meant(sketch: Sketch) -> Type:
    word, parts = sketch
    return MEANINGS[word](*map(meant, parts))


NOT_NESTED = {"c"}
"""Languages whose docs show no types inside of others."""


@pytest.mark.parametrize("language", sorted(VOCABULARIES.keys() - NOT_NESTED))
@given(data=st.data())
def test_types_nest_in_any_way(language: str, data: st.DataObject) -> None:
    words = SPELLINGS[language]
    sketch = data.draw(sketches(words))
    cell_ = Inline(spelled(sketch, words).replace(r"\|", "|"), 5, 3)
    reading = read_type(cell_, PAGE, VOCABULARIES[language])

    def unpacked(leaf: Type) -> Type:
        return replace(leaf, label=leaf.label.rpartition(".")[2]) if isinstance(leaf, Link) else leaf

    assert not reading.diagnostics
    assert map_type(placeless(reading.type), unpacked) == meant(sketch)


# -- tokens --


def test_emphasis_and_code_only_dress_a_type_up() -> None:
    plain = [token.text for token in tokens(cell("List<string>[]?").spans)]
    dressed = [token.text for token in tokens(cell("List<**`string`**>[]*?*").spans)]
    assert plain == dressed == ["List", "<", "string", ">", "[", "]", "?"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"\\Psr\\Http\\Message", [r"\Psr\Http\Message"]),
        ("::String", ["::String"]),
        ("T::Array", ["T::Array"]),
        ("time.Time", ["time.Time"]),
        ("a.b.c:d", ["a.b.c", ":", "d"]),
        ("Größe", ["Größe"]),
        ("a-b", ["a-b"]),
        ("x1.5", ["x1", ".", "5"]),
        ("int...", ["int", ".", ".", "."]),
    ],
)
def test_a_name_has_its_packages_before_it(text: str, expected: list[str]) -> None:
    assert [token.text for token in tokens(cell(text).spans)] == expected


def test_literals_are_no_names() -> None:
    pairs = [(token.kind, token.text) for token in tokens(cell("\"a b\" 'c' -1 2.5 x").spans)]
    values = ['"a b"', "'c'", "-1", "2.5"]
    assert pairs == [*((TokenKind.VALUE, value) for value in values), (TokenKind.NAME, "x")]
