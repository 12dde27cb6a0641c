"""Reads who signs a mail, or says in it who they are."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from onward.domain.mail.body.endings import is_sign_off
from onward.domain.mail.details.employer.heard import greeted_in
from onward.domain.mail.details.employer.names import (
    is_first_name,
    is_given,
    is_organisation,
    is_part,
    plain_letters,
)
from onward.domain.mail.details.patterns.read import speaks_of
from onward.domain.mail.details.people.listed import NAME, Around
from onward.domain.mail.details.people.signed_line import (
    EDGES,
    LONGEST,
    REST,
    headed,
    is_name,
)
from onward.domain.mail.details.people.signed_small import signed_small
from onward.domain.mail.details.people.titled import is_called, without_degrees

_MOST_LINES, _MOST_BESIDE = 24, 4
_LONGEST_CLOSING, _MOST_CLOSING_WORDS = 40, 6
_SURE, _SMALL = 2.5, 4.0
_AT_HOUSE = re.compile(
    r"\s?\(\w{2,5}/\w{2,5}[^()]{0,20}\)\W*$|\s(?:from|at|vom|von|beim?|aus)\s\S[^,.]{1,40}$"
)
_AT = re.compile(r"\s(?:from|at|for|vom|von|beim?|aus)\s(?P<house>\w{4,30})")
_PHONE = re.compile(r"\+?\(?\d[\d\s()./-]{6,}|\w@\w")
# "Many thanks, Ada" at the end of a paragraph, or at that of the whole mail.
_INLINE = re.compile(
    r"(?:^|[.!?,\n(-]\s{0,4})(?:(?:(?:many|with|and|all|kind|best|warm)\s){0,2}"
    r"(?:thanks|thank\syou|cheers|regards|best|wishes|ta|love|rgds|yours|sincerely"
    r"|(?<!,\s)(?:g?lg|vg)|mfg|danke|(?:(?:liebe|viele|beste|schöne|herzliche)[rn]?\s)?gr[uü](?:ß|ss)(?:e|le|i)?)"
    r"(?:\s(?:again|so\smuch|a\slot|all|and\sregards))?[,.!]?\s+[-\u2013—]?\s?)"
    r"(?=[A-ZÀ-Ž])",
    re.IGNORECASE,
)
_LAST_WORDS = re.compile(r"(?<=[.!?])\s+-?(?=[A-ZÀ-Ž])")
# "See you on Monday, Ada" ends a mail, whatever is wished.
_CLOSED = re.compile(r"[A-ZÀ-Ž][^,.!?:;\n]{2,30},\s(?=[A-ZÀ-Ž][\w-]{1,20}\W{0,6}$)")
# "It's Ada from Hill Farm" tells who writes at the beginning; later it may tell whom
# one will meet.
_SELF_FIRST = re.compile(
    r"\b(?:it['\u2019]?s|this\sis|i['\u2019]?m|i\sam|my\sname(?:['\u2019]s|\sis)"
    r"|c['\u2019]est|ich\sbin|hier\sist|je\sm['\u2019]appelle)\s",
    re.IGNORECASE,
)
_SELF_LATER = re.compile(
    r"\b(?:my\sname(?:['\u2019]s|\sis)|(?:note|message)\sfrom|(?:sent|written)\sby"
    r"|je\sm['\u2019]appelle)\s",
    re.IGNORECASE,
)
_AS_SELF = re.compile(
    r"\s(?:here|typing|writing|again|calling|speaking|from|at|de|von|vom)\b|:|,(?!\s(?:our|my|who|whom)\b)|\s\(",
    re.IGNORECASE,
)
_SELF_HERE = re.compile(
    r",?\s(?:(?:here|typing|writing\sthis)\b(?!['\u2019])"
    r"|(?:at|from)\s(?=[A-Z])[^.!?\n]{2,40}[.!])"
)
_OPENS = re.compile(r"(?:^|[\n.!?,\u2013—-]|[Ii]t['\u2019]?s)\s*$")
_WRITES = re.compile(
    r"(?:\s(?:from|at)\s[^\n.:]{2,60}?)?\s(?:would\slike\sto|has\sinvited|is\sinviting"
    r"|has\ssent|sent\syou|has\swritten|invites)\b"
)
_LISTS = re.compile(
    r"\W*(?:who|with|panel|guests?|attendees?|interviewers?|interviewing|organi[sz]er"
    r"|participants|present|wer)\b",
    re.IGNORECASE,
)
_INTRODUCED, _MOST_SAID = 300, 6


@dataclass(frozen=True, slots=True)
class Signed:
    """A name, how much tells that its bearer wrote, and whether their post does."""

    name: str
    points: float
    has_post: bool = False


def signatures(
    text: str, near: frozenset[str], organisations: Iterable[str] = ()
) -> list[Signed]:
    """Return who may have signed a text, the likeliest first.

    `near` holds the words of the sender's name and address.
    """
    subject, _, body = text.partition("\n")
    bodies = tuple(name for name in organisations if not is_first_name(name))
    around = Around("", greeted_in(text), bodies)
    found = [
        *_in_lines(body, near, around),
        *_in_words(body, near, around),
        *_by_introduction(subject, body, near, around),
    ]
    sure = [one for one in found if one.points >= _SURE]
    return sorted(sure, key=lambda one: -one.points)


def _in_lines(body: str, near: frozenset[str], around: Around) -> Iterator[Signed]:
    """Yield whose name begins a line near the end."""
    lines = body.rstrip().split("\n")
    first = next((n for n, line in enumerate(lines) if line.strip()), 0)
    for place in range(max(first + 1, len(lines) - _MOST_LINES), len(lines)):
        name, rest = headed(lines[place], around)
        if name:
            has_post = _has_post(lines, place, rest, around.organisations)
            points = _worth(name, near) + _placed(lines, place, rest)
            yield Signed(name, points + (1.0 if has_post else 0.0), has_post)


def _worth(name: str, near: frozenset[str]) -> float:
    """Return how much a name looks like that of a person, and like the sender's."""
    said = _words(name)
    first = re.split(r"[\s-]", _untitled(name))[0]
    points = 1.5 if is_called(first) else 0.0
    points += 2.5 if any(_is_near(word, near) for word in said) else 0.0
    is_whole = len(said) > 1 or name != _untitled(name)
    return points + (1.0 if is_whole else 0.0 if points else -1.0)


