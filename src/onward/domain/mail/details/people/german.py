"""Finds who will sit in an interview that a German mail invites to.

Too few such mails are noted to teach a model; what German says of a meeting is more
regular than what English says, so that a few wordings tell most.
"""

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

_MOST_PIECES, _MOST_NAMES, _LONGEST = 120, 8, 500
# Where a sentence ends: not behind a title, an initial or the number of a day.
_END = re.compile(
    r"\n|[!?](?=\s)|(?<!\bDr)(?<!\bProf)(?<!\bMag)(?<!\bIng)(?<!\bDipl)(?<!\bNr)"
    r"(?<!\d)(?<![\s.][A-Za-z])\.(?=\s|$)|;\s"
)
# What is said of a meeting before or behind the names of who will be there.
_THERE = re.compile(
    r"\b(?:nehmen|nimmt)\b[^\n]{0,120}\b(?:teil|Zeit|Stunde|Minuten)\b"
    r"|\bteilnehm\w+|\bteil:|\bmit dabei\b|\bdabei (?:sind|ist|sein|bin)\b"
    r"|\b(?:ist|sind|bin|werden|wird)\b[^\n.]{0,60}\bdabei\b"
    r"|\b(?:spricht|sprechen|redet|reden|treffen|trifft|unterhalten)\b[^\n]{0,140}"
    r"\b(?:mit|mich|uns|dich|Sie)\b|\b(?:mit|mich|uns)\b[^\n]{0,140}"
    r"\b(?:sprechen|reden|treffen|unterhalten|zusammensetzen)\b"
    r"|\b(?:führen|führt|leiten|leitet)\b[^\n]{0,60}\bGespräch\b"
    r"|\bGespräch\w* (?:wird |werden )?(?:führ\w+|leite\w+|mit)\b"
    r"|\bkennen(?:zu)?lernen\b|\blern(?:st|en)\b[^\n]{0,100}\bkennen\b"
    r"|\bam Tisch\b|\bsitz(?:en|t)\b[^\n]{0,80}\b(?:mit|zusammen|dabei)\b"
    r"|\bh(?:ören|ört)\b[^\n]{0,30}\bzu\b|\b(?:kommt|kommen|stößt|stoßen|springt)\b"
    r"[^\n]{0,60}\b(?:dazu|hinzu|mit rein|mit rauf|herauf|herüber|rüber)\b"
    r"|\b(?:haben|hätten|hat)\b[^\n]{0,80}\bZeit für (?:Sie|dich|euch)\b"
    r"|\berwarten (?:Sie|dich)\b|\bich bin\b[^\n]{0,20}\bda\b|\bund ich\b"
    r"|\b(?:und|mit) mir\b",
    re.IGNORECASE,
)
# The line of a form that names them.
_LABEL = re.compile(
    r"^\W{0,4}(?:Gesprächspartner\w*|Gesprächsführung|Teilnehm\w+|Teilnahme"
    r"|(?:Auswahl)?(?:kommission|gremium)|Interviewer\w*|Wer|Mit wem|Mit|Anwesend"
    r"|Von uns|Unsererseits|Ihr Gegenüber|Runde)(?: \w{1,12}){0,3} ?[:|\u2013-] ?",
    re.IGNORECASE,
)
_OPENS_LIST = re.compile(r"(?:teil|dabei|mit|kennen|Gespräch\w*|Ihnen|dir)\s?:\s*$")
_ITEM = re.compile(r"^\s{0,6}(?:[-*\u2022\u00b7\u2013]|\d{1,2}[.)])\s")
# Whoever these words speak of has something else to do with the day.
_ELSEWHERE = re.compile(
    r"\bnicht (?:mit )?(?:dabei|teil|anwesend)\b|\bentschuldig\w*|\bgrüß\w+|\bgrüss\w+"
    r"|\bEmpfang\b|\bPforte\b|\bholt?\b|\babgeholt\b|\bmelden Sie sich\b|\bmelde dich\b"
    r"|\bRückfragen?\b|\bFragen\b|\berreich\w+|\bAnsprechpartner\w*|\bVorgänger\w*"
    r"|\bstatt\b|\banstelle\b|\bverhindert\b|\bhängt\b|\bfällt aus\b|\bUrlaub\b"
    r"|\bempfohlen\b|\bEmpfehlung\b|\bvermittelt\b|\bim Auftrag\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"[;,](?=\s(?:ich|am|bei|aber|nur|leider|herr|frau)\b)|;", re.IGNORECASE
)
_I = re.compile(r"\b(?:ich|mir|mich|Unterzeichner(?:in|nde\w?)?)\b", re.IGNORECASE)
_ONLY_US = re.compile(
    r"\bnur (?:wir (?:zwei|beide)|(?:Sie|du) und ich|ich und (?:Sie|du))\b"
    r"|\b(?:wir|sitzen wir) (?:beide )?(?:allein|zu zweit|unter vier Augen)\b"
    r"|\b(?:Gespräch|sprechen|treffen)\b[^.\n]{0,60}\bmit mir\b(?! und\b)",
    re.IGNORECASE,
)
# What somebody is stands before the name in one row of capitals.
_POST = re.compile(
    r"(?:leit(?:er|ung)|chef|vorsteher|vorstand|präsident|direktor|sekretär|rat|meister"
    r"|obmann|referent|beauftragte[rn]?|kolleg[en]?|geschäftsführ(?:er|ung)|sozi[au]s?"
    r"|partner|inhaber|besitzer|koordinator|manager|designer|entwickler|ingenieur|arzt"
    r"|ärzt|pfleger|lehrer|koch|köch|bürgermeister|prokurist|assistent|berater)(?:in)?$",
    re.IGNORECASE,
)
# "Liebe Frau Falk, am Montag": who is written to.
_CALLED = re.compile(
    r"^\W*(?:liebe\w?|hallo|guten \w+|sehr geehrte\w?|moin|servus|grüezi|hi|hey)\s"
    r"[^,!\n]{2,40}[,!]",
    re.IGNORECASE,
)
_SAID_OF = re.compile(r"\s?[(,]")
# What stands in a capital as all nouns do, and is nobody.
_NO_NAME = re.compile(
    r"(?:unser\w*|mein\w*|ihr\w*|dein\w*|der|die|das|wieder|dann|am|im|von|bei|zum"
    r"|dabei|auch|und|außer|januar|februar|märz|april|mai|juni|juli|august|september"
    r"|oktober|november|dezember|\w+tag|mittwoch|gebäude|raum|zimmer|haus|uhr|termin"
    r"|fachbereich|abteilung|bereich|referat|team|stelle|gespräch\w*|kommission\w*"
    r"|\w+kommission|\w+gremium|teilnehm\w+|wer|neuer|neue|das|es|wir|sie|du|bitte)$",
    re.IGNORECASE,
)
_FIRST_AND_LAST = 2


