from pathlib import Path

import pytest

from onward.domain.mail.verdict import Meaning
from tools.mail_examples import OWN, PERSON, Example, judge_examples, own_examples

TWO = """@@ rejection; scene=joiner; role=bench joiner; quote=its gone; lookalike
From: Kev <kev@pikejoinery.example>
Subject: Sat

sorry pal its gone

Kev
@@ follow_up; scene=person asks; employer=Pike Joinery
From: Sam Reed <sam@home.example>
To: Kev <kev@pikejoinery.example>
Subject: Re: Sat

Did you decide?
"""


@pytest.fixture
def two(tmp_path: Path) -> list[Example]:
    (tmp_path / "joiners.txt").write_text(TWO)
    return own_examples(tmp_path)


def test_each_message_comes_with_what_a_reader_would_say(two: list[Example]) -> None:
    first, second = two
    assert (first.label, second.label) == (Meaning.REJECTION, Meaning.FOLLOW_UP)
    assert (first.role, first.quote) == ("bench joiner", "its gone")
    assert (second.employer, second.flags) == ("Pike Joinery", frozenset())
    assert first.flags == {"lookalike"}


def test_headers_and_body_are_parted(two: list[Example]) -> None:
    mail = two[0].mail
    assert mail.sender.address == "kev@pikejoinery.example"
    assert (mail.subject, mail.text) == ("Sat", "sorry pal its gone\n\nKev\n")


def test_mail_without_to_is_to_the_person(two: list[Example]) -> None:
    assert two[0].mail.recipients == (PERSON,)
    assert two[1].mail.recipients[0].name == "Kev"


def test_the_same_mail_has_the_same_digest_and_others_another(
    two: list[Example],
) -> None:
    assert len({example.mail.digest for example in two}) == 2


def test_the_mail_to_judge_with_is_parted_by_language() -> None:
    every = own_examples(OWN / "judge")
    english, german, french = map(judge_examples, ("en", "de", "fr"))
    assert {example.language for example in german} == {"de"}
    assert {example.origin[:6] for example in french} == {"french"}
    assert not any(example.origin.startswith("french") for example in english)
    assert len(english) + len(german) + len(french) == len(every)


def test_the_quote_of_our_own_mail_is_in_it() -> None:
    without = [
        example.group
        for part in ("build", "judge")
        for example in own_examples(OWN / part)
        if example.quote not in f"{example.mail.subject}\n\n{example.mail.text}"
    ]
    assert without == []
