import json

import pytest

from onward.journey.practice.models import Opinion
from onward.journey.practice.sharing import (
    LARGEST_BYTES,
    NotAnOpinionError,
    OtherTakeError,
    View,
    as_opinion,
    opinions_of,
    take_in_opinion,
)
from tests.journey.practice.made_up import SHOP, typed

pytestmark = pytest.mark.django_db
VIEW = View(by="Sam", keep="The sheet.", attempt="Begin with the result.")


def test_what_a_friend_thinks_comes_back_locked_and_once() -> None:
    take = typed(SHOP)
    kept = take_in_opinion(take=take, content=as_opinion(take, VIEW))
    assert take_in_opinion(take=take, content=as_opinion(take, VIEW)) == kept
    assert opinions_of(take) == (VIEW,)
    assert b"Sam" not in bytes(kept.words)


def test_an_answer_about_another_take_is_not_taken_in() -> None:
    take, other = typed(SHOP), typed(SHOP)
    with pytest.raises(OtherTakeError):
        take_in_opinion(take=take, content=as_opinion(other, VIEW))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"not json",
        b'{"kind": "onward-opinion"}',
        b'{"kind": "something", "take": "x"}',
        b"\xff\xfe",
        b"{" * 3_000,
        b" " * (LARGEST_BYTES + 1),
    ],
)
def test_any_other_file_is_refused_and_nothing_kept(content: bytes) -> None:
    with pytest.raises(NotAnOpinionError):
        take_in_opinion(take=typed(SHOP), content=content)
    assert not Opinion.objects.exists()


def test_an_answer_without_a_word_is_none() -> None:
    take = typed(SHOP)
    with pytest.raises(NotAnOpinionError):
        take_in_opinion(take=take, content=as_opinion(take, View()))


def test_very_long_words_are_cut_and_odd_ones_are_text() -> None:
    take = typed(SHOP)
    told = {"kind": "onward-opinion", "take": take.key, "keep": "x" * 9_000, "by": 7}
    take_in_opinion(take=take, content=json.dumps(told).encode())
    (view,) = opinions_of(take)
    assert len(view.keep) == 2_000
    assert view.by == "7"
