"""Tells what is said before a day: a promise of theirs, or that they are away."""

import re

# "I am away until Monday" is when they are back.
_AWAY = re.compile(
    r"\b(?:away|leave|holidays?|busy|(?<!-)off(?!\s(?-i:[A-Z])|\s(?:him|her|them)\b)"
    r"|abroad|(?<!come\s)(?<!get\s)(?<!call\s)(?<!ring\s)(?<!write\s)back|closed|shut|teaching|tied\sup"
    r"|unavailable|travelling|court|sea|not|never|nobody|no\s\w+)\b(?!\slater)"
    r"(?:(?!\bbut\b)[^.,;:()\u2013\u2014])*$|n['\u2019]t\b(?:(?!\bbut\b)[^.,;:()\u2013\u2014])*$",
    re.IGNORECASE,
)
# What they promise to do by then is no limit to asking.
_PROMISED = re.compile(
    r"(?:(?<!\byou)(?<!\brequests)(?<!\brequest)(?<!\bqueries)(?<!\benquiries)"
    r"(?<!\bcalls)"
    r"(?:['\u2019]ll|\s(?:will|shall|should|aims?|hopes?|expects?"
    r"|intends?|tr(?:y|ies)|plans?))\b(?!\s(?:only\s)?be\s(?:open|happy|glad|pleased"
    r"|accepted|considered|taken))"
    r"|\basked\sto\sgive|\byou(?:['\u2019]ll|\s(?:will|should|can\sexpect\sto))\s"
    r"(?:receive|get|have|hear|be\s(?:sent|given|told|emailed)))"
    r"(?P<what>[^,;:()\u2013\u2014]*)$",
    re.IGNORECASE,
)
_BIDDEN = re.compile(
    r"\b(?:ask(?:s|ing|ed(?! to))?|requests?|requested|if|provided|must|need"
    r"|arranged|booked|would\slike|any\sof\syou)\b",
    re.IGNORECASE,
)
_ANSWERED = re.compile(
    r"\b(?:answer|respond|process|deal\swith|reply\sto|turn\sround)\s(?:\w+\s){0,3}?"
    r"requests?\b",
    re.IGNORECASE,
)
# Characters; what is said before that has nothing to do with the day.
_LOOK_BACK = 160


def said_before(said: str, place: int) -> str:
    """Return what is said before a place, as far as it may have to do with it."""
    return said[max(0, place - _LOOK_BACK) : place]


def is_promised(before: str) -> bool:
    """Tell whether somebody promises what stands before a day."""
    found = _PROMISED.search(before)
    if _ANSWERED.search(before):
        return True
    return found is not None and _BIDDEN.search(found["what"]) is None


def is_away(before: str) -> bool:
    """Tell whether somebody is away until the day that follows."""
    return _AWAY.search(before) is not None
