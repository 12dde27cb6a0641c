"""Tells in German mail whether an agency writes, and by what name."""

import re
from functools import lru_cache

from onward.domain.mail.details.employer.german import is_short_for_name, runs_in
from onward.domain.mail.details.employer.names import fits_label, squeezed
from onward.domain.mail.language import language_of

# What only those who place others are called.
_TRADE = re.compile(
    r"\b(?:Personal(?:dienste?|dienstleist\w+|beratung|vermittlung|management|leasing"
    r"|lösungen|partner|service|haus)|Zeitarbeit|\w{3,}vermittlung|Arbeitsvermittlung"
    r"|Headhunt\w+|Executive(?: Search)?|\w* ?Search|Recruiting"
    r"|(?<=\w )Personal(?! ?(?:und|&|,|-))(?: (?:GmbH|AG|UG|KG|[A-ZÄÖÜ]\w+))?$"
    r"|Talents?)\b"
)
# Trades that no house calls its own office by.
_NO_OFFICE = re.compile(
    r"Personal(?:dienst|beratung|vermittlung|leasing|lösungen|partner|haus| [A-ZÄÖÜ])"
    r"|Zeitarbeit"
)
# Who speaks like this has somebody who decides.
_HAS_CLIENT = re.compile(
    r"\b(?:[Rr]ückmeldung|[Aa]bsage|[Zz]usage|[Aa]ntwort|[Ff]eedback|[Rr]ückruf"
    r"|[Pp]räsentation"
    r"|[Tt]ermin|[Vv]orstellung|[Gg]espräch)"
    r" (?:vom|des|beim|von|mit dem|unseres|meines) (?:Kunden|Mandanten"
    r"|Auftraggebers?)\b"
    r"|\b[Dd](?:er|ie) (?:Kunde|Mandant(?:in)?|Auftraggeber(?:in)?)"
    r"(?: in [A-ZÄÖÜ]\w+)? (?:hätte|hat|möchte|will|sucht|wünscht|verlangt|sagt|meint"
    r"|lehnt"
    r"|entscheidet|bevorzugt|fand|findet|besteht|meldet|legt|lädt|nimmt)\b"
    r"(?! uns\b)"
    r"|\b(?:[Mm]ein(?:em|en|es)?|[Uu]nser(?:em|es)?) (?:Kunden?|Mandant(?:en|in)?"
    r"|Auftraggebers?)\b"
    r"|\b(?:[Ff]ür|[Bb]ei|[Mm]it|[Aa]n) unseren? (?:Kunden|Mandanten|Auftraggeber)"
    r" (?:in [A-ZÄÖÜ]|[A-ZÄÖÜ])"
    r"|\b\w*[Kk]unden? von mir\b|\b[Ss]uchauftrag\b|\bArbeitnehmerüberlassung\b"
    r"|\b(?:möchte|will|hat|hätte|wünscht|verlangt|sucht|sagt|meint)"
    r" (?:der|mein|die|meine) (?:Kund(?:e|in)|Mandant(?:in)?|Auftraggeber(?:in)?)\b"
    r"|\bnach (?:GVP|iGZ|BAP)-Tarif\b|\b(?:dem|den|vom|beim) (?:Kunden|Mandanten"
    r"|Auftraggeber)"
    r" (?:\S+ ){0,5}(?:vor(?:stellen|gestellt|schlagen)|vernichtet|eingereicht"
    r"|noch um)\b"
    r"|\b[Ii]hr (?:Dossier|Profil|Exposé)\b[^.!?\n]{0,60}\b(?:eingereicht"
    r"|weitergeleitet)\b"
    r"|\b[Ii]m Auftrag (?:unseres|meines|eines) (?:Kunden|Mandanten|Auftraggebers)\b"
    r"|^[^\n|\u2013\u00b7,]{3,50}(?: ?[|\u2013\u00b7-]|,) "
    r"(?:(?:Arbeits|Ärzte|Personal)?[Vv]ermittlung|Personal(?:dienste?|beratung)?)"
    r" (?:für|von|im) (?:die |den )?[A-ZÄÖÜ]"
    r"|\b[Dd]er Auftraggeber die Stelle\b"
    r"|\bin unserer Kartei\b|\b(?:nimmt|sucht|stellt) über uns\b",
    re.MULTILINE,
)
# Who tells of a call with those who decide.
_TELLS = re.compile(
    r"\b(?:hatte|habe) ich [^.!?\n]{3,60} am (?:Apparat|Telefon)\b"
    r"|\b(?:habe|hab) (?:ich )?(?:gerade|eben|soeben|heute) mit (?!Frau|Herr"
    r"|Dr)[A-ZÄÖÜ][\w&-]+ [^.!?\n]{2,50}"
    r" (?:telefoniert|gesprochen)\b"
    r"|\bkam (?:gerade |eben |heute )?(?:der Rückruf|die Antwort"
    r"|die Rückmeldung) (?:der|des|von)\b"
    r"|\bich reiche [^.!?\n]{0,40}weiter\b"
)
_APART = re.compile(r" [-\u2013\u2014|/\u00b7] |[|(),\u00b7]")
_MOST_WORDS = 5


@lru_cache(maxsize=4)  # of each mail it is asked up to four times
def has_client(text: str) -> bool:
    """Tell whether somebody speaks German of who decides as of a client."""
    return language_of(text) == "de" and _HAS_CLIENT.search(text) is not None


def german_agency(sender_name: str, text: str, label: str) -> str:
    """Return the name of the agency that writes a German mail, if one does.

    Its name bears the trade, or it speaks of a client.
    """
    named = [name for name in _names_of(sender_name, text, label) if name]
    by_trade = [name for name in named if _TRADE.search(name)]
    if by_trade:
        return max(by_trade, key=len)
    spoken = has_client(text)
    return max(named, key=len) if named and spoken else ""


def bears_trade(name: str, text: str) -> bool:
    """Tell whether a name in German mail is that of who places others for a living."""
    found = _TRADE.search(name) if language_of(text) == "de" else None
    return found is not None and _NO_OFFICE.match(found[0]) is not None


def tells_of_client(text: str) -> bool:
    """Tell whether somebody tells what those who decide have told them."""
    if has_client(text):
        return True
    return language_of(text) == "de" and _TELLS.search(text) is not None


def _names_of(sender_name: str, text: str, label: str) -> list[str]:
    """Return what names the owner of an address, in the sender's name or the text."""
    parts = [part.strip() for part in _APART.split(sender_name)]
    runs = [" ".join(run) for run in runs_in(text) if len(run) <= _MOST_WORDS]
    parts_of_label = re.split(r"[-_.]", label)
    return [
        name
        for name in (*runs, *parts)
        if name and _is_owner(name, label, parts_of_label)
    ]


def _is_owner(name: str, label: str, parts: list[str]) -> bool:
    bare, whole = squeezed(name), re.sub(r"[\W_]+", "", label)
    if len(bare) < len(whole) // 2 or not bare:
        return False
    return fits_label(bare, whole) or (
        len(parts) > 1 and is_short_for_name(parts, name)
    )
