"""The changes that a project accepts, in a file to commit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from ..changes import Change
from ..changes.accepted import Accepted, as_text, read
from ..config import Config, ConfigError
from ..diagnostics import Diagnostic, Place
from ..output import write_file


def accepted_file(config: Config) -> Path:
    """The file beside pyproject.toml; it may not exist."""
    return config.beside("accepted")


def accepted_changes(config: Config) -> Accepted:
    """The accepted changes; none without the file. Raises ConfigError for a file in another form."""
    file = accepted_file(config)
    try:
        return read(file.read_text("utf-8-sig"))
    except FileNotFoundError:
        return {}
    except ValueError as error:
        raise ConfigError(f"{error}; `docmodels diff --accept` writes this file", file) from None


def accept(config: Config, accepted: Accepted) -> None:
    """Add acceptances to the file. Raises ConfigError for a file in another form, OSError if it cannot be written."""
    write_file(accepted_file(config).resolve(), as_text({**accepted_changes(config), **accepted}).encode())


def stale(config: Config, accepted: Accepted, changes: Iterable[Change]) -> tuple[Diagnostic, ...]:
    """A finding for each accepted change that is not among `changes`."""
    gone = accepted.keys() - {change.fingerprint for change in changes}
    return tuple(_stale(config, {fingerprint: accepted[fingerprint] for fingerprint in sorted(gone)}))


def _stale(config: Config, gone: Accepted) -> Iterator[Diagnostic]:
    if not gone:
        return
    file = accepted_file(config)
    lines = file.read_text("utf-8-sig").split("\n")
    for fingerprint, acceptance in gone.items():
        line = next((number for number, line in enumerate(lines, 1) if f'"{fingerprint}":' in line), 0)
        message = (
            f'there is no such change: {acceptance.change or fingerprint} (accepted because "{acceptance.because}")'
        )
        yield Diagnostic(Place(file.name, line), "stale-acceptance", message, "Remove the line.")
