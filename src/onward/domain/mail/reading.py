"""Reads a message: a row of named steps from what was sent to what it means."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from onward.domain.mail.body.clean import body_of
from onward.domain.mail.body.strip import strip
from onward.domain.mail.context import Context
from onward.domain.mail.details.told import details_told
from onward.domain.mail.encoder.cascade import is_in_doubt, read_again
from onward.domain.mail.meaning.corrections import (
    Signature,
    look_alike,
    signature_of,
)
from onward.domain.mail.meaning.scores import Scores, meanings
from onward.domain.mail.meaning.signs import letter_of
from onward.domain.mail.meaning.verdict import (
    about_search,
    certain,
    chance_of,
    evidence_for,
    incoming,
    outgoing,
    verdict_of,
)
from onward.domain.mail.message import ParsedMail
from onward.domain.mail.parsing.thread import is_forward, thread_of
from onward.domain.mail.verdict import Details, Meaning, Reading, Verdict

_NOTHING = Details()
_UNREAD = Verdict(Meaning.OTHER, 0.0, needs_asking=True)


@dataclass(frozen=True, slots=True)
class Draft:
    """What is known about a message so far; each step returns a fuller one."""

    parsed: ParsedMail
    context: Context
    body: str = ""
    shown_text: str = ""
    thread: str = ""
    scores: Scores | None = None
    verdict: Verdict = _UNREAD
    chance: float = 0.0
    details: Details = _NOTHING
    is_in_doubt: bool = False


Drafts = tuple[Draft, ...]
Step = Callable[[Drafts], Drafts]


def each(step: Callable[[Draft], Draft]) -> Step:
    """Return a step for one message as a step for many."""
    return lambda drafts: tuple(step(draft) for draft in drafts)


def clean(draft: Draft) -> Draft:
    """Turn what was sent into plain text."""
    return replace(draft, body=body_of(draft.parsed))


def show(draft: Draft) -> Draft:
    """Keep the subject and the newly written words; all words where none are new."""
    stripped = strip(draft.body, is_forward=is_forward(draft.parsed.subject))
    words = stripped.new_text.strip() or stripped.quoted_text.strip()
    subject = " ".join(draft.parsed.subject.split())
    return replace(draft, shown_text=f"{subject}\n\n{words}")


def place_in_thread(draft: Draft) -> Draft:
    """Find the conversation the message belongs to."""
    return replace(draft, thread=thread_of(draft.parsed))


def score(drafts: Drafts) -> Drafts:
    """Ask the linear model about all messages at once, then the encoder about some."""
    letters = [letter_of(draft.parsed, draft.shown_text) for draft in drafts]
    found = read_again(letters, meanings(letters))
    return tuple(
        replace(draft, scores=scores)
        for draft, scores in zip(drafts, found, strict=True)
    )


def score_quickly(drafts: Drafts) -> Drafts:
    """Ask the linear model alone, and note what the encoder would be asked about."""
    letters = [letter_of(draft.parsed, draft.shown_text) for draft in drafts]
    known = drafts[0].context.scored if drafts else {}
    left = [letter for letter in letters if letter not in known]
    scored = {**known, **dict(zip(left, meanings(left), strict=True))}
    return tuple(
        replace(draft, scores=scored[one], is_in_doubt=is_in_doubt(one, scored[one]))
        for draft, one in zip(drafts, letters, strict=True)
    )


def judge(draft: Draft) -> Draft:
    """Turn the scores into a verdict; what the person wrote is theirs."""
    if draft.scores is None:
        return draft
    scores, chance = draft.scores, chance_of(draft.scores)
    if draft.context.is_about_search:
        scores, chance = about_search(scores), 1.0
    if draft.context.is_anothers(draft.parsed):
        scores = incoming(scores)
    own = draft.context.is_own(draft.parsed)
    chances = outgoing(scores) if own else None
    verdict = verdict_of(scores, draft.shown_text, chances)
    return replace(draft, verdict=verdict, chance=chance)


def heed_corrections(draft: Draft) -> Draft:
    """Let what the person corrected decide about look-alikes."""
    corrections = draft.context.corrections
    if not corrections or draft.scores is None:
        return draft
    domain = draft.parsed.sender.domain
    found = look_alike(signature_of(draft.shown_text, domain), corrections)
    if found is None:
        return draft
    evidence = evidence_for(found.meaning, draft.scores, draft.shown_text)
    chance = float(found.meaning is not Meaning.NOT_JOB_RELATED)
    return replace(draft, verdict=certain(found.meaning, evidence), chance=chance)


def find_details(draft: Draft) -> Draft:
    """Find employer, role, people, times and feedback, unless the mail is ordinary."""
    verdict = draft.verdict
    if draft.chance < draft.context.least:
        return draft
    if verdict.meaning is Meaning.NOT_JOB_RELATED and not verdict.needs_asking:
        return draft
    details, is_sure = details_told(
        draft.parsed, draft.shown_text, draft.verdict, draft.context
    )
    is_in_doubt = draft.is_in_doubt or not is_sure
    return replace(draft, details=details, is_in_doubt=is_in_doubt)


STEPS: tuple[Step, ...] = (
    each(clean),
    each(show),
    each(place_in_thread),
    score,
    each(judge),
    each(heed_corrections),
    each(find_details),
)


QUICK_STEPS = tuple(score_quickly if step is score else step for step in STEPS)


def read(parsed: ParsedMail, context: Context) -> Reading:
    """Return all that can be understood of one message."""
    return read_many([parsed], context)[0]


def read_many(
    many: Sequence[ParsedMail], context: Context, *, is_quick: bool = False
) -> list[Reading]:
    """Return the readings of many messages, in order; quicker than one by one.

    A quick one leaves out the encoder, and says which are in doubt without it.
    """
    drafts: Drafts = tuple(Draft(parsed, context) for parsed in many)
    for step in QUICK_STEPS if is_quick else STEPS:
        drafts = step(drafts)
    return list(map(_reading_of, drafts))


def _reading_of(draft: Draft) -> Reading:
    return Reading(
        draft.shown_text,
        draft.thread,
        draft.verdict,
        draft.details,
        draft.chance,
        draft.is_in_doubt,
    )


def signature_of_reading(parsed: ParsedMail, reading: Reading) -> Signature:
    """Return what to remember of a message whose meaning a person corrected."""
    return signature_of(reading.shown_text, parsed.sender.domain)


def classified(parsed: ParsedMail, reading: Reading) -> dict[str, Any]:
    """Return a reading as `onward mail classify --json` prints it."""
    details, verdict = reading.details, reading.verdict
    return {
        "message_id": parsed.message_id,
        "label": verdict.meaning.value,
        "confidence": verdict.confidence,
        "needs_asking": verdict.needs_asking,
        "employer": details.employer,
        "role": details.roles[0] if details.roles else "",
        "feedback_offered": details.feedback_offered is not None,
        "feedback_given": details.feedback_given is not None,
        "evidence": [
            {"quote": item.quote, "meaning": item.meaning.value}
            for item in verdict.evidence
        ],
    }
