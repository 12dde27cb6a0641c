from dataclasses import replace
from datetime import UTC, date, datetime
from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.domain.letters.feedback_request import (
    FEWEST_WORDS,
    MOST_WORDS,
    Ask,
    Channel,
    Choices,
    Offered,
    feedback_request,
)
from onward.domain.letters.locales import Locale
from onward.domain.letters.manner import Manner
from onward.domain.letters.tone import check

PLAIN = Choices(
    contact="Priya",
    person="Amira",
    role="Data Analyst",
    employer="Hallam & Rowe",
    asks=(Ask.CHANGE,),
    detail="the question about the housing data",
    met_on=date(2026, 11, 4),
)
SLOTS = (
    datetime(2026, 12, 2, 11, 0, tzinfo=UTC),
    datetime(2026, 12, 3, 15, 30, tzinfo=UTC),
)
DETAILS = (
    "the walk round the stock room",
    "talking about rotas at Christmas",
    "You asked how I would tell a family that the ward was full.",
    "I lost my thread when the fire bell rang",
    "your new reporting system and what it still cannot do",
    "",
)
CHOICES = st.builds(
    Choices,
    contact=st.sampled_from(["Priya", "Dr Osei", "Ms van der Berg", ""]),
    person=st.sampled_from(["Amira", "Amira Sutcliffe"]),
    role=st.sampled_from(["Data Analyst", "Healthcare Assistant (nights)", "Baker"]),
    employer=st.sampled_from(["Hallam & Rowe", "Leeds City Council", "Tarn", ""]),
    asks=st.lists(st.sampled_from(Ask), min_size=1, max_size=2, unique=True).map(tuple),
    detail=st.sampled_from(DETAILS),
    criterion=st.sampled_from(["working with data", "delivering at pace"]),
    met_on=st.sampled_from([None, date(2026, 11, 4)]),
    channel=st.sampled_from(Channel),
    slots=st.sampled_from([(), SLOTS[:1], SLOTS]),
    offered=st.sampled_from(Offered),
    interested=st.booleans(),
    locale=st.sampled_from(Locale),
    manner=st.sampled_from([Manner(), Manner("Hi", "All best", contracts=True)]),
)


@given(CHOICES)
def test_whatever_is_chosen_the_letter_can_be_read_on_a_phone(choices: Choices) -> None:
    letter = feedback_request(choices)
    assert FEWEST_WORDS <= letter.words <= MOST_WORDS
    assert "{" not in letter.text
    assert letter.text.count("?") <= 2


@given(CHOICES)
def test_its_own_tone_check_finds_nothing_in_it(choices: Choices) -> None:
    tone = check(feedback_request(choices).text, hour=9)
    assert tone.flags == ()
    assert tone.politeness >= 0.5


@given(CHOICES)
def test_it_says_nothing_that_was_not_chosen(choices: Choices) -> None:
    text = feedback_request(replace(choices, detail="", met_on=None)).text
    assert "4 November" not in text
    assert "stayed" not in text
    assert "valued" not in text


@given(CHOICES)
def test_the_same_choices_write_the_same_letter(choices: Choices) -> None:
    assert feedback_request(choices) == feedback_request(choices)


@pytest.mark.parametrize("detail", DETAILS[1:5])
def test_another_detail_writes_a_clearly_different_letter(detail: str) -> None:
    one = feedback_request(PLAIN).text
    other = feedback_request(replace(PLAIN, detail=detail)).text
    assert SequenceMatcher(None, one.split(), other.split()).ratio() < 0.8


@pytest.mark.parametrize("detail", DETAILS[:5])
def test_the_person_s_own_detail_is_in_it(detail: str) -> None:
    text = feedback_request(replace(PLAIN, detail=detail)).text
    assert detail.rstrip(".")[1:] in text  # within a sentence it begins small


@pytest.mark.parametrize("ask", Ask)
def test_what_was_asked_is_one_question(ask: Ask) -> None:
    chosen = replace(PLAIN, asks=(ask,), criterion="working with data")
    text = feedback_request(chosen).text
    assert text.count("?") == 1
    assert ("working with data" in text) is (ask is Ask.CRITERION)


def test_never_more_than_two_things_are_asked() -> None:
    chosen = replace(PLAIN, asks=(Ask.STRONGEST, Ask.CHANGE, Ask.ADVICE))
    two = replace(PLAIN, asks=(Ask.STRONGEST, Ask.CHANGE))
    assert feedback_request(chosen).text.count("?") == (
        feedback_request(two).text.count("?")
    )


def test_times_are_written_as_the_reader_writes_them() -> None:
    uk = feedback_request(replace(PLAIN, slots=SLOTS)).text
    us = feedback_request(replace(PLAIN, slots=SLOTS, locale=Locale.US)).text
    assert "Wednesday 2 December at 11:00 or Thursday 3 December at 15:30" in uk
    assert "Wednesday December 2 at 11:00 am or Thursday December 3 at 3:30 pm" in us
    assert "e-mail" not in us


def test_an_offer_of_theirs_is_taken_up() -> None:
    text = feedback_request(replace(PLAIN, offered=Offered.CALL)).text
    assert "offer" in text
    assert "decision" not in text.split("offer")[0].split("\n\n")[-1]


def test_an_answer_stays_in_its_thread() -> None:
    answered = replace(PLAIN, their_subject="Data analyst, second interview")
    again = replace(PLAIN, their_subject="Re: Data analyst, second interview")
    assert feedback_request(answered).subject == "Re: Data analyst, second interview"
    assert feedback_request(again).subject == "Re: Data analyst, second interview"


def test_a_new_letter_names_the_role_and_the_day() -> None:
    assert feedback_request(PLAIN).subject.startswith("Data Analyst, interview on 4 ")


def test_the_person_s_manner_is_kept() -> None:
    manner = Manner("Hi", "All best", contracts=True)
    text = feedback_request(replace(PLAIN, manner=manner)).text
    assert text.startswith("Hi Priya,")
    assert text.endswith("All best,\nAmira")
    assert "I would" not in text
