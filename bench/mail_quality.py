"""Measures how well mail is understood, on mail that played no part in training.

Run as `python -m bench.mail_quality [PART ...] [--markdown FILE]`.

  sources   real public mail, each source held out in its turn
  groups    all public mail, a fifth of the letters (with their copies) held out
  own       mail written for this project to build with, a quarter held out in turn
  details   employer, role and feedback on our own mail, as shipped
  judge     mail written for this project to judge with, as shipped
  pairs     pairs of mail alike in words, one about a job and one not, as shipped
  german    the same in German, as shipped
  french    the same in French, as shipped
  speed     milliseconds for each ordinary message, on one core, in batches
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from time import process_time

import numpy as np
from sklearn.model_selection import GroupKFold, KFold

from bench.telling import parser_of, tell
from onward.domain.mail.context import Context
from onward.domain.mail.meaning.scores import Scores, meanings
from onward.domain.mail.meaning.verdict import verdict_of
from onward.domain.mail.meaning.weights import Weights, shipped_weights
from onward.domain.mail.reading import read_many
from onward.domain.mail.verdict import Meaning, Verdict
from tools.mail_details import details_lines
from tools.mail_examples import (
    PERSON,
    PUBLIC,
    Example,
    judge_examples,
    pair_examples,
    public_examples,
)
from tools.mail_figures import Answer, asking_line, ordinary_line, table
from tools.mail_training import Lesson, lesson_of, teaches, train
from tools.taught_mail import first_letters, later_letters

# Sources that may share letters are held out together.
SOURCES = (
    ("sethpoly_kaggle",),
    ("vivekmalipatel",),
    ("adjamagatte", "adjamagatte_enron", "tfariyah31_subjects"),
    ("internsurf", "nilayjain12", "nilayjain12_synth"),
    ("enron_berkeley",),
    ("spamassassin",),
)
_PARTS = 3
_QUARTERS = 4
_SEED = 20261125
_BATCH = 512
Lines = Iterator[str]
_READER = Context(own_addresses=(PERSON.address,))


def answers_by(weights: Weights, lessons: Sequence[Lesson]) -> list[Answer]:
    """Return what a model says of lessons it was not taught."""
    letters = [lesson.letter for lesson in lessons]
    return [
        _answer(lesson, scores)
        for lesson, scores in zip(lessons, meanings(letters, weights), strict=True)
    ]


def _answer(lesson: Lesson, scores: Scores) -> Answer:
    return _answered(lesson, verdict_of(scores, lesson.letter.text))


def _answered_all(
    lessons: Sequence[Lesson], verdicts: Sequence[Verdict]
) -> list[Answer]:
    return [_answered(*both) for both in zip(lessons, verdicts, strict=True)]


def _answered(lesson: Lesson, verdict: Verdict) -> Answer:
    example = lesson.example
    return Answer(
        group=example.group,
        origin=example.origin,
        kind=example.kind,
        truth=example.label,
        said=verdict.meaning,
        confidence=verdict.confidence,
        needs_asking=verdict.needs_asking,
    )


def quoting_line(lessons: Sequence[Lesson], verdicts: Sequence[Verdict]) -> str:
    """Return how often the quotes shown hold the words marked as deciding."""
    right = hit = 0
    for lesson, verdict in zip(lessons, verdicts, strict=True):
        quote = lesson.example.quote
        start = lesson.letter.text.find(quote)
        if verdict.meaning is not lesson.example.label or start < 0:
            continue
        right += 1
        end = start + len(quote)
        hit += any(item.start < end and start < item.end for item in verdict.evidence)
    return f"Of {right} rightly understood, {hit} show the words that decide."


def by_source(public: Sequence[Lesson], own: Sequence[Lesson]) -> Lines:
    """Hold out each real source in its turn; train on all else and our own mail."""
    answers: list[Answer] = []
    for sources in SOURCES:
        taught = [each for each in public if each.example.origin not in sources]
        asked = [
            each
            for each in public
            if each.example.origin in sources and each.example.kind == "real"
        ]
        weights = train([*taught, *own]).weights
        answers += answers_by(weights, asked)
    yield from section("Real mail, its source held out", answers)


def by_group(public: Sequence[Lesson], own: Sequence[Lesson]) -> Lines:
    """Hold out a fifth of the letters with all their copies, five times."""
    groups = np.array([lesson.example.group for lesson in public])
    answers: list[Answer] = []
    for taught, asked in GroupKFold(_PARTS).split(groups, groups=groups):
        weights = train([*(public[place] for place in taught), *own]).weights
        answers += answers_by(weights, [public[place] for place in asked])
    for kind in ("real", "synthetic"):
        of_kind = [answer for answer in answers if answer.kind == kind]
        yield from section(f"Public mail ({kind}), its letter held out", of_kind)


def by_letter(public: Sequence[Lesson], own: Sequence[Lesson]) -> Lines:
    """Hold out a quarter of our own mail, four times; each was composed on its own."""
    own = [lesson for lesson in own if teaches(lesson.example)]
    answers: list[Answer] = []
    quarters = KFold(_QUARTERS, shuffle=True, random_state=_SEED)
    for taught, asked in quarters.split(own):
        weights = train([*public, *(own[place] for place in taught)]).weights
        answers += answers_by(weights, [own[place] for place in asked])
    yield from section("Our own mail to build with, a quarter held out", answers)


def judged(*_: Sequence[Lesson]) -> Lines:
    """Ask the shipped models about mail that nobody trains or tunes on."""
    lessons = [lesson_of(example) for example in judge_examples()]
    if not lessons:
        yield "No mail in training/mail/judge: the judge's part is skipped."
        return
    linear = answers_by(shipped_weights(), lessons)
    yield from section("Our own mail to judge with, the linear model alone", linear)
    verdicts = _shipped_verdicts(lessons)
    whole = _answered_all(lessons, verdicts)
    yield from section("Our own mail to judge with, read as shipped", whole)
    yield quoting_line(lessons, verdicts)
    yield ""
    yield from details_lines([lesson.example for lesson in lessons], _READER)


def judged_pairs(*_: Sequence[Lesson]) -> Lines:
    """Ask the same about pairs of mail that only what is really said tells apart."""
    return _judged(pair_examples(), "Pairs alike in words to judge with")


def judged_german(*_: Sequence[Lesson]) -> Lines:
    """Ask the shipped models about German mail that nobody trains or tunes on."""
    return _judged_in("de", "German")


def judged_french(*_: Sequence[Lesson]) -> Lines:
    """Ask the shipped models about French mail that nobody trains or tunes on."""
    return _judged_in("fr", "French")


def _judged_in(language: str, name: str) -> Lines:
    return _judged(judge_examples(language), f"Our own {name} mail to judge with")


def _judged(examples: Sequence[Example], name: str) -> Lines:
    lessons = [lesson_of(example) for example in examples]
    verdicts = _shipped_verdicts(lessons)
    answers = _answered_all(lessons, verdicts)
    yield from section(f"{name}, read as shipped", answers)
    yield quoting_line(lessons, verdicts)
    yield ""


def _shipped_verdicts(lessons: Sequence[Lesson]) -> list[Verdict]:
    readings = read_many([lesson.example.mail for lesson in lessons], Context())
    return [reading.verdict for reading in readings]


def detailed(_: Sequence[Lesson], own: Sequence[Lesson]) -> Lines:
    """Compare employer, role and feedback with what our own mail tells."""
    yield from details_lines([lesson.example for lesson in own], _READER)


def timed(public: Sequence[Lesson], own: Sequence[Lesson]) -> Lines:
    """Time the linear model, and the whole reading, on ordinary mail."""
    ordinary = [
        lesson
        for lesson in (*public, *own)
        if lesson.example.label is Meaning.NOT_JOB_RELATED
    ]
    letters = [lesson.letter for lesson in ordinary]
    mails = [lesson.example.mail for lesson in ordinary]
    meanings(letters[:_BATCH])
    begun = process_time()
    meanings(letters)
    scored = process_time()
    for first in range(0, len(mails), _BATCH):
        read_many(mails[first : first + _BATCH], _READER)
    read = process_time()
    yield "### CPU time for each ordinary message"
    yield ""
    yield f"{len(mails)} messages in batches of {_BATCH}:"
    yield f"linear model {1000 * (scored - begun) / len(mails):.2f} ms,"
    yield f"the whole reading {1000 * (read - scored) / len(mails):.2f} ms."
    yield ""


PARTS: dict[str, Callable[[Sequence[Lesson], Sequence[Lesson]], Lines]] = {
    "sources": by_source,
    "groups": by_group,
    "own": by_letter,
    "details": detailed,
    "judge": judged,
    "pairs": judged_pairs,
    "german": judged_german,
    "french": judged_french,
    "speed": timed,
}


def section(title: str, answers: Sequence[Answer]) -> Lines:
    """Yield a titled table with the lines that sum it up."""
    yield f"### {title}"
    yield ""
    yield from table(answers)
    yield ""
    yield ordinary_line(answers)
    yield asking_line(answers)
    yield ""


def main() -> None:
    """Measure the parts asked for, print the tables and keep them if asked to."""
    told = parser_of(__doc__, PARTS).parse_args()
    if not PUBLIC.exists():
        print(f"{PUBLIC} is not there: only our own mail is measured.")
    public = public_examples(PUBLIC) if PUBLIC.exists() else []
    own = [*first_letters(), *later_letters()]
    taken = [[lesson_of(example) for example in part] for part in (public, own)]
    lines: list[Lines] = []
    for part in told.parts or PARTS:
        if part in ("sources", "groups") and not public:
            continue
        lines.append(PARTS[part](*taken))
    tell(chain.from_iterable(lines), told.markdown)


if __name__ == "__main__":
    main()
