"""Taking in a no in a browser: by mouse, by keyboard, by touch, and without scripts."""

import re
from collections.abc import Callable, Iterator
from itertools import count

import pytest
from playwright.sync_api import Locator, Page, Response, expect

from tests.browser.conftest import OpenPage
from tests.browser.touching import Finger, resting_middle
from tests.running import Onward, started

Axe = Callable[[Page], None]
NUMBERS = count(1)
PHONE = {"width": 390, "height": 844}
# What a page sends as it is left is on its way for longer on a busy machine.
SECONDS_TO_ARRIVE = 20
ADVERT = """What you will need
- Experience of cleaning survey data
- SQL
"""
SCREENS = (
    *("what-happened", "how-are-you", "talk", "what-they-asked-for"),
    *("what-it-could-mean", "the-odds", "today", "kind-note", "private-page", "done"),
)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Onward]:
    """Lend one Onward to all tests here; each has an application of its own."""
    with started(tmp_path_factory.mktemp("landing") / "onward") as onward:
        yield onward


def rejected(page: Page) -> str:
    """Write down an application that ended in a no; returns where it is taken in."""
    page.goto("/applications/add/?by=form")
    page.locator("#id_employer").fill(f"Employer {next(NUMBERS)}")
    page.locator("#id_advert").fill(ADVERT)
    page.locator("form:has(#id_advert) button[type=submit]").click()
    page.wait_for_url(re.compile(r"/applications/\d+/"))
    at = re.sub(r"[?#].*", "", page.url)
    page.goto(f"{at}?tell=interview_held#record")
    page.get_by_role("button", name="Keep it").click()
    page.goto(f"{at}?tell=rejected#record")
    page.get_by_role("button", name="Keep it").click()
    return f"{at}land/"


def _sent(answer: Response) -> str:
    return answer.request.post_data or ""


def tray_of(page: Page, text: str) -> str | None:
    card = page.locator(".explanation", has_text=text)
    expect(card).to_have_count(1)
    tray = page.locator("[data-tray]", has=card)
    return tray.get_attribute("data-tray")


def expect_in_tray(page: Page, text: str, tray: str) -> None:
    """Wait until a card lies in a tray."""
    card = page.locator(".explanation", has_text=text)
    expect(page.locator(f'[data-tray="{tray}"]', has=card)).to_have_count(1)


def expect_kept(page: Page, text: str, tray: str) -> None:
    """Look again until what was sent on leaving has arrived."""
    for _ in range(SECONDS_TO_ARRIVE):
        page.reload()
        if tray_of(page, text) == tray:
            return
        page.wait_for_timeout(1000)
    pytest.fail("the card went back")


def lay_down(page: Page, text: str) -> Locator:
    page.get_by_label("What comes to mind").fill(text)
    page.keyboard.press("Enter")
    card = page.locator(".explanation", has_text=text)
    expect(card).to_be_focused()
    return card


def carry(page: Page, what: Locator, tray: str) -> None:
    box, to = what.bounding_box(), page.locator(f'[data-tray="{tray}"]').bounding_box()
    assert box
    assert to
    page.mouse.move(box["x"] + 16, box["y"] + 14)
    page.mouse.down()
    page.mouse.move(to["x"] + 40, to["y"] + 60, steps=6)
    page.mouse.up()


