"""Reads who is named in a clause of a German mail."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onward.domain.mail.details.employer.names import is_first_name
from onward.domain.mail.details.people.german_given import is_given_in_german
from onward.domain.mail.details.people.listed import Around, is_somebody, name_key

_TITLE = (
    r"(?:Herrn?|Frau|(?:Univ\.-)?Prof(?:essor(?:in)?|\.)?|PD|Priv\.-Doz\."
    r"|Dr\.(?:[ -]?(?:med|rer|jur|phil|Ing|habil|nat|h\. ?c)\.){0,3}|Dr|RA|RAin"
    r"|Dipl\.-[A-Z][a-zäöü]{1,10}\.?(?: \(FH\))?|Mag\.|DI|Ing\.|Mr\.?|Mrs\.?|Ms\.?"
    r"|Kapitän|Pfarrer(?:in)?|Pastor(?:in)?|Pater|Schwester|Opa|Oma|Onkel|Tante)"
)
_WORD = rf"(?!{_TITLE}(?!\w))(?<!\w)[A-ZÀ-ÖØ-ÞČŁŚŠŻŽ][\w'\u2019-]{{1,30}}"
_NAME = re.compile(
    rf"(?P<title>(?<!\w)(?:{_TITLE}\s){{1,4}})?(?P<name>(?:[A-Z]\.\s?){{0,2}}"
    rf"(?:(?:von|van|de|zu)\s)?{_WORD}"
    rf"(?:\s(?:[A-Z]\.\s|(?:von|van|de|zu|der|den|und zu|al|el"
    rf"|bin)\s){{0,2}}{_WORD}){{0,3}})"
)
# What somebody is stands before the name in one row of capitals.
_POST = re.compile(
    r"(?:leit(?:er|ung)|leitend|chef|vorsteher|vorstand|vorsitzende[rn]?|präsident"
    r"|direktor"
    r"|sekretär|rat|meister|obmann|obfrau|referent|beauftragte[rn]?|kolleg(?:e|en)?"
    r"|geschäftsführ(?:er|ung)|geschäftspartner|sozi[au]s?|partner|inhaber|besitzer"
    r"|koordinator|manager|designer|entwickler|ingenieur|arzt|ärzt|pfleger|lehrer|koch"
    r"|köch|bürgermeister|prokurist|assistent|berater|mitarbeiter|gründer|vertreter"
    r"|stellvertreter|verantwortliche[rn]?|schwester|bruder|mann|frau|sohn|tochter"
    r"|vater|mutter|winzer|meier|polier|vorarbeiter|lead|architekt|techniker|planer"
    r"|pädagog(?:e|en)?|therapeut|trainer|dekan|professor|notar|anwalt|anwält|azubi"
    r"|auszubildende[rn]?|buchhalter|redakteur|disponent|betreuer|geschäftsleitung"
    r"|gesellschafter|gesell(?:e|en)?|controller|owner|master)(?:in)?$",
    re.IGNORECASE,
)
# "Liebe Frau Falk, am Montag": who is written to.
_CALLED = re.compile(
    r"^\W*(?:liebe\w?|hallo|guten \w+|sehr geehrte\w?|moin|servus|grüezi|hi|hey|ahoi"
    r"|salü)\s"
    r"[^,!\n]{2,40}[,!]",
    re.IGNORECASE,
)
# What stands in a capital as all nouns do, and is nobody.
_NO_NAME = re.compile(
    r"(?:(?:unser|mein|ihr|dein|sein|kein)\w{0,2}|der|die|das|dem|den|wieder|dann"
    r"|danach|am|im"
    r"|von|vom|bei|zum|zur|zu|an|auf|aus|mit|für|ab|um|bis|nach|vor|in|als|ob|da|wo|wie"
    r"|was"
    r"|dabei|auch|und|außer|ausser|neben|sowie|januar|februar|märz|april|mai|juni|juli"
    r"|august|september|oktober|november|dezember|\w+tags?|mittwochs?|gebäude|raum"
    r"|zimmer"
    r"|haus|uhr|termin\w*|fachbereich|abteilung|bereich|referat|team\w*|stelle"
    r"|\w*gespräch\w*"
    r"|\w*kommission\w*|\w+gremium|teilnehm\w+|wer|neuer?|es|wir|sie|du|er|ich|bitte"
    r"|jetzt"
    r"|menschen|jahre\w?|stunde\w?|minuten?|monate?n?|woche\w?|zeit|platz|tisch"
    r"|vertrieb"
    r"|einkauf|pflege|technik|produktion|labor|küche|werkstatt|marketing|entwicklung"
    r"|personal\w*|verwaltung|logistik|versand|verkauf|buchhaltung|hof|büro|kaffee|tee"
    r"|link"
    r"|google|microsoft|teams|zoom|meet|webex|video|skype|interview\w*|runde|fragen?"
    r"|ihnen|dir|dich|uns|euch|unterzeichner\w*|damen|herren|kolleg(?:en|innen)"
    r"|\w+ung(?:en)?"
    r"|\w+(?:heit|keit|schaft|ismus|tion|ität)(?:en)?|[\w-]+(?:straße|strasse|platz|allee|gasse|ufer)|danke|vielen|gern\w?|leider|ja"
    r"|nein|so"
    r"|kommen|sollten|falls|wenn|damit|darum|dort|hier|heute|morgen|anwesend|vorsitz"
    r"|protokoll|leiter(?:in)?|herr\w?|frau|hr|it|eg|og|ug|link|online|ort|adresse"
    r"|dauer)$",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s?[(,]")
_SAID_OF = re.compile(
    r"\s(?:und|sowie|aus|vom|von|werden|wird|will|möchte|ist|kommt|nimmt)\b"
)
_BESIDE_ME = re.compile(r"\s(?:\([^()\n]{1,60}\)\s)?und (?:ich|mir)\b")
_LED = re.compile(
    r"(?:^\W*|\b(?:mit|und|sowie|außer|ausser|neben|durch|bei|sind|ist|heißt"
    r"|oder):?\s(?:von\s)?)$",
    re.IGNORECASE,
)
# "Mein Kollege Falk": only of whom a post is told so can one name be unknown.
_OF_POST = re.compile(
    r"\b(?:unser|mein|der|dem|den|die|vom|zum|mit|und|bei|ihr"
    r"|dein)\w{0,2}\s(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
_DOES = re.compile(
    r"\s(?:wird (?:mit|dich|dir|Sie|Ihnen)|will|möchte|kommt (?:auch |noch )?(?:dazu"
    r"|hinzu|mit)"
    r"|nimmt|führt|leitet|stellt (?:dir|Ihnen|die)|übernimmt|schaltet|setzt|spricht"
    r"|redet"
    r"|sitzt|freut|interviewt|moderiert)\b"
)
_ITEM = re.compile(r"^\s{0,20}(?:[-*\u2022\u00b7\u2013]|\d{1,2}[.)])\s")
_POLITE = frozenset({"Herr", "Herrn", "Frau"})
_DEGREE = re.compile(r"Dipl|Mag|DI$|Ing|Univ|RA")
_FIRST_AND_LAST = 2


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody who is named, and where."""

    name: str
    start: int
    end: int


