"""How an application went its way, and the words by which people say so."""

import re
from dataclasses import dataclass
from enum import StrEnum

from onward.domain.applications.words import names


class Channel(StrEnum):
    """The way an application went; empty where it is not known."""

    REFERRAL = "referral"
    RECRUITER = "recruiter"
    AGENCY = "agency"
    INTERNAL = "internal"
    COLD = "cold"
    BOARD = "board"
    SITE = "site"
    FAIR = "fair"


@dataclass(frozen=True, slots=True)
class Way:
    """A channel with the words it was told in; unknown words are kept without one."""

    channel: Channel | None = None
    said: str = ""


_ANY_CASE = re.IGNORECASE
_FRIENDS = (
    r"friends?|colleague|contact|someone i know|neighbour|mum|dad|mother|father"
    r"|sister|brother|aunt|uncle|cousin|wife|husband|partner"
)
_COLD = r"cold|speculative(?:ly)?|on spec|unsolicited|out of the blue|walked in"
_BY_WORDS = {
    Channel.REFERRAL: rf"\b(?:referr\w+|recommend\w+|word of mouth|{_FRIENDS})\b",
    Channel.RECRUITER: r"\b(?:recruiter|head-?hunt(?:er|ed))\b",
    Channel.AGENCY: r"\b(?:agency|recruitment|recruiting|staffing|resourcing)\b",
    Channel.INTERNAL: r"\binternal(?:ly)?\b",
    Channel.COLD: rf"\b(?:{_COLD})\b",
    Channel.FAIR: r"\b(?:jobs?|careers?) fair\b",
    Channel.SITE: r"^(?:their|its|company|own|careers?|direct(?:ly)?)\b|\bwebsite$",
    Channel.BOARD: r"\bjobs? ?(?:board|site|cent(?:re|er))s?\b",
}
# Alone between commas these tell the way; inside other words they may name a trade.
_ALONE = re.compile(
    r"(?:an?\s+|my\s+|the\s+|through\s+)?(?:referral(?:\s+(?:by|from)\s+.+)?"
    r"|(?:was\s+)?(?:referred|recommended)(?:\s+by\s+.+)?|\S+\s+(?:referred|recommended)\s+me"
    r"|recommendation|word of mouth|recruiter|head-?hunt(?:er|ed)(?:\s+by\s+.+)?"
    r"|(?:recruitment\s+)?agency|internal(?:ly)?(?:\s+(?:application|move|transfer))?"
    rf"|(?:{_COLD})(?:\s+(?:application|e-?mail|letter|call|approach))?"
    r"|jobs? ?(?:board|site)|(?:jobs?|careers?) fair"
    r"|(?:company|their|careers?)\s+(?:web)?(?:site|page)|website|directly)",
    _ANY_CASE,
)
_REFERRED = re.compile(
    r"\b(?:referred|recommended|introduced)\s+by\s+(?P<who>[^,;|]+?)"
    r"(?=\s+(?:at|for|to|as|on)\s|\s*(?:$|[,;|]))",
    _ANY_CASE,
)
_VIA = re.compile(
    r"\b(?:via|through|by way of|thanks to|by (?=an?\s|my\s))\s*(?P<way>[^,;|]+?)"
    r"(?=\s+(?:at|for|to|as|on)\s|\s*(?:$|[,;|]))",
    _ANY_CASE,
)


def way_in(text: str) -> tuple[Way, str]:
    """Return the way a text tells in a phrase, and the text without that phrase."""
    for pattern in (_REFERRED, _VIA):
        found = pattern.search(text)
        if found:
            said = found[0].strip()
            rest = f"{text[: found.start()]},{text[found.end() :]}"
            return Way(_channel_of(said), said), rest
    return Way(), text


def way_alone(part: str) -> Way | None:
    """Return the way that a part between commas stands for, if it does."""
    said = part.strip(" .")
    bare = re.sub(r"^(?:on|from|at|by)\s+", "", said, flags=_ANY_CASE)
    if is_board(bare):
        return Way(Channel.BOARD, said)
    return Way(_channel_of(bare), said) if _ALONE.fullmatch(bare) else None


def is_board(name: str) -> bool:
    """Tell whether a name is that of a place where adverts hang."""
    return name.casefold().strip() in names("boards")


def _channel_of(said: str) -> Channel | None:
    bare = re.sub(
        r"^(?:via|through|by way of|thanks to|by)\s+", "", said, flags=_ANY_CASE
    )
    if is_board(bare):
        return Channel.BOARD
    found = (way for way, told in _BY_WORDS.items() if re.search(told, bare, _ANY_CASE))
    return next(found, None)
