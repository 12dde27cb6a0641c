"""Finds the names of organisations in German, where every noun has a capital.

Two nouns side by side are mostly a name; one that only organisations bear, or a legal
form, tells which.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from onward.domain.mail.details.employer.german_houses import is_house
from onward.domain.mail.details.employer.names import plain_letters

_FORM = (
    r"(?:g?GmbH(?: & Co\. ?(?:KGaA|KG|OHG))?|AG(?: & Co\. ?(?:KGaA|KG))?|UG|SE|eG"
    r"|KGaA|KG"
    r"|OHG|GbR|AöR|mbH|mbB|e\. ?V\.|e\. ?K\.|eV)(?!\w)"
)
_WORD = r"[A-ZÄÖÜ0-9][\w'\u2019]{0,40}(?:[-/.][A-ZÄÖÜ0-9][\w'\u2019]{0,40}){0,3}"
_LINK = (
    r"(?:(?:für|am|im|an der|an|der|die|das|den|zum|zur|von|vom|des|und|in der|in"
    r"|auf der"
    r"|bei der|unter) )"
)
_RUN = re.compile(
    rf"(?<![\w.@-]){_WORD}(?: (?:{_FORM}|[&+] {_WORD}"
    rf"|{_LINK}?(?:(?:Dr|St|Prof)\.|{_WORD}))){{0,8}}"
)
_IS_FORM = re.compile(_FORM)
_SPLIT = re.compile(rf"{_FORM}|\S+")
# What stands before a name with a capital, and is no part of it.
_LEAD = re.compile(
    r"(?:Die|Der|Das|Den|Dem|Des|Im|In|Bei|Beim|Für|Als|Am|An|Von|Vom|Zum|Zur|Mit|Wir"
    r"|Sie"
    r"|Ich|Ihre?[nmrs]?|Unsere?[nmrs]?|Meine?[nmrs]?|Deine?[nmrs]?|Eure?[nmrs]?|Team"
    r"|Firma"
    r"|Liebe[rs]?|Herrn?|Frau|Hallo|Guten|Sehr|Es|Auf|Aus|Nach|Wenn|Da|Danke|Vielen"
    r"|Dank"
    r"|Und|Oder|Nur|Auch|Seit|Um|Ab|Zu|Eine?[nmrs]?|Keine?[nmrs]?|Bitte|Leider|Heute"
    r"|Morgen|Gestern|Frohes?|Gruß|Grüße|Alles|Gute|Mfg|LG|Mitglied|Inhaber(?:in)?"
    r"|Mandant(?:in)?|Kund(?:e|in)|Nein|Ja|Moin|Servus|Grüezi|Kennziffer"
    r"|Bewerbung(?:en)?|Stelle|Montag|Dienstag"
    r"|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|Januar|Februar|März|April|Mai|Juni"
    r"|Juli|August|September|Oktober|November|Dezember|Uhr)"
    r"|Vorsitzende[rn]?|\w*(?:leitung|leiter|leiterin|redaktion|referat|abteilung|sekretariat|referentin"
    r"|direktor|direktorin|arzt|ärztin|führung|prokuristin|prokurist|vorstand|standort"
    r"|niederlassung|filiale|berater|beraterin|disponentin|disponent|inhaber|inhaberin"
    r"|geschäftsführer|geschäftsführerin|recruiter|recruiterin|recruiting|karriere"
    r"|management|managerin|manager|fakultät|bereich|direktion|meister|meisterin)",
    re.IGNORECASE,
)
_SMALL = frozenset(
    {"für", "am", "im", "an", "der", "die", "das", "den", "zum", "zur", "von", "vom"}
    | {"des", "und", "in", "auf", "bei", "unter", "&", "+"}
)
# Where what stands before is somebody of that house: "Leiter der Praxis Nord".
_OPENS = frozenset(
    {"der", "die", "das", "den", "des", "von", "vom", "bei", "zum", "zur"}
)
_ADJECTIVE = re.compile(
    r"(?:Frei|Evangelisch|Katholisch|Technisch|Städtisch|Staatlich|Allgemein|Deutsch"
    r"|Neu"
    r"|Alt|Groß|Klein|Jüdisch|Diakonisch|Bayerisch|Sächsisch|Hessisch|Kommunal"
    r"|Vereinigt"
    r"|[A-ZÄÖÜ][a-zäöü]{3,14}isch)e[nrsm]?|[A-ZÄÖÜ][a-zäöüß]{3,14}er"
)
_PART, _SHORT, _LONG, _JOINED, _TWO = 4, 4, 5, 8, 2
_OFFICES = frozenset({"", "jobs", "karriere", "bewerbung", "hr", "personal"})
_FORMS = frozenset({"gmbh", "ggmbh", "ev", "eg", "kg"})
Run = tuple[str, ...]


@lru_cache(maxsize=4)
def runs_in(text: str) -> tuple[Run, ...]:
    """Return the words with a capital that stand together, small ones between."""
    found = (tuple(_SPLIT.findall(run[0])) for run in _RUN.finditer(text))
    return tuple(part for run in found for part in _without_leads(run))


def _without_leads(run: Run) -> Iterator[Run]:
    """Yield the parts of a run between words that are of no name."""
    part: list[str] = []
    for word in (*run, ""):
        is_small = word in _SMALL
        if word and (is_small or not _LEAD.fullmatch(word)):
            part += [word] if part or not is_small else []
            continue
        while part and part[-1] in _SMALL:
            part.pop()
        if part:
            yield tuple(part)
        part = []


def bodies_in(text: str) -> list[str]:
    """Return the names of two words or more that only organisations bear."""
    found = (_body(run) for run in runs_in(text))
    return list(dict.fromkeys(" ".join(body) for body in found if body))


def _body(run: Run) -> Run:
    forms = [n for n, word in enumerate(run) if _IS_FORM.fullmatch(word)]
    if forms and forms[0]:
        run = _after_opening(run[: forms[0] + 1])
        return run if len(run) >= _TWO else ()
    head = next((n for n, word in enumerate(run) if is_house(word)), None)
    if head is None:
        return ()
    start = head
    while start and run[start - 1] not in _SMALL:
        start -= 1
    body = run[start:]
    return body if len(body) >= _TWO else ()


def _after_opening(run: Run) -> Run:
    """Return a name that ends in a legal form without who of it is spoken of."""
    heads = [n for n, word in enumerate(run) if is_house(word)]
    most = heads[0] if heads else len(run)
    opened = [n for n, word in enumerate(run[:most]) if word in _OPENS]
    return run[opened[-1] + 1 :] if opened else run


def spelled_out(label: str, text: str) -> str:
    """Return the name in a text that the label of an address shortens.

    "sw-auental" is the Stadtwerke Auental GmbH, "seeblick-verlag" the Verlag am
    Seeblick.
    """
    parts = [part for part in re.split(r"[-_.]", label) if part not in _OFFICES]
    parts = [part for part in parts if part not in _FORMS] or parts
    if not parts:
        return ""
    runs = [run for run in runs_in(text) if len(run) >= _TWO]
    found = [_shortened(run, parts) or _in_one_word(run, parts) for run in runs]
    if not any(found) and len(parts) > 1:  # "haarmonie-talheim": the other is a place
        found = [_beside_kind(run, parts[0]) for run in runs]
    return max((" ".join(name) for name in found if name), key=len, default="")


def _in_one_word(run: Run, parts: Sequence[str]) -> Run:
    """Return the words of a run that a label joins, or whose first letters it is."""
    label = "".join(parts)
    if len(parts) == 1 and _is_of_initials(run, label):
        return run
    if len(parts) > 1 or len(label) < _JOINED:
        return ()
    bare = [_spoken(word) for word in run]
    for start in range(len(run) - 1):
        for end in range(start + _TWO, len(run) + 1):
            if "".join(bare[start:end]) == label:
                return _widened(run, start, end)
    return ()


def _spoken(word: str) -> str:
    """Return a word as an address spells it, small ones in full."""
    if word in {"&", "+"}:
        return "und"
    return plain_letters(word) if word in _SMALL else _bare(word)


def _is_of_initials(run: Run, label: str) -> bool:
    """Tell whether a label takes letters of every word of a house: "lagv", "zkf"."""
    own = [word for word in run if word not in _SMALL and not _IS_FORM.fullmatch(word)]
    pieces = [_bare(one) for word in own for one in word.split("-") if _bare(one)]
    if not _TWO < len(label) <= _LONG or not _TWO <= len(pieces) <= len(label):
        return False
    firsts = (label[0] == pieces[0][0], is_house(" ".join(run)))
    return all(firsts) and (
        _holds(label, [piece[0] for piece in pieces])
        and _holds("".join(map(_spoken, run)).replace("-", ""), label)
    )


def _holds(word: str, letters: Iterable[str]) -> bool:
    """Tell whether a word holds some letters in their order."""
    rest = iter(word)
    return all(letter in rest for letter in letters)


def _beside_kind(run: Run, part: str) -> Run:
    """Return a word that a label bears with the kind of house before it."""
    for place in range(1, len(run)):
        if (
            len(part) >= _LONG
            and _bare(run[place]) == part
            and is_house(run[place - 1])
        ):
            return _widened(run, place, place + 1)
    return ()


def _shortened(run: Run, parts: Sequence[str]) -> Run:
    """Return the fewest words of a run that bear all parts of a label, as spelled."""
    bare = [_bare(word) for word in run]
    whole = "".join(bare)
    is_named = any(len(one) >= _SHORT and one[:3] in whole for one in parts)
    if not (is_named or _is_of_letters(parts, run, bare)):
        return ()
    for length in range(1, len(run) + 1):
        for start in range(len(run) - length + 1):
            end = start + length
            if run[start] in _SMALL or run[end - 1] in _SMALL:
                continue
            if _bears(bare[start:end], parts):
                return _widened(run, start, end)
    return ()


def _is_of_letters(parts: Sequence[str], run: Run, bare: Sequence[str]) -> bool:
    return len(parts) >= _TWO and _bears(bare, parts) and is_house(" ".join(run))


def _widened(run: Run, start: int, end: int) -> Run:
    """Return words with what belongs to their name before and behind them."""
    is_named = any(is_house(word) for word in run[start:end])
    while start and (
        _ADJECTIVE.fullmatch(run[start - 1])
        or (is_house(run[start - 1]) and not (is_named and is_house(run[start])))
    ):
        start -= 1
    forms = [n for n in range(end, len(run)) if _IS_FORM.fullmatch(run[n])]
    if forms and not set(run[end : forms[0]]) & (_SMALL - {"&", "+", "und"}):
        end = forms[0] + 1
    name = run[start:end]
    is_body = is_house(" ".join(name)) or _IS_FORM.fullmatch(name[-1])
    return name if len(name) >= _TWO and is_body else ()


def _bears(many: Sequence[str], parts: Sequence[str]) -> bool:
    """Tell whether each part of a label is a word, in one, or short for some."""
    said = [word for word in many if word]
    return all(_is_in(part, said) or _is_short_for(part, said) for part in parts)


def is_short_for_name(parts: Sequence[str], name: str) -> bool:
    """Tell whether each part of a label stands for words of a name, one in full."""
    said = [_bare(word) for word in name.split()]
    is_begun = said[0].startswith(parts[0][:_PART]) and len(parts[0]) >= _PART
    return is_begun and _bears(said, parts)


def _is_in(part: str, said: Sequence[str]) -> bool:
    return len(part) >= _PART and any(
        part in word or (len(word) >= _LONG and part.startswith(word)) for word in said
    )


def _is_short_for(part: str, said: Sequence[str]) -> bool:
    """Tell whether the first letters of words, or of their parts, make a part."""
    if len(part) > _SHORT:
        return False
    for place, word in enumerate(said):
        is_begun = len(word) > 1 and word.startswith(part[0])
        if is_begun and _holds("".join(said[place:]), part):
            return True
    return False


def _bare(word: str) -> str:
    if _IS_FORM.fullmatch(word):
        return ""
    if word in _SMALL:
        return word[0]  # "hfm" is a Hochschule für Musik
    return re.sub(r"[\W_]+", "", plain_letters(word.lower()))
