"""Making two one and taking them apart, with nothing moved."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onward.domain.applications.events import EventKind as Kind
from onward.domain.applications.state import Ending
from onward.journey.applications import search
from onward.journey.applications.merging import (
    NotMergedError,
    SameError,
    merge_applications,
    merge_employers,
    split_application,
    split_employer,
)
from onward.journey.applications.models import Application, Employer, Event, Round
from onward.journey.applications.services import DERIVED, derive, ensure_employer
from onward.journey.history.models import Change
from onward.journey.history.services import CannotUndoError, undo_change
from tests import builders

pytestmark = pytest.mark.django_db


def again(application: Application) -> Application:
    return Application.objects.get(pk=application.pk)


def undo() -> None:
    undo_change(change=Change.objects.order_by("pk").last() or Change())


def derived_of(application: Application) -> list[object]:
    return [getattr(again(application), name) for name in DERIVED]


@pytest.fixture
def two() -> tuple[Application, Application]:
    first, second = builders.application(), builders.application("Acme Group")
    builders.event(first, Kind.APPLIED, ago=40)
    builders.event(second, Kind.INTERVIEW_HELD, ago=20)
    builders.event(second, Kind.REJECTED, ago=9)
    return first, second


def test_both_histories_become_one(two: tuple[Application, Application]) -> None:
    whole = merge_applications(whole=two[0], other=two[1])
    assert (again(whole).ending, again(whole).interviews) == (Ending.REJECTED, 1)
    assert list(Application.objects.whole()) == [whole]


def test_nothing_is_moved(two: tuple[Application, Application]) -> None:
    before = set(Event.objects.values_list("pk", "application_id"))
    merge_applications(whole=two[0], other=two[1])
    assert set(Event.objects.values_list("pk", "application_id")) == before


@pytest.mark.parametrize("by_history", [True, False])
def test_a_wrong_merge_can_be_taken_apart(
    two: tuple[Application, Application], *, by_history: bool
) -> None:
    before = [derived_of(one) for one in two]
    merge_applications(whole=two[0], other=two[1])
    if by_history:
        undo()
    else:
        split_application(part=again(two[1]))
    assert [derived_of(one) for one in two] == before


def test_splitting_can_be_undone(two: tuple[Application, Application]) -> None:
    merge_applications(whole=two[0], other=two[1])
    merged = derived_of(two[0])
    split_application(part=again(two[1]))
    undo()
    assert derived_of(two[0]) == merged


def test_what_was_merged_before_comes_along_and_goes_back(
    two: tuple[Application, Application],
) -> None:
    third = builders.application("Acme Holdings")
    merge_applications(whole=two[0], other=two[1])
    merge_applications(whole=third, other=again(two[0]))
    assert again(two[1]).merged_into == third
    undo()
    assert again(two[1]).merged_into == two[0]
    assert again(two[0]).merged_into is None


def test_a_merged_one_is_taken_for_its_whole(
    two: tuple[Application, Application],
) -> None:
    merge_applications(whole=two[0], other=two[1])
    third = builders.application("Third")
    merge_applications(whole=again(two[1]), other=third)
    assert again(third).merged_into == two[0]
    with pytest.raises(SameError):
        merge_applications(whole=two[0], other=again(two[1]))
    with pytest.raises(NotMergedError):
        split_application(part=two[0])


def test_a_merge_whose_parts_changed_is_not_undone_blindly(
    two: tuple[Application, Application],
) -> None:
    merge_applications(whole=two[0], other=two[1])
    change = Change.objects.get()
    split_application(part=again(two[1]))
    with pytest.raises(CannotUndoError):
        undo_change(change=change)


def test_what_comes_to_a_merged_one_counts_for_the_whole(
    two: tuple[Application, Application],
) -> None:
    merge_applications(whole=two[0], other=two[1])
    builders.event(again(two[1]), Kind.OFFER, ago=1)
    assert again(two[0]).ending == ""


def test_an_interview_known_twice_is_one_round(
    two: tuple[Application, Application],
) -> None:
    builders.event(two[0], Kind.INTERVIEW_SCHEDULED, ago=20)
    assert Round.objects.count() == 2
    merge_applications(whole=two[0], other=two[1])
    assert Round.objects.count() == 1
    split_application(part=again(two[1]))
    assert Round.objects.count() == 2


kinds = st.sampled_from([kind for kind in Kind if kind is not Kind.RETRACTED])


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(kinds, st.integers(-9, 60), st.booleans()), max_size=6))
def test_a_merge_is_the_union_of_both_histories(
    steps: list[tuple[Kind, int, bool]],
) -> None:
    parts = builders.application("One"), builders.application("Two")
    alone = builders.application("Both")
    for kind, ago, is_second in steps:
        builders.event(parts[is_second], kind, ago)
        builders.event(alone, kind, ago)
    merge_applications(whole=parts[0], other=parts[1])
    assert derived_of(parts[0]) == derived_of(alone)
    derive(application=again(parts[1]))
    assert derived_of(parts[0]) == derived_of(alone)


def test_two_employers_become_two_names_of_one() -> None:
    person = builders.person()
    mine = builders.application("Hallam & Rowe")
    other = ensure_employer(person=person, name="H and R Holdings")
    merge_employers(whole=other, other=mine.employer)
    assert ensure_employer(person=person, name="Hallam & Rowe") == other
    assert again(mine).employer.root == other
    assert list(search.find_applications(person, "holdings")) == [mine.pk]
    undo()
    assert again(mine).employer.root == mine.employer
    assert list(search.find_applications(person, "holdings")) == []


def test_a_wrong_merge_of_employers_can_be_split_and_joined_again() -> None:
    person = builders.person()
    whole, part = (ensure_employer(person=person, name=name) for name in ("A1", "B2"))
    merge_employers(whole=whole, other=part)
    split_employer(part=Employer.objects.get(pk=part.pk))
    assert Employer.objects.get(pk=part.pk).merged_into is None
    undo()
    assert Employer.objects.get(pk=part.pk).merged_into == whole
