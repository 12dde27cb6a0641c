import json

import pytest

from onward.domain.interview.answers.review import Gap, PartName, Place, Point
from onward.domain.speech.heard import Filler, Heard, Word
from onward.journey.practice.frozen import UnreadableError, as_json, from_json
from onward.journey.practice.words import Words
from tests.journey.practice.made_up import NO_RESULT, heard


def test_words_come_back_as_they_were() -> None:
    words = Words(heard(NO_RESULT, fillers=(Filler("um", 1, 1.3, sure=False),)), "more")
    assert from_json(Words, as_json(words)) == words


def test_a_point_without_a_place_stays_without() -> None:
    assert from_json(Point, as_json(Point("Say more."))) == Point("Say more.")
    placed = Point("Keep it.", Place("so", 1, 3))
    assert from_json(Point, as_json(placed)) == placed


def test_what_an_older_version_left_out_is_filled_in() -> None:
    assert from_json(Heard, b'{"seconds": 2.5}') == Heard(2.5)


def test_what_a_later_version_added_is_left_out() -> None:
    told = {"text": "so", "start": 0, "end": 1, "likely": 0.5, "mood": "blue"}
    assert from_json(Word, json.dumps(told).encode()) == Word("so", 0, 1, 0.5)


@pytest.mark.parametrize("told", [b"", b"[]", b'{"text": "so"}', b"null"])
def test_what_is_no_such_value_is_said_to_be_unreadable(told: bytes) -> None:
    with pytest.raises(UnreadableError):
        from_json(Word, told)


def test_names_come_back_as_what_they_name() -> None:
    assert Gap("no_result") is Gap.NO_RESULT
    assert PartName("result") is PartName.RESULT
