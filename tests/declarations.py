"""Short ways to write what pages declare."""

from __future__ import annotations

from docmodels.model.declarations import Presence
from docmodels.model.types import DeclarationId, Ref


def identity(stem: str) -> DeclarationId:
    """That of the only declaration on a page: `models/Boat` for models/Boat.md."""
    return DeclarationId(f"{stem}.md")


def ref(stem: str) -> Ref:
    """A reference to the only declaration on a page."""
    return Ref(identity(stem))


def presence(required: bool) -> Presence:
    return Presence.REQUIRED if required else Presence.OPTIONAL