def german_panel(text: str, around: Around) -> Iterator[tuple[int, int, str]]:
    """Yield where a mail says who will be there, and each name."""
    body, is_list = text.find("\n") + 1, False
    for start, end in _pieces(text, body):
        said = text[start:end]
        if not said.strip():  # an empty line ends no list
            continue
        is_item = is_list and _ITEM.match(said) is not None
        is_list = is_item or _OPENS_LIST.search(said) is not None
        is_form = is_item or _LABEL.match(said) is not None
        if is_form or _THERE.search(said):
            for name in _present(said, around, is_form=is_form):
                yield start, end, name
    only = _ONLY_US.search(text, body)
    if only and writer_there(around):
        yield only.start(), only.end(), writer_there(around)


def _pieces(text: str, body: int) -> Iterator[tuple[int, int]]:
    start = body
    for stop in islice(_END.finditer(text, body), _MOST_PIECES):
        if stop.start() - start <= _LONGEST:
            yield start, stop.start()
        start = stop.end()
    if len(text) - start <= _LONGEST:
        yield start, len(text)


def _present(said: str, around: Around, *, is_form: bool) -> Iterator[str]:
    """Yield whom a sentence names in a clause that sends nobody elsewhere."""
    start = 0
    for stop in [*_CLAUSE.finditer(said), None]:
        end = stop.start() if stop else len(said)
        clause = said[start:end]
        if not _ELSEWHERE.search(clause):
            yield from islice(_people(clause, around, is_form=is_form), _MOST_NAMES)
            if _is_writer_there(clause) and writer_there(around):
                yield writer_there(around)
        start = end


def _is_writer_there(clause: str) -> bool:
    is_told = _THERE.search(clause) or _LABEL.match(clause)
    return is_told is not None and _I.search(clause) is not None


def _people(said: str, around: Around, *, is_form: bool) -> Iterator[str]:
    is_item = _ITEM.match(said) is not None
    called = _CALLED.search(said)
    for found in NAME.finditer(said, called.end() if called else 0):
        title = (found["title"] or "").strip()
        name, has_post = _without_post(found["name"])
        is_told = is_form or has_post or _SAID_OF.match(said, found.end())
        if not name or not (title or _is_known(name, is_told=bool(is_told))):
            continue
        if is_somebody(name, around, title):
            yield _titled(title, name)
            if is_item:  # behind a comma stands what they are
                return


def _without_post(raw: str) -> tuple[str, bool]:
    """Return a name without what its bearer is, and whether that stood before it."""
    words, has_post = raw.split(), False
    while words and (
        _NO_NAME.match(words[0]) or _POST.search(words[0]) or _is_late(words)
    ):
        words, has_post = words[1:], has_post or _POST.search(words[0]) is not None
    return " ".join(words), has_post


def _is_late(words: list[str]) -> bool:
    """Tell whether a word before a given name is no part of it: "Landrat Uwe Falk"."""
    is_more = len(words) > _FIRST_AND_LAST
    return is_more and not is_first_name(words[0]) and is_first_name(words[1])


def _is_known(name: str, *, is_told: bool) -> bool:
    first, *others = name.split()
    return is_first_name(first) or (is_told and bool(others))


def _titled(title: str, name: str) -> str:
    """Return a name with a title that is part of it; "Herr" only where alone."""
    learned = " ".join(
        word for word in title.split() if word.rstrip(".") not in {"Herr", "Herrn"}
    )
    if " " in name:
        learned = learned.removeprefix("Frau").strip()
        return f"{learned} {name}".strip()
    polite = "Herr" if title.startswith("Herr") and not learned else ""
    return f"{polite or learned} {name}".strip()
