import subprocess
import sys
from pathlib import Path

import pytest

from onward.domain.letters.flags import Kind
from onward.domain.letters.tone import check
from tools.tone_examples import OWN, own_letters, own_lines
from tools.tone_figures import answer_to, count

BUILD = own_letters(OWN / "build")
FINE = [letter for letter in BUILD if not letter.expected]


def test_a_letter_without_fault_gets_no_flag() -> None:
    assert len(FINE) >= 25
    for letter in FINE:
        assert not check(letter.text, hour=letter.hour).flags, letter.place


def test_nearly_all_flags_are_right_and_nearly_all_remarks_are_made() -> None:
    counted = count(map(answer_to, BUILD))
    assert counted.precision >= 0.97
    assert counted.recall >= 0.97


def test_no_fine_line_is_flagged_and_few_others_are_missed() -> None:
    answers = [answer_to(line) for line in own_lines(OWN / "lines")]
    assert not [a.letter.text for a in answers if a.flags and not a.letter.expected]
    assert count(answers).recall >= 0.95


def test_every_flag_quotes_the_letter_word_for_word() -> None:
    for letter in BUILD:
        for flag in check(letter.text, hour=letter.hour).flags:
            assert flag.quote == letter.text[flag.start : flag.end]
            assert flag.why


def test_flags_come_in_the_order_of_the_letter() -> None:
    text = "Why was I not chosen? You wasted my time. I demand an answer."
    flags = check(text, hour=23).flags
    assert [flag.start for flag in flags] == sorted(flag.start for flag in flags)
    assert flags[0].kind is Kind.LATE


def test_words_and_questions_are_counted() -> None:
    tone = check("Dear Ana,\n\nThank you so much. What could I do better?")
    assert (tone.words, tone.questions) == (11, 1)


@pytest.mark.parametrize("text", ["", "\n", "?", "!!!", ".", "\u2026", "a" * 50_000])
def test_what_is_hardly_a_letter_does_no_harm(text: str) -> None:
    tone = check(text, hour=3, angry_versions=["", "?"])
    assert 0 <= tone.politeness <= 1


def test_the_letters_are_where_they_are_said_to_be() -> None:
    assert Path(OWN / "README.md").exists()
    assert len(BUILD) >= 60


def test_numpy_waits_until_a_letter_is_read() -> None:
    asks = "import sys, onward.domain.letters.tone; print('numpy' in sys.modules)"
    told = subprocess.run(
        [sys.executable, "-c", asks], capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == "False"
