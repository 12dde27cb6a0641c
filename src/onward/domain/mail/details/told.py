"""What a message tells about an application; empty where it does not tell."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from onward.domain.mail.body.clean import body_of
from onward.domain.mail.context import Context
from onward.domain.mail.details.chosen.application import ByRules, named_in
from onward.domain.mail.details.closely.reading import CloseReading, read_closely
from onward.domain.mail.details.closely.weights import SHARED
from onward.domain.mail.details.employer.employer import Organisations, organisations_in
from onward.domain.mail.details.employer.heard import greeted_in, named_below
from onward.domain.mail.details.people.interviewers import panel_in
from onward.domain.mail.details.people.listed import Around
from onward.domain.mail.details.people.panel import Panel
from onward.domain.mail.details.people.who_wrote import contact_of
from onward.domain.mail.details.refusal.feedback import (
    Said,
    feedback_given_in,
    feedback_offered_in,
    offer_in_no,
    reason_in,
    said_in,
)
from onward.domain.mail.details.refusal.stage import stage_of
from onward.domain.mail.details.role.roles import roles_in
from onward.domain.mail.details.times.moments import (
    moments_in_calendars,
    moments_in_text,
)
from onward.domain.mail.language import language_of
from onward.domain.mail.meaning.words import Sentence, sentences_of
from onward.domain.mail.message import Address, ParsedMail
from onward.domain.mail.senders import is_tracking_system
from onward.domain.mail.verdict import Details, Meaning, Passage, Verdict

# Details stand near the beginning; the cap bounds the time patterns may take.
_MOST_CHARACTERS = 12_000
_QUOTE_SIGNS = re.compile(r"^(?:> ?)+", re.MULTILINE)
# Of these it is told what their sentences say.
ENDED = frozenset({Meaning.REJECTION, Meaning.FEEDBACK})


def details_of(
    parsed: ParsedMail, shown_text: str, verdict: Verdict, context: Context
) -> Details:
    """Return who, what, when and why, as far as a message tells."""
    return details_told(parsed, shown_text, verdict, context)[0]


def details_told(
    parsed: ParsedMail, shown_text: str, verdict: Verdict, context: Context
) -> tuple[Details, bool]:
    """Return the same, and whether it is as sure as it would be without haste."""
    shown_text = shown_text[:_MOST_CHARACTERS]
    own = context.is_own(parsed)
    by_rules = named_by_rules(parsed, shown_text, verdict, context)
    named = named_in(shown_text, by_rules, context)
    organisations = named.organisations
    name, address = by_rules.writer
    ended, in_haste = verdict.meaning in ENDED, context.in_haste
    is_invited = verdict.meaning is Meaning.INTERVIEW_INVITATION
    sentences = sentences_of(shown_text) if ended or is_invited else ()
    said = said_in(shown_text, sentences, in_haste=in_haste) if ended else None
    read, language = None, language_of(shown_text)
    if sentences and not in_haste and language in SHARED:
        read = read_closely(shown_text, by_rules.other_side, language)
    panel = Panel()
    if is_invited:
        around = _around(shown_text, name, organisations)
        panel = panel_in(shown_text, sentences, around, read)
    details = Details(
        employer=organisations.employer,
        employer_domain=organisations.domain,
        agency=organisations.agency,
        roles=named.roles,
        contact_name=name,
        contact_address=address,
        interviewers=panel.names,
        interviewers_said=panel.said,
        meets_at=_meets_at(parsed, shown_text, verdict, context),
        stage=_stage(shown_text, sentences, said, read) if said else "",
        reason=reason_in(said) if said else None,
        feedback_given=_feedback_given(said, verdict),
        feedback_offered=None if own else _feedback_offered(shown_text, said),
    )
    return details, not in_haste or (named.is_sure and not (ended or is_invited))


def named_by_rules(
    parsed: ParsedMail, shown_text: str, verdict: Verdict, context: Context
) -> ByRules:
    """Return who decides, the roles and who writes, as far as wordings tell."""
    own = context.is_own(parsed)
    other_side = _other_side(parsed, own=own)
    found = _organisations(parsed, shown_text, other_side, verdict, context)
    writer = contact_of(
        other_side,
        Address() if own else parsed.reply_to,
        "" if own else shown_text,
        (found.employer, found.agency),
    )
    roles = _roles(parsed, shown_text, found.employer)
    person = parsed.sender.name if own else _recipient(parsed).name
    return ByRules(found, roles, other_side, writer, own, person)


def _organisations(
    parsed: ParsedMail,
    text: str,
    other_side: Address,
    verdict: Verdict,
    context: Context,
) -> Organisations:
    """Return who decides and who stands between.

    For whom a system writes stands below its mail, if nowhere else.
    """
    is_approach = verdict.meaning is Meaning.RECRUITER_OUTREACH
    known, roles = context.known_employers, roles_in(text, "")
    found = organisations_in(text, other_side, known, roles, is_approach=is_approach)
    if found.employer or not is_tracking_system(other_side.domain):
        return found
    return replace(found, employer=named_below(body_of(parsed)[:_MOST_CHARACTERS]))


def _roles(parsed: ParsedMail, shown_text: str, employer: str) -> tuple[str, ...]:
    """Return the roles named; where the mail names none, those of what it answers."""
    found = roles_in(shown_text, employer)
    if found:
        return found
    whole = _QUOTE_SIGNS.sub("", body_of(parsed)[:_MOST_CHARACTERS])
    return roles_in(f"{parsed.subject}\n{whole}", employer)


def _around(text: str, writer: str, organisations: Organisations) -> Around:
    names = (organisations.employer, organisations.agency)
    return Around(writer, greeted_in(text), names)


def _stage(
    text: str, sentences: Sequence[Sentence], said: Said, read: CloseReading | None
) -> str:
    return stage_of(text, sentences, said.senses, read.stages if read else None)


def _feedback_given(said: Said | None, verdict: Verdict) -> Passage | None:
    if said is None:
        return None
    return feedback_given_in(said, is_known=verdict.meaning is Meaning.FEEDBACK)


def _feedback_offered(shown_text: str, said: Said | None) -> Passage | None:
    return offer_in_no(said) if said else feedback_offered_in(shown_text)


def _other_side(parsed: ParsedMail, *, own: bool) -> Address:
    return _recipient(parsed) if own else parsed.sender


def _recipient(parsed: ParsedMail) -> Address:
    return parsed.recipients[0] if parsed.recipients else Address()


def _meets_at(
    parsed: ParsedMail, shown_text: str, verdict: Verdict, context: Context
) -> tuple[datetime, ...]:
    invited = moments_in_calendars(parsed.calendars, context.zone)
    if invited or verdict.meaning is not Meaning.INTERVIEW_INVITATION:
        return invited
    return moments_in_text(shown_text, parsed.sent_at, context.zone)
