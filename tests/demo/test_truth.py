"""What is said of the made-up search covers all of it and agrees with the letters."""

from collections import Counter
from datetime import date, datetime
from zoneinfo import ZoneInfo

import icalendar
import pytest

from onward.demo.correspondence import correspondence
from onward.demo.invitations import calendar_of
from onward.demo.truth import ApplicationTruth, application_truths, mail_truths
from onward.domain.applications.state import Ending, Stage
from onward.domain.mail.verdict import Meaning

TODAY = date(2026, 11, 25)
LONDON = ZoneInfo("Europe/London")
STAGES = {"application", "screen", "first", "later", "final", "offer"}
LONG_SILENCE_DAYS = 42


@pytest.fixture(scope="module")
def applications() -> dict[str, ApplicationTruth]:
    return application_truths(TODAY)


def test_the_truth_covers_every_message() -> None:
    sent = {posted.message_id for posted in correspondence(TODAY)}
    assert set(mail_truths()) == sent


def test_every_label_is_a_meaning() -> None:
    truths = mail_truths().values()
    said = {truth.label for truth in truths}
    said.update(meaning for truth in truths for meaning in truth.meanings.values())
    assert said == {meaning.value for meaning in Meaning}


def test_every_application_has_mail_and_every_mail_a_known_application(
    applications: dict[str, ApplicationTruth],
) -> None:
    named = {key for truth in mail_truths().values() for key in truth.meanings}
    assert named == set(applications)


def test_the_words_are_those_of_the_product(
    applications: dict[str, ApplicationTruth],
) -> None:
    endings = {ending.value for ending in Ending} | {"open"}
    stages = {stage.value for stage in Stage}
    for key, truth in applications.items():
        assert truth.status in endings, key
        assert truth.stage in STAGES, key
        assert truth.reached in stages, key
        assert truth.role
        assert truth.employer or truth.agency


def test_the_search_is_as_long_and_as_mixed_as_a_real_one(
    applications: dict[str, ApplicationTruth],
) -> None:
    ended = Counter(truth.status for truth in applications.values())
    assert len(applications) >= 55
    assert 18 <= ended["silent"] <= 22
    assert ended["offer_declined"] == ended["offer_withdrawn"] == 1
    assert ended["withdrawn"] == 2
    assert ended["open"] >= 5
    rejected = {t.stage for t in applications.values() if t.status == "rejected"}
    assert rejected == STAGES - {"offer"}


def test_the_hard_cases_for_linking_are_there(
    applications: dict[str, ApplicationTruth],
) -> None:
    employers = Counter(truth.employer for truth in applications.values())
    assert employers["Leeds City Council"] == 3
    agencies = {t.agency for t in applications.values()} - {""}
    unnamed = {t.agency for t in applications.values() if not t.employer}
    assert len(agencies) == 2
    assert len(unnamed) == 1
    assert "Pennine Parcel" in applications["norvia"].also
    assert sum(truth.reopened for truth in applications.values()) == 2
    about_two = [t for t in mail_truths().values() if len(t.meanings) > 1]
    assert [set(t.meanings.values()) for t in about_two] == [
        {"rejection", "interview_invitation"}
    ]


def test_ordinary_mail_belongs_to_no_application() -> None:
    ordinary = [t for t in mail_truths().values() if t.label == "not_job_related"]
    assert 55 <= len(ordinary) <= 70
    assert not any(truth.meanings for truth in ordinary)


def test_what_the_person_wrote_about_the_search_is_a_follow_up() -> None:
    own = {truth.label for truth in mail_truths().values() if truth.is_own}
    assert own == {"follow_up", "not_job_related"}


def test_silence_is_long_and_waiting_is_short(
    applications: dict[str, ApplicationTruth],
) -> None:
    last: dict[str, date] = {}
    for posted in correspondence(TODAY):
        if not posted.letter.is_own:
            for key in posted.letter.applications:
                last[key] = posted.sent_at.date()
    for key, truth in applications.items():
        days = (TODAY - last[key]).days if key in last else LONG_SILENCE_DAYS
        if truth.status == "silent":
            assert days >= LONG_SILENCE_DAYS, key
        elif truth.status == "open":
            assert days <= 21, key


def test_a_rejection_ends_what_is_rejected(
    applications: dict[str, ApplicationTruth],
) -> None:
    meant: dict[str, set[str]] = {}
    for truth in mail_truths().values():
        for key, meaning in truth.meanings.items():
            meant.setdefault(key, set()).add(meaning)
    for key, told in applications.items():
        ends = told.status in {"rejected", "offer_withdrawn"}
        assert ("rejection" in meant[key]) == ends, key
        assert ("offer" in meant[key]) == (told.stage == "offer"), key


def test_every_invitation_is_a_calendar_and_every_one_held_is_a_round(
    applications: dict[str, ApplicationTruth],
) -> None:
    held = {
        (key, each.at) for key, truth in applications.items() for each in truth.rounds
    }
    invitations = 0
    for posted in correspondence(TODAY):
        if "invite" in posted.letter.told:
            invitations += 1
            starts = _start_of(calendar_of(posted))
            if posted.letter.key != "larder-2":  # moved by the letter after next
                (key,) = posted.letter.applications
                assert (key, starts) in held
    assert invitations > 10


def _start_of(text: str) -> datetime:
    calendar = icalendar.Calendar.from_ical(text)
    assert calendar["METHOD"] in {"REQUEST", "REPLY"}
    (event,) = calendar.events
    starts, ends = event.start, event.end
    assert isinstance(starts, datetime)
    assert isinstance(ends, datetime)
    assert starts.tzinfo
    assert ends > starts
    assert event["UID"]
    assert event["ORGANIZER"]
    return starts.astimezone(LONDON)


def test_feedback_is_marked_where_it_is_offered_with_a_window() -> None:
    truths = mail_truths()
    offered = [
        posted.words
        for posted in correspondence(TODAY)
        if truths[posted.message_id].feedback_offered
    ]
    assert len(offered) >= 5
    assert sum("ten working days" in words for words in offered) == 1
