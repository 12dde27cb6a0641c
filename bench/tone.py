"""Measures the tone check: politeness beside readers' marks, and flags on letters.

Run as `python -m bench.tone [PART ...] [--markdown FILE]`.

  within    politeness, each tenth of a domain held out in its turn
  across    politeness, learned in one domain and asked in the other
  readers   how far single readers agree, and what counting words reaches
  letters   politeness of our own letters by manner, as shipped
  build     flags on the letters and lines written to build with
  judge     flags on the letters nobody tunes on
  time      how long a letter takes
"""

import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import chain

import numpy as np
from scipy.stats import spearmanr

from bench.telling import parser_of, tell
from onward.domain.letters.politeness import politeness
from onward.domain.letters.tone import check
from tools.tone_examples import (
    DOMAINS,
    OWN,
    PUBLIC,
    OwnLetter,
    own_letters,
    own_lines,
    requests,
)
from tools.tone_figures import answer_to, slips, table
from tools.tone_readers import marks_of_readers, one_reader, plain_words
from tools.tone_training import (
    SEED,
    Floats,
    Lesson,
    fit,
    held_out_scores,
    lesson_of,
    scores,
)

# Accuracy on the top against the bottom quarter: Danescu-Niculescu-Mizil et al. (2013),
# table 4, with parsed sentences; and three new readers against the five.
_PUBLISHED_WITHIN = {"Wikipedia": 83.79, "Stack Exchange": 78.19}
_PUBLISHED_ACROSS = {"Wikipedia": 75.43, "Stack Exchange": 67.53}
_PUBLISHED_WORDS = {"Wikipedia": 79.84, "Stack Exchange": 74.47}
_HUMAN = {"Wikipedia": 86.72, "Stack Exchange": 80.89}
_RUNS = 200
Lines = Iterator[str]
Taken = dict[str, list[Lesson]]


def quarters(marks: Floats, said: Floats) -> float:
    """Return how often a score tells the politest quarter from the rudest, in percent.

    The line is drawn at the middle of the scores, so that no mark is looked at.
    """
    low, high = np.quantile(marks, [0.25, 0.75])
    line = np.median(said)
    right = (said[marks <= low] <= line).sum() + (said[marks >= high] > line).sum()
    return float(100 * right / ((marks <= low).sum() + (marks >= high).sum()))


def _row(name: str, marks: Floats, said: Floats, beside: Sequence[float]) -> str:
    rho = spearmanr(marks, said).statistic
    others = " | ".join(f"{figure:.1f}" for figure in beside)
    return f"| {name} | {rho:.3f} | {quarters(marks, said):.1f} | {others} |"


def _marks(lessons: Sequence[Lesson]) -> Floats:
    return np.array([lesson.mark for lesson in lessons])


def within(taken: Taken) -> Lines:
    """Hold out each tenth of a domain, alone and with the other to learn from."""
    yield "| held out | Spearman | quarters, % | published, % | readers, % |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    for name, lessons in taken.items():
        beside = (_PUBLISHED_WITHIN[name], _HUMAN[name])
        marks = _marks(lessons)
        yield _row(f"{name}, alone", marks, held_out_scores(lessons), beside)
        further = [each for other in taken if other != name for each in taken[other]]
        said = held_out_scores(lessons, further)
        yield _row(f"{name}, with the other", marks, said, beside)
    yield ""


def across(taken: Taken) -> Lines:
    """Learn from one domain, ask about the other."""
    yield "| learned | asked | Spearman | quarters, % | published, % | readers, % |"
    yield "| --- | --- | ---: | ---: | ---: | ---: |"
    for name, lessons in taken.items():
        learned = next(other for other in taken if other != name)
        said = scores(lessons, fit(taken[learned]).weights)
        beside = (_PUBLISHED_ACROSS[name], _HUMAN[name])
        yield _row(f"{learned} | {name}", _marks(lessons), said, beside)
    yield ""


def readers(taken: Taken) -> Lines:
    """Compare one reader with the other four, and the published baseline with ours."""
    yield "| requests | one reader, % | words alone, % | published for them, % |"
    yield "| --- | ---: | ---: | ---: |"
    for name in taken:
        asked = requests(name)
        marks = np.array([request.score for request in asked])
        words = plain_words([request.text for request in asked], marks, SEED)
        one = one_reader(marks_of_readers(name))
        yield f"| {name} | {one:.1f} | {words:.1f} | {_PUBLISHED_WORDS[name]:.1f} |"
    yield ""


def by_manner(_: Taken) -> Lines:
    """Compare the politeness of kind letters with that of angry and curt ones."""
    yield "| letters | number | lowest | median | highest |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    for part in ("build", "judge"):
        grouped: dict[str, list[float]] = {}
        for letter in own_letters(OWN / part):
            fine = "nothing to remark" if not letter.expected else "remarks expected"
            name = f"{part}, {letter.manner}, {fine}"
            grouped.setdefault(name, []).append(politeness(letter.text))
        for name, found in sorted(grouped.items()):
            low, high = min(found), max(found)
            middle = statistics.median(found)
            yield f"| {name} | {len(found)} | {low:.2f} | {middle:.2f} | {high:.2f} |"
    yield ""


def built(_: Taken) -> Lines:
    """Count flags on what the wordings were written with, and list the slips."""
    yield from _flags("Letters to build with", own_letters(OWN / "build"), show=True)
    yield from _flags("Lines to build with", own_lines(OWN / "lines"), show=True)


def judged(_: Taken) -> Lines:
    """Count flags on the letters kept aside; the slips stay unread."""
    yield from _flags("Letters to judge with", own_letters(OWN / "judge"), show=False)


def _flags(title: str, letters: Sequence[OwnLetter], *, show: bool) -> Lines:
    answers = [answer_to(letter) for letter in letters]
    yield f"### {title}"
    yield ""
    yield from table(answers)
    yield ""
    if show:
        yield from slips(answers)
        yield ""


def timed(_: Taken) -> Lines:
    """Take the time of a long letter, of 200 words, and the first one of a process."""
    letter = next(each for each in own_letters(OWN / "build") if each.manner == "long")
    text = " ".join(letter.text.split()[:200])
    begun = time.perf_counter()
    check(text)
    first = time.perf_counter() - begun
    taken = []
    for _run in range(_RUNS):
        begun = time.perf_counter()
        check(text)
        taken.append(time.perf_counter() - begun)
    slowest = statistics.quantiles(taken, n=20)[-1]
    yield (
        f"200 words: {1000 * statistics.median(taken):.1f} ms (median of {_RUNS}),"
        f" 19 of 20 under {1000 * slowest:.1f} ms; the first {1000 * first:.0f} ms."
    )


PARTS: dict[str, Callable[[Taken], Lines]] = {
    "within": within,
    "across": across,
    "readers": readers,
    "letters": by_manner,
    "build": built,
    "judge": judged,
    "time": timed,
}


def main() -> None:
    """Measure the parts asked for, print the tables and keep them if asked to."""
    told = parser_of(__doc__, PARTS).parse_args()
    parts = told.parts or list(PARTS)
    taken: Taken = {}
    if {"within", "across", "readers"} & set(parts):
        if PUBLIC.exists():
            taken = {name: [lesson_of(r) for r in requests(name)] for name in DOMAINS}
        else:
            print(f"{PUBLIC} is not there: only our own letters are measured.")
    found = (PARTS[part](taken) for part in parts)
    tell(chain.from_iterable(found), told.markdown)


if __name__ == "__main__":
    main()
