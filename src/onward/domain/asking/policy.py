"""What a mail says about asking: a rule against it."""

import re
from collections.abc import Iterator

from onward.domain.mail.verdict import Passage

_FEEDBACK = r"(?:individual(?:ised)? |personal |detailed |specific |further )*feedback"
_CANNOT = (
    "unable|not (?:able|in a position|possible)|cannot|can't|do not|don't|are not able"
    "|regret that we|no longer|not our policy|policy (?:is )?not to"
)
_IS_NOT = "will not|cannot|can't|won't|is not|is only|only to"
# A line that was broken to fit goes on with a small letter.
_IN_SENTENCE = r"(?:[^.!?\n]|(?<=\w)\n(?-i:(?=[a-z])))"
_REFUSED = re.compile(
    rf"\b(?:(?:{_CANNOT})\b{_IN_SENTENCE}{{0,80}}\b{_FEEDBACK}"
    rf"|no {_FEEDBACK}|{_FEEDBACK} (?:{_IS_NOT})"
    r"|(?:feedback )?only to (?:those|candidates|applicants) (?:we|who))\b",
    re.IGNORECASE,
)
# These say no to something else, or only to those who come too late.
_NOT_A_RULE = re.compile(
    r"\b(?:hesitate|survey|about our|on our (?:process|website)|enough feedback"
    r"|(?:received|made|sent|asked for) (?:after|later than))\b",
    re.IGNORECASE,
)
# A full stop within an address ends no sentence.
# It never looks back, which would cost 100 bytes for each letter of a long line.
_SENTENCE = re.compile(r"(?:[^.!?\n]++|(?<=\w)\n(?=[a-z])|\.(?=\w))++[.!?]?")
_LONGEST_SENTENCE = 2_000  # characters; nobody says more in one breath


def rule_against_feedback(text: str) -> Passage | None:
    """Return the words that say no feedback is given, if there are any."""
    for sentence in _sentences(text):
        said = sentence.quote
        if (
            "feedback" in said.lower()
            and _REFUSED.search(said)
            and not _NOT_A_RULE.search(said)
        ):
            return sentence
    return None


def _sentences(text: str) -> Iterator[Passage]:
    """Yield the sentences of a text that are short enough to be read as such."""
    for found in _SENTENCE.finditer(text):
        said = found[0].strip()
        if said and len(said) <= _LONGEST_SENTENCE:
            start = found.start() + found[0].index(said)
            yield Passage(said, start, start + len(said))
