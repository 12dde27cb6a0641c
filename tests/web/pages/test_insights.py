import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from onward.background.clock import now, today
from onward.domain.applications.events import EventKind
from onward.domain.odds.groups import EVERY_GROUP
from onward.journey.applications.models import Application
from onward.journey.applications.services import record_event
from onward.journey.feedback.models import FeedbackRequest
from onward.journey.insights.models import NewWay, OwnUsual
from onward.journey.insights.queries import ASKED
from onward.journey.outcome.landing import Account, keep_account
from onward.journey.outcome.models import Outcome
from onward.web.shown.insights_words import group_titles
from tests.builders import application, person

pytestmark = pytest.mark.django_db
NAMES = iter(range(100_000))


def sent(*events: tuple[EventKind, float], **further: Any) -> Application:
    one = application(f"Employer {next(NAMES)}", **further)
    for kind, ago in events:
        record_event(
            application=one, kind=kind, happened_at=now() - timedelta(days=ago)
        )
    return one


def ten() -> None:
    for _ in range(5):
        sent((EventKind.APPLIED, 3))
    for _ in range(2):
        sent((EventKind.APPLIED, 20), (EventKind.INVITED, 2))
    for _ in range(3):
        sent(
            (EventKind.APPLIED, 60),
            (EventKind.INTERVIEW_HELD, 40),
            (EventKind.REJECTED, 30),
        )


def page(client: Client, address: str = "/insights/") -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", answer.content.decode())


def words(client: Client, address: str = "/insights/") -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page(client, address)))


def test_with_nothing_it_says_what_will_be_here(client: Client) -> None:
    shown = words(client)
    assert "Nothing to see yet" in shown
    assert 'class="chart' not in page(client)


def test_with_three_it_is_too_early_and_no_curve_is_drawn(client: Client) -> None:
    sent((EventKind.APPLIED, 3))
    sent((EventKind.APPLIED, 9), (EventKind.REJECTED, 2))
    sent((EventKind.APPLIED, 20), (EventKind.INVITED, 12))
    shown = words(client)
    assert "Three applications so far, one of them with an interview" in shown
    assert "A curve needs eight" in shown
    assert "%)" not in shown


def test_ten_applied_and_half_of_them_interviewed(client: Client) -> None:
    ten()
    shown = words(client)
    assert "5 of 10 (50 %) so far, 5 still open" in shown
    assert "10 applied" in shown
    assert "0 of 5 (0 %) so far, 2 still open" in shown


def test_every_number_opens_as_many_as_it_says(client: Client) -> None:
    ten()
    links = re.findall(
        r'<a class="figure" href="(/insights/counted/[^"]+)">(\d+)', page(client)
    )
    assert len(links) > 12
    for address, count in dict(links).items():
        listed = page(client, address).count('class="reach"')
        assert listed == int(count), address


def test_a_list_keeps_what_the_page_was_narrowed_to(client: Client) -> None:
    ten()
    sent((EventKind.APPLIED, 3), channel="board", role="Staff Nurse")
    narrowed = page(client, "/insights/?channel=board&kind=nurse")
    assert "These numbers are about 1 application of that kind only." in narrowed
    assert "What comes back" not in narrowed
    address = "/insights/counted/applied/?channel=board&amp;kind=nurse"
    assert address in narrowed
    assert page(client, address.replace("amp;", "")).count('class="reach"') == 1
    assert "no application like that" in words(client, "/insights/?channel=fair")


def test_what_cannot_be_counted_is_not_found(client: Client) -> None:
    assert client.get("/insights/counted/nonsense/").status_code == 404


def test_every_list_has_a_title() -> None:
    assert set(group_titles()) == EVERY_GROUP | set(ASKED)


def test_the_place_where_it_ends_is_named_once_it_is_clear(client: Client) -> None:
    for _ in range(12):
        sent(
            (EventKind.APPLIED, 90),
            (EventKind.INTERVIEW_HELD, 70),
            (EventKind.INTERVIEW_HELD, 60),
            (EventKind.REJECTED, 50),
        )
    shown = words(client)
    assert (
        "You usually get past the first call; the second interview is where it ends, "
        "12 of 12 times. Worth a look."
    ) in shown
    assert "12 did not go on" in shown


def test_a_curve_is_drawn_from_eight_answers_on_and_told_as_a_table(
    client: Client,
) -> None:
    for ago in range(10, 50, 5):
        sent((EventKind.APPLIED, ago), (EventKind.REJECTED, ago - 4))
    sent((EventKind.APPLIED, 30))
    shown = page(client)
    assert 'class="chart curve"' in shown
    assert 'aria-labelledby="waits-title"' in shown
    assert "Still without a word, after 7 days: 11 in 100" in shown
    assert "Open" not in re.findall(r'class="chart areas".*?</svg>', shown)


