"""Signs around a name that tell whether its bearer will be there."""

from collections.abc import Iterator, Sequence
from functools import cache

from onward.domain.mail.body.endings import is_sign_off
from onward.domain.mail.details.employer.names import is_first_name
from onward.domain.mail.details.people.german_given import is_given_in_german
from onward.domain.mail.details.people.named import Named, Place
from onward.domain.mail.details.people.there_words import CELL, LINE, NAMED, STOP, Row

_NEAR, _MOST_SENTENCE, _SHORT_LINE, _MOST_LINES = 6, 80, 24, 12
_MOST_KEY, _MOST_HEAD, _FURTHEST, _MOST_COUNTED, _MOST_ASIDE = 6, 10, 18, 4, 16
_BEGINNING, _MOST_CLAUSE = 0.3, 40
_JOINS = frozenset(
    {
        *(",", ";", "and", "&", "+", "plus", "with", "or", "n", "/", CELL, LINE),
        *("und", "sowie", "mit", "oder", "samt"),
    }
)
# Where somebody does something between two names, they stand in no list.
_DOES_WORDS = """
    . will would is are was can can't won't has had say says send sends did does he
    she they you i me your it if but he's she's he'll she'll i'll we'll you'll you'd
    ich er es du wird werden ist sind hat haben kann möchte möchten soll kommt nimmt
"""
_DOES = frozenset(_DOES_WORDS.split())
_MARKS = frozenset({"-", "*"})
# What is said of people, under one name each: few mails share a word, many a thought.
_KINDS = {
    "away": """leave holiday away off abroad sabbatical apologies declined can't cannot
        won't not isn't unable poorly sick absent regrets sorry longer maternity
        busy never retired left urlaub elternzeit krank verhindert abwesend entschuldigt
        leider nicht kein ohne statt anstelle verlassen weg unterwegs""",
    "there": """join joins joining joined sit sits sitting chair chairs chaired
        interview interviews interviewing interviewer interviewers panel dial
        dials dialling talk talking chat meet meeting seeing see lead leads host
        hosts both us together there with present board committee attendees who
        dabei teil teilnehmen teilnehmer teilnehmerinnen teilnehmende nehmen nimmt
        führen führt gespräch gespräche sitzen sitzt treffen triffst lernen kennen
        gesprächspartner gesprächspartnerin gesprächspartnerinnen gegenüber beide wir
        uns gemeinsam zusammen anwesend kommission runde gremium seitens dazu leitet
        moderiert begleitet kommt kommen freuen freut""",
    "task": """ask reception receptionist gate desk badge sign contact questions
        queries call ring phone email copy cc documents lobby collect fetch
        greet parking arrange arranged book booked diary travel expenses invoice
        secretary pa assistant security admin forms send sends report reports
        regards hello empfang pforte melden meldest anmeldung abholen holt klingeln
        kontakt fragen rückfragen erreichen erreichbar telefon anrufen rufen ruf
        parken parkplatz anfahrt sekretariat assistenz vorzimmer unterlagen grüße
        grüßen grüßt bescheid absagen verschieben schlüssel organisatorisch koordiniert
        buchen gebucht reisekosten schicken schickt""",
    "was": """spoke spoken met said told recommended recommends used previous
        previously last former outgoing old gave put passed mentioned referred
        suggested taken retired was were had has worked left enjoyed named
        called gesprochen telefoniert kennengelernt empfohlen sprach war waren hatte
        hatten erzählt gesagt früher ehemalige vorgänger weitergeleitet damals
        bisher""",
    "will": """will would shall going wants want like likes to wird werden würde
        würden möchte möchten gern gerne""",
}
_PRONOUNS_WORDS = """
    he she they she'll he'll they'll she's he's they're she'd he'd him her
    er ihn ihm diese dieser
"""
_PRONOUNS = frozenset(_PRONOUNS_WORDS.split())
_MOST_NEXT = 25
_OURS = frozenset({"my", "our", "the", "their", "his", "her"})


@cache
def _kinds() -> dict[str, tuple[str, ...]]:
    """Return the kinds of each word that has some."""
    found: dict[str, tuple[str, ...]] = {}
    for kind, words in _KINDS.items():
        for word in words.split():
            found[word] = (*found.get(word, ()), kind)
    return found


