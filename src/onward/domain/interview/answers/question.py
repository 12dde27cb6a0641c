"""What a question asks for, and what an answer to it would be about."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onward.domain.interview.answers.plain import stem, words_in
from onward.domain.interview.answers.review import QuestionKind

_STORY = re.compile(
    r"\b(?:time|situation|occasion|example|instance|moment)\b.{0,40}\b(?:when|where|you"
    r"|of|that)\b|\bhave you ever\b|\bdescribe (?:a|how you (?:have|dealt|handled))\b"
    r"|\b(?:a|the) (?:time|team|project|situation|mistake|decision|problem|piece of work)"
    r"\b.{0,30}\byou\b|\bhow (?:have|did) you\b|\b(?:example|instance) of\b"
    r"|\bsomething you(?:'ve| have)? \w+ed\b|\b(?:greatest|biggest|proudest|main) "
    r"(?:achievement|accomplishment|challenge|success)\b|\bwhat did you do when\b",
    re.IGNORECASE,
)
_WHAT_IF = re.compile(
    r"\b(?:what|how) (?:would|will|do|might|should) you (?:do|deal|handle|respond|react"
    r"|approach|go about|manage|act)\b|^\s*(?:imagine|suppose|say|if)\b|\bscenario\b"
    r"|\bhow would you (?!explain|describe|define)",
    re.IGNORECASE,
)
_KNOWLEDGE = re.compile(
    r"\b(?:explain|define|what (?:is|are|does|do you know|do you understand)|how does"
    r"|difference between)\b",
    re.IGNORECASE,
)
_EMPTY_WORDS = frozenset(
    "a an the of to in on for with and or but is are was were be been do did does have"
    " has had you your us me we our i my it this that tell about give describe time"
    " when where what how why can could would please example situation work job any some"
    " one example worked use used at as by from so not no if which who than there here"
    " something someone somebody things way well good made make dealt handled".split()
)


@dataclass(frozen=True, slots=True)
class Topic:
    """Something a question can be about, and what shows it in an answer."""

    name: str
    asks: re.Pattern[str]
    shows: tuple[str, ...]
    said: re.Pattern[str]
    weighs_learning: bool
    by_trouble: bool


@cache
def topics() -> tuple[Topic, ...]:
    """Return all topics, as `topics.toml` has them."""
    told = tomllib.loads(files(__package__).joinpath("topics.toml").read_text("utf-8"))
    return tuple(
        Topic(
            name,
            re.compile(rf"\b(?:{one['asks']})", re.IGNORECASE),
            tuple(one["shows"].split()),
            re.compile(rf"\b(?:{one['said']})\b"),
            one.get("weighs_learning", False),
            one.get("trouble", False),
        )
        for name, one in told.items()
    )


def topics_in(question: str) -> tuple[Topic, ...]:
    """Return what a question is about; empty where nothing is known of it."""
    found = [topic for topic in topics() if topic.asks.search(question)]
    stories = [topic for topic in found if topic.name not in _ABOUT_ONESELF]
    return tuple(stories if _STORY.search(question) and stories else found)


_ABOUT_ONESELF = {"motive": QuestionKind.MOTIVE, "self": QuestionKind.SELF,
                  "strength": QuestionKind.SELF, "weakness": QuestionKind.SELF}  # fmt: skip


def question_kind(question: str) -> QuestionKind:
    """Return what a question asks for; `OTHER` where there is no telling."""
    if _STORY.search(question):
        return QuestionKind.STORY
    for topic in topics():
        if topic.name in _ABOUT_ONESELF and topic.asks.search(question):
            return _ABOUT_ONESELF[topic.name]
    if _WHAT_IF.search(question):
        return QuestionKind.WHAT_IF
    if _KNOWLEDGE.search(question):
        return QuestionKind.KNOWLEDGE
    return QuestionKind.OTHER


def weighs_learning(question: str) -> bool:
    """Whether a question asks what was learned."""
    asked = re.search(r"\blearn(?:ed|t)? from\b|differently", question, re.IGNORECASE)
    return bool(asked) or any(topic.weighs_learning for topic in topics_in(question))


def content_stems(texts: Sequence[str]) -> frozenset[str]:
    """Return the stems of the words that carry the meaning of texts."""
    return frozenset(
        stem(word)
        for text in texts
        for word in words_in(text)
        if word not in _EMPTY_WORDS and len(word) > 1
    )
