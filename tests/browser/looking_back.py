"""An interview to look back on in a browser, and a keyboard that counts."""

import re
from datetime import datetime
from itertools import count

from playwright.sync_api import Page

NUMBERS = count(1)
ADVERT = """What you will need
- Experience of cleaning survey data
- SQL
"""
# See "Writing down an interview" in docs/measurements.md.
MOST_PRESSES = 60


def send(page: Page, address: str, **form: str) -> str:
    """Send a form as the page that has it would; returns where that led."""
    asked = page.request.get("/applications/add/?by=form").text()
    token = re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', asked)[0]
    answer = page.request.post(address, form={"csrfmiddlewaretoken": token, **form})
    assert answer.ok, answer.text()
    return re.sub(r"[?#].*", "", answer.url)


def interviewed(page: Page, *, rejected: bool = False) -> str:
    """Write down an interview that was; returns where one looks back on it."""
    employer = f"Employer {next(NUMBERS)}"
    told = {"by": "form", "employer": employer, "advert": ADVERT}
    at = send(page, "/applications/add/", **told)
    day = f"{datetime.now().astimezone():%F}"
    for kind in ["interview_held", *(["rejected"] if rejected else [])]:
        send(page, f"{at}happened/", kind=kind, happened_on=day)
    hub = page.request.get(f"{at}reflect/").text()
    return str(re.findall(r'href="(/applications/\d+/reflect/\d+/)facts/"', hub)[0])


def row(page: Page, number: int, name: str) -> str:
    return page.locator(f"[name=q-{number}-{name}]").input_value()


def asked(page: Page) -> list[str]:
    """Return the questions that are kept, as the page shows them when it is new."""
    found = page.locator("[data-row] [name$=-text]").all()
    return [text for one in found if (text := one.input_value())]


class Keys:
    """Types as a person does, and counts every press that is no letter of a text."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.presses = 0

    def press(self, key: str) -> None:
        self.presses += 1
        self.page.keyboard.press(key)

    def write(self, words: str) -> None:
        self.page.keyboard.type(words)

    def reach(self, name: str) -> None:
        """Go on with Tab until a field of this name has the focus."""
        while self.page.evaluate("document.activeElement.name") != name:
            assert self.presses < MOST_PRESSES
            self.press("Tab")
