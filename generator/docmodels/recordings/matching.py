"""Find the model of a recording: by the configuration, the names of files, operations, or its keys."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ..diagnostics import Diagnostic, Place
from ..frozen import frozen
from ..model.code_names import NO_CLASSES, Classes
from ..model.declarations import Json
from ..model.model import Model
from ..model.names import folded
from ..model.selectors import class_of, titles_of
from ..model.sightings import Fields
from ..model.types import DeclarationId
from ..patterns import Pattern
from .recording import Recording
from .routes import Routes


@frozen()
class Assignment:
    """The models of the recordings in some files, by the configuration.

    pattern  the pattern of the paths of the files
    models   the model; or several, if the keys of a recording decide
    """

    pattern: Pattern
    models: tuple[DeclarationId, ...]


@frozen()
class Matched:
    """A recorded value, or an item of a recorded list, with its model."""

    recording: Recording
    model: DeclarationId
    value: Json


@dataclass
class _Misses:
    """The values of one file that fit no model for one reason: the first recording, and the number of values."""

    first: Recording
    count: int = 0


@dataclass
class Matcher:
    """Finds models by their names, and by the keys of their values.

    model        the models
    classes      their locations in the written package
    assignments  the decisions of the configuration; the last one that fits a file decides
    routes       the operations of the docs
    """

    model: Model
    classes: Classes[str] = field(default_factory=lambda: NO_CLASSES)
    assignments: tuple[Assignment, ...] = ()
    routes: Routes = field(default_factory=lambda: Routes({}))

    def __post_init__(self) -> None:
        self._names = _Names(self.model, self.classes)
        self._keys = _Keys(self.model)
        self._misses: dict[tuple[str, str], _Misses] = {}

    @property
    def diagnostics(self) -> Iterator[Diagnostic]:
        """A finding for each file and reason: values that fit no model, or several."""
        for (file, reason), misses in sorted(self._misses.items()):
            which = f"entry {misses.first.number}: it" if misses.first.number else "it"
            if misses.count > 1:
                start = f", the first of which is entry {misses.first.number}" if misses.first.number else ""
                which = f"{misses.count} values{start}: each"
            yield Diagnostic(Place(file), "recording-unmatched", f"{which} {reason}; left out", _REMEDY)

    def match(self, recording: Recording) -> Iterator[Matched]:
        """The values of a recording with their models: the value itself, or the items of a list."""
        models, reason = self._assigned(recording)
        for value in recording.value if isinstance(recording.value, list) else [recording.value]:
            if reason or (len(models) != 1 and not isinstance(value, dict)):
                self._miss(recording, reason or "is not an object, and nothing names its model")
            elif len(models) == 1:
                yield Matched(recording, models[0], value)
            elif isinstance(value, dict):
                models_ = self._of_operation(recording, value) or self._keys.models(value, models)
                if len(models_) == 1:
                    yield Matched(recording, models_[0], value)
                else:
                    self._miss(recording, _FITS_SEVERAL if models_ else _FITS_NONE)

    def _assigned(self, recording: Recording) -> tuple[tuple[DeclarationId, ...], str]:
        """The possible models of a recording, () for all; and the reason, if none is possible."""
        for assignment in reversed(self.assignments):
            if assignment.pattern.matches(recording.file):
                return assignment.models, ""
        if recording.exchange is not None:
            return (), ""
        for name in _names(recording.file):
            model = self._names.find(name)
            if len(model) > 1:
                return (), f'may be any of {len(model)} models of the name "{name}"'
            if model:
                return model, ""
        return (), ""

    def _of_operation(self, recording: Recording, value: Mapping[str, Json]) -> tuple[DeclarationId, ...]:
        """The model of the operation in the docs, if the value has one of its keys: the value may also be an error."""
        if recording.exchange is None or not value:
            return ()
        models = self.routes.models(recording.exchange)
        return self._keys.best(value, models) if models else ()

    def _miss(self, recording: Recording, reason: str) -> None:
        self._misses.setdefault((recording.file, reason), _Misses(recording)).count += 1


_FITS_NONE, _FITS_SEVERAL = "fits no model of the docs", "fits several models of the docs"
_REMEDY = (
    "Call its file or folder after the model, or name the model under recordings in [tool.docmodels]; "
    "`docmodels inspect` lists the models."
)


def _names(file: str) -> Iterator[str]:
    """The names of a file that may be those of its model: of its folder, `Room/1.json`, and of itself, `Room.json`."""
    folder, name = posixpath.split(file)
    if folder:
        yield posixpath.basename(folder)
    yield posixpath.splitext(name)[0]


class _Names:
    def __init__(self, model: Model, classes: Classes[str]) -> None:
        self._exact: dict[str, dict[DeclarationId, None]] = {}
        self._alike: dict[str, dict[DeclarationId, None]] = {}
        for declaration in model.declarations:
            for name in (*titles_of(declaration), *class_of(declaration, classes)):
                self._exact.setdefault(name, {})[declaration.id] = None
                self._alike.setdefault(folded(name), {})[declaration.id] = None

    def find(self, name: str) -> tuple[DeclarationId, ...]:
        """The models with a name: in this spelling, or else in other capitals or with other separators."""
        return tuple(self._exact.get(name) or self._alike.get(folded(name)) or ())


class _Keys:
    """Finds objects of the docs by keys, in any spelling."""

    def __init__(self, model: Model) -> None:
        self._by_key: dict[str, dict[DeclarationId, None]] = {}
        self._fields: dict[DeclarationId, Fields] = {}
        self._known: dict[tuple[frozenset[str], tuple[DeclarationId, ...]], tuple[DeclarationId, ...]] = {}
        for owner in model.objects:
            self._fields[owner.id] = fields = Fields(owner)
            for name in fields.names:
                self._by_key.setdefault(name, {})[owner.id] = None

    def models(self, value: Mapping[str, Json], among: tuple[DeclarationId, ...]) -> tuple[DeclarationId, ...]:
        """The objects with all keys of a value that require no other key.

        among  the possible objects; empty for all
        """
        keys = {key: folded(key) for key in value}
        asked = frozenset(keys.values()), among
        if asked not in self._known:
            rarest = min((self._by_key.get(key, {}) for key in keys.values()), key=len, default={})
            self._known[asked] = tuple(
                id_ for id_ in rarest if (not among or id_ in among) and self._fields[id_].has_all(keys)
            )
        return self._known[asked]

    def best(self, value: Mapping[str, Json], among: tuple[DeclarationId, ...]) -> tuple[DeclarationId, ...]:
        """The objects with most keys of a value; none if no object has one."""
        keys = {key: folded(key) for key in value}
        shared = {id_: self._shared(id_, keys) for id_ in among if id_ in self._fields}
        most = max(shared.values(), default=0)
        return tuple(id_ for id_, number in shared.items() if number == most and most)

    def _shared(self, model: DeclarationId, keys: Mapping[str, str]) -> int:
        return len(dict(self._fields[model].matched(keys)))
