"""How organisations spell their names, in text and in addresses."""

import re
import unicodedata
from functools import cache, lru_cache

from onward.domain.mail.details.employer.parting import parted
from onward.domain.mail.senders import words

_SMALL = frozenset({"and", "of", "the", "for", "at", "on", "in"})
# Three letters may stand for three words, as in BBC.
_SHORT = 3
# "Neustadt" and "Kirchhof" may be surnames; so short an ending tells nothing.
_LONG, _LONGEST_ALONE = 9, 6
_SPELLED_OUT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "o", "æ": "ae", "å": "a"}
)
_ME = frozenset({"i", "me"})
_STRUCK_OUT = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "ß": "ss"})
_SUFFIX = re.compile(
    r"[\s,:|\u2013\u2014-]*\b(?:talent\sacquisition|recruit(?:ment|ing|er)?|careers?"
    r"|jobs?|hiring|talent|human\sresources?|hr|people(?:\s(?:&|and)\sculture)?|team"
    r"|department|dept|office|hiring\steam|notifications?|no[-\s]?reply|applications?"
    r"|early|student|campus|emerging"
    r"|resourcing|staffing|candidate\scare|early\scareers|graduates?|vacancies|hello"
    r"|info|admin|administration|support|alerts|reception|enquiries"
    r"|(?:personal|bewerber)(?:abteilung|dienst|wesen|büro|management)?|karriere"
    r"|verwaltung|recrutement|ressources\shumaines|d?rh|espace\scandidats?|carrières?)\s*$",
    re.IGNORECASE,
)
_AGENCY_SUFFIX = re.compile(
    r"[\s,:|\u2013\u2014-]*\b(?:talent\sacquisition|careers?|jobs?|hr|team"
    r"|notifications?|no[-\s]?reply|applications?)\s*$",
    re.IGNORECASE,
)
_PREFIX = re.compile(
    r"^(?:the\s(?!\w+$)|(?:but|and|so|then|well|now)\s(?=\w+\s\w)|team\s|recruitment\s(?!\w*$)|life\sat\s"
    r"|(?:careers?|jobs?|recruitment|hr)\s(?:at|@)\s|hrd?\s(?=\w+\s\w)"
    r"|(?:terminbestätigung|einladung|rückmeldung|angebot|absage)\s(?=\w)"
    r"|(?:personal(?:abteilung|dienst|wesen|büro)?|karriere(?:portal)?|bewerbermanagement"
    r"|meisterbüro|technische\sleitung"
    r"|bewerbung(?:en)?|serviceleitung|einsatzleitung|sekretariat)\s(?=\w)"
    r"|(?:(?:le\s|la\s)?(?:service|pôle|cellule|direction|équipe)\s|l['\u2019]équipe\s)?"
    r"(?:d?rh|recrutement|(?:des\s)?ressources\shumaines|carrières|espace\scandidats?)"
    r"(?:\s[-\u2013|]|\s(?:de\sla|de|du|des|chez))?(?:\s|\sd['\u2019])(?=\w))",
    re.IGNORECASE,
)
_PERSONAL = re.compile(
    r"^(?:mr|mrs|ms|miss|dr|prof|professor|rev|revd|sir|lady|lord|fr|sister|dear|hi"
    r"|hello|hon|capt|canon|band|ward|unit|room|floor|year|grade|level|week|day|block)\b",
    re.IGNORECASE,
)
_MOMENT = re.compile(
    r"(?:\d+(?:[.:]\d\d)?\s?(?:am|pm|hrs|h|uhr|k)?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
    r"|\d+\s?[ap]m\b.{0,12}|\d{1,2}[uh]\d\d|[a-z]{0,3}-?\d{3,}"
    r"|montag|dienstag|mittwoch|donnerstag|freitag|noon|midday)$",
    re.IGNORECASE,
)
_EDGES = " \"'.,:;|\u2013\u2014-()[]!?*_"
_CAPITAL_WORD = re.compile(r"[A-Z0-9\u00c0-\u017d][\w'\u2019&.+-]*[\w+)]|[A-Z&]")
_IN_RUN = frozenset({"of", "and", "the", "for", "in"})


