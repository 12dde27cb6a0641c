"""Whether the worker was asked to end; long tasks look here between two steps."""

from threading import Event

_asked = Event()


def heed(event: Event) -> None:
    """Let this event be what asks for the end from now on."""
    global _asked  # noqa: PLW0603 - a process has one worker
    _asked = event


def is_asked() -> bool:
    """Tell whether to put things down and end."""
    return _asked.is_set()
