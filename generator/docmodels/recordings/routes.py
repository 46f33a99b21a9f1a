"""Find the operation of a recorded request by its method and path."""

from __future__ import annotations

from collections.abc import Mapping

from ..frozen import frozen
from ..model.declarations import Direction, Request
from ..model.types import DeclarationId
from .recording import Exchange

_LONGEST = 50  # the most steps of a path


@frozen()
class _Route:
    """The steps of a path in the docs, "" for a parameter such as `{roomId}` or `:roomId`; and the models of its body."""

    steps: tuple[str, ...]
    models: tuple[DeclarationId, ...]

    def fits(self, steps: tuple[str, ...]) -> bool:
        """Whether a path ends with these steps. The docs may leave out the beginning of paths."""
        ends = steps[len(steps) - len(self.steps) :]
        return all(not known or known == step for known, step in zip(self.steps, ends, strict=True))

    @property
    def fixed_steps(self) -> int:
        """The number of steps that are no parameters."""
        return sum(map(bool, self.steps))


class Routes:
    """The operations of the docs, with the models that they send and receive."""

    def __init__(self, requests: Mapping[tuple[Request, Direction], tuple[DeclarationId, ...]]) -> None:
        self._routes: dict[tuple[str, Direction, int], list[_Route]] = {}
        for (request, direction), models in requests.items():
            steps = tuple("" if step[0] in "{:" else step for step in _steps(request.path))
            key = request.method, direction, len(steps)
            self._routes.setdefault(key, []).append(_Route(steps, models))

    def models(self, exchange: Exchange) -> tuple[DeclarationId, ...]:
        """The models for the body of a request or response, by the operation whose path fits best."""
        steps = _steps(exchange.path)
        for length in range(len(steps), -1, -1):
            routes = self._routes.get((exchange.method, exchange.direction, length), ())
            fitting = [route for route in routes if route.fits(steps)]
            most = max((route.fixed_steps for route in fitting), default=0)
            if most:
                best = [route for route in fitting if route.fixed_steps == most]
                return tuple(dict.fromkeys(id_ for route in best for id_ in route.models))
        return ()


def _steps(path: str) -> tuple[str, ...]:
    return tuple(step for step in path.split("/") if step)[-_LONGEST:]