def people_named(said: str, around: Around, *, is_form: bool) -> Iterator[Named]:
    """Yield who is named in a clause; in the line of a form by one name, too."""
    is_item = _ITEM.match(said) is not None
    for found in _NAME.finditer(said):
        title = (found["title"] or "").strip()
        name, post = _without_post(found["name"].rstrip("."), title)
        start = found.start("name") + found["name"].find(name)
        end = start + len(name)
        place = _Place(said, found.start("name"), end, post=post, is_form=is_form)
        if not name or not (title or _is_told(name, place)):
            continue
        if _is_somebody(name, around, title):
            yield Named(_titled(title, name), found.start(), end)
            if is_item:  # behind a comma stands what they are
                return


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a name stands, and what its bearer is, if that is told before it."""

    said: str
    start: int
    end: int
    post: str
    is_form: bool


def after_greeting(said: str) -> str:
    """Return a sentence without whom it is said to: "Liebe Frau Falk, am Montag"."""
    called = _CALLED.search(said)
    return said[called.end() :] if called else said


def _without_post(raw: str, title: str) -> tuple[str, str]:
    """Return a name without what its bearer is, and what they are."""
    words, posts = raw.split(), []
    if title and len(words) == 1:
        return raw, ""  # "Frau Baumeister"
    while words and (_is_no_name(words[0]) or _is_late(words)):
        posts.append(words.pop(0))
    kept: list[str] = []
    for word in words:
        if kept and _NO_NAME.match(word) and not word.endswith("ung"):
            break
        kept.append(word)
    return " ".join(kept), next(filter(_POST.search, posts), "")


def may_be_named_so(name: str) -> bool:
    """Tell whether no word of a name has its capital for another reason."""
    return not any(map(_NO_NAME.match, name.split()))


def _is_no_name(word: str) -> bool:
    if _NO_NAME.match(word):
        return True
    return not _is_given(word) and _POST.search(word) is not None


def _is_late(words: list[str]) -> bool:
    """Tell whether a word before a given name is no part of it: "Landrat Uwe Falk"."""
    if len(words) < _FIRST_AND_LAST or _is_given(words[0]):
        return False
    is_more = len(words) > _FIRST_AND_LAST or len(words[0]) > len("Maximilian")
    return is_more and _is_given(words[1])


def _is_given(word: str) -> bool:
    return is_first_name(word) or is_given_in_german(word)


def _is_told(name: str, place: _Place) -> bool:
    """Tell whether a name is a person's by what it is or by what stands around it."""
    first, *others = name.split()
    if _is_given(first):
        return True
    before = place.said[: place.start]
    is_led = _LED.search(before) is not None
    if others:
        return _is_whole_told(place, is_led=is_led)
    if _BESIDE_ME.match(place.said, place.end) and (is_led or not before.strip()):
        return True
    if place.post:
        return place.is_form or _OF_POST.search(before) is not None
    return not before.strip() and _DOES.match(place.said, place.end) is not None


def _is_whole_told(place: _Place, *, is_led: bool) -> bool:
    """Tell whether two words in capitals that are no given names are somebody's."""
    said, end = place.said, place.end
    if place.is_form or place.post or _BESIDE_ME.match(said, end):
        return True
    if _ASIDE.match(said, end):
        return True
    return is_led and (_SAID_OF.match(said, end) is not None or not said[end:])


def _is_somebody(name: str, around: Around, title: str) -> bool:
    """Tell whether a name is a person's; behind "Frau" a trade is a surname, too."""
    first, *others = name.split()
    if name_key(first) in around.greeted:
        return False
    if title:
        return True
    if _is_given(first) and others:
        return name_key(name) not in map(name_key, around.organisations)
    return is_somebody(name, around)


def _titled(title: str, name: str) -> str:
    """Return a name with a title that is part of it; "Herr" only where alone."""
    told = [word for word in title.split() if word not in _POLITE]
    if " " in name:  # a lesser degree is told only where it stands for the given name
        told = [word for word in told if not _DEGREE.match(word)]
    learned = " ".join(told)
    if " " in name or learned:
        return f"{learned} {name}".strip()
    polite = "Herr" if title.startswith("Herr") else title
    return f"{polite} {name}".strip()
