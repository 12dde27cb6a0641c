"""What stands around a role in German, and the trades that are named there."""

import re
from collections.abc import Iterator
from itertools import islice

from onward.domain.mail.details.role.alone import FAREWELL

_MOST_FINDS = 12
_FURTHER_TRADE = re.compile(
    r"\w*(?:architekt|psycholog|chemiker|physiker|biolog|informatiker|ökonom"
    r"|markscheider|analytiker|wirt|werker|meister|trainee"
    r"|(?<!geschäfts)führer|reporter|schaffner)"
    r"(?:in|innen|e|er|en|s|n)?(?:[*:_/]-?in(?:nen)?)?",
    re.IGNORECASE,
)
_WORD = r"[A-ZÄÖÜ][\w&/+#:*-]{0,38}[\w+#]"
_FIRST = r"(?:(?:stellvertretend|kaufmännisch|technisch|wissenschaftlich|medizinisch"
_FIRST += r"|pädagogisch|leitend|staatlich|studentisch|pharmazeutisch)e[nrms]? )?"
ROLE = (
    rf"(?P<role>{_FIRST}{_WORD}(?: {_WORD}){{0,3}}"
    rf"(?: (?:für|im Bereich|in der|in Ausbildung|der)(?: {_WORD}){{0,4}})?)"
)
# What tells a role outright, if a trade heads it.
_TOLD = (
    re.compile(
        r"\b(?:Vakanz|Funktion|Auswahlverfahren|Ausschreibung|Stellenausschreibung"
        r"|Stellenanzeige|Bewerbungsverfahren|Besetzung|Nachbesetzung|Suche)"
        r"(?: (?:als|der|des|eines|einer|nach (?:der|dem|einer|einem)|für (?:die"
        r"|den)))?"
        rf":? [„\"»\u201a]?{ROLE}"
    ),
    re.compile(
        r"\b[Bb]ewerb(?:ung|en)(?: um| auf)?(?: (?:die|eine) Stelle)?"
        rf" (?:für|um|auf) (?:den|die|das|eine|einen) {ROLE}"
    ),
    re.compile(
        r"\b(?:Worum|Betrifft|Betreff|[Bb]etr\.|Tätigkeit|Ausbildungsberuf|Beruf|Stelle"
        rf"|Position|Einsatz als) ?: ?{ROLE}"
    ),
)
# What may name one in passing: "einen Koch", "mit dem Restaurantleiter".
_SPOKEN = re.compile(
    r"\b(?:[Aa]ls|[Zz]um|[Zz]ur|[Ee]inen?|[Ee]iner|[Ee]ines|[Dd]en|[Dd]em|[Ww]egen"
    r"|[Ff]ür"
    r"|[Nn]och|\d{1,3}|zwei|drei|vier|künftigen|nächsten|neuen|neue|neuer)"
    rf" [„\"»\u201a]?{ROLE}"
)
_LINE = re.compile(
    rf"(?:^|[.!?] )(?:[-•*] )?{ROLE}(?= ?(?:[,.(|/]|$| wird\b| gesucht\b))",
    re.MULTILINE,
)
# Who is spoken of so is somebody, not what one may become.
_SOMEBODY = re.compile(
    r"\b(?:[Uu]nser(?:e[nmrs]?)?|[Mm]ein(?:e[nmrs]?)?|[Ii]hr(?:e[nmrs]?)?"
    r"|[Ss]ein(?:e[nmrs]?)?"
    r"|[Dd]ein(?:e[nmrs]?)?|[Hh]errn?|[Ff]rau|Dr\.|Prof\.|heutigen?|alten?|jetzigen?)$"
)
_BEFORE = re.compile(
    r"^(?:(?:und|ihr|dein|neuer?|kurze[rs]?|die|der|das) )*"
    r"(?:telefonat|kandidat(?:in|en)?|mandat"
    r"|(?:arbeits|ausbildungs)?vertrag"
    r"|(?:video|telefon|online|erst|zweit|kennenlern)[- ]?(?:interview|gespräch"
    r"|termin|call)"
    r"|(?:initiativ|kurz|online)[- ]?bewerbung|projektanfrage|vakanz|kandidatur"
    r"|(?:arbeits|schreib|text|kost)?probe|probe(?:tag|arbeit(?:en)?|text|lektion"
    r"|stunde)"
    r"|hospitation|eignungstest|fallstudie|gesucht ?:?|vermittlung|besetzung"
    r"|nachbesetzung|gespräch)[ :]+(?:als |für (?:die |den )?|zum |zur )?(?=[^\W\d_])",
    re.IGNORECASE,
)
_OTHER = re.compile(r"^(?:eine?[nrms]? )?andere[nrms]? (?=[A-ZÄÖÜ])")
_BEHIND = re.compile(
    r" (?:Raum|Großraum|Region|Standort|Markt|Filiale|Landkreis) [A-ZÄÖÜ0-9].*$"
    r"| [a-zäöüß]{2,20} (?:Ihnen|Sie|Ihren?|mir|uns|wir|ich|dir|dich|du|noch|nicht)\b"
    r".*$"
    # What a sentence goes on with: "Koch muss das sitzen". No word of English roles.
    r"| (?:muss|müssen|müssten?|dürf\w{1,4}|wird|werden|wurden?|würden?|ist|sind|haben"
    r"|hätten?|kann|können|könnten?|soll(?:en|ten?)?|geht|gehen|bleibt|entschieden"
    r"|gesucht|vergeben|besetzt|eingegangen|angekommen|vertagt|gestrichen)\b.*$"
)
_NO_ROLE = re.compile(
    r"(?:dies|jen|erst|zweit|jed|solch|ander|weiter|letzt|best|einzig|kein)e?[rnms]?"
    r"|(?:mit)?bewerber(?:in|innen|n)?|kandidat(?:in|en|innen)?|außendienst|innendienst"
    r"|(?:im|am|zur?|vom|und|wenn|dass|es|(?-i:in|so)) [\w\s]*",
    re.IGNORECASE,
)


def is_further_trade(word: str) -> bool:
    """Tell whether a German word names a trade that no list of patterns has."""
    return word[:1].isalpha() and _FURTHER_TRADE.fullmatch(word) is not None


def is_no_german_role(words: str) -> bool:
    """Tell whether words only look like a role for where they stand: "dieser"."""
    return _NO_ROLE.fullmatch(words) is not None


def without_german_edges(role: str) -> str:
    """Return a role without what German subjects say before and behind it."""
    return _BEHIND.sub("", _OTHER.sub("", _BEFORE.sub("", role)))


def told_in_german(flat: str) -> Iterator[str]:
    """Yield what a body on one line tells as a role, if a trade heads it."""
    for pattern in _TOLD:
        yield from (
            found["role"] for found in islice(pattern.finditer(flat), _MOST_FINDS)
        )


def spoken_in_german(body: str) -> Iterator[str]:
    """Yield what a body speaks of in passing, which is a role if it is a trade."""
    above = body
    for line in body.splitlines():
        if FAREWELL.match(line.strip()):
            above = body[: body.index(line)]
            break
    for pattern in (_SPOKEN, _LINE):
        for found in islice(pattern.finditer(above), _MOST_FINDS):
            if not _SOMEBODY.search(
                above[max(0, found.start() - 12) : found.start()].rstrip()
            ):
                yield found["role"]
