import json
from dataclasses import replace

import pytest

from onward.domain.mail.context import Context
from onward.domain.mail.meaning.corrections import Correction
from onward.domain.mail.message import Address, ParsedMail
from onward.domain.mail.reading import (
    STEPS,
    classified,
    read,
    read_many,
    signature_of_reading,
)
from onward.domain.mail.verdict import Meaning
from tests.domain.mail.letters import letter

NO = letter(
    "Dear Sam,\n\nThank you for applying for the position of Data Analyst. After"
    " careful consideration we have decided to move forward with other candidates."
    "\n\nIf you would like feedback, just reply to this mail."
    "\n\nKind regards,\nJo Lund",
    "Your application to Brightwater Energy",
    "Jo Lund <jo.lund@brightwaterenergy.example>",
)
ORDINARY = letter(
    "The patch applies cleanly on top of the stable branch, but the driver still"
    " crashes when the network card is reset.",
    "Re: kernel panic",
    "Padraig <padraig@lists.example>",
)
OWN = letter(
    "Dear Jo,\n\nI applied for the position of Data Analyst three weeks ago and wonder"
    " whether there is any news of my application.\n\nKind regards,\nSam Reed",
    "My application",
    "Sam Reed <sam@home.example>",
)
PERSON = Context(own_addresses=("Sam@Home.example",))


def test_a_rejection_is_read_whole() -> None:
    reading = read(NO, Context())
    assert reading.verdict.meaning is Meaning.REJECTION
    assert not reading.verdict.needs_asking
    assert reading.details.employer == "Brightwater Energy"
    assert reading.details.roles == ("Data Analyst",)
    assert reading.details.contact_address == "jo.lund@brightwaterenergy.example"
    assert reading.details.feedback_offered is not None


def test_the_text_shown_is_the_subject_and_the_new_words() -> None:
    shown = read(NO, Context()).shown_text
    assert shown.startswith("Your application to Brightwater Energy\n\nDear Sam,")


@pytest.mark.parametrize("mail", [NO, ORDINARY, OWN], ids=["no", "ordinary", "own"])
def test_evidence_stands_in_the_text_shown(mail: ParsedMail) -> None:
    reading = read(mail, Context())
    assert reading.verdict.evidence
    for item in reading.verdict.evidence:
        assert reading.shown_text[item.start : item.end] == item.quote


def test_the_evidence_is_what_decides() -> None:
    quotes = [item.quote for item in read(NO, Context()).verdict.evidence]
    assert any("other candidates" in quote for quote in quotes)
    assert not any("Kind regards" in quote for quote in quotes)


def test_ordinary_mail_gets_no_details() -> None:
    reading = read(ORDINARY, Context())
    assert reading.verdict.meaning is Meaning.NOT_JOB_RELATED
    assert reading.details.employer == ""


def test_what_the_person_wrote_is_theirs() -> None:
    assert read(OWN, PERSON).verdict.meaning is Meaning.FOLLOW_UP


def test_a_sent_label_makes_mail_the_person_s_own() -> None:
    sent = replace(NO, labels=("[Gmail]/Sent Mail",))
    assert read(sent, Context()).verdict.meaning is Meaning.FOLLOW_UP


def test_ordinary_mail_the_person_wrote_stays_ordinary() -> None:
    own = replace(ORDINARY, sender=Address("Sam Reed", "sam@home.example"))
    assert read(own, PERSON).verdict.meaning is Meaning.NOT_JOB_RELATED


def test_many_are_read_as_each_alone() -> None:
    together = read_many([NO, ORDINARY, OWN], PERSON)
    alone = [read(mail, PERSON) for mail in (NO, ORDINARY, OWN)]
    for first, second in zip(together, alone, strict=True):
        assert first.verdict.meaning is second.verdict.meaning
        assert first.details == second.details


def test_a_correction_decides_about_look_alikes_and_nothing_else() -> None:
    told = Correction(Meaning.OTHER, signature_of_reading(NO, read(NO, Context())))
    context = Context(corrections=(told,))
    alike = replace(NO, text=NO.text.replace("Data Analyst", "Zoologist"))
    verdict = read(alike, context).verdict
    assert (verdict.meaning, verdict.needs_asking) == (Meaning.OTHER, False)
    assert read(ORDINARY, context).verdict == read(ORDINARY, Context()).verdict


def test_forgetting_is_handing_in_no_corrections() -> None:
    told = Correction(Meaning.OTHER, signature_of_reading(NO, read(NO, Context())))
    assert read(NO, Context(corrections=(told,))) != read(NO, Context())
    assert read(NO, Context()).verdict.meaning is Meaning.REJECTION


def test_a_message_without_any_text_is_read_without_complaint() -> None:
    reading = read(letter(""), Context())
    assert reading.verdict.needs_asking or (
        reading.verdict.meaning is Meaning.NOT_JOB_RELATED
    )


def test_the_command_line_gets_plain_values() -> None:
    told = classified(NO, read(NO, Context()))
    assert json.loads(json.dumps(told)) == told
    assert list(told) == [
        "message_id",
        "label",
        "confidence",
        "needs_asking",
        "employer",
        "role",
        "feedback_offered",
        "feedback_given",
        "evidence",
    ]
    assert told["label"] == "rejection"
    assert (told["feedback_offered"], told["feedback_given"]) == (True, False)
    assert told["evidence"][0].keys() == {"quote", "meaning"}


def test_the_row_of_steps_can_be_read_aloud() -> None:
    assert len(STEPS) == 7