def _placed(lines: Sequence[str], place: int, rest: str) -> float:
    """Return how much a line stands where people sign."""
    above = lines[place - 1].strip()
    below = [line.strip() for line in lines[place + 1 :] if line.strip()]
    points = _closing(above or lines[place - 2].strip())
    points += 1.0 if not above else 0.0
    is_alone = len(rest) <= _MOST_BESIDE or _AT_HOUSE.match(rest) is not None
    points += 1.0 if is_alone else 0.0
    if not below:
        is_block = len(above or lines[place - 2]) > _LONGEST_CLOSING
        is_short = is_alone and " " not in lines[place].partition("(")[0].strip()
        points += 3.0 if is_block and is_short else 1.5
    is_in_row = any(_names_other(one) for one in (above, *below[:1]))
    is_in_row = is_in_row or _LISTS.match(above) is not None
    return points - (3.0 if is_in_row else 0.0)


def _has_post(
    lines: Sequence[str], place: int, rest: str, organisations: tuple[str, ...]
) -> bool:
    """Tell whether a post or a firm stands beside a name or in the line below."""
    below = next((line for line in lines[place + 1 :] if line.strip()), "")
    at = _AT.match(rest)
    if at and any(at["house"] in one for one in organisations):
        return True
    if below.strip(EDGES).startswith(organisations):
        return True
    beside = [rest, below if len(below) <= _LONGEST_CLOSING else ""]
    return any(map(_tells_post, beside))


