"""The descriptions of declarations and their parts, as one text for each."""

from __future__ import annotations

import re

from ..patterns import regex
from .declarations import Declaration, Enumeration, Member
from .names import folded

_DEPRECATED = regex(r"\bdeprecated\b", re.IGNORECASE)


def noticed(deprecated: str | None, description: str) -> str:
    """A description, behind the notice of the deprecation if there is one.

    A notice without a reason is left out if the description mentions the deprecation itself.
    """
    if deprecated is None or (not deprecated and _DEPRECATED.search(description)):
        return description
    notice = f"Deprecated: {deprecated}" if deprecated else "Deprecated."
    return f"{notice}\n\n{description}".strip()


def documentation(declaration: Declaration) -> str:
    """The description of a declaration, behind the notice of its deprecation."""
    return noticed(declaration.deprecated, declaration.description)


def with_values(declaration: Enumeration) -> str:
    """The description of an enumeration, with a list of its values that have a name or a description."""
    values = [_item(member) for member in declaration.members if _has_words(member)]
    return "\n\n".join(filter(None, (documentation(declaration), "\n".join(values))))


def _has_words(member: Member) -> bool:
    """Whether the docs have a name, a description or a notice for a value."""
    return bool(_name(member) or member.description) or member.deprecated is not None


def _item(member: Member) -> str:
    name, text = _name(member), " ".join(noticed(member.deprecated, member.description).split())
    return f"- `{member.value}`{f' ({name})' if name else ''}{f': {text}' if text else ''}"


def _name(member: Member) -> str:
    """The name of a value; "" if it has no letters, or is only the value in another spelling."""
    return " ".join(member.name.split()) if folded(member.name) not in ("", folded(str(member.value))) else ""
