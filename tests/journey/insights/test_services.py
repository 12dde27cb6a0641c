from datetime import timedelta

import pytest

from onward.domain.statistics.priors import PRIORS, Step
from onward.journey.history.models import Change
from onward.journey.history.services import undo_change
from onward.journey.insights import services
from onward.journey.insights.models import NewWay
from onward.journey.insights.queries import new_ways, priors
from tests.builders import TODAY, person

pytestmark = pytest.mark.django_db


def test_an_own_usual_share_takes_the_place_of_what_is_known() -> None:
    me = person()
    services.keep_usual(person=me, step=Step.OFFER, share=0.3, weight=5, on=TODAY)
    services.keep_usual(person=me, step=Step.OFFER, share=0.4, weight=5, on=TODAY)
    own = priors(me)[Step.OFFER]
    assert own.base == pytest.approx(0.4)
    assert (own.as_of, own.is_own) == (TODAY, True)
    assert priors(me)[Step.ROUND] == PRIORS[Step.ROUND]
    assert priors(person("charlie"))[Step.OFFER] == PRIORS[Step.OFFER]
    services.drop_usual(person=me, step=Step.OFFER)
    assert priors(me) == PRIORS


@pytest.mark.parametrize(("share", "weight"), [(0, 5), (1, 5), (0.2, 0), (0.2, 500)])
def test_an_impossible_share_is_not_kept(share: float, weight: float) -> None:
    with pytest.raises(services.ImpossibleShareError):
        services.keep_usual(
            person=person(), step=Step.OFFER, share=share, weight=weight, on=TODAY
        )


def test_a_change_is_written_down_before_its_effect_is_known() -> None:
    me = person()
    week_ago = TODAY - timedelta(days=7)
    services.write_new_way(person=me, words="Call", began_on=week_ago, today=TODAY)
    with pytest.raises(services.TooLateToCompareError):
        services.write_new_way(
            person=me,
            words="Call",
            began_on=week_ago - timedelta(days=1),
            today=TODAY,
        )
    assert new_ways(me).get().began_on == week_ago


def test_a_dropped_change_can_be_taken_back() -> None:
    me = person()
    made = services.write_new_way(person=me, words="Call", began_on=TODAY, today=TODAY)
    services.drop_new_way(new_way=made)
    assert not NewWay.objects.of(me).exists()
    undo_change(change=Change.objects.of(me).get())
    back = new_ways(me).get()
    assert (back.words, back.began_on) == ("Call", TODAY)
    assert back.written_at == made.written_at
