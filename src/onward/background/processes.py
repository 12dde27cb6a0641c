"""Names for processes that hold on to something, and whether they still live."""

import os
import secrets
import socket

_LONGEST_HOST = 60


def own_name() -> str:
    """Return a new name for something this process holds."""
    return f"{_host()}:{os.getpid()}:{secrets.token_hex(8)}"


def is_gone(name: str) -> bool:
    """Tell whether the process of this name has ended for certain.

    Of another machine nothing is certain.
    """
    number = name.split(":")[1] if is_here(name) else ""
    return number.isdecimal() and not _is_alive(int(number))


def is_here(name: str) -> bool:
    """Tell whether a name is that of a process of this machine."""
    return name.partition(":")[0] == _host() and name.count(":") > 1


def _host() -> str:
    return socket.gethostname().replace(":", "-")[:_LONGEST_HOST]


def _is_alive(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
