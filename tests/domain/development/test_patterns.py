from datetime import date

from onward.domain.development.blind_spots import (
    Forecast,
    Foreseen,
    blind_spots,
    foreseen,
)
from onward.domain.development.patterns import Leaning, Origin, Pattern, Point, board
from onward.domain.feedback.weigh import Standing

BUILD, KEEP = Leaning.BUILD, Leaning.KEEP
EMPLOYERS, SELF = Origin.EMPLOYERS, Origin.SELF


def point(
    theme: str,
    voice: str,
    origin: Origin = EMPLOYERS,
    leaning: Leaning = BUILD,
    day: int = 1,
) -> Point:
    return Point(
        theme, origin, voice, leaning, f"{theme} of {voice}", date(2026, 11, day), voice
    )


def only(*points: Point) -> Pattern:
    (pattern,) = board(points)
    return pattern


def test_one_voice_is_a_note_two_a_pattern_three_go_first() -> None:
    voices = [point("evidence", name) for name in ("Acme", "Brill", "Cato")]
    standings = [only(*voices[:count]).standing for count in (1, 2, 3)]
    assert standings == [Standing.NOTE, Standing.PATTERN, Standing.PRIORITY]


def test_the_same_employer_again_counts_once_and_all_its_quotes_are_kept() -> None:
    pattern = only(point("evidence", "Acme", day=3), point("evidence", "Acme", day=9))
    assert pattern.voices == 1
    assert len(pattern.cells[0].points) == 2
    assert pattern.last_on == date(2026, 11, 9)


def test_an_own_view_is_a_voice_beside_an_employer() -> None:
    pattern = only(point("evidence", "Acme"), point("evidence", "self", SELF))
    assert pattern.standing is Standing.PATTERN
    assert [cell.origin for cell in pattern.cells] == [EMPLOYERS, SELF]


def test_what_more_voices_say_stands_first_and_praise_apart_from_what_to_build() -> (
    None
):
    found = board(
        [
            point("structure", "Acme", day=20),
            point("evidence", "Acme"),
            point("evidence", "Brill"),
            point("evidence", "Acme", leaning=KEEP),
        ]
    )
    assert [(one.theme, one.leaning) for one in found] == [
        ("evidence", BUILD),
        ("structure", BUILD),
        ("evidence", KEEP),
    ]


def test_points_without_a_theme_are_not_taken_for_alike() -> None:
    assert board([point("", "Acme"), point("", "Brill")]) == ()


def test_others_say_it_and_the_person_does_not() -> None:
    found = blind_spots(board([point("evidence", "Acme"), point("evidence", "Brill")]))
    assert [one.theme for one in found.unseen] == ["evidence"]


def test_what_only_the_person_blames_shows_once_two_others_were_heard() -> None:
    own, first = point("interaction", "self", SELF), point("evidence", "Acme")
    assert blind_spots(board([own, first])).unshared == ()
    found = blind_spots(board([own, first, point("evidence", "Brill")]))
    assert [one.theme for one in found.unshared] == ["interaction"]


def test_praise_that_the_person_has_not_named_is_brought_up() -> None:
    found = blind_spots(board([point("structure", "Acme", leaning=KEEP)]))
    assert [one.theme for one in found.unnoticed] == ["structure"]
    assert found.unseen == ()


def test_forecasts_and_what_came_stand_beside_each_other_as_counts() -> None:
    told = [Forecast(0.8, went_on=False), Forecast(0.2, went_on=True)]
    assert foreseen(told) == Foreseen(1, 0, 1, 1)
    assert not foreseen(told).is_enough
    assert foreseen(told * 5).is_enough
