"""Finds who will be there where a mail tells of each in words of their own."""

import re
from collections.abc import Iterator
from itertools import islice

from onward.domain.mail.details.employer.names import is_first_name
from onward.domain.mail.details.people.listed import (
    NAME,
    Around,
    is_somebody,
    writer_there,
)

_MOST_SENTENCES, _MOST_NAMES, _LONGEST = 120, 8, 400
# It begins with one set of signs, which is found many times sooner.
_SENTENCE = re.compile(
    r"[\n.!?](?:(?<=\n)|(?=\s|$)(?<![\s.(][A-Z].)(?<!\bMr.)(?<!\bDr.)(?<!\bMs.)"
    r"(?<!\bFr.)(?<!\bSr.)(?<!\bMrs.)(?<!\bRev.)(?<!\bProf.)(?<!\bBarr.)"
    r"(?<!\bEngr.)(?<!\bAdv.)(?<!\bIng.))"
)
# Whoever these words speak of has something else to do with the day.
_ELSEWHERE = re.compile(
    r"\b(?:regards|regrets|apolog\w+|sorry|unable|cannot|absen\w+|on leave|away"
    r"|thank\w*|security|reception\w*|desk|lobby|gate|badge|collect|greet|fetch|lodging|travel"
    r"|warrants?|extension|ext|contact|e-?mail|phone|ring|questions|copied|cc|ask for"
    r"|report to|spoke|recommend\w*|referred|mentioned|following|further|on behalf"
    r"|book(?:ed|ing)|arrang\w+|coordinator|parking|assist|invoice|previous\w*"
    r"|yesterday|last week)\b"
    r"|\b(?:can|won|isn|don|doesn)['\u2019]t\b|\bnot (?:be|join|there)\b|\bno longer\b",
    re.IGNORECASE,
)
_ROLE_ASIDE = r"\s?[(\[][^()\[\]\n]{2,90}[)\]]"
# What the person named before these words does at the meeting.
_DOES = re.compile(
    rf"(?:,?\s(?:[A-Z]{{2,3}}\b|Q\.C\.))?(?:{_ROLE_ASIDE})?(?:,\s[^.,;\n]{{3,80}},)?"
    r"(?:\sfrom\s\w{2,14})?(?:\salso)?"
    r"\s(?:(?:will|would|['\u2019]ll|shall)\s(?:also\s|then\s)?(?:be\s(?:over|connecting"
    r"|dialling|dialing|joining|there|on|in)|dial\b|join\b|sit\b|put\shis"
    r"|put\sher|do\sthe|ask\b(?!\s(?:you\s)?(?:for|to)\b)|want\b|lead\b|run\b|chair\b|see\syou"
    r"|go\sthrough|drop\sin|come\b)"
    r"|(?:joins|dials|sits\sin|chairs|leads\sthe|asked\sto\ssit|is\ssitting\sin|will\sbe)\b)"
)
# "Ada Bell runs risk", "Ada Bell is the partner": said of somebody named in full.
_IS = re.compile(
    r"(?:,\s[^.,;\n]{3,60},)?\s(?:(?:runs|leads|heads|manages|looks\safter|owns|chairs)\s"
    r"|is\s(?:the|our|my|a|an)\s)"
)
_I_THERE = re.compile(
    r"\bI(?:['\u2019]ll| will| shall) (?:also )?be there\b(?! (?:to|at)\b)"
)
# "Then Ada takes you", "Our MD Ada Bell will chair".
_ADVERB = re.compile(
    r"^(?:(?:Then|And|Also|After|Afterwards|Next|Finally|First|Later|Our|Meeting"
    r"|[A-Z]{2,4}) )+(?=[A-Z])"
)
_WITH_ME = re.compile(
    rf"(?:{_ROLE_ASIDE})?(?:\sfrom\s\w{{2,14}})?(?:,\s[^.,;\n]{{3,80}},)?"
    r"\s(?:and|&)\s(?:I|me|myself)\b"
)
_I = re.compile(
    r"\b(?:and|&)\sI\s(?:would|will|shall)\b|\bwith me\b|\bI (?:shall|will) be there\b"
)


def present_in(text: str, around: Around) -> Iterator[tuple[int, int, str]]:
    """Yield where a mail tells of somebody who will be there, and their name."""
    body = text.find("\n") + 1
    for start, end in stretches(text, body):
        said = text[start:end]
        found = [one for one in _named(said, around) if _is_there(said, one)]
        if found and _I.search(said) and writer_there(around):
            yield start, end, writer_there(around)
        for one in found:
            yield start, end, _ADVERB.sub("", one[0].strip())


def is_elsewhere(said: str) -> bool:
    """Tell whether a sentence speaks of what else somebody has to do with the day."""
    return _ELSEWHERE.search(said) is not None


def _is_there(said: str, one: re.Match[str]) -> bool:
    until = said.find(":", one.end())
    if is_elsewhere(said[: until if until > 0 else len(said)]):
        return False
    if _DOES.match(said, one.end()) or _WITH_ME.match(said, one.end()):
        return True
    is_known = one["title"] or is_first_name(one["name"].split()[0])
    is_first = not said[: one.start()].strip() and " " in one["name"] and is_known
    return bool(is_first and _IS.match(said, one.end()))


def stretches(text: str, body: int) -> Iterator[tuple[int, int]]:
    """Yield where the sentences of a text stand, but for very long ones."""
    start = body
    for stop in islice(_SENTENCE.finditer(text, body), _MOST_SENTENCES):
        if stop.start() - start <= _LONGEST:
            yield start, stop.start()
        start = stop.end()


def _named(said: str, around: Around) -> Iterator[re.Match[str]]:
    for one in islice(NAME.finditer(said), _MOST_NAMES):
        is_beside_me = _WITH_ME.match(said, one.end()) and is_somebody(
            _ADVERB.sub("", one["name"]), around
        )
        if is_beside_me or _is_person(one, around):
            yield one


def _is_person(one: re.Match[str], around: Around) -> bool:
    name, title = _ADVERB.sub("", one["name"]), one["title"] or ""
    is_known = bool(title) or " " in name or is_first_name(name)
    return is_known and is_somebody(name, around, title)


def writer_too(text: str, around: Around) -> Iterator[str]:
    """Yield who writes, where they say that they will be there, too."""
    if _I_THERE.search(text) and writer_there(around):
        yield writer_there(around)
