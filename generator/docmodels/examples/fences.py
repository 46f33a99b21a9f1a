"""The documents in a block of code: JSON, the JSON in a command, YAML, TOML.

HTTP/1.1 200 OK
Content-Type: application/json

{"id": 7}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, time

from ..frozen import replace
from ..model.declarations import Direction, Json
from ..model.examples import is_small
from ..model.strict_json import read_json_at
from ..patterns import regex
from .commands import bodies
from .document import Document, Unreadable, key_count, key_offsets, with_elisions
from .lenient import read_lenient

LONGEST = 200_000
"""The most characters of a block; nobody reads a longer example."""

_MOST = 20  # the most documents of a block
_FIRST = 10  # the first lines of a block, which may have its request
_JSON = frozenset({"json", "json5", "jsonc", "hjson", "jsonp", "jsonld", "json-object", "application/json"})
_PLAIN = frozenset(
    {"", "http", "https", "text", "txt", "plain", "plaintext", "none", "javascript", "js", "code", "response"}
)
_CODE = frozenset({"typescript", "ts"})
"""Languages of blocks that show a document if they begin like JSON: `{ "id": 7, // the number`."""
_SHELL = frozenset(
    {"bash", "sh", "shell", "zsh", "console", "curl", "cmd", "bat", "powershell", "terminal", "shell-session"}
)
_YAML = frozenset({"yaml", "yml"})
_TOML = frozenset({"toml"})
_INFO = regex(r"[\s{.]*([\w+/-]*)")
_START = regex(r"^[ \t]*(?=[{\[])", re.MULTILINE)
_HERE = regex(r"(?=[{\[])")  # behind blanks at the beginning of the block
_START_OF_JSON = regex(  # `order.items = [` in a block that is JSON by its own account
    r"^[ \t]*(?:[^\W\d][\w.$]{0,100}[ \t]*=[ \t]*)?(?=[{\[])", re.MULTILINE
)
_QUOTED_KEY = regex(r"\s*+(?:\[\s*+)?\{\s*+(?://[^\n]{0,500}\n\s*+)?\"")
_BETWEEN = regex(r"[\s,;]*+")
_STATUS = regex(r"[<\s]*+(?:HTTP/[\d.]+ +|Status:? +)?(?P<class>[1-5])\d\d(?: |$)")
_REQUEST = regex(r"[>\s]*+(?:GET|PUT|POST|PATCH|DELETE) +\S+")
_HEADING = regex(  # of a document: a status, a header, a comment, a rule, a word
    r"\s*+(?:[<>]\s*+)?(?:HTTP/[\d.]+ .*|(?:GET|PUT|POST|PATCH|DELETE|HEAD|OPTIONS) +\S.*|[\w-]{1,40}:(?: .*)?|\d{3}(?: .*)?"
    r"|//.*|\#.*|<!--.*|[-=*_~.…]{2,}.*|[\w ]{1,30}:?)?\s*+"
)


def may_show(info: str, text: str) -> bool:
    """Whether a block may hold a document. This is quicker than `read`."""
    language = _language(info)
    if language in _YAML or language in _TOML:
        return True
    if "{" not in text and "[" not in text:
        return False
    return language in _JSON or language in _PLAIN or language in _SHELL or _is_document(language, text)


def _is_document(language: str, text: str) -> bool:
    """Whether a block in a language of code shows a document."""
    return language in _CODE and _QUOTED_KEY.match(text) is not None


def read(info: str, text: str) -> tuple[Document, ...]:
    """The documents in a block; none if it shows something else.

    info  the words behind the opening fence: its language first
    text  the lines of code

    Raises Unreadable if the block is marked as JSON, YAML or TOML, and cannot be read.
    """
    if not may_show(info, text):
        return ()
    if len(text) > LONGEST:
        raise Unreadable("the example is too large")
    language = _language(info)
    if language in _YAML or language in _TOML:
        return tuple(_other(language, text))
    if language in _SHELL or "curl " in text:
        return tuple(_commands(text))
    return _documents(text, is_sure=language in _JSON)


def is_call(text: str) -> bool:
    """Whether a block shows a complete request, with its method or as a command."""
    return "curl " in text or any(map(_REQUEST.match, text.split("\n", _FIRST)[:_FIRST]))


def _language(info: str) -> str:
    match = _INFO.match(info)
    return match[1].casefold() if match else ""


def _documents(text: str, *, is_sure: bool) -> tuple[Document, ...]:
    """The documents of a block without commands.

    is_sure  whether the block is marked as JSON; if not, all of it must look like JSON
    """
    documents: list[Document] = []
    at = 0
    for _ in range(_MOST):
        at = _BETWEEN.match(text, at).end()  # type: ignore[union-attr]  # the pattern also matches an empty text
        start = _HERE.match(text, at) or (_START_OF_JSON if is_sure else _START).search(text, at)
        before = text[at : start.end()] if start is not None else text[at:]
        is_code = not is_sure and not all(map(_HEADING.fullmatch, before.split("\n")))
        if is_code or start is None:
            return () if is_code else tuple(documents)
        try:
            document, at = _document(text, start.end())
        except Unreadable:
            if is_sure:
                raise
            return ()
        directed = _directed(document, before)
        if directed is not None:
            documents.append(directed)
    return tuple(documents)


def _directed(document: Document, before: str) -> Document | None:
    """The document, with its direction by the lines before it; None for an error response."""
    direction = None
    lead = before.rstrip().rpartition("\n")[2].strip("/#*<>!- \t")
    for line in before.split("\n"):
        status = _STATUS.match(line)
        if status is not None:
            if status["class"] in "45":
                return None
            direction = Direction.RECEIVED
        elif _REQUEST.match(line):
            direction = Direction.SENT
    return replace(document, direction=direction, lead=lead) if direction or lead else document


def _document(text: str, start: int) -> tuple[Document, int]:
    """The document that begins at an index, and its end. Raises Unreadable."""
    try:
        value, end = read_json_at(text, start)
    except ValueError:
        lenient, offsets, is_elided, end = read_lenient(text, start)
        return _checked(with_elisions(lenient), offsets, is_elided=is_elided), end
    return _checked(with_elisions(value), key_offsets(text, start, end), is_elided=False), end


def _checked(value: Json, offsets: tuple[int, ...], *, is_elided: bool, is_json: bool = True) -> Document:
    if not is_small(value):
        raise Unreadable("the example is too large")
    return Document(value, offsets if len(offsets) == key_count(value) else (), is_elided, is_json)


def _commands(text: str) -> Iterator[Document]:
    """The bodies that commands send, and the output below a command."""
    behind = 0
    for start, body, behind in bodies(text):  # noqa: B007  # the output stands behind the last one
        if body.lstrip()[:1] in ("{", "["):
            try:
                document, _ = _document(body, len(body) - len(body.lstrip()))
            except Unreadable:
                continue  # an expression of the shell
            moved = tuple(start + offset for offset in document.offsets) if start is not None else ()
            yield Document(document.value, moved, document.is_elided, True, Direction.SENT)
    printed = _START.search(text, behind)
    if printed is not None:
        try:
            document, _ = _document(text, printed.end())
        except Unreadable:
            return
        yield Document(document.value, document.offsets, document.is_elided, True, Direction.RECEIVED)


def _other(language: str, text: str) -> Iterator[Document]:
    """The document of a block of YAML or TOML. Raises Unreadable."""
    import tomllib  # most docs have neither

    from ..recordings.yaml_files import read_yaml

    try:
        value = tomllib.loads(text) if language in _TOML else read_yaml(text)
        json = _as_json(value)
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"the example is no {language}") from error
    if isinstance(json, dict | list):
        yield _checked(with_elisions(json), (), is_elided=False, is_json=False)


def _as_json(value: object) -> Json:
    """A value of YAML or TOML as JSON: dates become texts."""
    match value:
        case dict():
            return {str(key): _as_json(part) for key, part in value.items()}
        case list():
            return [_as_json(part) for part in value]
        case datetime() | date() | time():
            return value.isoformat()
        case None | bool() | int() | float() | str():
            return value
    raise ValueError(value)
