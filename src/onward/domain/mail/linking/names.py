"""Tells whether two names mean one employer, and whether two roles are one."""

import re
from collections.abc import Collection, Iterable
from functools import lru_cache

from onward.domain.mail.details.employer.labels import domain_label
from onward.domain.mail.details.employer.names import plain_letters, squeezed
from onward.domain.mail.senders import (
    is_free_mail,
    is_job_board,
    is_no_reply,
    is_system_s_box,
    is_tracking_system,
    tenant_of,
)

_LEGAL_WORDS = """
ltd limited plc llp llc inc gmbh ag se kg co company corp corporation the and of for at
in
"""
# Words that many names share, so that they say nothing of whose name it is.
_GENERIC_WORDS = """
university council trust hospital school group services service solutions city county
uk international global consulting consultants partners technologies technology tech
systems software digital labs studio studios engineering logistics foundation college
academy society bank care health healthcare retail foods nhs royal north south east west
new first saint st national local european british german recruitment agency media
design energy water housing association library museum hotel theatre borough district
community
"""
_LEGAL = frozenset(_LEGAL_WORDS.split())
GENERIC = frozenset(_GENERIC_WORDS.split())
_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)?")
_ROLE_NOISE = re.compile(
    r"\((?:m/w/d|m/f/d|f/m/d|w/m/d|all genders|f/m/x|m/w/x)\)"
    r"|\b(?:ref(?:erence)?|req(?:uisition)?|job|vacancy|id|no)\b[.:#\s-]*"
    r"[A-Z]*\d[\w/-]*|[#(]?\b[A-Z]{0,4}-?\d{3,}\b\)?",
    re.IGNORECASE,
)
_SHORTER = {"sr": "senior", "snr": "senior", "jr": "junior", "jnr": "junior"}
_SAME_ROLE, _LIKE_ROLE = 88, 80
_SAME_NAME = 90
_STEM = 6
_SHORTEST_FUZZY, _SHORTEST_BEGINNING = 6, 8
_INITIALS = range(3, 7)
_SHARED_BOX = re.compile(
    r"^(?:info|hr|jobs?|careers?|recruit\w*|talent|hello|office|admin|enquir\w+|apply"
    r"|applications?|people|hiring|team|contact|vacanc\w+|bewerbung\w*|karriere"
    r"|personal(?:abteilung)?|support|service|mail)\b",
    re.IGNORECASE,
)


def words_in(text: str) -> set[str]:
    """Return the words of a text as names are compared by."""
    return set(_WORD.findall(text.casefold()))


@lru_cache(maxsize=4096)
def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a name that tell it apart, without Ltd and the like."""
    found = _WORD.findall(name.casefold())
    return tuple(word for word in found if word not in _LEGAL) or tuple(found)


@lru_cache(maxsize=8192)
def same_employer(first: str, second: str) -> bool:
    """Tell whether two spellings mean one organisation."""
    one, other = squeezed(first), squeezed(second)
    if not one or not other:
        return False
    if one == other or _as_in_address(first) == _as_in_address(second):
        return True
    if _nearly(one, other) or _begins(_bare(one), _bare(other)):
        return True
    words = name_words(first), name_words(second)
    if _is_short_for(one, words[1]) or _is_short_for(other, words[0]):
        return True
    return _is_part(*sorted(words, key=len))


def _as_in_address(name: str) -> str:
    """Return a name as an address spells it: Gather & Grain is gatherandgrain."""
    words = _WORD.findall(plain_letters(name.casefold()).replace("&", " and "))
    return "".join(word for word in words if word == "and" or word not in _LEGAL)


def _is_short_for(name: str, words: tuple[str, ...]) -> bool:
    """Tell whether a name ends in initials, as Marshend BC does for a council."""
    return len(name) >= _SHORTEST_FUZZY and any(
        name == "".join((*words[:place], *(word[0] for word in words[place:])))
        for place in range(1, len(words) - 1)
    )


def _bare(name: str) -> str:
    """Return a squeezed name without what an address may or may not spell out."""
    return name.removeprefix("the").replace("and", "")


def _begins(one: str, other: str) -> bool:
    """Tell whether one name is the other cut off, as names in addresses are."""
    shorter, longer = sorted((one, other), key=len)
    long_enough = len(shorter) >= _SHORTEST_BEGINNING and shorter not in GENERIC
    return long_enough and longer.startswith(shorter)


def _nearly(one: str, other: str) -> bool:
    from rapidfuzz import fuzz  # noqa: PLC0415 - 4 MB that pages at rest do without

    long_enough = min(len(one), len(other)) >= _SHORTEST_FUZZY
    return long_enough and fuzz.ratio(one, other) >= _SAME_NAME


def _is_part(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Tell whether one name is the other with words left out, or its initials."""
    if not shorter:
        return False
    telling = [word for word in shorter if word not in GENERIC]
    if telling and shorter == longer[: len(shorter)]:
        return True
    if len(shorter) > 1 and telling and set(shorter) <= set(longer):
        return True
    initials = "".join(word[0] for word in longer)
    return len(shorter) == 1 and len(initials) in _INITIALS and shorter[0] == initials


