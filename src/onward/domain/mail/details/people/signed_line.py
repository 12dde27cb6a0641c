"""Reads the name that a line of a mail's end begins with."""

import re
from dataclasses import replace

from onward.domain.mail.body.endings import is_sign_off
from onward.domain.mail.details.employer.names import is_given
from onward.domain.mail.details.patterns.read import any_of, speaks_of
from onward.domain.mail.details.people.listed import NAME, Around, is_somebody, name_key
from onward.domain.mail.details.people.titled import (
    RANK,
    capitalised,
    degrees_before,
    is_called,
    lineage_behind,
)

LONGEST, _MOST_WORDS = 200, 4
EDGES = " \t-\u2013—*_~>\"'\u201c\u201d"
# What may stand behind a name in the line that it signs.
REST = re.compile(
    r"\s*(?P<kiss>x{1,4}\b|X{1,4}\b|:-?\)|\U0001f642)?[\s.!*_\"\u201d\u2019]*"
    r"(?:[^\w?,]{0,12}$|[,|(/\u2013—\u00b7\u2022\[~;]|\s-+\s|[.!]\s"
    r"|\s(?:for|from|at|@|on behalf|vom|von|bei|beim|aus)\b"
    r"|\s(?:and|und|&|mit|with)\s(?:the|das|die|der|team|alle[ns]?|everyone)\b)"
)
_NO_NAME = re.compile(
    r"(?:Dear|Hello|Hi|Hey|Congratulations|Greetings|Sincerely|Yours|Guests?|Attendees?"
    r"|Vacancy|Post|Role|For|To|From|Re|PS|NB|Good|Note|Subject|Ref|Applicant|Candidate"
    r"|Begin|Click|Register|Book|Log|Sign|Reply|See|Find|Read|Accept|Decline|Yes|No"
    r"|Cheers|Organi[sz]ation|Company|Employer|Location|Position|Venue|Reference"
    r"|Client|Assignment|Status|Department|Tack$|Date$|Time$|Title$"
    r"|Job(?=$|\s(?:ID|Title|No|Number|Ref\w*)\b)"
    r"|Im Auftrag|In Vertretung|\w*[Tt]eam|Redaktion|Bewerb\w+|\w*[Mm]anagement"
    r"|Die|Der|Das|Alles|Alle|Viel\w?|Ohne|Zwei|Drei|Vier|Glück\w*|Gott\w*|Fam|Familie"
    r"|Bis|Auf|Mit|Für|Everyone|Everybody|\w+(?:ische|liche)[nrs]?"
    r"|\w+ (?:Gr(?:ü|ue)(?:ß|ss)e?|Dank)"
    r"|\w*(?:[Bb]üro|[Aa]bteilung|[Ss]ekretariat|[Vv]erwaltung|[Ss]chaft|[Ss]telle)"
    r"|Accounts|Payroll|Enquiries|Bookings|Admissions|Start|Apply|Page|Privacy|View"
    r"|Manage|Copyright)\b"
)
_LEGAL = re.compile(r"\s(?:AG|SE|KG|UG|OHG|eG|AöR)$")
_SHORTENED = re.compile(r"\b[A-Z]{3,}\b")


def headed(line: str, around: Around) -> tuple[str, str]:
    """Return the name a line begins with, if that is all, and what is beside it."""
    said = RANK.sub("", line.strip(EDGES))
    degrees = degrees_before(said)
    found = NAME.match(said, len(degrees)) if len(said) <= LONGEST else None
    if found is None:
        return "", ""
    lineage = lineage_behind(said, found.end())
    end = found.end() + len(lineage)
    if not REST.match(said, end) or line.rstrip().endswith(":") or is_sign_off(said):
        return "", ""
    beside = said[end:]
    if speaks_of("trades", beside):  # whom a firm is named after may write
        around = replace(around, organisations=())
    named = f"{degrees}{capitalised(found[0].rstrip('.'))}{lineage}"
    return (named, beside) if is_name(found, around) else ("", "")


def is_name(found: re.Match[str], around: Around) -> bool:
    """Tell whether what looks like a name is one that somebody may sign with."""
    name, title = found["name"].rstrip("."), found["title"] or ""
    parts = name.split()
    if len(parts) > _MOST_WORDS or _is_shortened(name):
        return False
    if is_given(name):  # whatever trade the surname is
        keys = {name_key(one) for one in around.organisations} | around.greeted
        return not {name_key(name), name_key(parts[0])} & keys
    if any_of("no_person").search(name) or _NO_NAME.match(name):
        return False
    is_firm = _is_firm(name, around.organisations)
    return not is_firm and is_somebody(name, around, title)


def _is_firm(name: str, organisations: tuple[str, ...]) -> bool:
    """Tell whether a name is that of a firm, with more behind it: "Feldkost AG"."""
    begins = tuple(f"{one} " for one in organisations if one)
    is_known = name.startswith(begins) and not is_called(name.split(maxsplit=1)[0])
    return is_known or _LEGAL.search(name) is not None


def _is_shortened(name: str) -> bool:
    """Tell whether capitals stand for other words, and do not only spell a name."""
    is_spelled = name.isupper() and re.search(r"\w{4}", name) is not None
    return not is_spelled and _SHORTENED.search(name) is not None
