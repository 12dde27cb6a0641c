"""Decides by its first lines whether a message on a server is worth fetching.

What is certain is fetched whole. What is in doubt is looked into first, as far as its
beginning goes; nothing else of other mail ever leaves the server.
"""

from collections.abc import Sequence
from enum import StrEnum

from onward.domain.mail.body.clean import body_of
from onward.domain.mail.body.strip import strip
from onward.domain.mail.meaning.scores import Letter, meanings
from onward.domain.mail.meaning.signs import letter_of
from onward.domain.mail.meaning.verdict import chance_of
from onward.domain.mail.message import ParsedMail
from onward.domain.mail.senders import (
    is_agency_name,
    is_job_board,
    is_no_reply,
    is_tracking_system,
)
from onward.domain.mail.triage.glance import speaks_of_work

# Measured on job mail by subject and sender alone (docs/measurements.md): what a person
# wrote may say nothing in its subject, so all of it is looked into. The models learned
# from letters to one person; a newsletter's "Summer, sorted" sounds like one to them.
_LIKELY = 0.55
_LEAST_OF_MANY, _LEAST_OF_SYSTEMS, _LEAST_OF_PEOPLE = 0.9, 0.15, 0.0
_WORTH_IT = 0.13
_FEW_LETTERS = 80
_HIRING = "@from-hiring"


class Glance(StrEnum):
    """What a heading is worth."""

    NOTHING = "nothing"
    BEGINNING = "beginning"
    WHOLE = "whole"


def glances(headings: Sequence[ParsedMail]) -> list[Glance]:
    """Return what each heading is worth by its wording and its sender."""
    letters = [letter_of(mail, f"{mail.subject}\n\n") for mail in headings]
    return [
        _glance(mail, letter, chance_of(scores))
        for mail, letter, scores in zip(
            headings, letters, meanings(letters), strict=True
        )
    ]


def _glance(mail: ParsedMail, letter: Letter, chance: float) -> Glance:
    domain = mail.sender.domain
    if is_tracking_system(domain) or (chance >= _LIKELY and not mail.is_bulk):
        return Glance.WHOLE
    told = is_told(mail, letter) or chance >= least_of(mail)
    return Glance.BEGINNING if told else Glance.NOTHING


def is_told(mail: ParsedMail, letter: Letter) -> bool:
    """Tell whether a heading names work, or somebody whose business it is."""
    domain = mail.sender.domain
    if _HIRING in letter.signs or is_tracking_system(domain) or is_job_board(domain):
        return True
    if is_agency_name(mail.sender.name):
        return True
    return speaks_of_work(f" {mail.subject} {mail.sender.name} ")


def least_of(mail: ParsedMail) -> float:
    """Return how likely a heading must be about the search to be looked into."""
    if mail.is_bulk:
        return _LEAST_OF_MANY
    is_system = is_no_reply(mail.sender.address)
    return _LEAST_OF_SYSTEMS if is_system else _LEAST_OF_PEOPLE


def worth_whole(beginnings: Sequence[ParsedMail]) -> list[bool]:
    """Tell which messages are worth fetching, now that their beginning is here.

    Of one whose beginning holds hardly a word the rest decides, unless it went to many.
    """
    texts = [strip(body_of(mail)).new_text.strip() for mail in beginnings]
    letters = [
        letter_of(mail, f"{mail.subject}\n\n{text}")
        for mail, text in zip(beginnings, texts, strict=True)
    ]
    return [
        chance_of(scores) >= _WORTH_IT
        or bool(mail.calendars)
        or (len(text) < _FEW_LETTERS and not mail.is_bulk)
        for mail, text, scores in zip(beginnings, texts, meanings(letters), strict=True)
    ]