def test_two_periods_are_compared_only_at_a_new_way_written_down(
    client: Client,
) -> None:
    ten()
    on = today(person())
    client.post("/insights/", {"words": "I ring first", "began_on": on.isoformat()})
    made = NewWay.objects.get()
    assert "Nothing has been decided since" in words(client)
    NewWay.objects.filter(pk=made.pk).update(began_on=on - timedelta(days=50))
    sent((EventKind.APPLIED, 40), (EventKind.REJECTED, 10))
    shown = words(client, f"/insights/?period=since-{made.pk}")
    assert "From applying to a first interview" in shown
    assert "no difference to be seen" in shown or "which may be chance" in shown
    client.post(f"/insights/new-ways/{made.pk}/drop/")
    assert not NewWay.objects.exists()


def test_a_day_long_past_is_not_taken_for_a_new_way(client: Client) -> None:
    long_ago = today(person()) - timedelta(days=30)
    given = {"words": "I ring first", "began_on": long_ago.isoformat()}
    assert (
        "can be written down for a week"
        in client.post("/insights/", given).content.decode()
    )
    assert not NewWay.objects.exists()


def test_more_applications_cost_no_more_queries(
    client: Client, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    for _ in range(3):
        ten()
    page(client)
    with django_assert_max_num_queries(25):
        page(client)
    with django_assert_max_num_queries(25):
        page(client, "/insights/odds/")


def test_the_odds_tell_the_range_first_and_three_things_only(client: Client) -> None:
    ten()
    shown = words(client, "/insights/odds/")
    assert "Between 3 and 34 of 100 posts with an interview lead to an offer" in shown
    assert "2 are still open: it ends up between 0 and 2 of 5" in shown
    assert "Part of the odds is discrimination, and it is not yours to fix" in shown
    chips = re.findall(
        r'class="chip ?([a-z]*)"> ?([a-z ]+) ?<', page(client, "/insights/odds/")
    )
    assert {said.strip() for _, said in chips} <= {
        *("too early to tell", "within the usual range", "worth a look")
    }


def test_what_is_not_a_case_of_its_own_is_said(client: Client) -> None:
    for _ in range(3):
        one = application("Acme", agency="Hire & Co", channel="agency")
        for kind, ago in (
            (EventKind.APPLIED, 60),
            (EventKind.INTERVIEW_HELD, 50),
            (EventKind.REJECTED, 40),
        ):
            record_event(
                application=one, kind=kind, happened_at=now() - timedelta(days=ago)
            )
    sent((EventKind.APPLIED, 60))
    for outcome in Outcome.objects.all()[:2]:
        keep_account(outcome=outcome, account=Account(interviewed=4))
    shown = words(client, "/insights/odds/")
    assert "Three of your interviews were for posts at one employer" in shown
    assert "Three of your interviews came through one agency" in shown
    assert "where somebody spoke for you, 3 of 3 led to an interview" in shown
    assert "one would expect 0.5 offers. And yet 56 of 100 such people" in shown


def test_after_a_fresh_no_the_odds_stay_folded(client: Client) -> None:
    ten()
    assert '<details class="odds' not in page(client, "/insights/odds/")
    sent((EventKind.APPLIED, 9), (EventKind.REJECTED, 1))
    shown = page(client, "/insights/odds/")
    assert '<details class="odds' in shown
    assert "Bad news came yesterday" in shown


def test_what_is_usual_can_be_changed_and_changed_back(client: Client) -> None:
    address = "/insights/odds/usual/interview_to_offer/"
    client.post(address, {"share": "40", "weight": "5"})
    assert OwnUsual.objects.get().set_on == today(person())
    shown = words(client, "/insights/odds/")
    assert "Taken as usual: about 40 in 100" in shown
    assert "You set it on" in shown
    client.post(address, {"go": "back"})
    assert not OwnUsual.objects.exists()
    refused = client.post(address, {"share": "0", "weight": "5"})
    assert "Give a number between 1 and 99" in refused.content.decode()
    assert client.post("/insights/odds/usual/nothing/").status_code == 404


def test_old_cases_count_for_less_only_where_one_asks_for_it(client: Client) -> None:
    for _ in range(9):
        sent(
            (EventKind.APPLIED, 700),
            (EventKind.INTERVIEW_HELD, 650),
            (EventKind.REJECTED, 640),
        )
    usual, faded = (
        words(client, address)
        for address in ("/insights/odds/", "/insights/odds/?older=less")
    )
    assert "Between 2 and 24 of 100 posts with an interview" in usual
    assert "Between 4 and 40 of 100 posts with an interview" in faded


def test_answers_to_requests_can_be_listed(client: Client) -> None:
    for end in ("specific", "generic", ""):
        FeedbackRequest.objects.create(
            person=person(),
            application=sent((EventKind.REJECTED, 30)),
            begun_at=now(),
            asked_at=now(),
            end=end,
        )
    shown = page(client, "/insights/odds/")
    for group in ("asked-yes", "asked-no", "asked-open"):
        assert f"/insights/counted/{group}/" in shown
        listed = page(client, f"/insights/counted/{group}/")
        assert listed.count('class="reach"') == 1


def test_long_silences_are_listed(client: Client) -> None:
    sent((EventKind.APPLIED, 25))
    sent((EventKind.APPLIED, 2))
    assert "1 open application has been quiet for longer than 14 days" in words(client)
    assert page(client, "/insights/silent/14/").count('class="reach"') == 1
