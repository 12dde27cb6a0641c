"""Scenes to practise listening with: a hard remark and three answers to compare."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Reply:
    """One way to answer, and what it tends to lead to.

    `listens` marks the one that clarifies once and lets the words be written down.
    """

    text: str
    leads_to: str
    listens: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """A remark, who makes it, why it is hard to hear, and three ways to answer.

    After a discriminatory one, the person is shown what to note and where to turn.
    """

    key: str
    who: str
    remark: str
    hard: str
    replies: tuple[Reply, ...]
    is_discriminatory: bool = False


@cache
def scenes() -> tuple[Scene, ...]:
    """Return all scenes, in the order they are best practised."""
    told = tomllib.loads(files(__package__).joinpath("scenes.toml").read_text("utf-8"))
    return tuple(_scene(one) for one in told["scene"])


def _scene(told: dict[str, Any]) -> Scene:
    return Scene(
        key=told["key"],
        who=told["who"],
        remark=told["remark"],
        hard=told["hard"],
        replies=tuple(Reply(**reply) for reply in told["answers"]),
        is_discriminatory=told.get("is_discriminatory", False),
    )


def scene_after(key: str) -> Scene | None:
    """Return the scene that follows one, or None after the last."""
    keys = [scene.key for scene in scenes()]
    if key not in keys or key == keys[-1]:
        return None
    return scenes()[keys.index(key) + 1]
