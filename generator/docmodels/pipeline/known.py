"""The names that a configuration can use: of families, languages, flavours and kinds of changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence


class _Names(Mapping[str, Sequence[str]]):
    """The names by "family", "language", "flavour" and "change"; see `config.kinds.KnownNames`.

    Most configurations use none of them, so their modules are imported at the first use.
    """

    def __getitem__(self, of: str) -> Sequence[str]:
        match of:
            case "family":
                from ..families import FAMILIES

                return tuple(FAMILIES)
            case "language":
                from ..families import languages

                return languages()
            case "flavour":
                from ..targets.python import FLAVOURS

                return tuple(FLAVOURS)
            case "change":
                from ..changes import KINDS

                return tuple(KINDS)
        raise KeyError(of)

    def __iter__(self) -> Iterator[str]:
        return iter(("family", "language", "flavour", "change"))

    def __len__(self) -> int:
        return 4


NAMES = _Names()


def has_extensions() -> bool:
    """Whether families or flavours of other distributions are installed: the output may depend on their code."""
    from ..families import FAMILIES  # a check that nothing has changed for does without
    from ..targets.python import FLAVOURS

    return bool(FAMILIES.installed or FLAVOURS.installed)
