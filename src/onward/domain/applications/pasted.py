"""Tells a pasted mail from a pasted advert."""

import re
from enum import StrEnum

_HEADER = re.compile(
    r"^[ \t>]*(?:from|to|sent|date|subject|reply-to|cc)[ \t]*:[ \t]*\S",
    re.IGNORECASE | re.MULTILINE,
)
_GREETING = re.compile(
    r"^[ \t>]*(?:dear|hi|hello|hey|good (?:morning|afternoon|evening))\b[^\n]{0,60}$",
    re.IGNORECASE | re.MULTILINE,
)
_CLOSING = re.compile(
    r"^[ \t>]*(?:(?:kind(?:est)?|best|warm(?:est)?|many|with) (?:regards|wishes|thanks)"
    r"|regards|best|cheers|yours (?:sincerely|faithfully|truly)|sincerely)"
    r"[ \t]*[,.!]?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_TO_APPLICANT = re.compile(
    r"\b(?:your (?:application|interest in|cv|interview)"
    r"|thank you for (?:applying|your)|you applied|we regret"
    r"|on this occasion|not be (?:taking|progressing|moving))\b",
    re.IGNORECASE,
)
_ADVERT = re.compile(
    r"\b(?:responsibilities|requirements|about (?:the role|us|you)"
    r"|what you.ll (?:do|bring)|we.re (?:looking|hiring)|salary|how to apply"
    r"|we are (?:looking|seeking|hiring|recruiting)|apply (?:by|now|before)"
    r"|closing date|per (?:annum|hour)|full[- ]time|part[- ]time|permanent"
    r"|person specification|essential criteria|benefits"
    r"|job (?:title|type|description))\b",
    re.IGNORECASE,
)
# Headers of a mail stand together; a lone "From:" may be anything.
_ENOUGH_HEADERS = 2
LONGEST = 20_000


class Pasted(StrEnum):
    """What a pasted text is."""

    MAIL = "mail"
    ADVERT = "advert"


def what_is(text: str) -> Pasted:
    """Return what a pasted text most likely is.

    An advert taken for a mail would wait among the mail; a mail taken for an advert
    would be lost to the timeline. So whatever is written like a letter is a mail.
    """
    text = text[:LONGEST]
    if len(_HEADER.findall(text)) >= _ENOUGH_HEADERS:
        return Pasted.MAIL
    like_a_mail = sum(
        bool(sign.search(text)) for sign in (_GREETING, _CLOSING, _TO_APPLICANT)
    )
    like_an_advert = len({word.lower() for word in _ADVERT.findall(text)})
    return Pasted.MAIL if like_a_mail > like_an_advert / 2 else Pasted.ADVERT
