"""Words that mean the same to a job seeker, read from `concepts.txt` on first use."""

from functools import cache
from importlib.resources import files

LONGEST_PHRASE = 4


@cache
def concept_names() -> dict[str, str]:
    """Return each word or phrase with the name of its concept."""
    content = (files(__package__) / "concepts.txt").read_text("utf-8")
    lines = (line.split(" = ") for line in content.splitlines() if " = " in line)
    return {phrase: name for name, words in lines for phrase in words.split("|")}


@cache
def concept_openings() -> dict[str, tuple[str, dict[str, int]]]:
    """Return each word that a concept's word or phrase begins with.

    With it come the name of its concept where it is one alone, and what may stand
    second in a phrase with the most words that one has. Most words open none, and need
    one look-up only.
    """
    openings: dict[str, tuple[str, dict[str, int]]] = {}
    for phrase in concept_names():
        words = phrase.split(" ")[:LONGEST_PHRASE]
        name = concept_names().get(words[0], "")
        _, seconds = openings.setdefault(words[0], (name, {}))
        if len(words) > 1:
            seconds[words[1]] = max(seconds.get(words[1], 0), len(words))
    return openings
