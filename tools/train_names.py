"""Trains what tells the employer and the role of a mail among all that it names.

Needs an environment of its own with `torch`, as `tools.train_encoder` does. Run as
`python -m tools.train_names [--measure] [--language de]`. Mail whose names were noted
teaches it. The same mail gives the same numbers. `--measure` writes nothing: it holds
out files in turn and tells how many names come out right, by rules, by words and read
closely. What a close reading says of held-out mail has to be there:
`tools.train_close_reader`.
"""

import argparse
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from rapidfuzz import fuzz
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from onward.domain.mail.details.chosen.choice import (
    ALWAYS,
    Chosen,
    Signs,
    best_of,
    possible_names,
)
from onward.domain.mail.details.chosen.closely import with_reading
from onward.domain.mail.details.chosen.tags import (
    TAUGHT,
    Kind,
    Span,
    WordWeights,
    by_words,
    spans_in,
    words_from,
)
from onward.domain.mail.details.closely.reading import CloseReading
from onward.domain.mail.details.employer.names import squeezed
from onward.domain.mail.language import Language
from onward.domain.mail.meaning.weights import Floats
from tools.close_readings import readings_of
from tools.detail_figures import same_name
from tools.mail_examples import HOUSE
from tools.names_lessons import Lesson, lessons
from tools.names_training import taught_words

WEIGHTS = HOUSE / "src" / "onward" / "domain" / "mail" / "weights"
WORDS, CLOSELY = "words", "closely"
_PARTS, _FREELY, _MOST_STEPS = 4, 0.3, 1_000
# How much more a mail counts that the rules were not made with, or noted with care.
_NEW, _WITH_CARE = 6.0, 2.0
_SAME = 88


@dataclass(frozen=True, slots=True)
class Rated:
    """A mail with all that may be its name, and what speaks for each."""

    lesson: Lesson
    named: tuple[tuple[str, Signs], ...]


def parts_of(many: Sequence[Lesson]) -> list[int]:
    """Return which part of the mail each is held out with: files stay together."""
    files = sorted({one.file for one in many})
    part_of = {file: place % _PARTS for place, file in enumerate(files)}
    return [part_of[one.file] for one in many]


def words_held_out(many: Sequence[Lesson]) -> list[Floats]:
    """Return what words say of each mail when its part did not teach them."""
    parts = parts_of(many)
    models = [
        words_from(
            taught_words([o for o, p in zip(many, parts, strict=True) if p != n])
        )
        for n in range(_PARTS)
    ]
    return [_by_words(one, models[p]) for one, p in zip(many, parts, strict=True)]


def read_closely(
    many: Sequence[Lesson],
    odds: Sequence[Floats],
    read: Sequence[CloseReading],
    language: Language,
) -> tuple[list[Lesson], list[Floats]]:
    """Return each mail as rules and a close reading know it, and what both say."""
    known = [
        replace(one, by_rules=one.by_rules.read_closely(one.text, reading))
        for one, reading in zip(many, read, strict=True)
    ]
    added = [
        with_reading(odd, reading, one.tokens, language)
        for one, odd, reading in zip(many, odds, read, strict=True)
    ]
    return known, added


def _by_words(one: Lesson, words: WordWeights) -> Floats:
    return by_words(one.tokens, one.text, one.known.sender, words)


def rated(many: Sequence[Lesson], odds: Sequence[Floats], kind: Kind) -> list[Rated]:
    """Return all that may be names of a kind in the mail where it was noted."""
    return [
        Rated(
            one,
            tuple(possible_names(kind, one.known, _spans(one, said, kind), one.text)),
        )
        for one, said in zip(many, odds, strict=True)
        if kind in one.told
    ]


def _spans(one: Lesson, odds: Floats, kind: Kind) -> list[Span]:
    return spans_in(odds, kind, one.tokens, one.text)


def weights_of(some: Sequence[Rated], kind: Kind) -> dict[str, float]:
    """Return how much each sign counts."""
    rows = [
        (signs, right, _counts(one.lesson))
        for one in some
        for (_, signs), right in zip(one.named, _right_ones(one, kind), strict=True)
    ]
    table = DictVectorizer()
    matrix = table.fit_transform([signs for signs, _, _ in rows])
    model = LogisticRegression(C=_FREELY, max_iter=_MOST_STEPS)
    model.fit(
        matrix, [right for _, right, _ in rows], sample_weight=[n for *_, n in rows]
    )
    names = table.get_feature_names_out()
    much = zip(names, model.coef_[0], strict=True)
    weights = {name: round(float(one), 3) for name, one in much}
    return weights | {ALWAYS: round(float(model.intercept_[0]), 3)}


def _right_ones(one: Rated, kind: Kind) -> list[bool]:
    """Return which of all names of a mail is right: that nearest to the one told."""
    told = one.lesson.told[kind]
    near = [_nearness(told, name) for name, _ in one.named]
    most = max(near, default=0.0)
    return [
        each == most and same_name(told, name)
        for each, (name, _) in zip(near, one.named, strict=True)
    ]


def _nearness(told: str, name: str) -> float:
    return fuzz.token_sort_ratio(told.lower(), name.lower()) if told else 0.0


