"""The letter that asks for what one needs in an interview; a reason is optional."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from onward.domain.letters.feedback_request import Letter
from onward.domain.letters.locales import Locale, in_locale, spoken_date
from onward.domain.letters.manner import PLAIN, Manner


@dataclass(frozen=True, slots=True)
class Asking:
    """What the letter is made of; empty where it is not known.

    `lines` are the things needed. `why` is the person's own sentence, if they want one.
    """

    lines: Sequence[str]
    contact: str = ""
    person: str = ""
    role: str = ""
    day: date | None = None
    why: str = ""
    locale: Locale = Locale.UK
    manner: Manner = PLAIN
    their_subject: str = ""


def adjustments_request(asking: Asking) -> Letter:
    """Return the letter; the same choices give the same one."""
    paragraphs = [_thanks(asking), _asks(asking)]
    if asking.why.strip():
        paragraphs.append(asking.why.strip())
    paragraphs.append(
        "Please tell me if any of this is difficult, so that we can find another way."
        " I look forward to meeting you."
    )
    manner = asking.manner
    spoken = [in_locale(manner.spoken(part), asking.locale) for part in paragraphs]
    greeting = f"{manner.greeting} {asking.contact or 'all'},"
    closing = f"{manner.closing},\n{asking.person}".rstrip()
    return Letter(_subject(asking), "\n\n".join([greeting, *spoken, closing]))


def _thanks(asking: Asking) -> str:
    role = f" for the {asking.role} role" if asking.role else ""
    day = f" on {spoken_date(asking.day, asking.locale)}" if asking.day else ""
    return f"Thank you for inviting me to the interview{role}{day}."


def _asks(asking: Asking) -> str:
    opening = "So that I can show you what I can do, could I please have"
    if len(asking.lines) == 1:
        return f"{opening} {asking.lines[0]}?"
    listed = "\n".join(f"- {line}" for line in asking.lines)
    return f"{opening}:\n\n{listed}"


def _subject(asking: Asking) -> str:
    known = asking.their_subject
    if known:
        return known if known.lower().startswith("re:") else f"Re: {known}"
    role = asking.role or "My interview"
    return f"{role}: a request for the interview"
