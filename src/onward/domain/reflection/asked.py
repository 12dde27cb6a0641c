"""The questions of an interview, and what kind each seems to be."""

import re
from dataclasses import dataclass
from enum import StrEnum

from onward.domain.interview.questions.question import Kind


class Clear(StrEnum):
    """How clear it was what the question was after."""

    CLEAR = "clear"
    PARTLY = "partly"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of the interview, and what the person said to it.

    `kind` is what the person chose, else empty.
    """

    text: str = ""
    kind: str = ""
    criterion: str = ""
    clear: str = ""
    example: str = ""
    result: str = ""
    follow_ups: str = ""

    @property
    def seems(self) -> Kind | None:
        """The kind the person chose, else the one its words suggest, if any."""
        return Kind(self.kind) if self.kind else guessed_kind(self.text)

    @property
    def is_blank(self) -> bool:
        """Whether nothing was written of it."""
        written = (self.text, self.example, self.result, self.follow_ups)
        return not any(words.strip() for words in written)


# The first that fits is taken: plainer signs stand before vaguer ones.
_SIGNS = {
    Kind.TASK: (
        *("presentation", "present to", "present your", "case study", "exercise"),
        *("role ?play", "role-play", "whiteboard", "in-tray", "write an? "),
    ),
    Kind.CLOSING: (
        *("questions? (?:for|to ask) us", "anything else", "anything to add"),
        *("you.d like to ask", "when could you start", "notice period", "salary"),
    ),
    Kind.PAST_BEHAVIOUR: (
        *("tell (?:me|us) about an? ", "give (?:me |us )?an example", "example of"),
        *("describe a (?:time|situation|project|moment)", "a time when", "an occasion"),
        *("when (?:have|did) you", "have you ever", "proudest", "mistake", "disagreed"),
    ),
    Kind.SITUATIONAL: (
        *("what would you", "how would you", "what if", "imagine", "suppose"),
        *("if (?:a|you|your|the) ", "scenario"),
    ),
    Kind.STRENGTHS: (
        *("strengths?", "good at", "enjoy", "energi[sz]e", "weakness(?:es)?"),
        *("describe yourself", "colleagues (?:say|describe)"),
    ),
    Kind.MOTIVATION: (
        *("why (?:do you|did you|are you|us|this|here|should we)", "what attracts"),
        *(
            "interests? you",
            "motivat",
            "where do you see",
            "know about us",
            "draws you",
        ),
    ),
    Kind.BACKGROUND: (
        *("about yourself", "your (?:cv|background|career|experience|role|last job)"),
        *("(?:talk|walk) (?:me|us) through", "gap in", "leave your"),
    ),
    Kind.TECHNICAL: (
        *("what is", "what are", "difference between", "how do(?:es)?", "explain"),
        *("define", "which (?:tools?|method|software)"),
    ),
}
_FITS = {
    kind: re.compile(rf"\b(?:{'|'.join(signs)})", re.IGNORECASE)
    for kind, signs in _SIGNS.items()
}


def guessed_kind(text: str) -> Kind | None:
    """Return the kind that the words of a question suggest; None where they do not."""
    fits = (kind for kind, sign in _FITS.items() if sign.search(text))
    return next(fits, None)
