"""`onward applications`, with its JSON as the guide describes it."""

import json
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries, Settings
from typer.testing import CliRunner

from onward.domain.applications.events import EventKind as Kind
from onward.domain.errors import OnwardError
from onward.journey.applications.keeping import archive
from onward.journey.applications.merging import merge_applications
from onward.journey.applications.models import Application
from onward.journey.applications.telling import take_back
from onward.journey.outcome.models import Outcome
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _day(settings: Settings) -> None:
    settings.TODAY = builders.TODAY


def run(*words: str) -> str:
    """Return what the command prints; an error of ours is passed on, as in `main`."""
    from onward.cli.applications import app

    result = CliRunner().invoke(app, list(words))
    if isinstance(result.exception, OnwardError):
        raise result.exception
    assert result.exit_code == 0, result.output
    return result.stdout


def told(*words: str) -> Any:
    return json.loads(run(*words, "--json"))


@pytest.fixture
def acme() -> Application:
    made = builders.application(place="Leeds")
    letter = builders.message(made, ago=9)
    builders.event(made, Kind.APPLIED, ago=40)
    builders.event(made, Kind.INTERVIEW_HELD, ago=20)
    builders.event(made, Kind.REJECTED, ago=9, quote="No.", message_key=letter.key)
    return made


def test_the_list_tells_where_each_one_stands(acme: Application) -> None:
    quiet = builders.application("Brook", "Cook")
    builders.event(quiet, Kind.APPLIED, ago=30)
    coming = builders.application("Cole", "Clerk")
    builders.event(coming, Kind.INTERVIEW_SCHEDULED, ago=-3)
    rows = {row["employer"]: row for row in told("list")}
    assert rows["Acme"] == {
        "id": acme.pk,
        "employer": "Acme",
        "role": "Data Analyst",
        "stage": "interview",
        "status": "closed",
        "ending": "rejected",
        "applied_on": "2026-10-14",
        "last_on": "2026-11-14",
        "next_on": None,
        "interviews": 1,
        "messages": 1,
    }
    assert (rows["Brook"]["status"], rows["Brook"]["ending"]) == ("quiet", None)
    assert rows["Cole"]["next_on"] == "2026-11-26"


def test_the_list_can_be_narrowed(acme: Application) -> None:
    archive(application=builders.application("Brook"))
    assert [row["employer"] for row in told("list", "--status", "closed")] == ["Acme"]
    assert told("list", "--search", "brook") == []
    assert len(told("list", "--all")) == 2
    assert told("list", "--status", "open") == []


def test_one_is_shown_with_its_history_also_what_no_longer_counts(
    acme: Application,
) -> None:
    take_back(event=acme.events.get(kind=Kind.INTERVIEW_HELD))
    Outcome.objects.update(feedback_offered="Just reply.")
    acme.employer.contacts.create(person=acme.person, name="Priya Nair")
    found = told("show", str(acme.pk))
    events = [(one["kind"], one["on"], one["counts"]) for one in found["events"]]
    assert events == [
        ("applied", "2026-10-14", True),
        ("interview_held", "2026-11-03", False),
        ("rejected", "2026-11-14", True),
    ]
    assert found["events"][2]["quote"] == "No."
    assert found["events"][2]["message"] == acme.filings.get().message_id
    assert found["outcome"]["feedback_offered"] == "Just reply."
    assert found["contacts"] == [{"name": "Priya Nair", "address": "", "part": ""}]
    assert (found["place"], found["rounds"]) == ("Leeds", [])


def test_a_merged_one_is_shown_as_its_whole(acme: Application) -> None:
    part = builders.application("Brook")
    builders.message(part)
    merge_applications(whole=acme, other=part)
    found = told("show", str(part.pk))
    assert (found["id"], found["messages"]) == (acme.pk, 2)


def test_a_line_adds_one() -> None:
    found = told("add", "Acme, Data Analyst, applied 3 Nov, referral")
    assert (found["role"], found["applied_on"]) == ("Data Analyst", "2026-11-03")
    with pytest.raises(OnwardError, match="Which role was it"):
        run("add", "Acme, 3 Nov")


def test_a_number_that_is_none_is_said_so() -> None:
    with pytest.raises(OnwardError, match="no application with this number"):
        run("show", "7")


def test_what_belongs_to_somebody_else_is_not_there() -> None:
    secret = builders.application("Secret", of=builders.person("sam"))
    assert told("list") == []
    with pytest.raises(OnwardError):
        run("show", str(secret.pk))


def test_people_get_a_table(acme: Application) -> None:
    Application.objects.update(role="Chief [bold]Hedgehog[/bold]")
    assert "Chief [bold]Hedgehog[/bold]" in run("show", str(acme.pk))
    assert "closed" not in run("list")
    assert "rejected" in run("list")
    assert "None." in run("list", "--search", "nothing")


@pytest.mark.parametrize("count", [10, 60])
def test_a_long_list_asks_no_more_questions(
    django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    for number in range(count):
        builders.message(builders.application(f"Employer {number}"))
    with django_assert_num_queries(3):
        told("list")
