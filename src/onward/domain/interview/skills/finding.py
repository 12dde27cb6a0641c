"""Finds entries of an open list of skills in a text."""

from onward.domain.interview.adverts.criterion import Skill


def skills_in(text: str) -> tuple[Skill, ...]:
    """Return the skills that a text names, each as the text words it."""
    return ()
