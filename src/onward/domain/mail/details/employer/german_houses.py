"""Tells what German houses are called, and spells out how addresses shorten them."""

import re
from functools import cache, lru_cache

from onward.domain.mail.details.employer.names import (
    is_first_name,
    is_organisation,
    plain_letters,
)
from onward.domain.mail.senders import words

# What small firms, offices and clubs are called, as addresses spell it.
_HOUSE = re.compile(
    r"[a-z]{3,30}(?:erei|haus|laden|stube|praxis|praxen|schule|technik|markt|salon"
    r"|service|buero|werke?|werkstaetten|dienst|verein|verbund|zentrum|buehnen?"
    r"|kueche|kollektiv|kurier|logistik|medizin|gericht|konsulat|hauptmannschaft"
    r"|keller|bank|kanzlei|institut)"
    r"|(?:hoch|tief|holz|metall|garten|fenster|geruest|ofen|boots|trocken|laden|messe"
    r"|orgel|treppen|strassen|anlagen|maschinen)bau"
    r"|(?:bau|bio|obst|pferde|reiter|reit|wein|ferien|deich|land|gast|hof|buch|dorf"
    r"|blumen|fahrrad|rad)(?:ern)?(?:hof|laden|gut|handlung)"
    r"|werkstaetten|pizzeria|ristorante|restaurant|trattoria|osteria|eisdiele|gelateria|imbiss"
    r"|kfz|taxi|friseur|friseursalon|salon|bedachung(?:en)?|dachdecker|backstube"
    r"|blumen|floristik|kiga|ordination|physiotherapie|ergotherapie|camping|fliesen"
    r"|sanitaer|heizung(?:en|sbau)?|reisen|immobilien|moebel|hausverwaltung|galerie"
    r"|kanton|landkreis|kreis(?:verwaltung|verband)|gewerkschaft|foerderverein"
    r"|amtsgericht|landgericht|hotel|pension|solawi|tsv|tus|vfl|vfb|mvz|arztpraxen"
    r"|notare|architekten|rechtsanwaelte|chorgemeinschaft|konditorei"
)
# Where one word is both: "zirnbichlhof", "muehlenladen".
_GLUED = re.compile(
    r"[a-z]{3,30}(?:hof|laden|stube|baeckerei|metzgerei|imkerei|gaertnerei|praxis"
    r"|apotheke|weingut|gasthof|autohaus|brauerei|kita|fahrschule|tischlerei)"
)
_SHORT_FOR = {
    "uni": "Universität",
    "hs": "Hochschule",
    "th": "Technische Hochschule",
    "tu": "Technische Universität",
    "fh": "Fachhochschule",
    "kh": "Krankenhaus",
    "ah": "Autohaus",
    "sw": "Stadtwerke",
    "lra": "Landratsamt",
    "lk": "Landkreis",
    "vg": "Verbandsgemeinde",
    "sg": "Samtgemeinde",
    "bh": "Bezirkshauptmannschaft",
    "fa": "Finanzamt",
    "ksk": "Kreissparkasse",
    "spk": "Sparkasse",
    "gs": "Grundschule",
    "rs": "Realschule",
    "ps": "Primarschule",
    "bk": "Berufskolleg",
    "vhs": "Volkshochschule",
    "kiga": "Kindergarten",
    "rd": "Rettungsdienst",
    "pd": "Pflegedienst",
    "hv": "Hausverwaltung",
    "um": "Universitätsmedizin",
    "pb": "Planungsbüro",
}
# Who in a house writes stands before its name: "Poststelle LK Dornau".
_DESK = re.compile(
    r"^(?:Bewerbung(?:en|sportal|sbüro|smanagement)?|Bewerbermanagement|Poststelle"
    r"|Verwaltung|Sekretariat|Vorstand|Fahrdienst|Personal(?:amt|stelle|abteilung"
    r"|büro|service)?|Karriere(?:portal)?|Geschäftsstelle|Stellenportal)"
    r"(?: (?:der|des|vom|von)(?: der)?)? (?=\w{2})|(?<=\w) (?:Post|Info|Bewerbung)$"
)
# "ae", "oe" and "ue" within a word, where they are no two sounds.
_UMLAUT = re.compile(
    r"(?<![aeiouqäöü])(?:a(?=e(?!ro|l\b))|o(?=e(?!s\b))|u(?=e))e(?=[a-zß])",
    re.IGNORECASE,
)
_TWO_SOUNDS = re.compile(
    r"[tsdv]uell|manuel|samuel|blue|value|venue|fuel|guest|quest|michael|rafael|raphael"
    r"|israel|maestro|caesar|poet|poes|koeff|goethe|soest|coesfeld|joel|noel|phoenix"
    r"|shoe|boeing|laer\b|straelen|koexist",
    re.IGNORECASE,
)
_WITH_DOTS = {"a": "ä", "o": "ö", "u": "ü", "A": "Ä", "O": "Ö", "U": "Ü"}
_AND = re.compile(
    r"(?<=\w{4})und(?=(?:s(?:oe|ö)hne|sohn|partner|t(?:oe|ö)chter|tochter|kollegen|co)$)"
)
_NO_NAMES = frozenset({"", "info", "kontakt", "mail", "post", "jobs", "team", "office"})
_SURNAMES = ("haus", "hof", "keller", "markt")
_MOST_PARTS, _LONG, _TWO = 3, 8, 2


