import pytest

from onward.cli.browser import can_show


@pytest.mark.parametrize(
    ("surroundings", "platform", "shows"),
    [
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({}, "linux", False),
        ({}, "darwin", True),
        ({}, "win32", True),
        ({"DISPLAY": ":0", "CI": "true"}, "linux", False),
        ({"CI": "1"}, "darwin", False),
    ],
)
def test_a_browser_is_opened_only_before_a_screen(
    surroundings: dict[str, str], platform: str, *, shows: bool
) -> None:
    assert can_show(surroundings, platform) is shows
