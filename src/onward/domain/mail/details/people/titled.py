"""Tells a name from the degrees and titles that German writes around it."""

import re

from onward.domain.mail.details.employer.names import is_first_name
from onward.domain.mail.details.people.german_given import is_given_in_german

_DEGREE = (
    r"(?:M?Mag\.(?:a|\s?\(FH\))?|Dipl\.-\s?[A-ZÄÖÜ][\w-]{1,12}\.?(?:\s\((?:FH|BA|TU)\))?"
    r"|Dr\.(?:[\s-]?(?:Ing|med|rer|jur|iur|phil|theol|nat|pol|oec|vet|dent|habil)\.)+"
    r"|(?:Univ\.-|Hon\.-)?Prof\.(?:in)?|Dr\.(?:in)?|Priv\.-Doz\.|Pater|Schwester)"
)
_LEARNED = re.compile(rf"(?:{_DEGREE}\s){{1,4}}(?=[A-ZÀ-Ž])")
_LINEAGE = re.compile(r",?\s(?:jun|sen|jr)\.?(?!\w)")
# What somebody is, and that one signs for another, is no part of a name.
RANK = re.compile(
    r"^(?:(?:gez\.|[iI]\.\s?[AV]\.|ppa\.|Ihre?|Deine?|Eure?|Euer)\s(?=[A-ZÀ-Ž])"
    r"|(?:O?St[DR](?:in)?|RA(?:in)?|Ing\.|Dir\.|Kapt\.|Pfarrer(?:in)?|Diakon(?:in)?)"
    r"\s(?=[A-ZÀ-Ž]\S{1,30}\s\w))+"
)


def degrees_before(said: str) -> str:
    """Return the degrees and titles that a text begins with, and the space behind."""
    found = _LEARNED.match(said)
    return found[0] if found else ""


def lineage_behind(said: str, end: int) -> str:
    """Return what tells the younger from the elder behind a name: "jun."."""
    found = _LINEAGE.match(said, end)
    return found[0] if found else ""


def without_degrees(name: str) -> str:
    """Return a name without the degrees before it: "Mag. Ada Bell" is Ada Bell."""
    return name.removeprefix(degrees_before(name))


def named_alone(name: str) -> str:
    """Return a name with nothing around it: "Mag. Tom Bell jun." is Tom Bell."""
    return _LINEAGE.sub("", without_degrees(name))


def has_degree(name: str) -> bool:
    """Tell whether a name has more around it than its bearer is called by."""
    return named_alone(name) != name


def is_called(word: str) -> bool:
    """Tell whether a word is a name given to people, in English or in German."""
    return is_first_name(word) or is_given_in_german(word)


def capitalised(name: str) -> str:
    """Return a name as people write it: "S. P. DLAMINI" becomes "S. P. Dlamini"."""
    return " ".join(
        word.title() if word.isupper() and len(word) > _SHORT else word
        for word in name.split(" ")
    )


_SHORT = 3
