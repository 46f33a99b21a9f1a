"""The versions of docmodels that a project allows: `0.3`, or `>=0.3,<0.4`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from packaging.specifiers import SpecifierSet


def is_version(wanted: str) -> bool:
    """Whether a text is a version, or a condition for versions."""
    try:
        return bool(wanted) and bool(_specifiers(wanted))
    except ValueError:
        return False


def fits_version(version: str, wanted: str) -> bool:
    """Whether a text allows a version. Raises ValueError for a text without a version."""
    return _specifiers(wanted).contains(version, prereleases=True)


def _specifiers(wanted: str) -> SpecifierSet:
    """`0.3` as `==0.3`; a condition as it is."""
    from packaging.specifiers import SpecifierSet  # only for projects that require a version

    return SpecifierSet(f"=={wanted}" if wanted[:1].isdigit() else wanted)