@lru_cache(maxsize=4_096)  # asked several times of each name
def trimmed(name: str, *, keep_agency: bool = False) -> str:
    """Return a name without words such as Careers; empty when nothing is left of it."""
    left = re.sub(r"\s+", " ", name).strip(_EDGES)
    if left.count("(") > left.count(")"):
        left = left[: left.rfind("(")].strip(_EDGES)
    suffix = _AGENCY_SUFFIX if keep_agency else _SUFFIX
    while left and (shorter := suffix.sub("", _PREFIX.sub("", left))) != left:
        left = shorter.strip(_EDGES)
    left = re.sub(r"^(?:the|The)\s(?=\w+\s\w+\s)", "", left)
    if len(left) <= 1 or left.lower() in words("no_employer", "names"):
        return ""
    if _MOMENT.match(left):
        return ""
    return "" if _PERSONAL.match(left) or not re.search(r"[^\W\d]", left) else left


@lru_cache(maxsize=4_096)
def squeezed(name: str) -> str:
    """Return only the letters and digits, in lower case, without Ltd and the like."""
    bare = re.sub(
        r"\b(?:ltd|limited|gmbh|inc|llc|llp|plc|ag|co|the|and)\b\.?", "", name.lower()
    )
    return re.sub(r"[\W_]+", "", plain_letters(bare))


def plain_letters(name: str) -> str:
    """Return a name as an address spells it: ü as ue, é as e."""
    if name.isascii():
        return name
    spelled = name.translate(_SPELLED_OUT)
    parts = unicodedata.normalize("NFKD", spelled)
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def is_owner_of_thing(name: str) -> bool:
    """Tell whether a name only says whose something is: "the College's open day"."""
    owner, apostrophe, _ = name.replace("\u2019", "'").rpartition("'")
    return bool(apostrophe) and is_organisation(owner)


def fits_label(name: str, label: str) -> bool:
    """Tell whether a squeezed name begins as an address's label does, or the label."""
    fits = name.startswith(label) or label.startswith(name)
    return bool(name and label) and fits


def is_made_of(label: str, name: str) -> bool:
    """Tell whether a label holds all words of a name and little else, in any order.

    "Museum of the Fens" writes from fensmuseum.
    """
    said = re.findall(r"[a-z]{3,}", plain_letters(name.lower()))
    own = [word for word in said if word not in _SMALL]
    length = sum(map(len, own))
    is_all = len(own) > 1 and all(word in label for word in own)
    return is_all and length <= len(label) <= length + _SHORT


@lru_cache(maxsize=4_096)
def is_organisation(name: str) -> bool:
    """Tell whether a word of the name is one that only organisations bear."""
    known = _organisations()
    found = re.findall(r"\w+", name.lower())
    return any(word in known or _is_compound(word) for word in found)


@cache
def _organisations() -> frozenset[str]:
    kinds = ("words", "german", "french")
    return frozenset().union(*(words("organisations", kind) for kind in kinds))


def _is_compound(word: str) -> bool:
    """Tell whether a German word ends in one for organisations: "Wasserverband"."""
    return len(word) > _LONG and word.endswith(_german_ends())


@cache
def _german_ends() -> tuple[str, ...]:
    known = words("organisations", "german")
    return tuple(word for word in known if len(word) >= _LONGEST_ALONE)


def is_first_name(name: str) -> bool:
    """Tell whether a name is one that people are given, alone."""
    return _without_accents(name.lower()) in words("given_names", "words")


def is_of_people(name: str) -> bool:
    """Tell whether a name is that of one person or of several: "Dev and Marisol"."""
    parts = [part for part in name.split(" and ") if part.lower() not in _ME]
    return all(is_given(part) or is_first_name(part) for part in parts)


def is_given(name: str) -> bool:
    """Tell whether a name begins as a person's does, and names no organisation."""
    first, *others = name.lower().split() or [""]
    if len(others) != 1:
        return False  # "Hazel Tree Homecare", "Olive & Thyme"
    known = words("given_names", "words")
    return _without_accents(first) in known and not is_organisation(name)


def _without_accents(name: str) -> str:
    """Return a name as a list without accents has it: ö as o, ł as l."""
    parts = unicodedata.normalize("NFKD", name.translate(_STRUCK_OUT))
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def is_department(name: str) -> bool:
    """Tell whether a name is made of words for departments and jobs alone."""
    known = words("departments", "words")
    return all(word in known for word in re.findall(r"[\w&]+", name.lower()))


