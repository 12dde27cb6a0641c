"""Opens the person's browser, where there is one to be seen."""

import os
import subprocess
import sys
from collections.abc import Mapping


def open_browser(address: str, token: str) -> None:
    """Open Onward in the browser, with a code that is good only once.

    Others on this machine can see what a program is started with, so the token itself
    is not handed over. What the browser prints is not ours to print.
    """
    if not can_show(os.environ, sys.platform):
        return
    from onward.web.passes import door_of  # noqa: PLC0415 - brings part of Django

    url = f"{address}?token={door_of(token).new_code()}"
    subprocess.Popen(  # noqa: S603 - Python's own way to the browser
        [sys.executable, "-m", "webbrowser", url],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def can_show(surroundings: Mapping[str, str], platform: str) -> bool:
    """Tell whether somebody sits before a screen."""
    if surroundings.get("CI"):
        return False
    if platform in ("win32", "darwin"):
        return True
    return bool(surroundings.get("DISPLAY") or surroundings.get("WAYLAND_DISPLAY"))
