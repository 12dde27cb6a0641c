"""A mailbox is given in a real browser, and what comes of it is followed there."""

import base64
from collections.abc import Callable, Iterator
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.journey.mail.letters import (
    MAILS_OF_ONE_SEARCH,
    Mail,
    ordinary,
    thanks,
    write_mbox,
)

OpenPage = Callable[..., Page]
LONG = 90_000  # a slow machine may take its time
DROP = """([name, content]) => {
    const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
    const given = new DataTransfer();
    given.items.add(new File([bytes], name));
    for (const type of ["dragover", "drop"]) {
        const event = new DragEvent(type, {dataTransfer: given, bubbles: true});
        document.body.dispatchEvent(event);
    }
}"""


def _many() -> Iterator[Mail]:
    """Yield a search with much other mail around it."""
    yield from MAILS_OF_ONE_SEARCH
    for n in range(700):
        yield ordinary(f"m{n}", day=n / 100)
    yield thanks("z", "Stock Planner", day=12)


def _drop(page: Page, path: Path) -> None:
    content = base64.b64encode(path.read_bytes()).decode()
    page.evaluate(DROP, [path.name, content])


def test_a_mailbox_dropped_on_the_page_is_read_before_ones_eyes(
    page: Page, tmp_path: Path, axe: Callable[[Page], None]
) -> None:
    page.goto("/mail/")
    expect(page.get_by_text("No mail yet")).to_be_visible()
    axe(page)
    _drop(page, write_mbox(tmp_path / "mine.mbox", _many()))
    imports = page.locator("#imports")
    expect(imports.get_by_text("mine.mbox")).to_be_visible(timeout=LONG)
    expect(imports.get_by_role("progressbar")).to_be_visible(timeout=LONG)
    expect(imports.get_by_text("Done. 707 messages read.")).to_be_visible(timeout=LONG)
    expect(page.get_by_text("5 mails about your search.")).to_be_visible()
    axe(page)
    page.get_by_role("link", name="Applications", exact=False).first.click()
    for role in ("Data Analyst", "Office Manager", "Stock Planner"):
        expect(page.get_by_text(role).first).to_be_visible()


def test_reading_can_be_paused_and_goes_on(page: Page, tmp_path: Path) -> None:
    page.goto("/mail/")
    _drop(page, write_mbox(tmp_path / "mine.mbox", _many()))
    page.get_by_role("button", name="Pause").click(timeout=LONG)
    go_on = page.get_by_role("button", name="Go on")
    expect(go_on).to_be_visible(timeout=LONG)
    go_on.click()
    expect(page.get_by_text("Done. 707 messages read.")).to_be_visible(timeout=LONG)


def test_without_javascript_a_mailbox_can_be_sent_too(
    open_page: OpenPage, tmp_path: Path
) -> None:
    page = open_page(java_script_enabled=False)
    page.goto("/mail/")
    path = write_mbox(tmp_path / "mine.mbox", MAILS_OF_ONE_SEARCH)
    page.set_input_files("input[name=files]", path)
    page.get_by_role("button", name="Read it").first.click()
    for _ in range(60):
        if page.get_by_text("Done. 6 messages read.").count():
            break
        page.wait_for_timeout(1_000)
        page.goto("/mail/")
    expect(page.get_by_text("4 mails about your search.")).to_be_visible()


def test_a_mail_is_put_right_and_the_line_below_takes_it_back(
    page: Page, tmp_path: Path, axe: Callable[[Page], None]
) -> None:
    page.goto("/mail/")
    _drop(page, write_mbox(tmp_path / "mine.mbox", MAILS_OF_ONE_SEARCH))
    expect(page.get_by_text("Done. 6 messages read.")).to_be_visible(timeout=LONG)
    page.get_by_role("link", name="Update on your application for Data Analyst").click()
    axe(page)
    page.get_by_label("What it says").select_option("other")
    page.get_by_role("button", name="Keep this").click()
    expect(page.get_by_text("You said so on")).to_be_visible()
    page.locator("#undo").get_by_role("button", name="Undo").click()
    page.goto("/mail/")
    expect(page.get_by_role("cell", name="They said no")).to_be_visible()


def test_what_is_no_mailbox_is_said_where_it_was_dropped(
    page: Page, tmp_path: Path, trouble: list[str]
) -> None:
    path = tmp_path / "me.jpg"
    path.write_bytes(b"\xff\xd8\xff" * 50)
    page.goto("/mail/")
    _drop(page, path)
    expect(page.get_by_text("not a mailbox I can read")).to_be_visible(timeout=LONG)
    trouble.clear()  # the browser itself notes the refusal