def _is_right(lesson: Lesson, kind: Kind, name: str) -> bool:
    """Tell whether a name is the one told, and no mere beginning of it."""
    told = lesson.told[kind]
    if not (told and name):
        return False
    return squeezed(told) == squeezed(name) or _nearness(told, name) >= _SAME


def _counts(lesson: Lesson) -> float:
    return _NEW if lesson.is_new else _WITH_CARE if lesson.with_care else 1.0


def held_out(some: Sequence[Rated], kind: Kind) -> list[Chosen]:
    """Return what is chosen for each mail by weights its file did not teach."""
    files = sorted({one.lesson.file for one in some})
    part_of = {file: (place // 3) % _PARTS for place, file in enumerate(files)}
    weights = [
        weights_of([o for o in some if part_of[o.lesson.file] != part], kind)
        for part in range(_PARTS)
    ]
    return [
        best_of(one.named, one.lesson.known.of(kind), weights[part_of[one.lesson.file]])
        for one in some
    ]


def measured(
    kind: Kind, by_word: Sequence[Rated], by_both: Sequence[Rated]
) -> Iterator[str]:
    """Yield how many names are right in mail of three sorts, each held out."""
    words = held_out(by_word, kind)
    rules = [Chosen(next(iter(o.lesson.known.of(kind)), ""), 1.0) for o in by_word]
    both = held_out(by_both, kind)
    cascade = [w if w.is_sure else b for w, b in zip(words, both, strict=True)]
    ways = {"rules": rules, WORDS: words, CLOSELY: both, "as shipped": cascade}
    for sort, fits in _SORTS.items():
        places = [n for n, one in enumerate(by_word) if fits(one.lesson)]
        mail = [by_word[n].lesson for n in places]
        told = sum(bool(one.told[kind]) for one in mail)
        sure = sum(words[n].is_sure for n in places) / max(1, len(places))
        yield f"{kind}, {sort}: {told} told of {len(mail)}, sure by words {sure:.2f}"
        for way, said in ways.items():
            yield _line(way, kind, mail, [said[n].name for n in places], told)


def agencies(many: Sequence[Lesson], known: Sequence[Lesson]) -> Iterator[str]:
    """Yield how many agencies are told rightly, by rules and read closely."""
    for sort in ("details", "details new to the rules"):
        for way, some in (("rules", many), ("read closely", known)):
            noted = [
                (one.agency, one.known.agency)
                for one in some
                if one.agency is not None and not one.by_rules.own
                if _SORTS[sort](one)
            ]
            told = [pair for pair in noted if pair[0]]
            right = sum(bool(name) and same_name(truth, name) for truth, name in told)
            found = sum(bool(name) for truth, name in noted if not truth)
            yield (
                f"agency, {sort}, {way}: right {right} of {len(told)}, "
                f"found where none is {found} of {len(noted) - len(told)}"
            )


def _line(
    way: str, kind: Kind, mail: Sequence[Lesson], said: Sequence[str], told: int
) -> str:
    pairs = list(zip(mail, said, strict=True))
    right = sum(_is_right(one, kind, name) for one, name in pairs)
    wrong = sum(bool(name and one.told[kind]) for one, name in pairs) - right
    found = sum(bool(name and not one.told[kind]) for one, name in pairs)
    share = right / max(1, told)
    return f"  {way}: right {share:.3f}, wrong {wrong}, found where none is {found}"


_SORTS: dict[str, Callable[[Lesson], bool]] = {
    "letters": lambda one: not one.with_care,
    "details": lambda one: one.with_care,
    "details new to the rules": lambda one: one.is_new,
}


def main() -> None:
    """Teach the tags and the choice, and write them into the package."""
    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("--measure", action="store_true")
    told.add_argument("--language", choices=TAUGHT, default="en")
    asked = told.parse_args()
    _teach(asked.language, is_measuring=asked.measure)


def _teach(language: Language, *, is_measuring: bool) -> None:
    all_mail = lessons(language)
    all_words = words_held_out(all_mail)
    # Some came after anybody had read it closely: it teaches words alone.
    found = readings_of([one.text for one in all_mail])
    both = [each for each in zip(all_mail, all_words, found, strict=True) if each[2]]
    many, words, read = map(list, zip(*both, strict=True))
    known, closely = read_closely(many, words, read, language)
    choice: dict[str, dict[str, float]] = {}
    for line in agencies(many, known) if is_measuring else ():
        print(line, flush=True)
    for kind in Kind:
        by_word, by_both = rated(many, words, kind), rated(known, closely, kind)
        for line in measured(kind, by_word, by_both) if is_measuring else ():
            print(line, flush=True)
        by_words_alone = rated(all_mail, all_words, kind)
        choice[f"{kind}, {WORDS}"] = weights_of(by_words_alone, kind)
        choice[f"{kind}, {CLOSELY}"] = weights_of(by_both, kind)
    if not is_measuring:
        _write(language, all_mail, choice)


def _write(
    language: Language, many: Sequence[Lesson], choice: dict[str, dict[str, float]]
) -> None:
    words = taught_words(many)
    name = TAUGHT[language]
    np.savez_compressed(WEIGHTS / f"{name}.npz", allow_pickle=False, **words)
    content = json.dumps(choice, indent=1, sort_keys=True) + "\n"
    (WEIGHTS / f"{name}.json").write_text(content, encoding="utf-8")


if __name__ == "__main__":
    main()
