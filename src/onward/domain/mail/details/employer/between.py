"""Tells how likely who writes stands between the person and those who decide.

No single word says so. "They", "their", an address named after work, a client, how
seldom "we" and "our" stand there, and the words of the mail and of its signature are
added up, as learned by `tools.train_agency`.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise
from math import exp

from onward.domain.mail.details.patterns.read import speaks_of
from onward.domain.mail.message import Address
from onward.domain.mail.senders import (
    bears_agency,
    is_agency_name,
    is_free_mail,
    is_no_reply,
    is_tracking_system,
)

# An agency whose mail is about another organisation, by its subject too; one that names
# whom it speaks of; and one that does not. Chosen on held-out mail noted by hand: above
# the last nine in ten were of agencies.
ABOUT_OTHERS, BETWEEN, SURELY_BETWEEN = 0.05, 0.15, 0.4
_ALWAYS = "always"
_MOST_COUNTED = 4
_WORDS = re.compile(r"[^\W\d_]+")
_SAID = re.compile(r"[a-z']+")
_LAST_LINES, _LAST_SIGNS = 4, 200
_SPOKEN = (
    *("agency_says_client", "agency_relays", "agency_surely", "decides_itself"),
    *("speaks_for_others", "speaks_for_own", "agency_speaks"),
)
_COUNTED: Mapping[str, frozenset[str]] = {
    "they": frozenset({"they"}),
    "their": frozenset({"their", "them"}),
    "we": frozenset({"we", "our", "us"}),
    "i": frozenset({"i", "me", "my"}),
}
# What agencies call themselves, though not they alone.
_WORK_IN_LABEL = re.compile(
    r"people|talent|search|recruit|staff|resourc|personnel|locum|partner|appoint|select"
    r"|work|consult|associat|executive|legal|hire|temps?$|link|match|crew|force"
)
_JOBS_IN_LABEL = re.compile(r"jobs?$|careers?$|vacanc")


def chance_between(signs: Mapping[str, float], terms: Iterable[str]) -> float:
    """Return how likely an agency writes, by the signs and the words of a mail."""
    weights = _weights()
    return chance_by(weights["signs"], weights["terms"], signs, terms)


def chance_by(
    by_sign: Mapping[str, float],
    by_term: Mapping[str, float],
    signs: Mapping[str, float],
    terms: Iterable[str],
) -> float:
    """Return the same by weights for each sign and each term."""
    total = by_sign[_ALWAYS] + sum(by_sign[name] * much for name, much in signs.items())
    total += sum(by_term[term] for term in terms if term in by_term)
    return 1 / (1 + exp(-total))


def terms_between(text: str) -> set[str]:
    """Return the words and pairs of words of a mail's body, its signature's marked."""
    body = text.partition("\n")[2].replace("\u2019", "'")
    said = _SAID.findall(body.lower())
    lines = [line for line in body.strip().splitlines() if line.strip()]
    ending = " ".join(lines[-_LAST_LINES:])[-_LAST_SIGNS:].lower()
    pairs = map(" ".join, pairwise(said))
    return {*said, *pairs, *(f"${word}" for word in _SAID.findall(ending))}


def signs_between(
    text: str, label: str, sender: Address, names: Sequence[str]
) -> dict[str, float]:
    """Return what speaks for and against an agency, each from 0 to 1.

    `label` is that of the address's owner, `names` are those of who writes.
    """
    said: Counter[str] = Counter()
    for word, times in Counter(_WORDS.findall(text)).items():
        said[word.lower()] += times
    counted = {
        name: min(_MOST_COUNTED, sum(said[word] for word in words)) / _MOST_COUNTED
        for name, words in _COUNTED.items()
    }
    told = {
        **{name: speaks_of(name, text) for name in _SPOKEN},
        "own_domain": bool(label),
        "agency_name": any(map(is_agency_name, names)),
        "agency_label": bears_agency(label),
        "work_in_label": _WORK_IN_LABEL.search(label) is not None,
        "jobs_in_label": _JOBS_IN_LABEL.search(label) is not None,
        "system": is_tracking_system(sender.domain),
        "free_mail": is_free_mail(sender.domain),
        "no_reply": is_no_reply(sender.address),
    }
    return {**{name: float(is_so) for name, is_so in told.items()}, **counted}


@cache
def _weights() -> dict[str, dict[str, float]]:
    content = files("onward.domain.mail") / "weights" / "between.json"
    weights: dict[str, dict[str, float]] = json.loads(content.read_text("utf-8"))
    return weights
