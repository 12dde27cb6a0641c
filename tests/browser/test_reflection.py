"""Looking back in a browser: on a phone with the network cut, by keyboard, on paper."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.looking_back import MOST_PRESSES, Keys, asked, interviewed, row
from tests.running import Onward, started

Axe = Callable[[Page], None]
PHONE = {"width": 390, "height": 844}
# One screen of each make; the pages that links lead to are looked at elsewhere.
SCREENS = (
    *("questions", "around-it", "how-it-felt", "how-are-you", "how-you-answered"),
    *("one-thing-to-change", "what-they-asked-for", "done", "enough", "who-sees-it"),
)
HELD = "() => Object.keys(localStorage).filter(name => name.startsWith('onward.draft'))"
NOTHING_HELD = f"() => ({HELD})().length === 0"
# Several times what the page waits before it says so.
PATIENCE_MS = 15_000


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Onward]:
    """Lend one Onward to all tests here; each has an application of its own."""
    with started(tmp_path_factory.mktemp("reflection") / "onward") as onward:
        yield onward


def cut(context: BrowserContext, trouble: list[str], *, off: bool) -> None:
    """Cut the network, or mend it; that requests fail meanwhile is meant to be."""
    context.set_offline(off)
    if not off:
        trouble[:] = [said for said in trouble if "ERR_INTERNET" not in said]


def test_on_a_phone_nothing_is_lost_or_doubled_when_the_network_goes(
    open_page: OpenPage, trouble: list[str], axe: Axe
) -> None:
    page = open_page(viewport=PHONE, has_touch=True, is_mobile=True)
    at = interviewed(page)
    page.goto(f"{at}questions/")
    with page.expect_response(lambda answer: answer.status == 204):
        page.locator("[name=q-0-text]").fill("Tell us about a time you were late")
    expect(page.get_by_text("Kept.", exact=True)).to_be_visible()
    assert page.evaluate(HELD) == []
    cut(page.context, trouble, off=True)
    page.locator("[name=q-0-example]").fill("the snow of January")
    page.locator("[name=q-1-text]").fill("zanzibarquokka, they asked")
    page.get_by_role("button", name="One more question").tap()
    page.locator("[name=q-2-text]").fill("Any questions for us?")
    page.get_by_role("button", name="Next").tap()
    expect(page.get_by_text("No connection.")).to_be_visible(timeout=PATIENCE_MS)
    axe(page)
    assert len(page.evaluate(HELD)) == 1
    held = page.evaluate("JSON.stringify(localStorage)")
    assert "zanzibarquokka" not in held
    assert "snow" not in held
    with page.expect_response(lambda answer: answer.status == 204):
        cut(page.context, trouble, off=False)
    expect(page.get_by_text("Kept.", exact=True)).to_be_visible(timeout=PATIENCE_MS)
    assert page.evaluate(HELD) == []
    page.reload()
    assert asked(page) == [
        "Tell us about a time you were late",
        "zanzibarquokka, they asked",
        "Any questions for us?",
    ]
    assert row(page, 0, "example") == "the snow of January"
    page.get_by_role("button", name="Next").tap()
    expect(page.get_by_role("heading", level=1)).to_have_text("What else was there?")


def test_what_was_held_when_the_page_went_is_taken_up_again(
    page: Page, trouble: list[str]
) -> None:
    at = interviewed(page)
    page.goto(f"{at}questions/")
    cut(page.context, trouble, off=True)
    page.locator("[name=q-0-text]").fill("What is a join?")
    page.get_by_role("button", name="One more question").click()
    page.locator("[name=q-2-text]").fill("And an outer one?")
    said = page.get_by_text("No connection.")
    expect(said).to_be_visible(timeout=PATIENCE_MS)
    assert len(page.evaluate(HELD)) == 1
    # The page goes as it does when a phone needs the room, and comes from anew.
    page.goto("about:blank")
    cut(page.context, trouble, off=False)
    page.goto(f"{at}questions/")
    # A page that goes sends its words once more; whichever sending came, all is kept.
    page.wait_for_function(NOTHING_HELD)
    page.reload()
    assert asked(page) == ["What is a join?", "And an outer one?"]


def test_five_questions_are_written_down_by_keyboard_alone(page: Page) -> None:
    page.goto(f"{interviewed(page)}questions/")
    keys = Keys(page)
    keys.press("Tab")
    keys.press("Enter")  # skip to the page
    keys.reach("q-0-text")
    for number in range(5):
        for words in (f"Question {number}?", "the survey", "two hours", "And then?"):
            keys.write(words)
            keys.press("Enter")
        keys.press("p")  # in a list a letter chooses
        keys.press("Enter")
        keys.press("c")
        keys.press("Enter")
        keys.write("SQL")
        keys.press("Control+Enter")
    with page.expect_navigation(url="**/around-it/"):
        keys.press("Control+Enter")
    assert keys.presses <= MOST_PRESSES
    page.get_by_role("button", name="Back").click()
    page.wait_for_url("**/questions/")
    assert asked(page) == [f"Question {number}?" for number in range(5)]
    told = ("example", "result", "follow_ups", "kind", "clear", "criterion")
    assert [row(page, 4, name) for name in told] == [
        *("the survey", "two hours", "And then?", "past_behaviour", "clear", "SQL")
    ]


def test_the_meaning_after_the_outcome_from_keep_to_done(page: Page) -> None:
    at = interviewed(page, rejected=True)
    page.goto(f"{at}questions/")
    page.locator("[name=q-0-text]").fill("What is a join?")
    page.get_by_role("button", name="Not now").click()
    page.wait_for_url(re.compile(r"/applications/\d+/$"))
    page.goto(f"{at}meaning/")
    page.get_by_label("All right").check()
    page.get_by_role("button", name="Next").click()
    page.get_by_role("group", name="A fitting example").get_by_label("4").check()
    page.get_by_role("button", name="Next").click()
    page.get_by_label("What you did").fill("I drew the tables")
    page.get_by_role("button", name="Next").click()
    page.get_by_label("Next time I will").fill("name one number")
    page.get_by_role("button", name="Next").click()
    page.wait_for_url("**/preparation/")
    page.get_by_role("group", name="Their news of late").get_by_label("Partly").check()
    page.get_by_role("button", name="Next").click()
    page.wait_for_url("**/what-they-asked-for/")
    page.get_by_role("button", name="Leave this out").click()
    page.get_by_label("What you would tell them").fill("Breathe out first")
    page.get_by_role("button", name="Next").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("That is enough")
    expect(page.get_by_text("name one number")).to_be_visible()
    assert page.evaluate(HELD) == []


WIDE = ("questions", "how-you-answered", "done")


@pytest.mark.parametrize(
    ("scheme", "width", "screens"), [("light", 1440, WIDE), ("dark", 390, SCREENS)]
)
def test_everybody_can_use_every_screen_on_a_wide_one_and_on_a_phone(
    open_page: OpenPage, axe: Axe, scheme: str, width: int, screens: tuple[str, ...]
) -> None:
    size = {"width": width, "height": 900}
    page = open_page(color_scheme=scheme, viewport=size, reduced_motion="reduce")
    at = interviewed(page, rejected=True)
    page.goto(f"{at}questions/")
    page.locator("[name=q-0-text]").fill("What is a join?")
    page.get_by_role("button", name="Next").click()
    page.wait_for_url("**/around-it/")
    page.goto(f"{at}one-thing-to-keep/")
    page.get_by_label("What you did").fill("I drew the tables")
    page.get_by_role("button", name="Next").click()
    page.wait_for_url("**/one-thing-to-change/")
    for screen in screens:
        page.goto(f"{at}{screen}/")
        axe(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_after_a_quarter_of_an_hour_a_line_says_so_and_nothing_ends(
    page: Page,
) -> None:
    at = interviewed(page)
    page.clock.install()
    page.goto(f"{at}around-it/")
    line = page.get_by_text("A quarter of an hour is over")
    page.clock.fast_forward("14:00")
    expect(line).to_be_hidden()
    page.clock.fast_forward("02:00")
    expect(line).to_be_visible()
    page.get_by_label("What you asked them").fill("Who decides?")
    page.clock.fast_forward("00:05")
    expect(page.get_by_text("Kept.", exact=True)).to_be_visible()


def test_the_long_form_full_to_the_brim_fits_on_one_sheet(page: Page) -> None:
    at = interviewed(page)
    page.goto(f"{at}long-form/")
    words = ("I said what we had done, and then what came of it. " * 20)[:800]
    for area in page.locator("textarea").all():
        area.fill(words)
    assert page.locator("textarea").count() == 6
    page.get_by_role("button", name="Keep it, and see it on paper").click()
    page.wait_for_url("**/paper/")
    assert _sheets(page) == 1
    page.goto(f"{interviewed(page)}paper/")
    assert _sheets(page) == 1


def _sheets(page: Page) -> int:
    """Count the sheets of paper a page takes."""
    paper = page.pdf(format="A4", prefer_css_page_size=True)
    return len(re.findall(rb"/Type\s*/Page\b", paper))


def test_two_windows_do_not_write_over_each_other_without_asking(
    page: Page, trouble: list[str]
) -> None:
    at = interviewed(page)
    other = page.context.new_page()
    for one in (page, other):
        one.goto(f"{at}around-it/")
    with page.expect_response(lambda answer: answer.status == 204):
        page.get_by_label("What you asked them").fill("Who decides?")
    other.get_by_label("What you asked them").fill("How big is the team?")
    mine = other.get_by_role("button", name="Use the words of this browser")
    with other.expect_response(lambda answer: answer.status == 204):
        mine.click()
    expect(mine).to_be_hidden()
    page.reload()
    expect(page.get_by_label("What you asked them")).to_have_value(
        "How big is the team?"
    )
    assert all("409" in said for said in trouble)
    trouble.clear()


SPEECH = """globalThis.SpeechRecognition = class {
  static available({processLocally}) {
    const found = new URLSearchParams(location.search).get("speech");
    return Promise.resolve(processLocally ? found : "");
  }
  get processLocally() { return this.local ?? false; }
  set processLocally(local) { this.local = local; }
  start() {
    const results = [[{ transcript: this.local ? "the size of the team" : "?" }]];
    setTimeout(() => { this.onresult({ results, resultIndex: 0 }); this.onend(); });
  }
  stop() {}
};"""


def test_dictation_is_offered_only_where_it_stays_on_the_device(page: Page) -> None:
    at = interviewed(page)
    page.add_init_script(SPEECH)
    offered = page.get_by_role("button", name="Dictate")
    page.goto(f"{at}around-it/?speech=downloadable")
    expect(offered).to_have_count(0)
    answer = page.goto(f"{at}around-it/?speech=available")
    assert answer
    assert "microphone=(self)" in answer.headers["permissions-policy"]
    expect(offered).to_have_count(3)
    offered.first.click()
    expect(page.get_by_label("What you asked them")).to_have_value(
        "the size of the team"
    )
    expect(page.get_by_text("Kept.", exact=True)).to_be_visible()