@lru_cache(maxsize=8192)
def like_employer(first: str, second: str) -> bool:
    """Tell whether two names share what tells them apart, so that they may be one."""
    one, other = _telling(first), _telling(second)
    return bool(one) and one == other


def _telling(name: str) -> frozenset[str]:
    return frozenset(word for word in name_words(name) if word not in GENERIC)


@lru_cache(maxsize=8_192)
def name_keys(name: str) -> frozenset[str]:
    """Return what names of one employer share: a word, a beginning, the initials."""
    words = name_words(name)
    if not words:
        return frozenset()
    telling = {word for word in words if word not in GENERIC} or set(words)
    initials = "".join(word[0] for word in words)
    ends = f"{squeezed(name)[:5]}~", f"~{squeezed(name)[-5:]}"
    return frozenset({*telling, initials, *ends})


@lru_cache(maxsize=8192)
def role_likeness(first: str, second: str) -> float:
    """Return 1 for one role in two spellings, 0.5 for a part of it, 0 for another."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - 4 MB that pages at rest do without

    one, other = _spelled_out(_plain_role(first), _plain_role(second))
    if not one or not other:
        return 0.5
    if fuzz.token_sort_ratio(one, other) >= _SAME_ROLE:
        return 1.0
    stems, others = stems_of(one.split()), stems_of(other.split())
    fewer = min(len(stems), len(others))
    if len(stems & others) == fewer or fuzz.token_sort_ratio(one, other) >= _LIKE_ROLE:
        return 0.5
    return 0.0


def stems_of(words: Iterable[str]) -> set[str]:
    """Return how words begin: a lectureship is that of a lecturer."""
    return {word[:_STEM].casefold() for word in words}


def may_be_one_role(role: str, others: Collection[str]) -> bool:
    """Tell whether a role may be one of others; so where either is not known."""
    likely = (role_likeness(role, other) for other in others)
    return not (role and others) or any(likely)


def _spelled_out(one: str, other: str) -> tuple[str, str]:
    """Return two roles with initials as the other spells them: BI coordinator."""
    shorter, longer = sorted((one.split(), other.split()), key=len)
    many = len(longer) - len(shorter) + 1
    initials = "".join(word[0] for word in longer[:many])
    if many > 1 and shorter and shorter[0] == initials:
        shorter = [*longer[:many], *shorter[1:]]
    return " ".join(shorter), " ".join(longer)


@lru_cache(maxsize=4096)
def _plain_role(role: str) -> str:
    words = _WORD.findall(_ROLE_NOISE.sub(" ", role).casefold())
    return " ".join(_SHORTER.get(word, word) for word in words)


@lru_cache(maxsize=4096)
def owner_of(domain: str) -> str:
    """Return who a domain belongs to; empty when many people or firms write from it."""
    shared = is_tracking_system(domain) or is_job_board(domain) or is_free_mail(domain)
    return "" if shared or not domain else domain_label(domain)


@lru_cache(maxsize=4096)
def box_of(address: str) -> str:
    """Return for whom a system writes, as its address spells it; mostly empty.

    "acme@myworkday.com", "acme+autoreply@talent.icims.com": as in acme.example.
    """
    box, _, domain = address.lower().partition("@")
    if not is_tracking_system(domain):
        return ""
    tenants = (tenant_of(domain), box.partition("+")[0])
    own = (one for one in tenants if one and not is_system_s_box(one))
    return squeezed(next(own, ""))


@lru_cache(maxsize=4096)
def is_someone(address: str) -> bool:
    """Tell whether one person reads and writes at an address."""
    box, _, domain = address.partition("@")
    if not domain or is_tracking_system(domain) or is_job_board(domain):
        return False
    return not is_no_reply(address) and not _SHARED_BOX.match(box)
