"""Finds applications by what their employer or agency is called, however spelled.

Names share words with many others ("Data Labs", "Blue Labs"), so spellings are compared
with each other once and not application by application: a person has few employers.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator

from onward.domain.mail.linking.names import like_employer, name_keys, same_employer


class Called:
    """The names that applications bear."""

    def __init__(self) -> None:
        self._spellings: dict[str, set[str]] = defaultdict(set)
        self._bearers: dict[str, set[int]] = defaultdict(set)
        self._alike: dict[str, tuple[int, tuple[str, ...]]] = {}

    def enter(self, name: str, number: int) -> None:
        """Note that an application bears a name."""
        if name not in self._bearers:
            for key in name_keys(name):
                self._spellings[key].add(name)
        self._bearers[name].add(number)

    def spelled_like(self, name: str) -> set[int]:
        """Return the applications with this name in any spelling, or one like it."""
        count, alike = self._alike.get(name, (0, ()))
        if count != len(self._bearers):  # a new name may be like it, too
            alike = tuple(self._names_like(name))
            self._alike[name] = len(self._bearers), alike
        return set().union(*(self._bearers[other] for other in alike))

    def _names_like(self, name: str) -> Iterator[str]:
        for other in self.sharing(name_keys(name)):
            if same_employer(name, other) or like_employer(name, other):
                yield other

    def sharing(self, keys: Collection[str]) -> set[str]:
        """Return the names that share a word, a beginning, an end or initials."""
        known = self._spellings.keys() & keys
        return set().union(*(self._spellings[key] for key in known))

    def bearers(self, name: str) -> set[int]:
        """Return the applications with just this name."""
        return self._bearers.get(name, set())
