"""Finds who will sit in an interview by rules: wordings, lists and lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from onward.domain.mail.details.employer.names import is_given
from onward.domain.mail.details.patterns.read import any_of, found_by_any, speaks_of
from onward.domain.mail.details.people.alone import writer_alone, writer_invites
from onward.domain.mail.details.people.german import german_panel
from onward.domain.mail.details.people.german_given import is_given_in_german
from onward.domain.mail.details.people.listed import (
    NAME,
    Around,
    last_named,
    name_key,
    people_before,
    people_listed,
    writer_there,
)
from onward.domain.mail.details.people.present import present_in
from onward.domain.mail.details.people.rows import in_rows
from onward.domain.mail.details.people.there import people_there
from onward.domain.mail.language import language_of
from onward.domain.mail.meaning.words import Sentence
from onward.domain.mail.verdict import Passage

# A line of a form about something else ends a list, too.
_STOP = re.compile(
    r"\n[ \t]*\n|\n[ \t]*(?:Address|Location|Place|Venue|Where|When|Date|Time|Dress"
    r"|Duration|Format|Link|Join|Bring|Role|Position|Job|Post|Room|Phone|Parking|Wo|Wann|Ort|Dauer)\b[^:|\n]{0,15}(?:[:|]|\s[-\u2013])"
    r"|(?<![\s.][A-Z])(?<!^[A-Z])(?<!Mr)(?<!Dr)(?<!Ms)(?<!Fr)(?<!Sr)(?<!Mrs)(?<!\n\d)(?<!^\d)"
    r"(?<!Rev)(?<!Prof)(?<!Cllr)(?<!Eng)(?<!Barr)(?<!Engr)(?<!Adv)(?<!Ing)[.!?](?=\s|$)"
)
# Between "on the panel" and the list below it.
_TO_LIST = re.compile(
    r"\s?:?[ \t]*\n\s{0,40}(?=(?:[-*\u2022\u2013\u00b7]|\d{1,2}[.)])[ \t])"
    r"|\s?:[ \t]*\n\s{0,40}(?=[A-Z])"
)
_NAMED_ASIDE = re.compile(r"\s*[A-ZÀ-Ž][\w'\u2019-]{0,30}\s\(")
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
# "She will see you", "he and Ada will see you", "I would like him to meet you".
_SAID_OF = re.compile(r"\b(?:s?he)(?=\s(?:and|&)\s[A-Z]|\s*$)", re.IGNORECASE)
_OF_OTHER = re.compile(r"\b(?:him|her)\sto\b", re.IGNORECASE)
_I_THERE = re.compile(r"I[\s'\u2019]")
# Words that may speak of a meeting that was.
_TALK = re.compile(
    r"(?:interview|meet(?:ing)?|call|chat|conversation|talk|session)\b", re.IGNORECASE
)
# "Robin, I would like to see you": who is written to.
_CALLED = re.compile(r"^\W*[A-ZÀ-Ž][\w'\u2019-]{1,20},\s")
_CALLED_ALONE = re.compile(r"\s*(?P<name>[A-ZÀ-Ž][\w'\u2019-]{1,20})[,!.]?[ \t]*\n")
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
_MOST_CUES, _REACH, MOST_NAMES = 4, 320, 8
_FIRST_AND_LAST, _ENDING = 2, 240


@dataclass(frozen=True, slots=True)
class Panel:
    """The names of who will be there, and the words of the mail that say so."""

    names: tuple[str, ...] = ()
    said: Passage | None = None


def panel_by_rules(text: str, sentences: Sequence[Sentence], around: Around) -> Panel:
    """Return who wordings and lines say will sit in the interview."""
    names: dict[str, str] = {}
    said: Passage | None = None
    around = _known(text, around)
    for passage, name in _told(text, sentences, around):
        said = said or passage
        names.setdefault(name_key(name), name)
    if not set(names) - {name_key(around.writer)} and not _is_german(text):
        return _alone(text, around)
    return Panel(_without_shorter([*names.values()][:MOST_NAMES]), said)


def _known(text: str, around: Around) -> Around:
    """Add who is called in the first line, and leave out a writer that is a firm."""
    called = _CALLED_ALONE.match(text, text.find("\n") + 1)
    if called:
        greeted = around.greeted | {called["name"].casefold()}
        around = replace(around, greeted=greeted)
    if _may_be_person(around.writer, text):
        return around
    return replace(around, writer="")


def _told(
    text: str, sentences: Sequence[Sentence], around: Around
) -> Iterator[tuple[Passage, str]]:
    """Yield who is said to be there, and the words that say so."""
    body, is_german = text.find("\n") + 1, _is_german(text)
    for sentence in () if is_german else sentences:
        for end, name in _people_in(text, sentence, around):
            last = max(end, sentence.end)
            if sentence.start >= body:
                yield Passage(text[sentence.start : last], sentence.start, last), name
    for tell in (in_rows, german_panel if is_german else present_in):
        for start, end, name in tell(text, around):
            yield Passage(text[start:end], start, end), name


def _is_german(text: str) -> bool:
    return language_of(text) == "de"


def _alone(text: str, around: Around) -> Panel:
    """Return who writes, where nobody else is told to be there."""
    for start, end, name in (*writer_alone(text, around), *_invites(text, around)):
        return Panel((name,), Passage(text[start:end], start, end))
    return Panel()


def _invites(text: str, around: Around) -> Iterator[tuple[int, int, str]]:
    """Yield who asks somebody to come and see them, where nobody else is likely."""
    found = [*writer_invites(text, around)]
    if found and not people_there(text, (), around):
        yield from found


def _may_be_person(writer: str, text: str) -> bool:
    """Tell whether a writer's two words are no firm's: they, or one, sign the mail."""
    words = writer.split()
    found = NAME.match(writer)
    is_titled = found is not None and found["title"] is not None
    is_known = is_given(writer) or is_given_in_german(words[0] if words else "")
    if len(words) != _FIRST_AND_LAST or is_known or is_titled:
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
        if meant := _meant(text, cue, before, around):
            yield meant
        if _SUBJECT.search(before):
            continue
        found = [*people_before(before, around, is_sure=False)][::-1]
        if found != [around.writer]:  # "I will see you" is said by whoever invites
            yield from found


def _meant(text: str, cue: re.Match[str], before: str, around: Around) -> str:
    """Return whom "she" or "him" means: who was named last before."""
    said = _SAID_OF.search(before)
    if said is None and not _OF_OTHER.search(cue[0]):
        return ""
    until = cue.start() - (len(before) - said.start() if said else 0)
    return last_named(text[max(0, until - _REACH) : until], around)


def _beside_me(
    text: str, sentence: Sentence, around: Around
) -> Iterator[tuple[int, str]]:
    """Yield who is named beside "me", unless it is about whom to tell something."""
    for me in _cues("panel_me", text, sentence):
        reach = _before(text, me.start())
        if speaks_of("panel_not_me", reach) or _WAS.search(reach):
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


def _cues(name: str, text: str, sentence: Sentence) -> Iterator[re.Match[str]]:
    return islice(found_by_any(name, text, sentence.start, sentence.end), _MOST_CUES)


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
