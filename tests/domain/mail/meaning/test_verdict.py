from dataclasses import replace

import numpy as np
import pytest

from onward.domain.mail.meaning.scores import Letter, Scores, meanings
from onward.domain.mail.meaning.verdict import (
    ABOUT_SEARCH,
    incoming,
    meaning_in,
    said_in_words,
    verdict_of,
)
from onward.domain.mail.meaning.weights import MEANINGS, Floats
from onward.domain.mail.verdict import Meaning

NO = "Your application\n\nWe have decided not to take your application further."
A_NO, ORDINARY = (
    MEANINGS.index(Meaning.REJECTION),
    MEANINGS.index(Meaning.NOT_JOB_RELATED),
)


def chances(**told: float) -> Floats:
    found = np.zeros(len(MEANINGS), dtype=np.float32)
    for name, chance in told.items():
        found[MEANINGS.index(Meaning(name))] = chance
    return found


def scored(text: str) -> Scores:
    return meanings([Letter(text)])[0]


def test_what_is_hardly_about_the_search_is_ordinary_and_asked_about() -> None:
    doubted = chances(rejection=ABOUT_SEARCH - 0.05, not_job_related=0.35)
    assert meaning_in(doubted) == (Meaning.NOT_JOB_RELATED, 0.35)
    verdict = verdict_of(scored(NO), NO, doubted)
    assert (verdict.meaning, verdict.needs_asking) == (Meaning.NOT_JOB_RELATED, True)


def test_what_is_likely_about_the_search_keeps_its_meaning() -> None:
    likely = chances(rejection=0.6, offer=0.2, not_job_related=0.2)
    assert meaning_in(likely) == (Meaning.REJECTION, 0.6)


def test_a_no_must_be_likelier_than_not() -> None:
    doubtful = chances(rejection=0.5, offer=0.3, not_job_related=0.2)
    assert meaning_in(doubtful) == (Meaning.OFFER, 0.3)


def test_what_one_model_calls_ordinary_the_other_must_be_surer_of() -> None:
    likely = chances(rejection=0.7, not_job_related=0.25, other=0.05)
    assert meaning_in(likely) == (Meaning.REJECTION, 0.7)
    assert meaning_in(likely, is_doubted=True) == (Meaning.NOT_JOB_RELATED, 0.25)


def test_what_the_person_wrote_is_not_doubted() -> None:
    scores = replace(scored(NO), is_doubted=True)
    likely = chances(follow_up=0.9, not_job_related=0.1)
    assert verdict_of(scores, NO, likely).meaning is Meaning.FOLLOW_UP


def test_a_no_that_a_sentence_says_stands() -> None:
    scores = scored(NO)
    assert said_in_words(scores, NO)[A_NO] == scores.chances[A_NO]
    assert verdict_of(scores, NO).meaning is Meaning.REJECTION


def test_a_no_that_no_sentence_says_is_none() -> None:
    scores = scored("Senior Lead, Quality\n\n")
    silent = replace(
        scores, chances=chances(rejection=1), moved=np.zeros_like(scores.moved)
    )
    assert said_in_words(silent, "Senior Lead")[A_NO] == 0
    assert silent.chances[A_NO] == 1
    assert verdict_of(silent, "Senior Lead").meaning is not Meaning.REJECTION


def test_a_no_of_more_than_a_subject_need_not_lie_in_one_sentence() -> None:
    text = "\n\nThanks for Tuesday. We have somebody now. Keep well."
    scores = scored(text)
    silent = replace(
        scores, chances=chances(rejection=1), moved=np.zeros_like(scores.moved)
    )
    assert said_in_words(silent, text)[A_NO] == 1


def test_what_somebody_else_wrote_is_no_letter_of_ones_own_but_asked_about() -> None:
    said = chances(follow_up=0.9, recruiter_outreach=0.05, not_job_related=0.05)
    told = incoming(replace(scored(NO), chances=said))
    assert told.chances.sum() == pytest.approx(1)
    assert told.chances[ORDINARY] == pytest.approx(0.05)
    verdict = verdict_of(told, NO)
    assert verdict.needs_asking
    assert verdict.meaning not in {Meaning.FOLLOW_UP, Meaning.NOT_JOB_RELATED}


def test_what_is_little_like_ones_own_stays_what_it_is() -> None:
    said = chances(follow_up=0.04, rejection=0.95, not_job_related=0.01)
    told = incoming(replace(scored(NO), chances=said))
    assert told.chances[A_NO] > 0.95


@pytest.mark.parametrize("day", ["29. Januar", "3. März", "14. Dezember"])
def test_a_sentence_parted_by_a_german_day_is_shown_whole(day: str) -> None:
    invites = f"Wir laden Sie für Donnerstag, den {day} 2026, zum Gespräch ein."
    text = f"Ihre Bewerbung\nGuten Tag,\n{invites} Bis dann."
    found = verdict_of(meanings([Letter(text)])[0], text)
    quotes = [one.quote for one in found.evidence]
    assert [one for one in quotes if day.split()[1] in one] == [invites]
