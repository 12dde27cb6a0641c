"""Tells an answer that holds nothing to work with."""

import re

from onward.domain.interview.answers.plain import words_in

_NOTHING = re.compile(
    r"\b(?:i (?:really |honestly |just )?(?:don't|do not|dont) (?:really )?know|dunno|idk"
    r"|no (?:idea|clue|comment|answer)|not (?:really )?(?:sure|that i (?:remember|recall"
    r"|can think of))|can't (?:really )?(?:think of|remember|recall)|cannot think of"
    r"|nothing comes to mind|never (?:had|done|been|happened)|i've never|pass|skip"
    r"|next (?:question|one)|come back to (?:it|that|this)|have to think about"
    r"|not much to say|nothing (?:really|much)|on my cv|i (?:just )?need (?:a|the) job"
    r"|no,? never|i would rather not|rather not)\b"
)
_PADDING = re.compile(
    r"\b(?:well|yeah|yes|no|ok|okay|so|like|really|just|actually|basically|honestly"
    r"|to be honest|i guess|i suppose|i think|sorry|thanks|thank you|please|good question"
    r"|(?:all |it was |it's |it went |went |i'm |they were |everything (?:was |went )?)?"
    r"(?:fine|good|great|okay|well|alright|all right|nice)|loads of things|everything"
    r"|lots of (?:things|stuff)|stuff|things|under pressure|in a team|at it|with people)\b"
)
_HOLLOW = 4  # content words left; "I made a list for the post" keeps five
_LONGEST = 26
_SMALL = frozenset(
    "i i'm i've i'd it it's was is a an the and to of that this one not we you they me my"
    " right now at in on for can go had have be been do did with there would say all any"
    " but if when what anything something about or as".split()
)


def is_empty(text: str) -> bool:
    """Whether an answer says nothing, or only that it has nothing to say."""
    words = words_in(text)
    said = " ".join(words)
    nothing = bool(_NOTHING.search(said))
    rest = _PADDING.sub(" ", _NOTHING.sub(" ", said)).split()
    left = [word for word in rest if word not in _SMALL]
    if not nothing:
        return not left or (len(left) < _HOLLOW - 1 and _is_flat(words))
    return len(words) <= _LONGEST and len(left) < _HOLLOW


def _is_flat(words: list[str]) -> bool:
    """Whether so few words tell of nothing that was done or wanted."""
    told = re.search(r"\b(?:i(?:'d|'ll)?|we) \w{3,}|\w{3,}ed\b|\d", " ".join(words))
    return len(words) <= _HOLLOW and not told
