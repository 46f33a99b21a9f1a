"""The changes of the models, by the commits of the docs."""

from __future__ import annotations

from collections.abc import Iterator

from .. import changes
from ..cache.digests import digest
from ..cache.keys import key_of
from ..cache.store import Cache
from ..changes import Change, Version
from ..config import Config, check_names
from ..diagnostics import Diagnostic, Severity, new_findings
from ..frozen import frozen
from ..sources.folder import Found
from ..sources.revisions import Commit, Revision, docs_at, find_commits, read_revision
from .diff import version
from .known import NAMES
from .remember import remembered_history


@frozen()
class Step:
    """A step from one state of the docs to the next.

    changes     the changes, in the order of the docs
    errors      the number of errors in the next state
    new_errors  the number of errors that the state before does not have
    """

    changes: tuple[Change, ...]
    errors: int
    new_errors: int


@frozen()
class LogEntry:
    """A commit of the docs, and its step; None if the docs begin with the commit."""

    commit: Commit
    step: Step | None


def log(config: Config, revisions: str = "HEAD") -> Iterator[LogEntry]:
    """Compare the models at each commit of the docs with those before it, the last commit first.

    revisions  a range for `git log`: `v1.0..HEAD`, or `main` for its complete history

    All commits are read with the current configuration.

    Raises ConfigError without a repository, without git, and for a revision that does not exist.
    """
    check_names(config, NAMES)
    cache = remembered_history(config, Step)
    steps = _Steps(config, cache)
    try:
        for commit in find_commits(revisions, config.docs):
            yield LogEntry(commit, steps.to(commit))
    finally:
        cache.save()


_State = tuple[Version, tuple[Diagnostic, ...]]


class _Steps:
    """The steps of a history. Each state of the docs is read once, and kept for the next step."""

    def __init__(self, config: Config, cache: Cache) -> None:
        self._config = config
        self._cache = cache
        self._states: dict[str, _State] = {}
        lessons = config.learned.read_bytes() if config.learned is not None and config.learned.is_file() else b""
        self._settings = "" if config.samples is not None else key_of(config, digest(lessons))

    def to(self, commit: Commit) -> Step | None:
        if not commit.parent:
            return None
        before, after = (docs_at(name, self._config.docs) for name in (commit.parent, commit.name))
        if not before[1]:
            return None
        if not self._settings:  # recordings belong to no commit
            return self._made(before, after)
        key = f"step-{self._settings}-{before[1]}-{after[1]}"
        return self._cache.recall(key, Step, lambda: self._made(before, after))

    def _made(self, before: tuple[Revision, str], after: tuple[Revision, str]) -> Step:
        self._states = {docs[1]: self._states.get(docs[1]) or self._read(*docs) for docs in (before, after)}
        (old, known), (new, findings) = self._states[before[1]], self._states[after[1]]
        errors = [finding for finding in findings if finding.severity is Severity.ERROR]
        return Step(changes.compare(old, new), len(errors), len(new_findings(known, errors)))

    def _read(self, revision: Revision, tree: str) -> _State:
        limit = self._config.limits.page_bytes
        pages: Found = read_revision(revision, self._config.exclude, limit) if tree else ((), ())
        return version(pages, self._config, self._cache)
