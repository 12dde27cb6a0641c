import pytest

from onward.domain.feedback.note import Kind
from onward.domain.feedback.signs import Sign, all_signs, signs_in
from onward.domain.feedback.words import words_in


@pytest.mark.parametrize("sign", all_signs(), ids=lambda sign: sign.name)
def test_every_sign_holds_in_its_own_example(sign: Sign) -> None:
    assert sign.name in signs_in(words_in(sign.example))


def test_every_sign_points_to_a_kind_or_to_nothing() -> None:
    known = {*map(str, Kind), "nothing"}
    assert {sign.points_to for sign in all_signs()} == known


def test_words_without_a_sign_have_none() -> None:
    assert signs_in(words_in("The kitchen has a blue door.")) == ()