class Signs:
    """The signs of each person a mail names, with who stands in one list."""

    def __init__(self, text: str, people: Sequence[Named]) -> None:
        places = (place for one in people for place in one.places)
        ordered = sorted(places, key=lambda one: one.start)
        self.row = Row(text, ordered)
        self.signed = _signed_at(text)
        self._lists: dict[int, tuple[int, ...]] = {}
        self._join(
            [self.row.at[one.start] for one in ordered if one.start in self.row.at]
        )

    def of(self, person: Named, rank: int) -> set[str]:
        """Return the signs of a person before whom some number of others is named."""
        signs = {
            f"n{min(_MOST_COUNTED, len(person.places))}",
            f"rank{min(_MOST_COUNTED, rank)}",
            f"words{min(_MOST_COUNTED, len(person.name.split()))}",
        }
        first = person.name.partition(" ")[0]
        if is_first_name(first) or is_given_in_german(first):
            signs.add("given")
        for place in person.places:
            if place.start in self.row.at:
                self._add(place, signs)
        return signs

    def _join(self, places: Sequence[int]) -> None:
        """Note who stands in one list with whom."""
        group: list[int] = []
        for place in places:
            if group and not self._is_list(group[-1], place):
                group = []
            group = [*group, place]
            self._lists.update(dict.fromkeys(group, tuple(group)))

    def _is_list(self, one: int, other: int) -> bool:
        between = self.row.words[one + 1 : other]
        if len(between) > _FURTHEST or between.count(LINE) > 1:
            return False
        said = set(between)
        return bool(said & _JOINS) and not said & _DOES

    def _add(self, place: Place, signs: set[str]) -> None:
        at, pre = self.row.at[place.start], ""
        if place.start >= self.signed:
            pre = "sig:"
        signs.add(f"{pre}body")
        if place.is_titled:
            signs.add("titled")
        signs.update(_beside(self.row, at, at, pre))
        group = self._lists[at]
        if len(group) > 1:
            signs.update(_beside(self.row, group[0], group[-1], f"{pre}g"))
            signs.add(f"{pre}g{min(_MOST_COUNTED, len(group))}")
            signs.add(f"{pre}{'gfirst' if at == group[0] else 'gnext'}")
        signs.update(self._said(at, pre))
        signs.update(self._in_line(at, pre))

    def _said(self, at: int, pre: str) -> Iterator[str]:
        """Yield what the sentence says, the clause, and a next one of "she"."""
        row = self.row
        start, end = row.sentence(at)
        said = row.words[start:end][:_MOST_SENTENCE]
        yield from (f"{pre}s:{word}" for word in said)
        begin, until = row.clause(at)
        clause = row.words[begin:until][:_MOST_CLAUSE]
        yield from (f"{pre}c:{word}" for word in clause)
        if pre:
            return
        yield from _of_kind("s", said)
        yield from _of_kind("c", clause)
        yield from _of_kind("l", row.words[max(begin, at - _NEAR) : at])
        yield from _of_kind("r", row.words[at + 1 : min(until, at + 1 + _NEAR)])
        yield from self._next(end)

    def _next(self, end: int) -> Iterator[str]:
        if end + 1 >= len(self.row.words):
            return
        start, end = self.row.sentence(end + 1)
        said = self.row.words[start:end]
        is_about_one = NAMED not in said or said[0] in _PRONOUNS
        if is_about_one and not _PRONOUNS.isdisjoint(said):
            yield "x"
            yield from (f"x:{word}" for word in said[:_MOST_NEXT])

    def _in_line(self, at: int, pre: str) -> Iterator[str]:
        """Yield what form the line has, its label, and what stands above it."""
        number, start, end = self.row.line(at)
        said = self.row.words[start:end]
        is_marked = said[0] in _MARKS
        if at == start + is_marked:
            yield f"{pre}linestart"
        if is_marked:
            yield f"{pre}bullet"
        if CELL in said:
            yield f"{pre}row"
        if key := _key(said[: at - start]):
            yield "key"
            yield from (f"key:{word}" for word in key)
        if len(said) <= _SHORT_LINE and said[-1] != STOP:
            yield from self._above(number)

    def _above(self, number: int) -> Iterator[str]:
        """Yield the words of what stands above a list."""
        for above in range(number - 1, max(-1, number - _MOST_LINES), -1):
            said = self.row.words_of_line(above)
            if NAMED in said and len(said) > _SHORT_LINE:
                return
            if said and NAMED not in said:
                yield "head"
                if said[-1] == ":":
                    yield "head:"
                yield from (f"head:{word}" for word in said[-_MOST_HEAD:])
                return


def _of_kind(where: str, said: Sequence[str]) -> Iterator[str]:
    kinds = _kinds()
    for word in said:
        for kind in kinds.get(word, ()):
            yield f"k{where}:{kind}"
        if word.endswith("'ll"):
            yield f"k{where}:will"


def _signed_at(text: str) -> int:
    start = 0
    for line in text.split("\n"):
        if start > len(text) * _BEGINNING and is_sign_off(line.strip()):
            return start
        start += len(line) + 1
    return len(text)


def _key(before: Sequence[str]) -> Sequence[str]:
    """Return the words of a label that opens a line: "Panel:"."""
    for mark in (":", CELL):
        if mark in before:
            key = before[: before.index(mark)]
            return key if len(key) <= _MOST_KEY and NAMED not in key else ()
    return ()


def _beside(row: Row, first: int, last: int, pre: str) -> Iterator[str]:
    """Yield the words before and after a name or a list, and those near."""
    start, end = row.sentence(first)[0], row.sentence(last)[1]
    left = ["^", "^", *row.words[max(start, first - _NEAR) : first]]
    right = [*row.words[last + 1 : min(end, last + 1 + _NEAR)], "$", "$", "$"]
    yield f"{pre}L1={left[-1]}"
    yield f"{pre}L2={left[-2]} {left[-1]}"
    yield f"{pre}R1={right[0]}"
    yield f"{pre}R2={right[0]} {right[1]}"
    yield from (f"{pre}l:{word}" for word in left[2:])
    yield from (f"{pre}r:{word}" for word in right[:-3])
    if right[0] in ("(", ","):
        yield from _past_aside(row.words[last + 1 : min(end, last + 24)], pre)
    if _OURS & set(left[-4:]):
        yield f"{pre}ours"


def _past_aside(said: Sequence[str], pre: str) -> Iterator[str]:
    """Yield what follows "(Head of Sales)" or ", Head of Sales,"."""
    close = ")" if said[0] == "(" else ","
    if close in said[1:_MOST_ASIDE]:
        right = [*said[said.index(close, 1) + 1 :], "$", "$"]
        yield f"{pre}R1={right[0]}"
        yield f"{pre}R2={right[0]} {right[1]}"