def _closing(above: str) -> float:
    if is_sign_off(above):
        return 3.0
    is_short = (
        len(above) <= _LONGEST_CLOSING
        and not NAME.fullmatch(above)
        and not re.search(r"[\d:?;|]|\.$", above)
    )
    if not is_short or len(above.split()) > _MOST_CLOSING_WORDS or not above:
        return 0.0
    return 2.0 if above.endswith(",") else 0.5


def _names_other(line: str) -> bool:
    """Tell whether a line of a list names somebody in full."""
    found = NAME.match(line.strip(EDGES)) if len(line) <= LONGEST else None
    if found is None or not REST.match(line.strip(EDGES), found.end()):
        return False
    if speaks_of("trades", found["name"]):
        return False  # "Sr. Recruiter" is what the one above is
    return found["title"] is not None or is_given(found["name"])


def _tells_post(said: str) -> bool:
    if _PHONE.search(said) or speaks_of("trades", said):
        return True
    parts = re.findall(r"\w+", said)[:_MOST_CLOSING_WORDS]
    return any(is_organisation(part) or is_part(part) for part in parts)


def _in_words(body: str, near: frozenset[str], around: Around) -> Iterator[Signed]:
    """Yield who signs within a line: "Thanks, Ada", or with the very last words."""
    body = body.rstrip()
    for found in [*_INLINE.finditer(body)][-_MOST_SAID:]:
        line, more, _ = body[found.end() :].partition("\n")
        name, rest = headed(line, around)
        if name:
            points = 2.0 if rest else 2.5 if more else 3.5
            yield Signed(name, _worth(name, near) + points)
    small, _ = headed(signed_small(body), around)
    if small:
        yield Signed(small, _worth(small, near) + _SMALL)
    last = body.rpartition("\n")[2][-LONGEST:]
    said = _LAST_WORDS.split(last)[-1]
    closed = _CLOSED.match(said)
    if closed and (name := headed(said[closed.end() :], around)[0]):
        yield Signed(name, _worth(name, near) + 2.0)
    name, rest = headed(said, around)
    if name and said != last:
        is_kissed = re.match(r"\s[xX]{1,4}\b", rest) is not None
        points = 3.5 if is_kissed else 1.0 if "," in rest else 1.5
        yield Signed(name, _worth(name, near) + points)


def _by_introduction(
    subject: str, body: str, near: frozenset[str], around: Around
) -> Iterator[Signed]:
    """Yield who a mail says is writing it."""
    for points, one in _introduced(subject, body):
        if is_name(one, around):
            yield Signed(one[0], _worth(one[0], near) + points)


def _introduced(subject: str, body: str) -> Iterator[tuple[float, re.Match[str]]]:
    opening = body[:_INTRODUCED]
    for said, says in ((opening, _SELF_FIRST), (body, _SELF_LATER)):
        for found in islice(says.finditer(said), _MOST_SAID):
            one = NAME.match(said, found.end())
            if one and _AS_SELF.match(said, one.end()):
                yield 3.0, one
    for here in islice(_SELF_HERE.finditer(body), _MOST_SAID):
        start = max(0, here.start() - _LONGEST_CLOSING)
        for one in NAME.finditer(body, start, here.start()):
            before = body[max(0, one.start() - _MOST_CLOSING_WORDS) : one.start()]
            if one.end() == here.start() and _OPENS.search(before):
                yield 3.5, one
    one = NAME.match(subject)
    if one and _WRITES.match(subject, one.end()):
        yield 3.0, one


def _is_near(word: str, near: frozenset[str]) -> bool:
    return plain_letters(word) in near


def _untitled(name: str) -> str:
    name = without_degrees(name)
    found = NAME.match(name)
    return found["name"] if found else name


def _words(name: str) -> list[str]:
    return re.findall(r"[\w'\u2019]+", _untitled(name).casefold())
