"""Should I ask? What speaks for it and against it, and what to expect of it."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from onward.domain.applications.state import Ending, Stage


class Answer(StrEnum):
    """What a good adviser would say, in a word."""

    READ_FIRST = "read_first"
    TAKE_IT_UP = "take_it_up"
    ASK = "ask"
    MAY_ASK = "may_ask"
    LEAVE_IT = "leave_it"
    ASKED_ALREADY = "asked_already"
    TOO_LATE = "too_late"


class Wait(StrEnum):
    """Something to do before, whatever the answer is."""

    RIGHTS_FIRST = "rights_first"
    REST_FIRST = "rest_first"
    NOBODY_TO_WRITE_TO = "nobody_to_write_to"


@dataclass(frozen=True, slots=True)
class Reason:
    """One sentence, with where it is from: their words, the person, or research."""

    text: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known when somebody wonders whether to ask.

    `rule` and `window_said` are the employer's words. `feeling` is 1 to 5.
    """

    today: date
    ending: Ending = Ending.REJECTED
    stage: Stage = Stage.INTERVIEW
    interviews: int = 0
    reason: str = ""
    given: str = ""
    offered: str = ""
    rule: str = ""
    window_until: date | None = None
    window_said: str = ""
    people: int = 1
    feeling: int | None = None
    worried_about_fairness: bool = False
    was_asked: bool = False
    ended_on: date | None = None


@dataclass(frozen=True, slots=True)
class Advice:
    """The answer with its reasons; `expect` says what is likely to come of it."""

    answer: Answer
    reasons: tuple[Reason, ...]
    expect: tuple[Reason, ...] = ()
    first: tuple[Wait, ...] = field(default=())


# After this nobody remembers enough of one interview (convention, no trial).
_FADES_AFTER_DAYS = 60
_LOW = 2
_MOST_HEAR_NOTHING = Reason(
    "Most people hear nothing specific: between 5 and 7 in 10 were given no reason.",
    "Talent Board 2022, all stages, by region",
)
_PEOPLE_SAY_YES = Reason(
    "People say yes more often than we expect when we ask them directly. By e-mail "
    "that holds less, so it helps to write to somebody you met.",
    "Flynn and Lake 2008; Roghanizad and Bohns 2017",
)
_GOOD_PRACTICE = Reason(
    "In Great Britain there is no right to feedback, but it is seen as good practice "
    "to give it to people who were interviewed and ask.",
    "Equality and Human Rights Commission code, as reported 2017",
)


def should_ask(facts: Facts) -> Advice:
    """Return what a good adviser would say; the person decides."""
    answer, reasons = _answer(facts)
    expect: tuple[Reason, ...] = ()
    if answer in {Answer.ASK, Answer.MAY_ASK}:
        expect = (_MOST_HEAR_NOTHING, _PEOPLE_SAY_YES)
        expect += (_GOOD_PRACTICE,) if facts.interviews else ()
    return Advice(answer, reasons, expect, _before(facts, answer))


def _before(facts: Facts, answer: Answer) -> tuple[Wait, ...]:
    waits: list[Wait] = []
    if facts.worried_about_fairness:
        waits.append(Wait.RIGHTS_FIRST)
    asks = answer in {Answer.ASK, Answer.MAY_ASK, Answer.TAKE_IT_UP}
    pressing = facts.window_until is not None and facts.window_until <= facts.today
    if asks and not pressing and facts.feeling is not None and facts.feeling <= _LOW:
        waits.append(Wait.REST_FIRST)
    if asks and not facts.people:
        waits.append(Wait.NOBODY_TO_WRITE_TO)
    return tuple(waits)


def _answer(facts: Facts) -> tuple[Answer, tuple[Reason, ...]]:
    if facts.was_asked:
        return Answer.ASKED_ALREADY, (Reason(_ASKED),)
    if facts.given:
        return Answer.READ_FIRST, (Reason(_HOLDS_SOME, facts.given),)
    if facts.window_until and facts.window_until < facts.today:
        return Answer.TOO_LATE, (Reason(_PASSED, facts.window_said),)
    if facts.offered:
        told = () if facts.window_said in facts.offered else _window(facts)
        return Answer.TAKE_IT_UP, (Reason(_OFFERED, facts.offered), *told)
    return _unasked(facts)


_ASKED = "You have asked already. One ask and one follow-up is enough."
_HOLDS_SOME = (
    "Their message already holds feedback. Read that first; asking can come after."
)
_PASSED = "They set a time for asking, and it has passed."
_OFFERED = "They offer it themselves, so they expect to hear from you."
_RULE = "They say that they give no feedback. It is best not to question that."
_OWN_END = "You ended this one yourself. There is little they could say about it."
_LONG_AGO = (
    "It is more than two months ago, and few people remember one interview so long."
)
_NOT_MET = (
    "They have not met you, so there is little they could say. Most never answer at "
    "this stage. Your time is better spent on the next application."
)
_REASON_GIVEN = "They gave a reason. You can ask about more than that."


def _window(facts: Facts) -> tuple[Reason, ...]:
    if facts.window_until is None:
        return ()
    return (Reason("They name a time for it.", facts.window_said),)


def _unasked(facts: Facts) -> tuple[Answer, tuple[Reason, ...]]:
    """Weigh a case in which the employer has left the door as it is, or closed it."""
    if facts.rule:
        return Answer.LEAVE_IT, (Reason(_RULE, facts.rule),)
    if facts.ending in {Ending.WITHDRAWN, Ending.OFFER_DECLINED}:
        return Answer.LEAVE_IT, (Reason(_OWN_END),)
    if not facts.interviews:
        return Answer.LEAVE_IT, (Reason(_NOT_MET),)
    if _is_long_ago(facts):
        return Answer.MAY_ASK, (Reason(_LONG_AGO),)
    reasons = [Reason(_met(facts.interviews))]
    if facts.reason:
        reasons.append(Reason(_REASON_GIVEN, facts.reason))
    return Answer.ASK, (*reasons, *_window(facts))


def _met(interviews: int) -> str:
    if interviews == 1:
        return "They met you, so somebody there saw how you did."
    return f"They met you {interviews} times, so somebody there saw how you did."


def _is_long_ago(facts: Facts) -> bool:
    if facts.ended_on is None:
        return False
    return (facts.today - facts.ended_on).days > _FADES_AFTER_DAYS
