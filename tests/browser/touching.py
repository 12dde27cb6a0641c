"""A finger on a touch screen: pressed, moved and lifted as the browser is told it."""

from playwright.sync_api import Locator, Page

RESTS = """() => new Promise((tell) => {
  const before = scrollY;
  setTimeout(() => tell(scrollY === before), 200);
})"""


def resting_middle(page: Page, where: str) -> float:
    """Return the middle height of what can be seen, once the page has come to rest."""
    page.wait_for_function(RESTS)
    box = page.locator(where).bounding_box()
    assert box
    assert page.viewport_size
    top, bottom = (
        max(box["y"], 0),
        min(box["y"] + box["height"], page.viewport_size["height"]),
    )
    assert bottom - top > 20
    return (top + bottom) / 2


class Finger:
    """A finger on a touch screen, as the browser is told of it."""

    def __init__(self, page: Page) -> None:
        self._told = page.context.new_cdp_session(page)
        self._at = (0.0, 0.0)

    def _tell(self, kind: str, *points: tuple[float, float]) -> None:
        spots = [{"x": round(x), "y": round(y)} for x, y in points]
        given = {"type": kind, "touchPoints": spots}
        self._told.send("Input.dispatchTouchEvent", given)

    def press(self, what: Locator) -> None:
        box = what.bounding_box()
        assert box
        self._at = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        self._tell("touchStart", self._at)

    def move(self, x: float, y: float) -> None:
        start = self._at
        for step in range(1, 7):
            share = step / 6
            self._at = (
                start[0] + (x - start[0]) * share,
                start[1] + (y - start[1]) * share,
            )
            self._tell("touchMove", self._at)

    def lift(self) -> None:
        self._tell("touchEnd")
