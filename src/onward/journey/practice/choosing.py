"""Which questions a sitting asks: of what fits, what was practised least."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from secrets import SystemRandom
from zlib import crc32

from onward.domain.development.drills import Aim, questions_for
from onward.domain.errors import OnwardError
from onward.domain.interview.questions.bank import question, questions
from onward.domain.interview.questions.likely import Likely
from onward.domain.interview.questions.question import Kind, Level, Question
from onward.journey.applications.models import Application
from onward.journey.development.models import Focus
from onward.journey.people.models import Person
from onward.journey.practice.likely import likely_questions_for
from onward.journey.practice.models import Asked, Sitting

MOST_QUESTIONS = 10
# Of those that fit a focus, the first so many for each question asked fit well.
_FITTING = 4
About = Sitting.About


class NoQuestionsError(OnwardError):
    """There is no question for that yet. Choose something else to practise."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to practise; `key` is one certain question of the bank."""

    about: About = About.SURPRISE
    count: int = 3
    kind: str = ""
    key: str = ""
    application: Application | None = None
    focus: Focus | None = None


@dataclass(frozen=True, slots=True)
class Chosen:
    """A question that was chosen; `key` is its name in the bank, or one made for it."""

    key: str
    text: str
    competency: str = ""
    tests: str = ""


def choose_questions(person: Person, wanted: Wanted) -> tuple[Chosen, ...]:
    """Return the questions of a sitting, in the order they are asked.

    Raises NoQuestionsError where none fits.
    """
    count = max(1, min(wanted.count, MOST_QUESTIONS))
    fitting = _fitting(wanted, count)
    if wanted.about is About.SURPRISE:
        SystemRandom().shuffle(fitting)
    chosen = _least_practised(person, fitting)[:count]
    if wanted.key and (first := question(wanted.key)):
        others = [one for one in chosen if one.key != wanted.key]
        chosen = [_of_bank(first), *others][:count]
    if not chosen:
        raise NoQuestionsError
    return tuple(chosen)


def _fitting(wanted: Wanted, count: int) -> list[Chosen]:
    if wanted.about is About.FOCUS and wanted.focus:
        aim = Aim(theme=wanted.focus.theme, competency=wanted.focus.competency)
        fitting = questions_for(aim, questions())[: count * _FITTING]
        return [_of_bank(one) for one in fitting]
    if wanted.about is About.APPLICATION and wanted.application:
        return [_likely(one) for one in likely_questions_for(wanted.application)]
    if wanted.about is About.KIND and wanted.kind in set(Kind):
        return [_of_bank(one) for one in questions() if one.kind == wanted.kind]
    return [_of_bank(one) for one in questions() if _is_for_anybody(one)]


def _of_bank(one: Question) -> Chosen:
    return Chosen(one.key, one.text, one.competency, one.tests)


def _likely(one: Likely) -> Chosen:
    if one.question is not None:
        return _of_bank(one.question)
    return Chosen(f"own-{crc32(one.text.encode()):08x}", one.text)


def _is_for_anybody(one: Question) -> bool:
    return not one.sectors and one.level in {Level.ANY, Level.ENTRY}


def _least_practised(person: Person, fitting: Iterable[Chosen]) -> list[Chosen]:
    """Sort by how often each was asked before; those alike keep their order."""
    asked = Counter(Asked.objects.of(person).values_list("key", flat=True))
    return sorted(fitting, key=lambda one: asked[one.key])
