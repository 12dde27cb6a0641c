import json
from dataclasses import asdict

from onward.domain.mail.meaning.corrections import (
    Correction,
    Signature,
    likeness,
    look_alike,
    signature_of,
)
from onward.domain.mail.verdict import Meaning
from tools.detail_examples import DETAILS, noted_mail

TEMPLATE = (
    "Your application\n\nHello {name}, thank you for the time you gave us. We read your"
    " application for {role} with interest and our team has now looked at all of them."
    " The list for the next stage is closed and we have written to those on it."
)


def filled(name: str, role: str) -> str:
    return TEMPLATE.format(name=name, role=role)


def test_one_template_filled_twice_has_nearly_one_signature() -> None:
    first = signature_of(filled("Zebedee", "Zoologist"), "acme.example")
    second = signature_of(filled("Quentina", "Quantiser"), "acme.example")
    assert likeness(first, second) > 0.8


def test_a_look_alike_takes_the_corrected_meaning() -> None:
    signature = signature_of(filled("Zebedee", "Zoologist"), "acme.example")
    corrections = [Correction(Meaning.REJECTION, signature)]
    asked = signature_of(filled("Quentina", "Quantiser"), "acme.example")
    found = look_alike(asked, corrections)
    assert found is not None
    assert found.meaning is Meaning.REJECTION


def test_other_mail_is_left_alone() -> None:
    signature = signature_of(filled("Zebedee", "Zoologist"), "acme.example")
    other = signature_of(
        "Interview\n\nCould you come to see us on Tuesday at ten for a chat about the"
        " job and a look round the workshop with the rest of the team?",
        "acme.example",
    )
    assert look_alike(other, [Correction(Meaning.REJECTION, signature)]) is None


def test_of_two_corrections_of_one_letter_the_later_holds() -> None:
    signature = signature_of(filled("Zebedee", "Zoologist"), "acme.example")
    corrections = [
        Correction(Meaning.REJECTION, signature),
        Correction(Meaning.ACKNOWLEDGEMENT, signature),
    ]
    found = look_alike(signature, corrections)
    assert found is not None
    assert found.meaning is Meaning.ACKNOWLEDGEMENT


def test_a_signature_survives_being_stored_as_json() -> None:
    signature = signature_of(filled("Zebedee", "Zoologist"), "acme.example")
    stored = json.loads(json.dumps(asdict(signature)))
    again = Signature(stored["sender_domain"], tuple(stored["shingles"]))
    assert again == signature


def test_an_empty_text_resembles_nothing() -> None:
    nothing = signature_of("", "acme.example")
    assert look_alike(nothing, [Correction(Meaning.OFFER, nothing)]) is None


NAMES = ("Zebedee", "Quentina", "Ottilie", "Barnaby", "Ximena")
ROLES = ("Zoologist", "Quantiser", "Bellringer", "Farrier", "Glazier")


def test_after_ten_corrections_look_alikes_come_out_right_and_nothing_else_moves() -> (
    None
):
    taught = [(name, role) for name in NAMES[:2] for role in ROLES]
    corrections = [
        Correction(Meaning.REJECTION, signature_of(filled(*pair), "acme.example"))
        for pair in taught
    ]
    asked = [(name, role) for name in NAMES[2:] for role in ROLES]
    for pair in asked:
        found = look_alike(signature_of(filled(*pair), "acme.example"), corrections)
        assert found is not None
        assert found.meaning is Meaning.REJECTION
    others = [
        noted.mail
        for part in ("build", "judge")
        for noted in noted_mail(DETAILS / part)
    ]
    for mail in others:
        for domain in (mail.sender.domain, "acme.example"):
            asked_of = signature_of(f"{mail.subject}\n\n{mail.text}", domain)
            assert look_alike(asked_of, corrections) is None
