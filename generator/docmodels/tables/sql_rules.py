"""Rules of databases in cells of fields: `UNIQUE, NOT NULL`, `DEFAULT 'open'`."""

from __future__ import annotations

from ..patterns import regex

_RULE = regex(
    r"(?:NOT NULL|NULL|UNIQUE|(?:PRIMARY|FOREIGN) KEY|[PF]K|AUTO_?INCREMENT|IDENTITY|DEFAULT|CHECK|REFERENCES)(?![^\s(])"
)
_NEVER_NULL = regex(r"(?<!IS )\bNOT NULL\b(?!\s+(?:if|when|unless|for|only|in|except)\b)")
_BRACKETED = regex(r"\([^()]*\)")
_DEFAULT = regex(r"\bDEFAULT\s+'(?P<text>[^'\"\\\n]{0,100})'")


def is_sql_rule(text: str) -> bool:
    """Whether a text begins with a rule of a database, in capitals: `NOT NULL`, `DEFAULT 0`."""
    return _RULE.match(text) is not None


def is_never_null(text: str) -> bool:
    """Whether one of the rules is `NOT NULL`; a condition makes it none: `CHECK (a IS NOT NULL)`, `NOT NULL if open`."""
    return _NEVER_NULL.search(_BRACKETED.sub("", text)) is not None


def sql_default(text: str) -> str | None:
    """The text in `DEFAULT 'open'`, as JSON; None without one."""
    match = _DEFAULT.search(text)
    return f'"{match["text"]}"' if match is not None else None
