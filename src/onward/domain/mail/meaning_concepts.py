"""Words that mean the same to a job seeker, read from `concepts.txt` on first use."""

from functools import cache
from importlib.resources import files

LONGEST_PHRASE = 4


@cache
def concept_names() -> dict[str, str]:
    """Return each word or phrase with the name of its concept."""
    content = (files("onward.domain.mail") / "concepts.txt").read_text("utf-8")
    lines = (line.split(" = ") for line in content.splitlines() if " = " in line)
    return {phrase: name for name, words in lines for phrase in words.split("|")}


@cache
def phrase_openings() -> frozenset[str]:
    """Return the first words of phrases, so that most words need one look-up only."""
    return frozenset(
        phrase.partition(" ")[0] for phrase in concept_names() if " " in phrase
    )
