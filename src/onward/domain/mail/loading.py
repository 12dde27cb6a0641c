"""Loads what reading takes, so that processes forked from this one share it."""

from dataclasses import replace

from onward.domain.mail.context import Context
from onward.domain.mail.details.employer.parting import parted
from onward.domain.mail.details.times.moments import moments_in_calendars
from onward.domain.mail.details.told import details_of
from onward.domain.mail.message import Address, ParsedMail
from onward.domain.mail.reading import read_many
from onward.domain.mail.verdict import Meaning, Verdict

_SUBJECT = "Your application for Data Analyst at Acme"
_EVERYTHING = """Dear Jo,

Thank you for applying for the role of Data Analyst at Acme Ltd. We would like to talk
to you on Tuesday 3 March at 10:00. Unfortunately other people had more experience with
SQL. We are glad to give you feedback.

Sam Field
Acme Ltd
"""
# What is spelled in the text above is not parted.
_LABEL = "hillfarm"
_INVITATION = "BEGIN:VCALENDAR\nEND:VCALENDAR"


def load(context: Context) -> None:
    """Use everything once on a message that has a bit of it all."""
    context = replace(context, in_haste=True)  # what reads closely is for later looks
    mail = ParsedMail(
        b"",
        sender=Address("Sam Field", "sam.field@acme.example"),
        subject=_SUBJECT,
        text=_EVERYTHING,
    )
    parted(_LABEL)
    read_many([mail], context, is_quick=True)
    shown = f"{_SUBJECT}\n\n{_EVERYTHING}"
    for meaning in (Meaning.REJECTION, Meaning.INTERVIEW_INVITATION):
        details_of(mail, shown, Verdict(meaning, 1.0, needs_asking=False), context)
    moments_in_calendars((_INVITATION,), context.zone)
