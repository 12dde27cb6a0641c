"""Finds the names that German wordings give those who may decide."""

import re
from collections.abc import Iterator

from onward.domain.mail.details.employer.german import bodies_in, runs_in
from onward.domain.mail.details.employer.names import is_of_people, is_organisation
from onward.domain.mail.language import language_of

Weighed = tuple[float, str]

_NEAR, _LAST_LINES, _TWO = 70, 7, 2
# At the end they tell who writes; what is told of work there, who decides.
_ENDING, _WORK, _OTHER = 2.0, 3.0, 2.2
# "Ihre Bewerbung bei der", "Ihr Angebot von": what follows is who decides.
_OF_WORK = re.compile(
    r"\b(?:[Bb]ewerb(?:ung|en|erin|er|st)|beworben|Stelle|Ausbildung|Praktikum"
    r"|Interesse"
    r"|Angebot|Job|Vorstellungsgespräch|Gespräch|Auswahlverfahren|[Mm]itarbeit\w*"
    r"|Einstieg"
    r"|Tätigkeit|Position|Arbeitsplatz|Eignungstest|Auswahlgespräch|Einstellungstest"
    r"|[Ww]illkommen|Namen)\b[^.!?]{0,50}?"
    r" (?:bei|beim|an|am|von|vom|im|in|zum|zur|mit|der|des)(?: (?:der|dem|den|unserer"
    r"|unserem|die|das))? ?$"
)
_BEFORE_OTHER = re.compile(
    r"\b(?:bei|beim|mit|an|von|vom|zum|zur|für|über|[Dd]ie|[Dd]er|[Dd]en|[Dd]as"
    r"|[Dd]em|[Mm]andant(?:in)?"
    r"|[Kk]unde|[Kk]undin|[Ff]irma) $"
)
# A house that wants, has or offers something.
_DOES = re.compile(
    r"(?: in [A-ZÄÖÜ]\w+)? (?:möchte|will|sucht|braucht|bietet|nimmt|hat|hätte|wünscht"
    r"|lädt|meldet|entscheidet|freut|stellt|sagt|kann|würde|besteht|legt)\b"
)
_PERSON = re.compile(r"\b(?:[Hh]errn?|[Ff]rau|Dr\.|Prof\.|Familie) $")
_FORM_LINE = re.compile(
    r"^[ \t]*(?:Firma|Arbeitgeber|Unternehmen|Kunde|Betrieb|Einsatzbetrieb|Haus"
    r"|Gesellschaft|Auftraggeber)(?: ?: ?|[ \t]{2,})(?P<name>[^\n,;(]{3,60})",
    re.MULTILINE,
)
_IN_FORM = 6.0
# "Ein Betrieb im Oberland" is nobody's name.
_SOME_PLACE = re.compile(r" (?:im|in|am|an|der|die|zur|zum|und) ")


def heard_in_german(text: str) -> list[Weighed]:
    """Return the names a German mail gives somebody who may decide; else none."""
    if language_of(text) != "de":
        return []
    subject, _, body = text.partition("\n")
    forms = [(_IN_FORM, found["name"].strip()) for found in _FORM_LINE.finditer(body)]
    lines = [line for line in body.splitlines() if line.strip()]
    ending = "\n".join(lines[-_LAST_LINES:])
    last = [(_ENDING, one) for one in bodies_in(ending) if not _SOME_PLACE.search(one)]
    return [*forms, *_told_of_work(subject), *_told_of_work(body), *last]


def others_in_german(text: str) -> list[Weighed]:
    """Return the names of houses that a German mail speaks of in any way."""
    if language_of(text) != "de":
        return []
    _, _, body = text.partition("\n")
    named = [*_spoken_of(body), *bodies_in(body)]
    return [(_OTHER, name) for name in named if not _SOME_PLACE.search(name)]


def _told_of_work(text: str) -> Iterator[Weighed]:
    """Yield what a wording names as where one works or would work."""
    for name in _names_in(text):
        start = text.find(name)
        if _SOME_PLACE.search(name):
            continue
        if start > 0 and _OF_WORK.search(text[max(0, start - _NEAR) : start]):
            yield _WORK, name


def _names_in(text: str) -> list[str]:
    names = [*bodies_in(text), *(" ".join(run) for run in runs_in(text))]
    return [name for name in dict.fromkeys(names) if not is_of_people(name)]


def _spoken_of(text: str) -> Iterator[str]:
    """Yield names of two words or more that are spoken of as a house is."""
    for run in runs_in(text):
        name = " ".join(run)
        start = text.find(name)
        before = text[max(0, start - _NEAR) : start]
        if len(run) < _TWO or _PERSON.search(before) or is_of_people(name):
            continue
        is_named = is_organisation(name) or _BEFORE_OTHER.search(before)
        if is_named or _DOES.match(text, start + len(name)):
            yield name
