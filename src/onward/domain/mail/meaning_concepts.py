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
def phrase_openings() -> dict[str, dict[str, int]]:
    """Return the first words of phrases, each with what may stand second.

    With that comes the most words such a phrase has. Most words open none, and need one
    look-up only.
    """
    openings: dict[str, dict[str, int]] = {}
    for phrase in concept_names():
        words = phrase.split(" ")[:LONGEST_PHRASE]
        if len(words) > 1:
            seconds = openings.setdefault(words[0], {})
            seconds[words[1]] = max(seconds.get(words[1], 0), len(words))
    return openings
