"""What a question asks for, and what an answer to it would be about."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onward.domain.interview.answers.plain import stem, words_in
from onward.domain.interview.answers.review import QuestionKind
from onward.domain.interview.answers.word_lists import pattern, word_list

_STORY = pattern("story", ignore_case=True)
_WHAT_IF = pattern("what_if", ignore_case=True)
_KNOWLEDGE = pattern("knowledge", ignore_case=True)
_EMPTY_WORDS = word_list("without_meaning")


_ASKS_WHAT_IF = re.compile(r"\bdo you (?:do|say|go)\b", re.IGNORECASE)
_TELL = re.compile(r"^(?:please |can you )?(?:tell|describe|give)\b", re.IGNORECASE)


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


_ABOUT_ONESELF = {
    "motive": QuestionKind.MOTIVE,
    "self": QuestionKind.SELF,
    "strength": QuestionKind.SELF,
    "weakness": QuestionKind.SELF,
}


def question_kind(question: str) -> QuestionKind:
    """Return what a question asks for; `OTHER` where there is no telling."""
    asked = " ".join(question.split())
    if _ASKS_WHAT_IF.search(asked) and not _TELL.search(asked):
        return QuestionKind.WHAT_IF
    if _STORY.search(asked):
        return QuestionKind.STORY
    return _about_oneself(asked) or _in_general(asked)


def _about_oneself(asked: str) -> QuestionKind | None:
    for topic in topics():
        if topic.name in _ABOUT_ONESELF and topic.asks.search(asked):
            return _ABOUT_ONESELF[topic.name]
    return None


def _in_general(asked: str) -> QuestionKind:
    if _WHAT_IF.search(asked):
        return QuestionKind.WHAT_IF
    return QuestionKind.KNOWLEDGE if _KNOWLEDGE.search(asked) else QuestionKind.OTHER


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
