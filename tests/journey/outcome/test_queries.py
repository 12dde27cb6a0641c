import pytest
from pytest_django import DjangoAssertNumQueries

from onward.domain.applications.events import EventKind
from onward.domain.applications.loop import Taken
from onward.domain.applications.state import Stage
from onward.domain.landing.reached import Reached
from onward.domain.landing.walk import Screen
from onward.journey.applications.merging import merge_applications
from onward.journey.applications.models import Application
from onward.journey.outcome.landing import Account, go_to, keep_account
from onward.journey.outcome.models import Outcome
from onward.journey.outcome.queries import how_taken, taken
from tests import builders

pytestmark = pytest.mark.django_db


def rejected(employer: str = "Acme") -> Application:
    made = builders.application(employer)
    builders.event(made, EventKind.REJECTED, ago=1)
    return made


def test_it_is_known_of_each_how_it_ended_and_was_taken(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    offered, landed, neither = rejected("A"), rejected("B"), rejected("C")
    mine = Outcome.objects.filter(application=offered)
    mine.update(feedback_offered="Just ring.")
    go_to(outcome=landed.outcomes.get(), screen=Screen.DONE)
    with django_assert_num_queries(1):
        found = how_taken([offered, landed, neither])
    assert found[offered.pk] == Taken(is_offered=True)
    assert found[landed.pk] == Taken(has_landed=True)
    assert found[neither.pk] == Taken()
    assert taken(landed.outcomes.get()) == Taken(has_landed=True)


def test_what_was_merged_counts_for_the_whole() -> None:
    part, whole = rejected("A"), builders.application("A", "Chef")
    go_to(outcome=part.outcomes.get(), screen=Screen.DONE)
    merge_applications(whole=whole, other=part)
    assert how_taken([whole]) == {whole.pk: Taken(has_landed=True)}


def test_who_was_met_is_known_from_the_mail_and_better_from_the_person() -> None:
    outcome = rejected().outcomes.get()
    assert not taken(outcome).is_met
    outcome.stage = Stage.INTERVIEW
    assert taken(outcome).is_met
    keep_account(outcome=outcome, account=Account(reached=Reached.TEST))
    assert not taken(Outcome.objects.get()).is_met


def test_of_what_has_not_ended_nothing_is_known() -> None:
    assert how_taken([]) == {}
    assert how_taken([builders.application()]) == {}
    assert taken(None) == Taken()
