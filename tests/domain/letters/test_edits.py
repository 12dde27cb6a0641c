import pytest

from onward.domain.letters.flags import Kind
from onward.domain.letters.tone import check


def edited(text: str, kind: Kind) -> str:
    flag = next(flag for flag in check(text).flags if flag.kind is kind)
    assert flag.quote == text[flag.start : flag.end]
    return text[: flag.start] + flag.instead + text[flag.end :]


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        (
            Kind.WHY_QUESTION,
            "Could you tell me why I was not chosen?",
            "Could you tell me what would make me a stronger candidate?",
        ),
        (
            Kind.WHY_QUESTION,
            "Why was I not chosen?",
            "What would make me a stronger candidate?",
        ),
        (
            Kind.WHY_QUESTION,
            "I would like to know why I was not chosen, and more.",
            "I would like to know what would make me a stronger candidate, and more.",
        ),
        (
            Kind.DEMAND,
            "I demand a full explanation.",
            "I would be grateful for a full explanation.",
        ),
        (
            Kind.DEMAND,
            "Please write back as soon as possible.",
            "Please write back when you have time.",
        ),
        (
            Kind.BLAME,
            "I came on my day off and you wasted my time.",
            "I came on my day off and it was hard for me.",
        ),
        (
            Kind.BLAME,
            "I enjoyed the tour, but the process was badly run.",
            "I enjoyed the tour, and I would like to learn from it.",
        ),
        (
            Kind.BLAME,
            "Did you even read my form?",
            "I hope my application showed what I can do.",
        ),
        (
            Kind.SARCASM,
            "Your so-called team lost my form.",
            "Your team lost my form.",
        ),
        (
            Kind.SARCASM,
            'That was your "careful" process.',
            "That was your careful process.",
        ),
        (
            Kind.ABSOLUTE,
            "That was totally unprofessional.",
            "That was unprofessional.",
        ),
    ],
)
def test_one_edit_reads_naturally(kind: Kind, text: str, expected: str) -> None:
    assert edited(text, kind) == expected


def test_better_words_are_not_offered_twice() -> None:
    text = "I demand an answer. You were rude. My cv is good. You were unfair to me."
    offered = [flag.instead for flag in check(text).flags if flag.kind is Kind.BLAME]
    assert len(offered) == len(set(offered)) == 2


def test_better_words_that_are_in_the_letter_already_are_not_offered() -> None:
    text = "It was not what I had hoped for. You were rude."
    assert check(text).flags[0].instead == "I found it hard"


def test_of_one_kind_and_place_there_is_one_flag() -> None:
    flags = check("You wasted my time and treated me like dirt.").flags
    assert [flag.kind for flag in flags] == [Kind.BLAME]


def test_two_kinds_may_share_a_place() -> None:
    kinds = {flag.kind for flag in check("You completely ignored my form.").flags}
    assert kinds == {Kind.BLAME, Kind.ABSOLUTE}
