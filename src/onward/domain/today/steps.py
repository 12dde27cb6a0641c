"""Which steps are worth a person's day, and how long a "not now" holds."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

MOST_STEPS = 3
# Up to here a talk is "today or tomorrow", whatever the hour.
CLOSE = timedelta(hours=36)
AHEAD = timedelta(days=7)
# Facts are remembered for about a day, so three is late already.
FRESH = timedelta(days=3)
# A no after a talk: employers who offer feedback close that offer within days or weeks.
ANSWER_STANDS = timedelta(days=14)
EARLY_ANSWER_STANDS = timedelta(days=7)
TEST_STANDS = timedelta(days=14)
# Longer ago, a line to them would come out of nowhere.
QUIET_STANDS = timedelta(days=60)
A_LONG_REST = timedelta(days=14)


class Kind(StrEnum):
    """What a step is about, the most useful first.

    `SOON` is an interview today or tomorrow, `EARLY_ANSWER` a no before any interview,
    `REFLECT` an interview just held, `ASK` a no that was taken in already. `LETTER` is
    one that may not have gone, `CALL` one that was agreed, `MAILBOX` one that lets
    Onward in no longer, `FEEDBACK` words to read, `DOOR` an employer to be in touch
    with. `REVIEW` is a round to hold against the focus, `TRY` one point of feedback
    chosen to be tried, `DRILL` a practice that is due, `MEANING` an interview to look
    back on now that they have answered, `TELL_ANSWER` an offer since which the person
    has written.
    """

    IMPORT = "import"
    LETTER = "letter"
    CALL = "call"
    SOON = "soon"
    OFFER = "offer"
    ANSWER = "answer"
    REFLECT = "reflect"
    MAILBOX = "mailbox"
    INTERVIEW = "interview"
    FEEDBACK = "feedback"
    REVIEW = "review"
    TRY = "try"
    ASK = "ask"
    FOLLOW_UP = "follow_up"
    MEANING = "meaning"
    ASSESSMENT = "assessment"
    DRILL = "drill"
    MAIL = "mail"
    EARLY_ANSWER = "early_answer"
    TELL_ANSWER = "tell_answer"
    QUIET = "quiet"
    DOOR = "door"
    START = "start"


_ORDER = tuple(Kind)
_INTERVIEWS = frozenset({Kind.SOON, Kind.INTERVIEW})
_ANSWERS = frozenset({Kind.ANSWER, Kind.EARLY_ANSWER})
_LONG_RESTS = frozenset(
    {
        Kind.EARLY_ANSWER,
        Kind.TELL_ANSWER,
        Kind.QUIET,
        Kind.START,
        Kind.DOOR,
        Kind.MEANING,
    }
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that may help now.

    `mark` tells what it is about and changes when something new happens to that. `at`
    is when it happened or will; `depth` how far the application had come.
    """

    kind: Kind
    mark: str = ""
    at: datetime | None = None
    application: int | None = None
    depth: int = 0

    @property
    def key(self) -> str:
        """The name a "not now" knows it by."""
        return f"{self.kind}-{self.mark}"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an application stands, as far as it matters today.

    `depth` is 0 before any test or talk. Of the moments those are set that hold:
    a talk ahead, an offer to answer, a mail of the person's since an offer, a no, one
    taken in that can be asked about, the last word before it went quiet.
    """

    application: int
    depth: int = 0
    next_at: datetime | None = None
    offered_at: datetime | None = None
    wrote_at: datetime | None = None
    rejected_at: datetime | None = None
    asks_about: datetime | None = None
    quiet_since: datetime | None = None


def of_application(standing: Standing, now: datetime) -> Candidate | None:
    """Return the one thing that may help with an application now, if there is any."""
    if standing.next_at and now < standing.next_at <= now + AHEAD:
        return _interview(standing.application, standing.next_at, now)
    if standing.offered_at:
        return _about(Kind.OFFER, standing, standing.offered_at)
    if standing.rejected_at:
        return _answer(standing, standing.rejected_at, now)
    return _later(standing, now)


def _later(standing: Standing, now: datetime) -> Candidate | None:
    """Return what an application is still good for, if anything."""
    if standing.wrote_at:
        return _about(Kind.TELL_ANSWER, standing, standing.wrote_at)
    if standing.asks_about:
        return _about(Kind.ASK, standing, standing.asks_about)
    if standing.quiet_since and now - standing.quiet_since <= QUIET_STANDS:
        return _about(Kind.QUIET, standing, standing.quiet_since)
    return None


def _interview(application: int, at: datetime, now: datetime) -> Candidate:
    kind = Kind.SOON if at - now <= CLOSE else Kind.INTERVIEW
    return Candidate(kind, f"{application}-{at:%m%d%H%M}", at, application)


def _answer(standing: Standing, at: datetime, now: datetime) -> Candidate | None:
    kind = Kind.ANSWER if standing.depth else Kind.EARLY_ANSWER
    stands = ANSWER_STANDS if standing.depth else EARLY_ANSWER_STANDS
    return _about(kind, standing, at) if now - at <= stands else None


def _about(kind: Kind, standing: Standing, at: datetime) -> Candidate:
    mark = f"{standing.application}-{at:%m%d%H%M}"
    return Candidate(kind, mark, at, standing.application, standing.depth)


def choose(
    candidates: Iterable[Candidate], resting: Collection[str]
) -> tuple[Candidate, ...]:
    """Return the steps of today: of each kind the best, and of all the first three.

    What rests is left out. Of several noes a person meets one at a time.
    """
    best: dict[Kind, Candidate] = {}
    for candidate in sorted(candidates, key=_best_first):
        if candidate.key not in resting and str(candidate.kind) not in resting:
            best.setdefault(candidate.kind, candidate)
    if best.keys() >= _ANSWERS:
        del best[Kind.EARLY_ANSWER]
    return tuple(sorted(best.values(), key=_rank)[:MOST_STEPS])


def rests(candidate: Candidate, today: date) -> dict[str, date]:
    """Return what rests after a "not now", each with the day it may come back.

    Most come back tomorrow. A quiet application rests for long, and no other one is
    brought up in its place that day.
    """
    tomorrow = today + timedelta(days=1)
    long = candidate.kind in _LONG_RESTS
    found = {candidate.key: today + A_LONG_REST if long else tomorrow}
    if candidate.kind is Kind.QUIET:
        found[str(Kind.QUIET)] = tomorrow
    return found


def _rank(candidate: Candidate) -> int:
    return _ORDER.index(candidate.kind)


def _best_first(candidate: Candidate) -> tuple[int, float]:
    """Sort interviews by the next one, all else by how far it came and the latest."""
    seconds = candidate.at.timestamp() if candidate.at else 0.0
    if candidate.kind in _INTERVIEWS:
        return 0, seconds
    return -candidate.depth, -seconds
