"""By which key a skill's name is known: the stems of its words but little ones."""

from onward.domain.interview.stems import placed_stems, stem

_LITTLE = frozenset(map(stem, (
    "a", "an", "the", "and", "or", "of", "in", "on", "for", "to", "with", "at", "by",
    "from", "as", "your", "our", "their", "its", "is", "are", "be", "all", "any",
    "skill", "skills", "good", "strong", "excellent", "knowledge", "ability", "able",
    "understanding", "experience", "up",
)))  # fmt: skip
_VERBS = frozenset(map(stem, (
    "use", "apply", "perform", "provide", "operate", "carry", "conduct", "undertake",
    "utilise", "handle", "administer", "ensure",
)))  # fmt: skip


def meaning_stems(text: str) -> list[tuple[str, int, int]]:
    """Return the stems that count in a name, with their places in the text."""
    return [each for each in placed_stems(text) if each[0] not in _LITTLE]


def key_of(name: str) -> str:
    """Return the key of a name."""
    return " ".join(word for word, _, _ in meaning_stems(name))


def without_verb(name: str) -> str:
    """Return the key of a name without an opening verb that says little, or nothing."""
    words = key_of(name).split()
    return " ".join(words[1:]) if words and words[0] in _VERBS else ""
