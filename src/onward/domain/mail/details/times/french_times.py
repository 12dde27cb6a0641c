"""Writes the days and times of a French text as an English one would."""

import re
from collections.abc import Mapping

_MONTHS: Mapping[str, str] = {
    "janvier": "January",
    "février": "February",
    "fevrier": "February",
    "mars": "March",
    "avril": "April",
    "mai": "May",
    "juin": "June",
    "juillet": "July",
    "août": "August",
    "aout": "August",
    "septembre": "September",
    "octobre": "October",
    "novembre": "November",
    "décembre": "December",
    "decembre": "December",
    "janv.": "January",
    "févr.": "February",
    "juil.": "July",
    "déc.": "December",
}
_WEEKDAYS: Mapping[str, str] = {
    "lundi": "Monday",
    "mardi": "Tuesday",
    "mercredi": "Wednesday",
    "jeudi": "Thursday",
    "vendredi": "Friday",
    "samedi": "Saturday",
    "dimanche": "Sunday",
}
_MONTH = "|".join(map(re.escape, _MONTHS))
_WEEKDAY = "|".join(_WEEKDAYS)
_NO_HOUR = r"(?!\s?(?:h|heures?|:|%|€|km|ans)\d{0,2}\b)"
_DATED = re.compile(rf"\b(\d{{1,2}})(?:er)?\s({_MONTH})(?!\w)", re.IGNORECASE)
_DAY = re.compile(
    rf"\b({_WEEKDAY})(?:\sprochain)?(?:\s(?:le\s)?(\d{{1,2}})(?:er)?\b{_NO_HOUR}"
    rf"(?!\s(?:{_MONTH}|January|February|March|April|May|June|July|August|September"
    rf"|October|November|December)|[/.]\d))?(\sen\shuit)?",
    re.IGNORECASE,
)
_OF_MONTH = re.compile(r"\ble\s(\d{1,2})(?=,?\sà\s\d)", re.IGNORECASE)
_RANGE = re.compile(
    r"(\d\s?(?:h|heures?)\s?(?:\d\d)?)\s?(?:à|jusqu['\u2019]à|et)\s(?=\d{1,2}\s?h)",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"\b([01]?\d|2[0-3])\s?(?:heures?|h)(?:\s?([0-5]\d))?\b(?!\s(?:par|hebdo|/))",
    re.IGNORECASE,
)
_SAID: Mapping[str, str] = {
    r"apr[èe]s[- ]demain": "the day after tomorrow",
    r"demain": "tomorrow",
    r"(?:aujourd['\u2019]hui|cet apr[èe]s-midi|ce soir)": "this afternoon",
    r"ce matin": "this morning",
    r"(?<=à )midi": "12:00",
    r"(?:avant|jusqu['\u2019]au|d['\u2019]ici(?: au| le)?|au plus tard)(?: le)?": "by",
    r"au lieu d[ue](?: \d{1,2}h)?": "instead of",
    r"(?:initialement|prévue?) (?:prévue? )?(?:le|au)": "originally",
    r"à(?= \d)": "at",
    r"vers(?= \d)": "around",
    r"entre(?= \d)": "between",
}
_SPOKEN = re.compile(
    "|".join(rf"(?P<said{n}>\b{said}\b)" for n, said in enumerate(_SAID)),
    re.IGNORECASE,
)
_ENGLISH = tuple(_SAID.values())


def times_in_english(text: str) -> str:
    """Return a French text with its days and times in English words and figures."""
    text = _DATED.sub(_dated, text)
    text = _DAY.sub(_day, text)
    text = _OF_MONTH.sub(r"the \1th", text)
    text = _RANGE.sub(r"\1-", text)
    text = _CLOCK.sub(_clock, text)
    return _SPOKEN.sub(_spoken, text)


def _dated(found: re.Match[str]) -> str:
    return f"{found[1]} {_MONTHS[found[2].lower()]}"


def _day(found: re.Match[str]) -> str:
    """Return "jeudi 12" as "Thursday the 12th", "lundi en huit" as "Monday week"."""
    day = _WEEKDAYS[found[1].lower()]
    if found[2]:
        return f"{day} the {found[2]}th"
    return f"{day} week" if found[3] else day


def _clock(found: re.Match[str]) -> str:
    return f"{int(found[1]):02}:{found[2] or '00'}"


def _spoken(found: re.Match[str]) -> str:
    return _ENGLISH[int((found.lastgroup or "said0").removeprefix("said"))]