def is_part(name: str) -> bool:
    """Tell whether any organisation may have such a part: "Trust", "Dental"."""
    known = words("departments", "words") | words("organisations", "words")
    return all(word in known for word in re.findall(r"[\w&]+", name.lower()))


def prettified(label: str) -> str:
    """Return an owner's label as a name: hill-farm and hillfarm become Hill Farm."""
    words_said = [word for part in re.split(r"[-_.]+", label) for word in parted(part)]
    first, *others = words_said
    return " ".join([_capital(first), *map(_within, others)]).strip()


def _capital(word: str) -> str:
    is_short = len(word) <= _SHORT and not re.search(r"[aeiouy]", word)
    return word.upper() if is_short else word.capitalize()


def _within(word: str) -> str:
    return word if word in _SMALL else _capital(word)


def found_by_label(label: str, text: str) -> str:
    """Return how the text spells the owner of a domain, when it names them.

    Of "hps-trust" the first part may stand for the words of a name.
    """
    wanted = _bare(label)
    begins, _, _ = label.partition("-")
    best = _by_initials(begins, text) if len(begins) >= _SHORT < len(label) else ""
    for line in text.splitlines():
        for run in _runs(line):
            for place in range(len(run)):
                if run[place][0].isascii() and run[place][0].lower() != wanted[:1]:
                    continue  # most words: it saves taking each apart
                spelled = _spelled(run[place:], wanted)
                if len(spelled) > len(best):
                    best = spelled
    return best


def _by_initials(letters: str, text: str) -> str:
    """Return the name in a text whose words begin with some letters."""
    for line in text.splitlines():
        for run in _runs(line):
            for place in range(len(run) - len(letters) + 1):
                words_said = run[place : place + len(letters)]
                if _is_of_initials(words_said, letters):
                    return " ".join(words_said)
    return ""


def _bare(name: str) -> str:
    return re.sub(r"[\W_]+", "", name)


def _runs(line: str) -> list[list[str]]:
    """Return the runs of capitalised words of a line."""
    runs: list[list[str]] = [[]]
    for word in line.split():
        bare = word.strip(_EDGES)
        is_part = bare in _IN_RUN or (
            not "a" <= bare[:1] <= "z" and _CAPITAL_WORD.fullmatch(bare) is not None
        )
        if is_part:
            runs[-1].append(bare)
        if runs[-1] and (not is_part or word[-1] in ".,;:!?)"):
            runs.append([])
    return runs if runs[-1] else runs[:-1]


def _spelled(run: list[str], wanted: str) -> str:
    """Return the words that spell a label: the first in full, the others begun."""
    first = _bare(plain_letters(run[0].lower()))
    if not first or not run[0][0].isupper():
        return ""
    if _is_of_initials(run, wanted):
        return " ".join(run)
    if not wanted.startswith(first):
        return ""
    left, used = wanted[len(first) :], 1
    for word in run[1:]:
        taken = shared(_bare(plain_letters(_in_words(word))), left)
        if not taken and word.lower() not in _SMALL and not is_organisation(word):
            break
        left, used = left[taken:], used + 1
    if len(left) > max(_SHORT, len(wanted) // 2) or len(wanted) - len(left) < _SHORT:
        return ""
    while run[used - 1].lower() in _SMALL:
        used -= 1
    return " ".join(run[:used])


def _is_of_initials(run: list[str], wanted: str) -> bool:
    """Tell whether a label is made of the first letters of a name's words."""
    first = "".join(word[0] for word in run if word[0].isupper()).lower()
    return len(run) >= _SHORT and wanted == first


def _in_words(word: str) -> str:
    """Return a word as an address spells it, which has no sign for "and"."""
    return "and" if word == "&" else word.lower()


_SMALL = frozenset({"of", "and", "the", "&", "for", "in", "llp", "ltd", "plc", "co"})


def shared(word: str, left: str) -> int:
    """Return with how many letters of a word the rest of a label begins."""
    length = 0
    while length < min(len(word), len(left)) and word[length] == left[length]:
        length += 1
    return length
