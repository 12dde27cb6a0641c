"""What is done again and again while the worker runs."""

import time
from collections.abc import Callable
from dataclasses import dataclass

Deed = Callable[[], object]


@dataclass(slots=True)
class Repeated:
    """Something to do every so often; `due` is when next, by the steady clock."""

    deed: Deed
    seconds: float
    due: float = 0.0


_all: list[Repeated] = []


def repeated(*, seconds: float) -> Callable[[Deed], Deed]:
    """Have a function called at the worker's start and then every so often."""

    def register(deed: Deed) -> Deed:
        _all.append(Repeated(deed, seconds))
        return deed

    return register


def due(among: list[Repeated] | None = None) -> list[Repeated]:
    """Return what is to be done now, and set when it is to be done next."""
    moment = time.monotonic()
    found = [one for one in (_all if among is None else among) if one.due <= moment]
    for one in found:
        one.due = moment + one.seconds
    return found