def test_from_the_no_to_one_thing_for_today(page: Page) -> None:
    at = rejected(page).removesuffix("land/")
    page.goto(at)
    page.get_by_role("link", name="Land it").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("have said no")
    page.get_by_role("button", name="Next").click()
    page.get_by_label("In between").check()
    page.get_by_label("tired").check()
    page.get_by_role("button", name="Next").click()
    page.get_by_label("SQL").check()
    page.get_by_role("button", name="Next").click()
    expect(page.get_by_text("you showed something for one out of two")).to_be_visible()
    page.get_by_role("button", name="Next").click()
    expect(page.get_by_text("What this takes for granted")).to_be_hidden()
    page.get_by_role("button", name="Next").click()
    page.get_by_label("Go for a walk").check()
    page.get_by_role("button", name="Next").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("That is enough for now")
    page.goto(at)
    expect(page.get_by_text("in the loop: ask for feedback")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_use_every_screen_on_a_wide_one_and_on_a_phone(
    open_page: OpenPage, axe: Axe, scheme: str
) -> None:
    page = open_page(color_scheme=scheme, reduced_motion="reduce")
    at = rejected(page)
    page.goto(f"{at}what-it-could-mean/")
    lay_down(page, "I was tired").get_by_text("Mine").click()
    lay_down(page, "I was late").get_by_text("Mine").click()
    expect(page.locator("#said-back")).to_be_visible()
    for width in (1440, 390):
        page.set_viewport_size({"width": width, "height": 900})
        for screen in SCREENS:
            page.goto(f"{at}{screen}/")
            page.evaluate(
                "document.querySelectorAll('details').forEach(d => d.open = true)"
            )
            axe(page)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.goto("/support/")
    axe(page)


def test_cards_are_carried_with_the_mouse_and_stay_there(page: Page) -> None:
    page.goto(f"{rejected(page)}what-it-could-mean/")
    card = lay_down(page, "I was tired")
    expect(card).to_be_focused()
    carry(page, card, "mine")
    expect_in_tray(page, "I was tired", "mine")
    expect(page.locator("#moved")).to_have_text("Moved to Mine to change")
    carry(page, page.locator(".offer").first, "theirs")
    expect(page.locator('[data-tray="theirs"] .explanation')).to_be_visible()
    with page.expect_response(lambda answer: "=unknown" in _sent(answer)):
        carry(page, card, "unknown")
    page.reload()
    expect_in_tray(page, "I was tired", "unknown")


def test_a_card_moved_just_before_the_tab_closes_stays_there(
    open_page: OpenPage,
) -> None:
    page = open_page()
    at = f"{rejected(page)}what-it-could-mean/"
    tab = page.context.new_page()
    tab.goto(at)
    carry(tab, lay_down(tab, "I was tired"), "mine")
    tab.close(run_before_unload=True)
    page.goto(at)
    expect_kept(page, "I was tired", "mine")


def test_a_finger_carries_a_card_to_a_tray_below_the_screen(
    open_page: OpenPage,
) -> None:
    page = open_page(viewport=PHONE, has_touch=True, is_mobile=True)
    page.goto(f"{rejected(page)}what-it-could-mean/")
    card = lay_down(page, "I was tired")
    card.scroll_into_view_if_needed()
    finger = Finger(page)
    finger.press(card.locator(".handle"))
    finger.move(150, PHONE["height"] - 90)
    expect(page.locator(".carried")).to_have_count(1)
    expect(page.locator("#offered")).to_be_in_viewport()
    finger.move(150, PHONE["height"] / 2)  # away from the edge, so that the page rests
    with page.expect_response(lambda answer: "=unknown" in _sent(answer)):
        finger.move(150, resting_middle(page, '[data-tray="unknown"]'))
        finger.lift()
    page.reload()
    expect_in_tray(page, "I was tired", "unknown")


def test_a_finger_beside_the_handle_scrolls(open_page: OpenPage) -> None:
    page = open_page(viewport=PHONE, has_touch=True, is_mobile=True)
    page.goto(f"{rejected(page)}what-it-could-mean/")
    lay_down(page, "I was tired")
    before = page.evaluate("scrollY")
    finger = Finger(page)
    finger.press(page.locator(".explanation .grip p"))
    finger.move(150, 40)
    expect(page.locator(".carried")).to_have_count(0)
    finger.lift()
    expect_in_tray(page, "I was tired", "")
    assert page.evaluate("scrollY") > before


def test_a_carry_given_up_changes_nothing(page: Page) -> None:
    page.goto(f"{rejected(page)}what-it-could-mean/")
    card = lay_down(page, "I was tired")
    box = card.bounding_box()
    assert box
    page.mouse.move(box["x"] + 16, box["y"] + 14)
    page.mouse.down()
    page.mouse.move(box["x"] + 300, box["y"] + 200, steps=4)
    expect(page.locator(".carried")).to_have_count(1)
    page.keyboard.press("Escape")
    page.mouse.up()
    expect(page.locator(".carried")).to_have_count(0)
    expect_in_tray(page, "I was tired", "")


def test_the_keyboard_alone_moves_a_card_and_keeps_the_focus(page: Page) -> None:
    page.goto(f"{rejected(page)}what-it-could-mean/")
    lay_down(page, "I was tired")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect_in_tray(page, "I was tired", "mine")
    with page.expect_response(lambda answer: answer.status == 204):
        page.keyboard.press("ArrowRight")
    expect_in_tray(page, "I was tired", "theirs")
    expect(page.get_by_role("radio", name="Theirs")).to_be_focused()
    expect_kept(page, "I was tired", "theirs")


def test_when_all_lie_on_one_side_a_question_comes_up_and_is_kept(page: Page) -> None:
    page.goto(f"{rejected(page)}what-it-could-mean/")
    lay_down(page, "I was tired").get_by_text("Mine").click()
    lay_down(page, "I was late").get_by_text("Mine").click()
    page.get_by_label(re.compile("If a friend showed you")).fill("Anybody is late once")
    page.wait_for_event("response", lambda answer: answer.status == 204)
    page.reload()
    expect(page.locator("#said-back")).to_have_value("Anybody is late once")


def test_by_touch_a_card_is_laid_down_moved_taken_away_and_had_back(
    open_page: OpenPage,
) -> None:
    page = open_page(viewport=PHONE, has_touch=True, is_mobile=True)
    page.goto(f"{rejected(page)}what-it-could-mean/")
    page.locator(".offer button").first.tap()
    card = page.locator(".explanation")
    card.get_by_text("Theirs").tap()
    expect(page.locator('[data-tray="theirs"] .explanation')).to_be_visible()
    card.get_by_role("button", name="Take away").tap()
    expect(card).to_have_count(0)
    page.locator(".undo button").tap()
    expect(page.locator('[data-tray="theirs"] .explanation')).to_be_visible()


def test_without_scripts_all_of_it_works_with_buttons(open_page: OpenPage) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(f"{rejected(page)}what-it-could-mean/")
    page.locator("input[name=own]").fill("I was tired")
    page.get_by_role("button", name="Lay it down", exact=True).first.click()
    page.locator(".offer button").first.click()
    page.locator(".explanation", has_text="I was tired").get_by_text("Mine").click()
    page.get_by_role("button", name="Next").click()
    page.get_by_role("button", name="Back").click()
    expect_in_tray(page, "I was tired", "mine")
    expect(page.locator('[data-tray=""] .explanation')).to_have_count(1)


def test_a_low_answer_leads_to_somebody_to_talk_to_and_on(page: Page, axe: Axe) -> None:
    page.goto(f"{rejected(page)}how-are-you/")
    page.get_by_label("Very low").check()
    page.get_by_role("button", name="Next").click()
    expect(page.get_by_role("link", name="116 123")).to_be_visible()
    axe(page)
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What did you show them?")


def test_the_page_for_nobody_keeps_itself_and_opens_only_when_asked(
    page: Page,
) -> None:
    page.goto(f"{rejected(page)}private-page/")
    with page.expect_response(lambda answer: answer.status == 204):
        page.get_by_label(re.compile("Write whatever is there")).fill("quinsybramble")
    page.reload()
    page.get_by_role("button", name="Seal it").click()
    page.get_by_role("link", name="Your page for nobody").click()
    assert "quinsybramble" not in page.content()
    page.get_by_role("button", name="Open it").click()
    expect(page.locator("#private-text")).to_have_value("quinsybramble")
    page.get_by_role("link", name="Delete it").click()
    page.get_by_role("button", name="Delete it").click()
    expect(page.get_by_text("Nothing of it was kept.")).to_be_visible()
