"""A language model may word a follow-up, if the person switched one on.

What to ask is decided by the rules before. What the model says is used only where it is
one short question and names nothing that was not said. In any other case, and if it
does not answer, the rules' own words stand, and nothing is said about it.
"""

import re
from dataclasses import dataclass

from onward import wiring
from onward.domain.interview.follow_ups.follow_up import FollowUp
from onward.journey.people.models import Person
from onward.journey.practice.models import Studio
from onward.ports.language import Endpoint, SilentError

_INSTRUCTIONS = (
    "You are a %s interviewer. Put the follow-up question you are given into your "
    "own words so that it fits what the person just said. Keep its meaning. Answer "
    "with that one question and nothing else: at most 25 words, plain English, no "
    "praise, no judgement, and no fact, name or number the person did not say."
)
_WARM, _COOL = "warm", "brisk and matter-of-fact, never unkind,"
_MOST_WORDS = 35
_MOST_SAID = 4_000
_NAMES = re.compile(r"(?<=[a-z,;:'\"] )[A-Z][\w'-]+|\d[\d.,]*")


@dataclass(frozen=True, slots=True)
class Said:
    """The question that was asked, the answer to it, and in which tone it goes on."""

    asked: str
    answer: str
    is_cool: bool = False


def worded(person: Person, said: Said, found: FollowUp) -> str:
    """Return the follow-up in a model's words, or empty where the rules' own stand."""
    endpoint = endpoint_of(person)
    if endpoint is None:
        return ""
    told = (
        f"Question: {said.asked}\nAnswer: {said.answer[:_MOST_SAID]}\n"
        f"Follow-up to put into your words: {found.words}"
    )
    try:
        instructions = _INSTRUCTIONS % (_COOL if said.is_cool else _WARM)
        answer = wiring.language(endpoint).answer(instructions, told)
    except SilentError:
        return ""
    question = " ".join(answer.split()).strip('"“”')
    return question if _is_fit(question, told) else ""


def endpoint_of(person: Person) -> Endpoint | None:
    """Return the model the person switched on, if any."""
    studio = Studio.objects.of(person).exclude(endpoint="").first()
    if studio is None:
        return None
    key = wiring.vault().get(key_name(person)) or ""
    return Endpoint(studio.endpoint, studio.endpoint_model, key)


def key_name(person: Person) -> str:
    """Return the name under which the vault keeps the key to a model."""
    return f"language-{person.pk}"


def _is_fit(question: str, told: str) -> bool:
    words = question.split()
    if not words or len(words) > _MOST_WORDS:
        return False
    if not question.endswith("?") or question.count("?") > 1 or "!" in question:
        return False
    return all(name in told for name in _NAMES.findall(question))
