"""Tells where whoever writes will see somebody alone, as far as the mail says."""

import re
from collections.abc import Iterator

from onward.domain.mail.details.people.listed import Around, writer_there

_ONLY_ME = re.compile(
    r"\b(?:it|there|that)(?:['\u2019]?(?:s|d|ll)|\s(?:is|will|would))\s(?:(?:just|only)\s(?:be\s)?"
    r"|be\s(?:just|only)\s)(?:me|myself)\b(?!\s(?:and|&|plus|with)\b)"
    r"|\bjust\s(?:the\stwo\sof\sus|you\sand\s(?:me|I)|me\sand\syou)\b"
    r"|\bI(?:['\u2019]?(?:ll|m)|\swill|\sam)\s(?:be\s)?the\sonly\s(?:one|person|body)\b",
    re.IGNORECASE,
)
_I_WILL = (
    r"\bI(?:['\u2019]?(?:ll|d)|\s(?:will|would|shall|can|could))\s(?:\w{3,6}\s){0,2}"
)
_MEET = (
    r"(?:see|meet|interview)\syou"
    r"|(?:(?:talk|chat|speak)\s(?:to|with)|sit\sdown\swith)\syou"
)
_TALK = (
    r"(?:have|do|grab|get|fix|set\sup)\s(?:an?|\d\d)\s(?:[\w-]{2,10}\s){0,2}(?:chat|talk"
    r"|natter|word|call|sit\sdown|interview|brew|coffee|minutes|mins)\b(?!\swith\s(?!you))"
)
_GLAD = (
    r"(?:like|love|want|glad|happy|pleased|delighted|looking\sforward|look\sforward"
    r"|prefer)\sto\s"
)
# "I'd like to see you", "see me in my office", "I'll show you round": it is for "me".
_I_SEE = re.compile(
    rf"{_I_WILL}(?:{_GLAD})?(?:{_MEET}|{_TALK}|show\syou\s(?:a?round|the|what|how|my|our)"
    r"|(?:grab|get)\syou\son\sthe\sphone|(?:ring|phone)\syou\b(?!\s(?:to|with|once|when|back)\b))"
    rf"|\bI\s(?:want|like)\sto\s(?:{_MEET}|{_TALK})|\bI\s(?:meet|show)\syou\b"
    r"|\bI(?:['\u2019]?m|\sam)\s(?:seeing|meeting|interviewing)\s(?:you|every\w+|people|all)\b"
    r"|\bI\sinterview\s(?:every\w+|people)\b|\bcan\sI\s(?:grab|see|meet|ring|call)\syou\b"
    r"|(?<!than\s)(?<!let\s)\b(?:see|meet(?:ing)?|find|talk\sto|chat\s(?:to|with)|ask\sfor)\sme\b(?!\s(?:or|and|about|if|on\s\d|when|why|what|how)\b)"
    r"|\b(?:put\sup\swith|have|get|stuck\swith)\s(?:just\s|only\s)me\b|\byou['\u2019]?ll\s(?:have|get)\sme\b"
    r"|\b(?:you\sand\sme|me\sand\syou|just\sme|only\sme)\b(?!\s(?:and|&|plus|n)\b)"
    r"|\bI(?:['\u2019]?(?:m|ll)|\sam|\swill)\s(?:\w{2,6}\s){0,3}on\smy\sown\b|\bone\sof\sme\b"
    r"|\bit(?:['\u2019]?s|\sis|['\u2019]ll\sbe)\swith\sme\b",
    re.IGNORECASE,
)
# "Pop in and we'll have a natter": friends write so, firms do not.
_WE_TALK = re.compile(
    r"\b(?:come|pop|drop|swing|call)\s(?:\w{2,6}\s){0,3}[^.!?\n]{0,90}\bwe(?:['\u2019]?ll|\scan|\scould)?"
    rf"\s(?:(?:can\s)?(?:talk|chat)|{_TALK})",
    re.IGNORECASE,
)


def writer_alone(text: str, around: Around) -> Iterator[tuple[int, int, str]]:
    """Yield who writes, where the mail says that nobody else will be there."""
    yield from _said_by(_ONLY_ME, text, around)


def writer_invites(text: str, around: Around) -> Iterator[tuple[int, int, str]]:
    """Yield who writes, where they ask somebody to come and see them."""
    for said in (_I_SEE, _WE_TALK):
        yield from _said_by(said, text, around)


def _said_by(
    words: re.Pattern[str], text: str, around: Around
) -> Iterator[tuple[int, int, str]]:
    said = words.search(text)
    if said and writer_there(around):
        yield said.start(), said.end(), writer_there(around)
