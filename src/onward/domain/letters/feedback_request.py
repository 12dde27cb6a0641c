"""Writes the request for feedback from what the person chose, and nothing else."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from onward.domain.letters.locales import (
    Locale,
    in_locale,
    spoken_date,
    spoken_slots,
)
from onward.domain.letters.manner import PLAIN, Manner
from onward.domain.letters.phrasing import Picker

# Convention of careers services, no trial: long enough to be personal, short enough
# to be read on a phone.
FEWEST_WORDS, MOST_WORDS = 80, 130
MOST_ASKS = 2
_WORD = re.compile(r"\S*\w\S*")
# A detail that is a sentence of its own, not a thing or a doing.
_CLAUSE = re.compile(
    r"^(?:I|we|you|he|she|it|they|that|this|there|the \w+ \w+ (?:was|were|said|told"
    r"|showed|asked))\b",
    re.IGNORECASE,
)
_I = ("I ", "I'", "I\u2019")
_NO_NAME = "your organisation"
_SMALL_FIRST = re.compile(r"^(?:The|A|An|Your|My|Our|Hearing|Talking|Seeing|Meeting)\b")


class Ask(StrEnum):
    """What may be asked, each about the next time."""

    STRONGEST = "strongest"
    CHANGE = "change"
    CRITERION = "criterion"
    EXPERIENCE = "experience"
    ADVICE = "advice"
    AGAIN = "again"


class Channel(StrEnum):
    """How the answer may come."""

    LINES = "lines"
    CALL = "call"


class Offered(StrEnum):
    """What the employer offered of their own accord."""

    NOTHING = ""
    FEEDBACK = "feedback"
    CALL = "call"


@dataclass(frozen=True, slots=True)
class Choices:
    """What the person chose and what is known; empty where it is not.

    `contact` is how they are addressed. `detail` is one real thing from the interview
    in the person's words. `slots` are aware moments in the employer's zone.
    `their_subject` is that of the mail answered.
    """

    contact: str
    person: str
    role: str
    employer: str
    asks: tuple[Ask, ...]
    detail: str = ""
    criterion: str = ""
    met_on: date | None = None
    channel: Channel = Channel.LINES
    slots: tuple[datetime, ...] = ()
    offered: Offered = Offered.NOTHING
    interested: bool = False
    locale: Locale = Locale.UK
    manner: Manner = PLAIN
    their_subject: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter ready to be shown and edited."""

    subject: str
    text: str

    @property
    def words(self) -> int:
        """How many words there are between greeting and name, these included."""
        return len(_WORD.findall(self.text))


def feedback_request(choices: Choices) -> Letter:
    """Return the letter; the same choices give the same one.

    Of its fuller and shorter forms it is the first that keeps to the length.
    """
    picker = picker_of(choices)
    forms = [_form(choices, picker, leave_out) for leave_out in _LEFT_OUT]
    fitting = [one for one in forms if one.words <= MOST_WORDS] or forms[-1:]
    if fitting[0].words >= FEWEST_WORDS:
        return fitting[0]
    return _form(choices, picker, frozenset(), is_longer=True)


# What a letter that is too long can do without, in this order.
_LEFT_OUT = (
    frozenset[str](),
    frozenset({"opening"}),
    frozenset({"opening", "reason"}),
    frozenset({"opening", "reason", "interest"}),
    frozenset({"opening", "acceptance", "interest"}),
)


def _form(
    choices: Choices,
    picker: Picker,
    leave_out: frozenset[str],
    *,
    is_longer: bool = False,
) -> Letter:
    first = [picker.pick("thanks", "met" if choices.met_on else "unmet")]
    if choices.detail.strip():
        first.append(detail_sentence(choices, picker))
    asked = _questions(choices, picker)
    if "opening" in leave_out:
        asked = asked[1:]
    if choices.offered:
        asked.insert(0, picker.pick("offered", choices.offered))
    if "acceptance" not in leave_out and (is_longer or not choices.offered):
        much = "short" if "reason" in leave_out else "any"
        asked.insert(0, picker.pick("acceptance", much))
    last = _last(choices, picker, is_longer=is_longer)
    if choices.interested and "interest" not in leave_out:
        last.append(picker.pick("interest"))
    return put_together(choices, [first, asked, last], request_subject(choices))


def _last(choices: Choices, picker: Picker, *, is_longer: bool) -> list[str]:
    """Say how an answer may come; a letter all too short names a second way."""
    ways = [picker.pick("channel", "slots" if choices.slots else choices.channel)]
    if is_longer and choices.channel is Channel.LINES and not choices.slots:
        ways.append(picker.pick("channel", "call"))
    return [*ways, picker.pick("easy_out", "offered" if choices.offered else "any")]


def picker_of(choices: Choices, **further: str) -> Picker:
    """Return what picks the wordings for these choices."""
    known = replace(choices, slots=(), phone="")
    slots = spoken_slots(choices.slots, choices.locale)
    blanks = {
        "role": choices.role,
        "employer": choices.employer or _NO_NAME,
        "criterion": choices.criterion,
        "detail": _detail(choices.detail),
        "met": spoken_date(choices.met_on, choices.locale) if choices.met_on else "",
        "slots": slots,
        **further,
    }
    return Picker(repr(known), blanks)


def _detail(said: str) -> str:
    said = " ".join(said.split()).rstrip(".! ")
    if is_sentence(said):
        return f"{said}." if said.startswith(_I) else f"{said[:1].lower()}{said[1:]}."
    return said[:1].lower() + said[1:] if _SMALL_FIRST.match(said) else said


def is_sentence(detail: str) -> bool:
    """Tell whether the person wrote a sentence and not just a thing."""
    return bool(_CLAUSE.match(detail.strip()))


def detail_sentence(choices: Choices, picker: Picker) -> str:
    """Return the sentence that holds what the person remembered."""
    return picker.pick("detail", "sentence" if is_sentence(choices.detail) else "thing")


def _questions(choices: Choices, picker: Picker) -> list[str]:
    asks = [
        ask for ask in choices.asks if ask is not Ask.CRITERION or choices.criterion
    ]
    asked = [picker.pick("asks", ask) for ask in asks[:MOST_ASKS]]
    if not asked:
        return []
    return [picker.pick("opening", "one" if len(asked) == 1 else "two"), *asked]


def put_together(choices: Choices, parts: list[list[str]], subject: str) -> Letter:
    """Return a letter of a greeting, paragraphs, a closing and the name."""
    manner = choices.manner
    paragraphs = [" ".join(part) for part in parts if part]
    spoken = [in_locale(manner.spoken(part), choices.locale) for part in paragraphs]
    name = "\n".join(line for line in (choices.person, choices.phone) if line)
    greeting = f"{manner.greeting} {choices.contact or 'all'},"
    text = "\n\n".join([greeting, *spoken, f"{manner.closing},\n{name}"])
    return Letter(subject, text)


def request_subject(choices: Choices) -> str:
    """Return the subject: the thread's own, else the role and the day."""
    if choices.their_subject:
        known = choices.their_subject
        return known if known.lower().startswith("re:") else f"Re: {known}"
    if choices.met_on:
        day = spoken_date(choices.met_on, choices.locale)
        return f"{choices.role}, interview on {day}: a question"
    return f"{choices.role}: a question about my application"
