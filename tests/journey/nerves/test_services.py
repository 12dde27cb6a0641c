from datetime import timedelta

import pytest

from onward.domain.applications.events import EventKind
from onward.domain.nerves.ladder import Rung
from onward.domain.nerves.techniques import Technique
from onward.domain.statistics.paired import Helped
from onward.journey.applications.models import Round
from onward.journey.applications.services import record_event
from onward.journey.nerves.keeping import set_rung
from onward.journey.nerves.models import Use
from onward.journey.nerves.queries import close_round, helps, rung_of
from onward.journey.nerves.services import OffTheScaleError, rate_after, rate_before
from tests.builders import NOON, application, person

pytestmark = pytest.mark.django_db
BREATHING = Technique.BREATHING


def used(
    before: int | None, after: int | None, technique: Technique = BREATHING
) -> Use:
    use = rate_before(person=person(), technique=technique, rating=before)
    return rate_after(use=use, rating=after)


def test_what_is_sent_twice_is_kept_once() -> None:
    first = rate_before(person=person(), technique=BREATHING, rating=7, mark="m1")
    again = rate_before(person=person(), technique=BREATHING, rating=7, mark="m1")
    assert first == again
    assert Use.objects.of(person()).count() == 1


def test_without_a_mark_each_use_counts() -> None:
    used(5, 4)
    used(5, 4)
    assert Use.objects.of(person()).count() == 2


@pytest.mark.parametrize("rating", [-1, 11])
def test_a_rating_off_the_scale_is_refused(rating: int) -> None:
    with pytest.raises(OffTheScaleError):
        rate_before(person=person(), technique=BREATHING, rating=rating)


def test_a_use_without_ratings_counts_as_a_use_and_as_no_pair() -> None:
    used(None, 3)
    used(6, None)
    (found,) = helps(person())
    assert (found.uses, found.told.pairs) == (2, 0)
    assert found.told.helped is Helped.TOO_EARLY


def test_what_clearly_went_with_lower_nerves_comes_first() -> None:
    for before, after in [(6, 6), (5, 6), (7, 6), (4, 4), (6, 7), (5, 5)]:
        used(before, after, Technique.ENERGY)
    for before, after in [(7, 4), (6, 4), (8, 5), (5, 3), (7, 5), (8, 5)]:
        used(before, after)
    found = helps(person())
    assert [(one.technique, one.told.helped) for one in found] == [
        (BREATHING, Helped.LOWER),
        (Technique.ENERGY, Helped.UNCLEAR),
    ]


def test_nobody_elses_ratings_count() -> None:
    rate_before(person=person("sam"), technique=BREATHING, rating=7)
    assert helps(person()) == ()


def test_a_talk_tomorrow_is_close_and_one_next_week_is_not() -> None:
    acme = application()
    for days in (7, 1):
        record_event(
            application=acme,
            kind=EventKind.INTERVIEW_SCHEDULED,
            happened_at=NOON + timedelta(days=days),
            has_time=True,
        )
    found = close_round(person(), NOON)
    assert found is not None
    assert found.starts_at == NOON + timedelta(days=1)
    assert close_round(person(), NOON + timedelta(days=2)) is None


def test_the_tie_to_a_talk_goes_with_it_and_the_ratings_stay() -> None:
    acme = application()
    talk = Round.objects.create(person=person(), application=acme, starts_at=NOON)
    use = rate_before(person=person(), technique=BREATHING, rating=7, round=talk)
    talk.delete()
    use.refresh_from_db()
    assert (use.round, use.before) == (None, 7)


def test_a_person_stands_on_one_rung() -> None:
    assert rung_of(person()) is None
    set_rung(person=person(), rung=Rung.ALONE)
    set_rung(person=person(), rung=Rung.FRIEND)
    assert rung_of(person()) is Rung.FRIEND
