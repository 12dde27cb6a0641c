"""The table and the board of applications."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from onward.domain.applications.channel import Channel
from onward.domain.applications.events import EventKind as Kind
from onward.journey.applications.keeping import archive
from onward.journey.applications.merging import merge_applications
from onward.journey.applications.models import Application
from onward.journey.history.models import Change
from onward.journey.outcome.models import Outcome
from tests import builders
from tests.web.pages.pages import words

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _day(settings: Settings) -> None:
    settings.TODAY = builders.TODAY


def made(employer: str, *steps: tuple[Kind, float], channel: str = "") -> Application:
    application = builders.application(
        employer, f"Cook at heart {employer}", channel=channel
    )
    for kind, ago in steps:
        builders.event(application, kind, ago)
    return application


APPLIED, NO, TALK = Kind.APPLIED, Kind.REJECTED, Kind.INTERVIEW_HELD


def no_longer_just_done() -> None:
    """Let time pass, so that no page offers to undo."""
    Change.objects.update(made_at=builders.days_ago(9))


def order(page: str, *names: str) -> list[str]:
    return sorted(names, key=page.index)


def test_who_has_none_yet_is_shown_how_to_begin(client: Client) -> None:
    for url in ("/applications/", "/applications/board/"):
        assert "No application yet" in words(client, url)


def test_the_table_tells_where_each_one_stands(client: Client) -> None:
    made("Acme", (APPLIED, 40), (TALK, 20), channel=Channel.REFERRAL)
    made("Brook", (APPLIED, 40), (NO, 1))
    made("Cole", (Kind.INTERVIEW_SCHEDULED, -3))
    page = words(client, "/applications/")
    assert "3 applications, 2 waiting for an answer." in page
    assert "Interviews applied 14 Oct, 1 interview, referral 3 Nov" in page
    assert "They said no applied 14 Oct yesterday" in page
    assert "Interview Thursday, 12:00" in page


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ("stage=interview", ["Acme"]),
        ("standing=open", ["Acme", "Brook"]),
        ("standing=quiet", ["Brook"]),
        ("standing=closed", ["Cole"]),
        ("channel=referral", ["Acme"]),
        ("standing=put-away", ["Drake"]),
        ("standing=every", ["Acme", "Brook", "Cole", "Drake"]),
        ("q=bro", ["Brook"]),
        ("q=heart+acme", ["Acme"]),
        ("q=hedgehogs", ["Cole"]),
        ("q=%22+OR+*", []),
        ("q=%F0%9F%99%82", []),
        ("stage=nonsense", []),
        ("page=99", ["Acme", "Brook", "Cole"]),
        ("sort=nonsense&page=x", ["Acme", "Brook", "Cole"]),
    ],
)
def test_the_table_can_be_narrowed(
    client: Client, asked: str, names: list[str]
) -> None:
    made("Acme", (APPLIED, 9), (TALK, 4), channel=Channel.REFERRAL)
    made("Brook", (APPLIED, 40))
    builders.message(made("Cole", (APPLIED, 9), (NO, 4)), text="We like hedgehogs.")
    archive(application=made("Drake", (APPLIED, 9)))
    no_longer_just_done()
    page = words(client, f"/applications/?{asked}")
    found = [
        name for name in ("Acme", "Brook", "Cole", "Drake") if f"heart {name}" in page
    ]
    assert found == names


@pytest.mark.parametrize(
    ("sort", "names"),
    [
        ("", ["Cole", "Acme", "Brook"]),
        ("last", ["Brook", "Acme", "Cole"]),
        ("employer", ["Acme", "Brook", "Cole"]),
        ("-role", ["Cole", "Brook", "Acme"]),
        ("stage", ["Brook", "Acme", "Cole"]),
    ],
)
def test_the_table_can_be_sorted(client: Client, sort: str, names: list[str]) -> None:
    made("Acme", (APPLIED, 20), (Kind.ASSESSMENT, 10))
    made("Brook", (APPLIED, 15))
    made("Cole", (APPLIED, 20), (TALK, 5))
    page = words(client, f"/applications/?sort={sort}")
    assert order(page, *(f"heart {name}" for name in names)) == [
        f"heart {name}" for name in names
    ]


def test_a_pressed_column_turns_round_and_says_so(client: Client) -> None:
    made("Acme", (APPLIED, 20))
    first = client.get("/applications/?sort=role&stage=applied").content.decode()
    assert 'aria-sort="ascending"' in first
    assert "sort=-role" in first
    assert "stage=applied" in first


def test_a_long_table_is_shown_fifty_at_a_time(client: Client) -> None:
    for number in range(51):
        builders.application(f"Employer {number:02}", "Cook")
    first = client.get("/applications/?sort=employer").content.decode()
    assert first.count('scope="row"') == 50
    assert "?sort=employer&amp;page=2" in first
    assert "Employer 50" in words(client, "/applications/?sort=employer&page=2")


def test_htmx_gets_only_the_rows(client: Client) -> None:
    made("Acme", (APPLIED, 20))
    headers = {"HX-Request": "true", "HX-Target": "rows"}
    page = client.get("/applications/?q=acme", headers=headers).content.decode()
    assert page.lstrip().startswith('<div id="rows">')
    assert "heart Acme" in page


def test_a_merged_one_is_no_row_of_its_own(client: Client) -> None:
    whole, part = made("Acme", (APPLIED, 20)), made("Brook", (APPLIED, 10))
    merge_applications(whole=whole, other=part)
    no_longer_just_done()
    page = words(client, "/applications/")
    assert "heart Acme" in page
    assert "heart Brook" not in page
    assert "heart Acme" in words(client, "/applications/?q=brook")
    assert (
        client.get(f"/applications/{part.pk}/").headers["location"]
        == f"/applications/{whole.pk}/"
    )


def test_the_board_has_a_lane_for_each_stage_and_one_for_the_loop(
    client: Client,
) -> None:
    made("Acme", (APPLIED, 20))
    made("Brook", (TALK, 20), (NO, 3))
    made("Cole", (TALK, 20), (NO, 0.1))
    made("Drake", (APPLIED, 20), (NO, 3))
    offered = builders.event(made("Ely", (APPLIED, 20)), NO, 3)
    Outcome.objects.filter(event=offered).update(feedback_offered="Just reply.")
    page = words(client, "/applications/board/")
    assert "Applied 1 Cook at heart Acme" in page
    assert "Closed, in the loop 4" in page
    assert "heart Brook Brook They said no, 20 Nov Ask" in page
    assert "heart Cole Cole They said no, today Land" in page
    assert "heart Drake Drake They said no, 20 Nov Done" in page
    assert "heart Ely Ely They said no, 20 Nov Ask" in page


def test_a_full_lane_leads_to_the_rest(client: Client) -> None:
    for number in range(13):
        made(f"Employer {number}", (APPLIED, 20))
    page = client.get("/applications/board/").content.decode()
    assert page.count("<article") == 12
    assert "/applications/?stage=applied&amp;standing=open" in page
    assert "See all 13" in words(client, "/applications/board/")


@pytest.mark.parametrize("count", [10, 60])
@pytest.mark.parametrize(
    ("url", "queries"),
    [
        ("/applications/", 6),
        ("/applications/?q=cook&sort=employer&standing=open", 6),
        ("/applications/board/", 11),
    ],
)
def test_more_rows_ask_no_more_questions(
    client: Client,
    django_assert_num_queries: DjangoAssertNumQueries,
    count: int,
    url: str,
    queries: int,
) -> None:
    steps = [[(APPLIED, 9.0)], [(APPLIED, 9.0), (NO, 3.0)], [(TALK, 9.0)]]
    steps += [[(Kind.ASSESSMENT, 9.0)], [(Kind.OFFER, 9.0)], [(Kind.FOUND, 9.0)]]
    for number in range(count):
        made(f"Employer {number}", *steps[number % 6])
    client.get(url)
    with django_assert_num_queries(queries):
        client.get(url)


def test_what_belongs_to_somebody_else_is_not_listed(client: Client) -> None:
    builders.application("Secret", of=builders.person("sam"))
    assert "No application yet" in words(client, "/applications/")
    assert "No application yet" in words(client, "/applications/board/")
