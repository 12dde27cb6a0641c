"""Tells at a glance that mail sent to many is not about anybody's search."""

from onward.domain.mail.body.clean import body_of
from onward.domain.mail.message import ParsedMail
from onward.domain.mail.senders import is_job_board, is_tracking_system

# A newsletter in which none of these stands says nothing of work. Looking for each in
# turn is ten times quicker than one pattern for all.
_OF_WORK = (
    *("applied", "applic", "apply", "candida", "interview", "recruit", "hiring"),
    *("vacanc", "career", " job", "cv ", "résumé", "resume", " role", "position"),
    *("employ", "talent", "your interest", "unfortunately", "regret", "opportunit"),
    *("shortlist", "join us", "join our", "join the team", "bewerb", "stelle"),
    *("kandidat", "karriere", "leider", "absage", "zusage"),
    *("recrut", "embauch", "entretien", "malheureusement", "retenu", " poste "),
)
_MOST_CHARACTERS = 4_000


def is_plainly_ordinary(parsed: ParsedMail) -> bool:
    """Tell whether mail needs no reading to know that it is about something else.

    Only mail to many is passed over, and nothing that a system for applications sends.
    """
    domain = parsed.sender.domain
    if not parsed.is_bulk or parsed.calendars:
        return False
    if is_tracking_system(domain) or is_job_board(domain):
        return False
    if speaks_of_work(f" {parsed.subject} "):
        return False
    return not speaks_of_work(body_of(parsed)[:_MOST_CHARACTERS])


def speaks_of_work(text: str) -> bool:
    """Tell whether a word that has to do with work stands in a text."""
    lowered = text.lower()
    for word in _OF_WORK:  # noqa: SIM110 - `any` takes twice as long
        if word in lowered:
            return True
    return False
