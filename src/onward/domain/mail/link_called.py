"""Finds applications by what their employer or agency is called, however spelled.

Names share words with many others ("Data Labs", "Blue Labs"), so spellings are compared
with each other once and not application by application: a person has few employers.
"""

from collections import defaultdict
from collections.abc import Iterable

from onward.domain.mail.link_names import like_employer, name_keys, same_employer


class Called:
    """The names that applications bear."""

    def __init__(self) -> None:
        self._spellings: dict[str, set[str]] = defaultdict(set)
        self._bearers: dict[str, set[int]] = defaultdict(set)

    def enter(self, name: str, number: int) -> None:
        """Note that an application bears a name."""
        if name not in self._bearers:
            for key in name_keys(name):
                self._spellings[key].add(name)
        self._bearers[name].add(number)

    def spelled_like(self, name: str) -> set[int]:
        """Return the applications with this name in any spelling, or one like it."""
        near = set().union(*(self.sharing(key) for key in name_keys(name)))
        alike = (n for n in near if same_employer(name, n) or like_employer(name, n))
        return set().union(*(self._bearers[other] for other in alike))

    def sharing(self, key: str) -> Iterable[str]:
        """Return the names that share a word, a beginning, an end or initials."""
        return self._spellings.get(key, ())

    def bearers(self, name: str) -> set[int]:
        """Return the applications with just this name."""
        return self._bearers.get(name, set())