@lru_cache(maxsize=4_096)
def is_house(name: str) -> bool:
    """Tell whether a word of a German name is one that only houses bear."""
    plain = re.findall(r"[a-z]+", plain_letters(name.lower()))
    return is_organisation(name) or any(map(_is_kind, plain))


@lru_cache(maxsize=4_096)
def _is_kind(word: str) -> bool:
    """Tell whether a word says what kind of house one is, as addresses spell it."""
    return _HOUSE.fullmatch(word) is not None or is_organisation(with_dots(word))


def _is_no_surname(word: str) -> bool:
    """Tell whether a word is a kind of house, and nobody's name as "Althaus" is."""
    is_like_one = word.endswith(_SURNAMES) and not is_organisation(word)
    return _is_kind(word) and not is_like_one


def in_full(name: str) -> str:
    """Return a name whose first word is short for a kind of house with that kind."""
    first, blank, rest = _AND.sub(" und ", _DESK.sub("", name)).partition(" ")
    kind = _SHORT_FOR.get(first.lower(), "") if blank else ""
    return f"{kind} {rest}" if kind else f"{first}{blank}{rest}"


def with_dots(word: str) -> str:
    """Return a word of an address with the umlauts it stands for: "boerde" as börde."""
    if _TWO_SOUNDS.search(word):
        return word
    return _UMLAUT.sub(lambda found: _WITH_DOTS[found[0][0]], word)


def with_umlauts(name: str, text: str) -> str:
    """Return a name that an address tells with its words as a text spells them."""
    spelled = {plain_letters(word.lower()): word for word in re.findall(r"\w+", text)}
    apart = _AND.sub(" und ", name)
    spelled = {**_kinds(), **spelled}
    said = (spelled.get(word.lower()) or with_dots(word) for word in apart.split())
    return " ".join(word if word == "und" else _begun(word) for word in said)


@cache
def _kinds() -> dict[str, str]:
    """Return what German houses are called, by how an address spells it."""
    return {plain_letters(word): word for word in words("organisations", "german")}


def _begun(word: str) -> str:
    return word[:1].upper() + word[1:]


def kind_in_box(local: str, text: str) -> str:
    """Return the house an address names by its kind, where mail is not German."""
    parts = [part for part in re.split(r"[-_.]", local.lower()) if part]
    if len(parts) != _TWO or parts[0] not in _kinds():
        return ""
    found: list[str] = re.findall(r"\w+", text)
    spelled = {plain_letters(word.lower()): word for word in found}
    said: tuple[str, ...] = (_kinds()[parts[0]], parts[1])
    return " ".join(_begun(spelled.get(word, word)) for word in said)


def house_in_box(local: str, text: str, sender: str = "") -> str:
    """Return the house an address at a free-mail host names: "baeckerei.koenig"."""
    said = re.split(r"[-_.\d]+", local.lower())
    parts = [part for part in said if part not in _NO_NAMES]
    own = set(re.findall(r"[a-z]+", plain_letters(sender.lower())))
    if len(parts) == 1 and len(parts[0]) >= _LONG and _GLUED.fullmatch(parts[0]):
        return "" if parts[0] in own else with_umlauts(parts[0], text)
    if not _TWO <= len(parts) <= _MOST_PARTS or not any(map(_is_kind, parts)):
        return ""
    if any(len(part) == 1 or is_first_name(part) for part in parts):
        return ""
    if set(parts) <= own and not any(map(_is_no_surname, parts)):
        return ""
    return in_full(with_umlauts(" ".join(parts), f"{text} {sender}"))
