"""Words that head a list or a line: "Strengths", "Even better if", "Next steps"."""

import re
import tomllib
from functools import cache
from importlib.resources import files

from onward.domain.feedback.note import Kind

_EDGES = " \t*_#=:-.>?\u2013\u2014\u2022"
_LONGEST_WORDS = 9
_LABEL = re.compile(
    r"[*_]{0,2}([^\W\d_][^:\n.;!?]{1,60}?)[*_]{0,2}(?::[*_]{0,2}| [\u2013\u2014-])"
    r"\s+(?=\S)"
)


def kind_of(heading: str) -> Kind | None:
    """Return the kind of point that a heading announces, or None."""
    said = heading.strip(_EDGES)
    for kind, words in _announced():
        if words.fullmatch(said):
            return kind
    return None


def is_heading(line: str) -> bool:
    """Tell whether a line stands for what follows it and says nothing by itself."""
    said = line.strip()
    if not said or len(said.split()) > _LONGEST_WORDS or said[-1] in ".!,;":
        return False
    if said.rstrip("*_ ").endswith(":") or said.startswith("#"):
        return True
    return kind_of(said) is not None


def label_of(sentence: str) -> re.Match[str] | None:
    """Return the label that a sentence begins with: "Numeracy: quick and accurate."."""
    found = _LABEL.match(sentence)
    if found is None or len(found[1].split()) > _LONGEST_WORDS:
        return None
    return found


@cache
def _announced() -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    content = (files(__package__) / "headings.toml").read_text("utf-8")
    return tuple(
        (Kind(kind), re.compile("|".join(f"(?:{one})" for one in words), re.IGNORECASE))
        for kind, words in tomllib.loads(content).items()
    )
