import pytest

from onward.domain.mail.meaning.phrases import (
    Phrase,
    all_phrases,
    phrases_in,
    rule_sums,
)
from onward.domain.mail.meaning.words import sentences_of
from onward.domain.mail.verdict import Meaning


def said_for(text: str) -> dict[Meaning, float]:
    spoken = list(phrases_in(text, sentences_of(text)))
    return dict(zip(Meaning, rule_sums(spoken), strict=True))


@pytest.mark.parametrize("phrase", all_phrases(), ids=lambda phrase: phrase.words)
def test_every_rule_holds_in_its_own_example(phrase: Phrase) -> None:
    spoken = phrases_in(phrase.example, sentences_of(phrase.example))
    assert phrase in [item.phrase for item in spoken]


@pytest.mark.parametrize(
    "text",
    [
        "We won't be taking your application any further on this occasion.",
        "The panel has gone another way.",
        "I regret to inform you that the post has been filled.",
        "In the end we appointed another applicant.",
        "Malheureusement, votre candidature n'a pas été retenue.",
        "Nous ne pourrons donner une suite favorable à votre demande.",
        "Notre choix s'est porté sur un autre profil.",
    ],
)
def test_an_ending_speaks_for_a_rejection(text: str) -> None:
    assert said_for(text)[Meaning.REJECTION] >= 2


@pytest.mark.parametrize(
    "text",
    [
        "If you are not selected, we will keep your details.",
        "Should you be unsuccessful, we will let you know.",
        "Only shortlisted candidates will be contacted.",
        "Unfortunately we need to reschedule our call.",
        "Have you gone with someone else?",
        "Sans réponse sous un mois, votre candidature n'aura pas été retenue.",
        "Nous devons malheureusement reporter votre rendez-vous.",
    ],
)
def test_what_only_looks_like_an_ending_does_not(text: str) -> None:
    assert said_for(text)[Meaning.REJECTION] <= 0


def test_a_condition_in_one_sentence_does_not_excuse_the_next() -> None:
    text = "If you have questions, write to me. You have been unsuccessful."
    assert said_for(text)[Meaning.REJECTION] >= 2


def test_rules_together_stay_bounded() -> None:
    text = " ".join(phrase.example for phrase in all_phrases())
    assert max(said_for(text).values()) <= 6
