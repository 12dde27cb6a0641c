"""Finds the role or roles a message speaks of."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from itertools import islice

from onward.domain.mail.details.patterns.needed import plain
from onward.domain.mail.details.patterns.read import any_of, patterns, speaks_of
from onward.domain.mail.details.role.alone import parts_of, standing_alone
from onward.domain.mail.details.role.german import spoken_in_german, told_in_german
from onward.domain.mail.details.role.phrases import role_by_signs
from onward.domain.mail.details.role.words import (
    DOER,
    EDGES,
    LAST_WORD,
    as_far_as_trade,
    cleaned,
    ends_in_trade,
    is_headed_by_known_trade,
    is_headed_by_trade,
    is_in_capitals,
    is_role,
    may_be_role,
)
from onward.domain.mail.language import Language, language_of

_MOST_ROLES, _MOST_FINDS = 3, 6
# "The X position" tells a role whatever X is; "as X" only where X is a trade.
_TOLD, _SPOKEN, _IN_SUBJECT = 3.0, 2.0, 2.6
# Where something stands says less than that it is a trade, too.
_BY_PLACE_ALONE, _BY_ENDING = 0.6, 0.9
_PICTURES = re.compile(r"[\u2600-\u27bf\U0001f000-\U0001faff]\ufe0f?")
_REFERENCE = re.compile(
    r"^(?:ref(?:erence)?|competition|vacancy|job|req(?:uisition)?)\b[.: #]*"
    r"(?=\S*\d)\S+[ :,-]*",
    re.IGNORECASE,
)
_REPLY = re.compile(r"^(?:(?:re|fwd?|aw|wg|tr) ?: *)+", re.IGNORECASE)
_FEW = 3
# So many words name a role by their place alone: one with a capital may be anybody's
# name in English, and is any noun in German.
_BY_PLACE: Mapping[Language, int] = {"de": 1}
_WORDS, _NEVER = 2, 99
Matches = Callable[[str, str], Iterator[str]]
# What stands where a role stands, its worth, and how many words of it are enough.
Named = tuple[str, float, int]


@lru_cache(maxsize=1)  # asked twice where no employer is known
def roles_in(shown_text: str, employer: str) -> tuple[str, ...]:
    """Return the roles a message names, the most often named first."""
    subject, named = _named_in(shown_text)
    points, spelled = _counted(named, employer)
    if not points:
        return _told_by_little(subject, shown_text, employer)
    ranked = sorted(points, key=lambda key: -points[key])
    first = spelled[ranked[0]]
    by_signs = () if is_headed_by_trade(first) else _by_signs(shown_text, employer)
    enough = [key for key in ranked if points[key] >= points[ranked[0]] / 2]
    return by_signs or tuple(spelled[key] for key in enough[:_MOST_ROLES])


def _counted(
    named: Sequence[Named], employer: str
) -> tuple[dict[str, float], dict[str, str]]:
    """Return how much speaks for each role, and how it is spelled at its longest."""
    points: dict[str, float] = {}
    spelled: dict[str, str] = {}
    for raw, worth, least in named:
        for role in _parted(raw, employer, least):
            key = next((k for k in points if _alike(k, role.lower())), role.lower())
            sure = _sureness(role, employer)
            points[key] = points.get(key, 0) + sure * worth + 0.05 * len(role.split())
            if len(role) > len(spelled.get(key, "")):
                spelled[key] = role
    return points, spelled


def _by_signs(shown_text: str, employer: str) -> tuple[str, ...]:
    role = role_by_signs(shown_text, employer)
    return (role,) if role else ()


def _sureness(role: str, employer: str) -> float:
    if not is_role(role, employer):
        return _BY_PLACE_ALONE
    return 1.0 if is_headed_by_known_trade(role) else _BY_ENDING


def _told_by_little(subject: str, shown_text: str, employer: str) -> tuple[str, ...]:
    """Return the role of a message that nowhere says so plainly."""
    return (
        tuple(_before_kind(subject, employer))
        or tuple(_alone(subject, shown_text, employer))
        or _by_signs(shown_text, employer)
        or _by_the_way(shown_text, employer)
        or _by_the_way_in_german(shown_text, employer)
        or tuple(islice(_matches("role_by_when", shown_text), 1))
    )


@lru_cache(maxsize=1)  # asked twice: before the employer is known, and then
def _named_in(shown_text: str) -> tuple[str, tuple[Named, ...]]:
    """Return the subject, and all that stands where a role stands."""
    subject, _, body = shown_text.partition("\n")
    subject = _PICTURES.sub("", subject).replace("_", " | ")
    subject = _REFERENCE.sub("", subject).strip()
    flat = re.sub(r"[ \t]*\n[ \t]*", " ", body.replace("\n\n", " . "))
    language = language_of(shown_text)
    matches = partial(_matches, language=language)
    least = _BY_PLACE.get(language, _WORDS)
    return subject, tuple(_named(subject, body, flat, matches, least))


def _named(
    subject: str, body: str, flat: str, matches: Matches, least: int
) -> Iterator[Named]:
    """Yield what stands where a role stands; `least` words of it are mostly enough."""
    yield from _told(body, flat, matches, least)
    for role in matches("role_in_text", flat):
        yield role, _SPOKEN, _NEVER
    for role in matches("role_told_in_subject", subject):
        yield role, _IN_SUBJECT, _WORDS
    for part in parts_of(_REPLY.sub("", subject)):
        if is_headed_by_trade(part):
            yield part, _IN_SUBJECT, _NEVER
    for role in matches("role_in_subject", subject):
        is_whole = _is_spoken_of(role, flat) or _is_whole(role, subject)
        enough = _WORDS if is_whole else _NEVER
        yield role, _IN_SUBJECT, least if " als " in role else enough


def _told(body: str, flat: str, matches: Matches, least: int) -> Iterator[Named]:
    """Yield what a body tells outright; German has wordings of its own."""
    told = (*_in_lines(body, matches), *matches("role_told", flat))
    for role in dict.fromkeys(told):
        yield role, _TOLD, least
    if least == _BY_PLACE["de"]:
        for role in told_in_german(flat):
            yield role, _TOLD, _NEVER
    for role in matches("role_in_line", body):
        yield role, _TOLD, _NEVER


def _in_lines(body: str, matches: Matches) -> Iterator[str]:
    yield from matches("role_in_label", body)
    if any_of("gender_mark").search(body):
        yield from map(_of_one_line, matches("role_of_any_gender", body))


def _of_one_line(role: str) -> str:
    """Return what the last of several lines names, if that is a role by itself."""
    last = role.rpartition("\n")[2].strip()
    return last if is_role(cleaned(last, ""), "") else role


def _is_whole(role: str, subject: str) -> bool:
    """Tell whether a subject is nothing but somebody who does something."""
    found = LAST_WORD.search(role)
    if found is None or len(role.split()) > _FEW or role != _REPLY.sub("", subject):
        return False
    word = found["word"].lower()
    return bool(DOER.search(word)) and not speaks_of("no_trade", word)


def _is_spoken_of(role: str, text: str) -> bool:
    """Tell whether a text takes up what a subject names, as what one is or does."""
    bare = role.strip(EDGES)
    if plain(bare) not in plain(text):
        return False  # to make a pattern for it takes longer
    name = re.escape(bare)
    used = rf"\b(?:as|for|of|be) (?:an? |the |our |your )?{name}\b"
    return bool(name) and re.search(used, text, re.IGNORECASE) is not None


def _matches(where: str, text: str, language: Language = "en") -> Iterator[str]:
    for pattern in patterns(where, language):
        for found in islice(pattern.finditer(text), _MOST_FINDS):
            yield found["role"]


def _before_kind(subject: str, employer: str) -> Iterator[str]:
    for role in _matches("role_before_kind", subject):
        if not any_of("no_role").search(role):
            yield cleaned(role, employer)
            return


def _alone(subject: str, shown_text: str, employer: str) -> Iterator[str]:
    """Yield the trade that stands by itself; of several, as adverts have, none."""
    _, _, body = shown_text.partition("\n")
    found: list[str] = []
    for part in standing_alone(_REPLY.sub("", subject), body):
        role = cleaned(part, employer)
        is_trade = is_role(role, employer) and ends_in_trade(role)
        if is_trade and is_in_capitals(role):
            found.append(role)
    if found and all(_alike(found[0].lower(), one.lower()) for one in found):
        yield found[0]


def _by_the_way(shown_text: str, employer: str) -> tuple[str, ...]:
    """Return the one trade a text speaks of in passing, if it speaks of one alone."""
    _, _, body = shown_text.partition("\n")
    spoken = [cleaned(one, employer) for one in _matches("role_by_the_way", body)]
    trades = dict.fromkeys(
        one
        for one in spoken
        if "\n" not in one and is_role(one, employer) and ends_in_trade(one)
    )
    return tuple(trades) if len(trades) == 1 else ()


def _by_the_way_in_german(shown_text: str, employer: str) -> tuple[str, ...]:
    """Return the one trade a German mail speaks of, if it speaks of one alone."""
    if language_of(shown_text) != "de":
        return ()
    found: list[str] = []
    for one in spoken_in_german(shown_text.partition("\n")[2]):
        role = as_far_as_trade(cleaned(one, employer))
        if is_role(role, employer) and is_headed_by_known_trade(role):
            found.append(role)
    longest = max(found, key=len, default="")
    return (longest,) if longest and all(one in longest for one in found) else ()


def _alike(first: str, second: str) -> bool:
    """Tell whether two spell one role, one of them perhaps by its first letters."""
    if first in second or second in first:
        return True
    return first == _initials(second) or second == _initials(first)


def _initials(role: str) -> str:
    return "".join(word[0] for word in re.findall(r"\w+", role))


def _parted(raw: str, employer: str, least: int) -> Iterator[str]:
    """Clean a role; two joined by "and" are two when each names a trade."""
    role = cleaned(raw, employer)
    halves = re.split(r"\sand\s(?:the\s|our\s)?(?:also\s)?", role)
    if len(halves) > 1 and all(is_role(half, employer) for half in halves):
        yield from halves
    elif is_role(role, employer) or _is_told_role(role, employer, least):
        short = as_far_as_trade(role)
        if short == role or may_be_role(short, employer):
            yield short


def _is_told_role(role: str, employer: str, least: int) -> bool:
    """Tell whether words whose trade is not known name a role by where they stand."""
    if least == _NEVER or not may_be_role(role, employer):
        return False
    if speaks_of("no_role_told", role):
        return False
    is_many = role.count(" ") + 1 >= least
    return is_many or not role[:1].isupper() or role.isupper()
