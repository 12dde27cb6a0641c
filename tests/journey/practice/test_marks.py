import pytest

from onward.domain.interview.answers.review import PartName
from onward.domain.practice.learned import Marked
from onward.domain.speech.heard import Filler
from onward.journey.history.models import Change
from onward.journey.history.services import undo_change
from onward.journey.practice.corrections import (
    Place,
    WordsNotFoundError,
    add_mark,
    mark_words,
    take_mark_off,
)
from onward.journey.practice.keeping import keep_choices
from onward.journey.practice.lessons import forget_lesson, learned_from, lessons_of
from onward.journey.practice.marks import Marks, fillers_per_minute, marks_of
from onward.journey.practice.models import Correction, Take
from onward.journey.practice.words import words_of
from tests.builders import person
from tests.journey.practice.made_up import NO_RESULT, heard, spoken, typed

pytestmark = pytest.mark.django_db
UM = Filler("um", 2.0, 2.3, sure=True)
MAYBE = Filler("uh", 5.0, 5.2, sure=False)


def marked(take: Take) -> Marks:
    return marks_of(take, words_of(take), learned_from(person()))


def place(filler: Filler) -> Place:
    return Place(Marked.FILLER, filler.text, filler.start, filler.end, filler.sure)


def said() -> Take:
    return spoken(heard(NO_RESULT, fillers=(UM, MAYBE)))


def test_a_mark_taken_off_is_gone_and_can_be_had_back() -> None:
    take = said()
    take_mark_off(take=take, place=place(UM))
    assert marked(take).fillers == (MAYBE,)
    add_mark(take=take, place=place(UM))
    assert marked(take).fillers == (UM, MAYBE)
    assert not Correction.objects.exists()


def test_what_was_said_of_a_mark_can_be_taken_back_from_the_history() -> None:
    take = said()
    take_mark_off(take=take, place=place(UM))
    change = Change.objects.of(person()).latest("pk")
    undo_change(change=change)
    assert marked(take).fillers == (UM, MAYBE)
    own = Place(Marked.FILLER, "so", 7.2, 7.5)
    add_mark(take=take, place=own)
    undo_change(change=Change.objects.of(person()).latest("pk"))
    assert marked(take).fillers == (UM, MAYBE)
    add_mark(take=take, place=own)
    take_mark_off(take=take, place=own)
    undo_change(change=Change.objects.of(person()).latest("pk"))
    assert [one.text for one in marked(take).fillers] == ["um", "uh", "so"]


def test_a_mark_of_ones_own_can_be_taken_off_again() -> None:
    take = said()
    own = Place(Marked.FILLER, "so", 7.2, 7.5)
    add_mark(take=take, place=own)
    assert [one.text for one in marked(take).fillers] == ["um", "uh", "so"]
    take_mark_off(take=take, place=own)
    assert [one.text for one in marked(take).fillers] == ["um", "uh"]


def test_what_was_said_three_times_holds_for_the_next_take_too() -> None:
    for _ in range(3):
        take_mark_off(take=said(), place=place(MAYBE))
    assert marked(said()).fillers == (UM,)


def test_what_was_taught_can_be_forgotten_and_stays_where_it_was_said() -> None:
    takes = [said() for _ in range(3)]
    for take in takes:
        take_mark_off(take=take, place=place(MAYBE))
    (lesson,) = lessons_of(person())
    forget_lesson(person=person(), teaches=lesson.teaches, text=lesson.text)
    assert lessons_of(person()) == ()
    assert marked(said()).fillers == (UM, MAYBE)
    assert marked(takes[0]).fillers == (UM,)
    assert forget_lesson(person=person(), teaches=lesson.teaches) is None
    undo_change(change=Change.objects.of(person()).latest("pk"))
    assert marked(said()).fillers == (UM,)


def test_a_word_begun_twice_can_be_taken_off_as_any_mark() -> None:
    take = spoken(heard("I took the the b-box home and nobody asked me why."))
    slips = marked(take).slips
    assert [one.text for one in slips] == ["the the", "b-box"]
    for one in slips:
        off = Place(Marked.REPETITION, one.text, one.start, one.end)
        take_mark_off(take=take, place=off)
    assert marked(take).slips == ()


def test_ones_own_words_are_looked_for_in_every_take() -> None:
    keep_choices(person=person(), keep_days=30, fillers=["sheet"], shows_norms=False)
    assert "sheet" in [one.text for one in marked(said()).fillers]


def test_fillers_a_minute_count_only_those_that_stand() -> None:
    take = said()
    spoken_words = words_of(take).spoken
    assert spoken_words is not None
    before = fillers_per_minute(marked(take), spoken_words)
    take_mark_off(take=take, place=place(UM))
    after = fillers_per_minute(marked(take), spoken_words)
    assert before == pytest.approx(2 * (after or 0))


def test_words_marked_as_a_part_are_that_part_whatever_was_read() -> None:
    take = typed(NO_RESULT)
    mark_words(take=take, words="nobody knew why", is_what="task")
    parts = {one.part: one.place.quote for one in marked(take).parts}
    assert parts[PartName.TASK] == "nobody knew why"


def test_a_part_taken_off_does_not_come_back() -> None:
    take = typed(NO_RESULT)
    first = marked(take).parts[0]
    start, end = float(first.place.start), float(first.place.end)
    take_mark_off(take=take, place=Place(Marked.PART, first.part, start, end))
    assert first not in marked(take).parts


def test_small_letters_and_blanks_do_not_matter_in_ones_own_mark() -> None:
    take = said()
    mark_words(take=take, words="NOBODY  knew", is_what="filler")
    assert "nobody knew" in [one.text for one in marked(take).fillers]


@pytest.mark.parametrize("words", ["a purple cow", "   ", "?!"])
def test_words_that_are_not_there_are_not_marked(words: str) -> None:
    with pytest.raises(WordsNotFoundError):
        mark_words(take=said(), words=words, is_what="result")
