"""Which questions are likely for one role, each with the reason why."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import islice
from math import log2

from onward.domain.interview.adverts.criterion import Criterion
from onward.domain.interview.questions.bank import questions
from onward.domain.interview.questions.competencies import competencies_in
from onward.domain.interview.questions.question import Kind, Level, Question
from onward.domain.interview.stems import stems_of

MOST = 12


class Stage(StrEnum):
    """Which conversation the questions are for."""

    TELEPHONE = "telephone"
    FIRST = "first"
    LATER = "later"
    ASSESSMENT = "assessment"


class Why(StrEnum):
    """Why a question is likely, the strongest reason first."""

    ASKED_BY_THEM = "asked_by_them"
    ASKED_ELSEWHERE = "asked_elsewhere"
    CRITERION = "criterion"
    SECTOR = "sector"
    STAGE = "stage"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question out of the person's own logs; `by_them` says if it was this employer.

    Others are of this kind of role.
    """

    text: str
    by_them: bool


@dataclass(frozen=True, slots=True)
class Likely:
    """A question to expect; `quote` is the line of the advert or of the log behind it.

    `question` is empty where what was logged is not in the bank.
    """

    text: str
    question: Question | None
    why: Why
    quote: str


# How usual each kind is in each conversation.
_USUAL: dict[Stage, dict[Kind, float]] = {
    Stage.TELEPHONE: {Kind.BACKGROUND: 2, Kind.MOTIVATION: 2, Kind.CLOSING: 1},
    Stage.FIRST: {Kind.PAST_BEHAVIOUR: 1.5, Kind.MOTIVATION: 1, Kind.SITUATIONAL: 1},
    Stage.LATER: {Kind.PAST_BEHAVIOUR: 1.5, Kind.TECHNICAL: 1, Kind.SITUATIONAL: 1},
    Stage.ASSESSMENT: {Kind.TASK: 3, Kind.SITUATIONAL: 1, Kind.STRENGTHS: 0.5},
}
# Asked nearly everywhere, whatever the advert says.
_STAPLES = frozenset({
    "about-tell-me", "motivation-why-role", "motivation-why-us",
    "closing-questions-for-us", "about-relevant-experience",
})  # fmt: skip
# Asked only where a life calls for it, which an advert cannot tell.
_ONLY_OF_SOME = frozenset({
    "motivation-career-change", "motivation-overqualified", "motivation-gap",
    "entry-return-to-work", "entry-no-experience",
})  # fmt: skip
_STAPLE, _OF_SECTOR, _OF_COMPETENCY, _MUST, _ENOUGH_ALIKE = 3.0, 1.2, 0.8, 1.3, 0.4
# A word that few questions have tells more than one that stands in many.
_A_WORD = 0.15
# Below this a line of the advert is no reason for a question.
_REASON_FROM = 1.0
# So many about one competency, or about one line, before the others have their turn.
_SPREAD, _OF_A_LINE = 3, 2


def likely_questions(
    criteria: Sequence[Criterion],
    stage: Stage = Stage.FIRST,
    sector: str = "",
    asked_before: Sequence[Asked] = (),
    *,
    most: int = MOST,
    level: Level = Level.ANY,
) -> tuple[Likely, ...]:
    """Return the questions to expect, the likeliest first, each with its reason.

    What this employer or this kind of role asked before comes first.
    """
    logged = _logged(asked_before)
    known = {each.question.key for each in logged if each.question}
    scored = [
        _scored(each, criteria, stage, sector)
        for each in questions()
        if each.key not in known | _ONLY_OF_SOME and _fits(each, sector, level)
    ]
    scored.sort(key=lambda pair: -pair[0])
    rest = _spread([found for score, found in scored if score > 0])
    return (*logged, *islice(rest, max(0, most - len(logged))))[:most]


def _logged(asked_before: Sequence[Asked]) -> list[Likely]:
    """Return what was asked before, this employer's first, each once."""
    found: dict[str, Likely] = {}
    for each in sorted(asked_before, key=lambda asked: not asked.by_them):
        same = _same(each.text)
        why = Why.ASKED_BY_THEM if each.by_them else Why.ASKED_ELSEWHERE
        key = same.key if same else " ".join(each.text.lower().split())
        found.setdefault(key, Likely(each.text, same, why, each.text))
    return list(found.values())


def _same(text: str) -> Question | None:
    """Return the question of the bank that asks the same, if one clearly does."""
    asked = stems_of(text)
    shares = [(_share(asked, stems_of(each.text)), each) for each in questions()]
    share, nearest = max(shares, key=lambda pair: pair[0])
    return nearest if share >= _ENOUGH_ALIKE else None


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(1, len(one | other))


def _fits(question: Question, sector: str, level: Level) -> bool:
    """Tell whether a question belongs to the trade, and to the level."""
    of_trade = not question.sectors or sector in question.sectors
    of_level = question.level in {Level.ANY, level} or (
        level is Level.ANY and question.level is Level.EXPERIENCED
    )
    return of_trade and of_level


def _scored(
    question: Question, criteria: Sequence[Criterion], stage: Stage, sector: str
) -> tuple[float, Likely]:
    """Return how likely a question is, with the reason that counts most."""
    score = _USUAL[stage].get(question.kind, 0)
    score += _STAPLE if question.key in _STAPLES else 0
    reason = Likely(question.text, question, Why.STAGE, "")
    if sector in question.sectors:
        score += _OF_SECTOR
        reason = Likely(question.text, question, Why.SECTOR, "")
    best, criterion = _nearest(question, criteria)
    if criterion is not None and best >= _REASON_FROM:
        reason = Likely(question.text, question, Why.CRITERION, criterion.quote)
    return score + best, reason


def _nearest(
    question: Question, criteria: Sequence[Criterion]
) -> tuple[float, Criterion | None]:
    """Return the criterion that a question is most about, and how much."""
    best, found = 0.0, None
    meant = _meant(question)
    for each in criteria:
        shared = stems_of(each.quote) & meant
        named = question.competency in competencies_in(each.quote)
        score = _A_WORD * sum(_rarity()[stem] for stem in shared)
        score = (score + _OF_COMPETENCY * named) * (_MUST if each.must_have else 1)
        if score > best and (named or len(shared) > 1):
            best, found = score, each
    return best, found


@cache
def _rarity() -> dict[str, float]:
    """Return how much each word of the bank tells, by how few questions have it."""
    seen = Counter(stem for each in questions() for stem in _meant(each))
    return {stem: log2(len(questions()) / count) for stem, count in seen.items()}


def _meant(question: Question) -> frozenset[str]:
    return stems_of(f"{question.text} {question.tests} {question.anchors.five}")


def _spread(ranked: Sequence[Likely]) -> list[Likely]:
    """Return the same with a few of one competency and one line ahead of the others."""
    first: list[Likely] = []
    later: list[Likely] = []
    abouts: Counter[str] = Counter()
    lines: Counter[str] = Counter()
    for each in ranked:
        about = each.question.competency if each.question else ""
        fits = abouts[about] < _SPREAD and (
            not each.quote or lines[each.quote] < _OF_A_LINE
        )
        if fits:
            abouts[about] += 1
            lines[each.quote] += 1
        (first if fits else later).append(each)
    return first + later
