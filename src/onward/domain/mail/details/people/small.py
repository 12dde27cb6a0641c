"""Finds people whom a mail names without a capital: "me and kev", "mrs hale"."""

import re
from collections.abc import Iterator
from itertools import islice

from onward.domain.mail.details.employer.names import is_first_name
from onward.domain.mail.details.people.listed import Around, name_key

_MOST, _SHORTEST = 12, 2
_WORD = r"[a-zà-ž][a-zà-ž'-]{1,15}"
_AND = r"\s?(?:\band|&|\+|\bplus|\bn|\bn')\s"
# Beside "me" any word may be a name, ...
_AFTER_ME = re.compile(
    rf"\bme(?:,?\syou)?{_AND}(?P<name>{_WORD})\b(?!\s(?!(?:will|and|in|at|on|from|for"
    r"|to|as|is|are|can|so|who|by|if|we|ll|r)\b)[a-z])"
)
_BEFORE_ME = re.compile(
    rf"(?<![\w'\u2019])(?P<name>{_WORD}){_AND}(?:me|i|myself)\b",
)
# ... after a title too, and elsewhere one that people are given.
_TITLED = re.compile(rf"(?<!\w)(?:mr|mrs|ms|miss|dr|sister)\.?\s(?P<name>{_WORD})\b")
_DOES = re.compile(
    rf"(?<![\w'\u2019])(?P<name>{_WORD})(?:\s\([^()\n]{{2,40}}\))?\s(?:will|wants|would|says|said|is|has|can|runs)\b"
)
_WITH = re.compile(
    r"\b(?:(?:with|see|meet|meeting|join|and|is|boss|partner|manager)\s|(?:mum|dad)\s\()"
    rf"(?=(?P<name>{_WORD})\b)"
)
_NOBODY_WORDS = """
    you he she we they it him her them i me us my our your the a an this that these
    those one ones us then some any all both let see ask call ring email text tell
    mum dad son wife husband boss team partner manager others another someone
    somebody everyone call come bring we'll i'll you'll it's that's maybe just also
    if so or but what who where when how coffee tea today tomorrow know time thanks
    with not only himself herself regards chat show give send write reply will would
    can could may might work
"""
_NOBODY = frozenset(_NOBODY_WORDS.split())
# Names that are words of every day.
_EVERYDAY_WORDS = """
    will may mark grace rose bill hope faith joy art rich frank june april august dawn
    summer guy gene jack pat sue rob drew dean dale chance cash max miles page pearl
    penny ruby sky sunny van ward wade clay cliff cole dusty earnest grant lance major
    royal rusty skip stone trip victor see an in so my son do an long young ray iris
    ivy daisy lily heather robin jay ash holly hazel amber crystal jewel star angel
    christian duke earl judge king prince queen sir tray job are than been her can
    gay love man ho song kind
"""
_WORDS = frozenset(_EVERYDAY_WORDS.split())


def names_in_small(text: str, around: Around) -> Iterator[tuple[int, int, str, bool]]:
    """Yield where a mail names somebody without a capital, how, and with a title."""
    body, done = text.find("\n") + 1, set[int]()
    for words in (_AFTER_ME, _TITLED, _BEFORE_ME, _DOES, _WITH):
        for found in islice(words.finditer(text, body), _MOST):
            start, end = found.span("name")
            is_titled = words is _TITLED
            is_sure = words is _AFTER_ME or is_titled
            if start in done or not _is_name(found["name"], around, is_sure=is_sure):
                continue
            done.add(start)
            begin = found.start() if is_titled else start
            yield begin, end, text[begin:end].title(), is_titled


def _is_name(word: str, around: Around, *, is_sure: bool) -> bool:
    if word in _NOBODY or "'" in word or name_key(word) in around.greeted:
        return False
    if name_key(word) in name_key(around.writer).split():
        return False
    is_known = is_first_name(word) and word not in _WORDS
    return is_known or (is_sure and len(word) > _SHORTEST)
