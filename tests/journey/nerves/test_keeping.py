from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.db import connection

from onward.domain.nerves.techniques import Technique
from onward.journey.history.models import Change
from onward.journey.history.services import undo_change
from onward.journey.nerves.keeping import (
    MOST_LINES,
    add_line,
    change_line,
    keep_letter,
    remove_line,
)
from onward.journey.nerves.models import LetterToSelf
from onward.journey.nerves.queries import letter_for, lines_of
from onward.journey.people.sealing import (
    SealedAwayError,
    lock_up,
    open_with,
    set_passphrase,
)
from tests.builders import application, person

pytestmark = pytest.mark.django_db
BLANK = Technique.BLANK
WORDS = "I led the move to the new library, and nobody lost a book."


def said() -> list[str]:
    return [line.text for line in lines_of(person(), BLANK)]


def test_a_line_is_kept_once_and_on_one_line() -> None:
    for text in ("Let me\nthink.", "Let me think.", "  "):
        add_line(person=person(), technique=BLANK, text=text)
    assert said() == ["Let me think."]


def test_there_are_only_so_many_lines_as_one_can_remember() -> None:
    for number in range(MOST_LINES + 3):
        add_line(person=person(), technique=BLANK, text=f"Line {number}")
    assert len(said()) == MOST_LINES


def test_a_line_taken_away_can_be_had_back() -> None:
    line = add_line(person=person(), technique=BLANK, text="One moment.")
    assert line
    remove_line(line=line)
    assert said() == []
    undo_change(change=Change.objects.of(person()).get())
    assert said() == ["One moment."]


def test_a_line_can_be_changed_and_without_words_it_goes() -> None:
    line = add_line(person=person(), technique=BLANK, text="One moment.")
    assert line
    change_line(line=line, text="One moment, please.")
    assert said() == ["One moment, please."]
    change_line(line=line, text=" ")
    assert said() == []


def test_the_letter_of_an_application_comes_before_the_one_for_any() -> None:
    acme, other = application("Acme"), application("Other")
    keep_letter(person=person(), text="For any.")
    keep_letter(person=person(), text=WORDS, application=acme)
    assert letter_for(person(), acme) == WORDS
    assert letter_for(person(), other) == "For any."
    assert letter_for(person()) == "For any."


def test_without_a_letter_there_are_no_words() -> None:
    assert letter_for(person(), application()) == ""


def test_a_letter_written_again_takes_the_place_of_the_one_before() -> None:
    keep_letter(person=person(), text="First.")
    keep_letter(person=person(), text="Second.")
    assert letter_for(person()) == "Second."
    keep_letter(person=person(), text=" ")
    assert not LetterToSelf.objects.of(person()).exists()


def test_the_letter_cannot_be_read_in_the_database() -> None:
    keep_letter(person=person(), text=WORDS)
    with connection.cursor() as cursor:
        cursor.execute("SELECT sealed FROM nerves_lettertoself")
        (sealed,) = cursor.fetchone()
    assert b"library" not in bytes(sealed)


def test_without_the_passphrase_nobody_reads_it(
    django_capture_on_commit_callbacks: Callable[..., AbstractContextManager[object]],
) -> None:
    keep_letter(person=person(), text=WORDS)
    with django_capture_on_commit_callbacks(execute=True):
        set_passphrase(person=person(), passphrase="four plain words here")
    open_with(person=person(), passphrase="four plain words here")
    assert letter_for(person()) == WORDS
    lock_up(person=person())
    with pytest.raises(SealedAwayError):
        letter_for(person())
