"""Hostile pages of fields without tables: components, items of a list, schemas of generators."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

Pages = Mapping[str, str]


def _mdx(text: str) -> Pages:
    return {"Room.mdx": f"# Room\n\n{text}"}


def _md(text: str) -> Pages:
    return {"Room.md": f"# Room\n\n{text}"}


def _each(make: Callable[[int], str]) -> Callable[[int], str]:
    return lambda n: "".join(make(number) for number in range(n))


_FIELD = '<ParamField body="f{}" type="string">\n'
_ROOT = "| Property | Pattern | Type |\n| - | - | - |\n"
_SCHEMA = '## <a name="p{0}"></a>{0}. Property `Room > p{0}`\n\n| | |\n| - | - |\n| **Type** | `array` |\n\n'
_ITEMS = "| Each item of this array must be |\n| - |\n| [x](#p{}) |\n\n"
_PAYLOAD = (
    "#### Message `x`\n\n##### Payload\n\n| Name | Type | Description | Value | Constraints | Notes |\n|-|-|-|-|-|-|\n"
)

SHAPES: Mapping[str, tuple[Callable[[int], Pages], int]] = MappingProxyType(
    {
        "components that are never closed": (lambda n: _mdx(_each(_FIELD.format)(n)), 20_000),
        "components in each other": (
            lambda n: _mdx(_each(_FIELD.format)(n) + "</ParamField>\n" * n),
            12_000,
        ),
        "components in tabs": (
            lambda n: _mdx(_each(lambda i: f'<Tab title="{i}">\n{_FIELD.format(i)}</Tab>\n')(n)),
            4_000,
        ),
        "an attribute of a million characters": (
            lambda n: _mdx(f'<ParamField body="a" type="{"x" * n}" />\n<ParamField body="b" type="string" />\n'),
            900_000,
        ),
        "braces that are never closed": (lambda n: _mdx('<ParamField body="a" type={ ' * n), 30_000),
        "items with types": (lambda n: _md(_each(lambda i: f"- `f{i}` (string, optional): text\n")(n)), 20_000),
        "items in sections": (
            lambda n: _md(_each(lambda i: f"## S{i}\n\n- `a` (string)\n- `b` (string)\n\n")(n)),
            4_000,
        ),
        "items in each other": (lambda n: _md(_each(lambda i: f"{'  ' * i}- `f{i}` (object)\n")(n)), 600),
        "brackets that are never closed": (
            lambda n: _md(f"- `a` {'(' * n}\n- `b` (string)\n- `c` (string)\n"),
            900_000,
        ),
        "nested schemas of a resource": (
            lambda n: _md(
                "## Schema\n\n### Required\n\n- `a` (Block List)\n\n"
                + _each(lambda i: f"### Nested Schema for `{'.'.join('a' * (i + 1))}`\n\n- `a` (Block List)\n\n")(n)
            ),
            600,
        ),
        "schemas that lead to each other": (
            lambda n: _md(
                _ROOT
                + _each(lambda i: f"| - [p{i}](#p{i} ) | No | string |\n")(n)
                + "\n"
                + _each(lambda i: _SCHEMA.format(i) + _ITEMS.format(i + 1))(n)
            ),
            16_000,
        ),
        "paths of a payload": (
            lambda n: _md(_PAYLOAD + _each(lambda i: f"| {'a.' * i}a | object | - | - | - | - |\n")(n)),
            900,
        ),
        "types of GraphQL in brackets": (
            lambda n: _md(
                "## Objects\n\n### T\n\n| Field | Argument | Type | Description |\n|-|-|-|-|\n"
                f"| **a** | | {'[' * n}T{']' * n} | |\n"
            ),
            400_000,
        ),
    }
)
