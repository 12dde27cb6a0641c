"""Counts how well the tone check does on letters: precision and recall of its flags."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from onward.domain.letters.flags import Flag, Kind
from onward.domain.letters.tone import check
from tools.tone_examples import Expected, OwnLetter


@dataclass(frozen=True, slots=True)
class Answer:
    """A letter with the flags it got, and which of both sides found each other."""

    letter: OwnLetter
    flags: tuple[Flag, ...]
    right: tuple[bool, ...]
    found: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """Of the flags raised, how many are right; of the expected, how many were found."""

    raised: int
    right: int
    expected: int
    found: int

    @property
    def precision(self) -> float:
        """The share of flags that were expected."""
        return self.right / self.raised if self.raised else 1.0

    @property
    def recall(self) -> float:
        """The share of expected remarks that were made."""
        return self.found / self.expected if self.expected else 1.0


def answer_to(letter: OwnLetter) -> Answer:
    """Return what the tone check says of a letter."""
    tone = check(letter.text, hour=letter.hour, angry_versions=letter.angry)
    agree = _agreement(letter)
    return Answer(
        letter,
        tone.flags,
        tuple(any(agree(f, e) for e in letter.expected) for f in tone.flags),
        tuple(any(agree(f, e) for f in tone.flags) for e in letter.expected),
    )


def _agreement(letter: OwnLetter) -> Callable[[Flag, Expected], bool]:
    flat = letter.text.replace("\n", " ")

    def agree(flag: Flag, expected: Expected) -> bool:
        """Tell whether kinds are the same and the words overlap."""
        if flag.kind.value != expected.kind:
            return False
        start = flat.index(expected.quote)
        end = start + len(expected.quote)
        return not expected.quote or (flag.start < end and start < flag.end)

    return agree


def count(answers: Iterable[Answer], kind: Kind | None = None) -> Count:
    """Return the figures of one kind, or of all."""
    wanted = {kind.value} if kind else {each.value for each in Kind}
    raised = right = expected = found = 0
    for answer in answers:
        for flag, is_right in zip(answer.flags, answer.right, strict=True):
            raised += flag.kind.value in wanted
            right += flag.kind.value in wanted and is_right
        for remark, is_found in zip(answer.letter.expected, answer.found, strict=True):
            expected += remark.kind in wanted
            found += remark.kind in wanted and is_found
    return Count(raised, right, expected, found)


def table(answers: Sequence[Answer]) -> Iterator[str]:
    """Yield the figures as lines of a markdown table, and how fine letters fared."""
    yield "| kind | expected | found | raised | right | precision | recall |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: |"
    for kind in Kind:
        counted = count(answers, kind)
        if counted.expected or counted.raised:
            yield _row(kind.value, counted)
    yield _row("all", count(answers))
    fine = [answer for answer in answers if not answer.letter.expected]
    flagged = sum(bool(answer.flags) for answer in fine)
    yield ""
    yield f"Flagged though nothing was expected: {flagged} of {len(fine)}."


def _row(name: str, counted: Count) -> str:
    return (
        f"| {name} | {counted.expected} | {counted.found} | {counted.raised} "
        f"| {counted.right} | {counted.precision:.3f} | {counted.recall:.3f} |"
    )


def slips(answers: Iterable[Answer]) -> Iterator[str]:
    """Yield each flag that is wrong and each remark that was missed, in a line."""
    for answer in answers:
        for flag, is_right in zip(answer.flags, answer.right, strict=True):
            if not is_right:
                yield f"wrong  {answer.letter.place} {flag.kind.value}: {flag.quote}"
        for remark, is_found in zip(answer.letter.expected, answer.found, strict=True):
            if not is_found:
                yield f"missed {answer.letter.place} {remark.kind}: {remark.quote}"
