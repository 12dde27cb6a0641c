"""Finds who will sit in an interview, and the words that say so."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from onward.domain.mail.details_listed import (
    NAME,
    Around,
    is_somebody,
    last_named,
    name_key,
    people_before,
    people_listed,
    writer_there,
)
from onward.domain.mail.details_names import is_given
from onward.domain.mail.details_patterns import any_of
from onward.domain.mail.details_present import present_in, shown_by
from onward.domain.mail.meaning_words import Sentence
from onward.domain.mail.verdict import Passage

# A line of a form about something else ends a list, too.
_STOP = re.compile(
    r"\n[ \t]*\n|\n[ \t]*(?:Address|Location|Place|Venue|Where|When|Date|Time|Dress"
    r"|Duration|Format|Link|Join|Bring|Role|Position|Job|Post|Room|Phone|Parking|Wo|Wann|Ort|Dauer)\b[^:|\n]{0,15}(?:[:|]|\s[-\u2013])"
    r"|(?<![\s.][A-Z])(?<!^[A-Z])(?<!Mr)(?<!Dr)(?<!Ms)(?<!Fr)(?<!Sr)(?<!Mrs)(?<!\n\d)(?<!^\d)"
    r"(?<!Rev)(?<!Prof)(?<!Cllr)(?<!Eng)(?<!Barr)(?<!Engr)(?<!Ing)[.!?](?=\s|$)"
)
# Between "on the panel" and the list below it.
_TO_LIST = re.compile(
    r"\s?:?[ \t]*\n\s{0,40}(?=(?:[-*\u2022\u2013\u00b7]|\d{1,2}[.)])[ \t])"
    r"|\s?:[ \t]*\n\s{0,40}(?=[A-Z])"
)
_NAMED_ASIDE = re.compile(r"\s*[A-ZÀ-Ž][\w'\u2019-]{0,30}\s\(")
_ONLY_ME = re.compile(
    r"\b(?:it|there|that)(?:['\u2019]?(?:s|d|ll)|\s(?:is|will|would))\s(?:(?:just|only)\s(?:be\s)?"
    r"|be\s(?:just|only)\s)(?:me|myself)\b(?!\s(?:and|&|plus|with)\b)",
    re.IGNORECASE,
)
_SELF_FIRST = re.compile(r"\s*(?:just |both )?(?:me|myself|mir|moi)\b", re.IGNORECASE)
_JOINED = re.compile(
    r"\s*(?:\([^()\n]{1,60}\)\s?)?(?:,|&|\+|\b(?:and|plus|with|und|et)\b)\s?"
)
# "You'd meet her at ten": somebody named before.
_WHOM = re.compile(
    r"\s(?:him|her)(?=\s*(?:$|[.,;!?\n]|(?:at|on|in|and|for|again|first|there|instead|this"
    r"|next|tomorrow|today|before|after)\b))"
)
_JOINS = re.compile(r"(?:,|&|\+|\b(?:and|plus|und|et))\s*$")
_OF_THEM = re.compile(
    r"\b(?:himself|herself|him|her)(?=\s(?:and|&|plus)\s*$)", re.IGNORECASE
)
# Whoever is named before these words is not who will be there.
_SUBJECT = re.compile(
    r"\b(?:you|we|it|they|s?he|there|this|that|which|people)\s*$", re.IGNORECASE
)
_I_THERE = re.compile(r"I[\s'\u2019]")
# Words that may speak of a meeting that was.
_TALK = re.compile(
    r"(?:interview|meet(?:ing)?|call|chat|conversation|talk|session)\b", re.IGNORECASE
)
# "Robin, I would like to see you": who is written to.
_CALLED = re.compile(r"^\W*[A-ZÀ-Ž][\w'\u2019-]{1,20},\s")
# What was talked over with somebody before, ...
_WAS = re.compile(
    r"\b(?:following|further\sto|thank\w*\s(?:you\s)?(?:again\s)?for|after|since|enjoyed"
    r"|spoken?|talked|looked|went|gone|discussed|agreed|shared|read|worked|chatted|met|had"
    r"|cancel\w*|postponed?|planned)\b"
    r"(?:(?!\b(?:will|would|like|love)\b|['\u2019](?:ll|d)\b)[^,;.!?\n]){0,80}$",
    re.IGNORECASE,
)
# ... and what is settled with them.
_SETTLED = re.compile(
    r"\b(?:confirm|arrange|check|book|liaise|register|sign|touch|deal)\s(?:\w{1,12}\s)?$",
    re.IGNORECASE,
)
_MOST_CUES, _REACH, _MOST_NAMES = 4, 320, 8
_FIRST_AND_LAST, _ENDING = 2, 240
# "9:00 AM - System design - Omar Siddiqui": a line of what happens when.
_AT_TIME = re.compile(
    r"^[ \t]*\d{1,2}[:.]\d\d[ \t]?(?:[ap]\.?m\.?)?\b[^\n]{4,160}$",
    re.MULTILINE | re.IGNORECASE,
)
# Details set out in lines that each begin with a mark; one may tell when it is.
_MARKS = " \t>*-\u2022\u2013\u00b7"
_MARKED_LINES = re.compile(
    r"(?:^[ \t]{0,8}[>*\u2022\u2013\u00b7-]{1,3}[ \t][^\n]{1,160}(?:\n|\Z)){2,12}",
    re.MULTILINE,
)
_CLOCK = re.compile(r"\b\d{1,2}(?:[:.]\d\d|\s?[ap]\.?m\b)", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*[,|()]\s*|\s[-\u2013—]\s|\swith\s|:\s")


@dataclass(frozen=True, slots=True)
class Panel:
    """The names of who will be there, and the words of the mail that say so."""

    names: tuple[str, ...] = ()
    said: Passage | None = None


def panel_in(text: str, sentences: Sequence[Sentence], around: Around) -> Panel:
    """Return who sits in the interview a message invites to, as far as it tells."""
    names: dict[str, str] = {}
    said: Passage | None = None
    body = text.find("\n") + 1
    if not _may_be_person(around.writer, text):
        around = replace(around, writer="")
    for sentence in sentences:
        if sentence.start < body:
            continue
        for end, name in _people_in(text, sentence, around):
            last = max(end, sentence.end)
            said = said or Passage(text[sentence.start : last], sentence.start, last)
            names.setdefault(name_key(name), name)
    for line, name in _outside_sentences(text, around, names):
        said = said or line
        names.setdefault(name_key(name), name)
    if not set(names) - {name_key(around.writer)}:
        return _writer_alone(text, around)
    return Panel(_without_shorter([*names.values()][:_MOST_NAMES]), said)


def _outside_sentences(
    text: str, around: Around, names: Mapping[str, str]
) -> Iterator[tuple[Passage, str]]:
    """Yield who is named in lines, or in words of their own, and who shows around."""
    yield from (*_scheduled(text, around), *_in_details(text, around))
    for tell in (present_in, shown_by):
        if tell is present_in or set(names) - {name_key(around.writer)}:
            for start, end, name in tell(text, around):
                yield Passage(text[start:end], start, end), name


def _writer_alone(text: str, around: Around) -> Panel:
    """Return who writes, where the mail says that nobody else will be there."""
    said = _ONLY_ME.search(text)
    if said is None or not writer_there(around):
        return Panel()
    return Panel((writer_there(around),), Passage(said[0], said.start(), said.end()))


def _may_be_person(writer: str, text: str) -> bool:
    """Tell whether a writer's two words are no firm's: they, or one, sign the mail."""
    words = writer.split()
    found = NAME.match(writer)
    is_titled = found is not None and found["title"] is not None
    if len(words) != _FIRST_AND_LAST or is_given(writer) or is_titled:
        return True
    either = "|".join(map(re.escape, words))
    signed = rf"(?:^|[.!?,\n])\s*(?:{either})\b"
    return re.search(signed, text[-_ENDING:]) is not None


def _people_in(
    text: str, sentence: Sentence, around: Around
) -> Iterator[tuple[int, str]]:
    """Yield where a sentence stops naming people, and each it says will be there."""
    before = [*_before_cues(text, sentence, around)]
    yield from ((sentence.end, name) for name in before)
    yield from _after_cues(text, sentence, around)
    if before or any_of("panel_talk").search(text, sentence.start, sentence.end):
        yield from _after_with(text, sentence, around)
    yield from _beside_me(text, sentence, around)


def _after_cues(
    text: str, sentence: Sentence, around: Around
) -> Iterator[tuple[int, str]]:
    """Yield who is named after words such as "you will meet"."""
    for cue in _cues("panel_follows", text, sentence):
        if _TALK.match(cue[0]) and _WAS.search(_before(text, cue.start())):
            continue
        if _I_THERE.match(cue[0]) and writer_there(around):
            yield cue.end(), writer_there(around)
        yield from _after(text, cue.end(), around, is_sure=True)


def _after_with(
    text: str, sentence: Sentence, around: Around
) -> Iterator[tuple[int, str]]:
    """Yield who is named after "with", in a sentence that speaks of a meeting."""
    for cue in _cues("panel_with", text, sentence):
        before = _before(text, cue.start())
        if _WAS.search(before) or _SETTLED.search(before):
            continue
        tail = _tail(text, cue.end())
        is_sure = bool(_SELF_FIRST.match(tail) or _NAMED_ASIDE.match(tail))
        yield from _after(text, cue.end(), around, is_sure=is_sure)


def _before_cues(text: str, sentence: Sentence, around: Around) -> Iterator[str]:
    """Yield who is named before words such as "will be there"."""
    for cue in _cues("panel_precedes", text, sentence):
        before = _CALLED.sub("", _before(text, cue.start()))
        if _SUBJECT.search(before):
            continue
        found = [*people_before(before, around, is_sure=False)][::-1]
        if found != [around.writer]:  # "I will see you" is said by whoever invites
            yield from found


def _beside_me(
    text: str, sentence: Sentence, around: Around
) -> Iterator[tuple[int, str]]:
    """Yield who is named beside "me", unless it is about whom to tell something."""
    for me in _cues("panel_me", text, sentence):
        reach = _before(text, me.start())
        if any_of("panel_not_me").search(reach) or _WAS.search(reach):
            continue
        found = _joined(text, me, reach, around)
        if found:
            named = [writer_there(around), *found]
            yield from ((me.end(), name) for name in named if name)


def _joined(text: str, me: re.Match[str], reach: str, around: Around) -> list[str]:
    """Return who is named right after "me", and right before."""
    found: list[str] = []
    joined, joins = _JOINED.match(text, me.end()), _JOINS.search(reach)
    if joined:
        after = _after(text, joined.end(), around, is_sure=True)
        found += [name for _, name in after]
    meant = _OF_THEM.search(reach)
    if meant:
        until = me.start() - len(reach) + meant.start()
        found.append(_named_before(text, until, around))
    elif joins:
        found += people_before(reach[: joins.start()], around, is_sure=True)
    return [name for name in found if name]


def _named_before(text: str, until: int, around: Around) -> str:
    return last_named(text[max(0, until - _REACH) : until], around)


def _after(
    text: str, start: int, around: Around, *, is_sure: bool
) -> Iterator[tuple[int, str]]:
    list_below = _TO_LIST.match(text, start)
    start = list_below.end() if list_below else start
    if _WHOM.match(text, start):
        named = _named_before(text, start, around)
        yield from [(start, named)] if named else []
    tail, by_line = _tail(text, start), list_below is not None
    for name in people_listed(tail, around, is_sure=is_sure, by_line=by_line):
        yield start + len(tail), name


def _scheduled(text: str, around: Around) -> Iterator[tuple[Passage, str]]:
    """Yield who is named beside a time, if their names are ones that people bear."""
    for line in _AT_TIME.finditer(text):
        for part in _BETWEEN.split(line[0].strip()):
            found = NAME.fullmatch(part)
            if found and is_given(found["name"]) and is_somebody(found["name"], around):
                yield Passage(line[0], line.start(), line.end()), part


def _in_details(text: str, around: Around) -> Iterator[tuple[Passage, str]]:
    """Yield who has a line of their own, with their post, in details with a time."""
    for lines in _MARKED_LINES.finditer(text):
        for line in re.finditer(r"[^\n]+", lines[0] if _CLOCK.search(lines[0]) else ""):
            if re.search(r"\d", line[0]) or not any_of("trades").search(line[0]):
                continue
            start = lines.start() + line.start()
            said = Passage(line[0], start, start + len(line[0]))
            listed = [*people_listed(line[0].lstrip(_MARKS), around, is_sure=False)]
            if any(map(is_given, listed)):
                yield from ((said, name) for name in listed)


def _cues(name: str, text: str, sentence: Sentence) -> Iterator[re.Match[str]]:
    found = any_of(name).finditer(text, sentence.start, sentence.end)
    return islice(found, _MOST_CUES)


def _tail(text: str, start: int) -> str:
    """Return what follows up to a stop; one after an initial or a title is none."""
    reach = text[start : start + _REACH]
    end = _STOP.search(reach)
    return reach[: end.start()] if end else reach


def _before(text: str, end: int) -> str:
    reach = text[max(0, end - _REACH) : end]
    stops = [stop.end() for stop in _STOP.finditer(reach)]
    return reach[stops[-1] :] if stops else reach


def _without_shorter(names: Sequence[str]) -> tuple[str, ...]:
    """Leave out a first name whose bearer is named in full beside it."""
    keys = [name_key(name).split() for name in names]
    return tuple(
        name
        for name, key in zip(names, keys, strict=True)
        if not any(len(key) < len(other) and set(key) <= set(other) for other in keys)
    )
