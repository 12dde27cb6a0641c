"""Opening what was locked: reflections as values."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from onward.domain.reflection.account import Facts, Meaning
from onward.journey.applications.models import Application
from onward.journey.people.models import Person
from onward.journey.people.sealing import unseal_all
from onward.journey.reflection.models import Reflection


@dataclass(frozen=True, slots=True)
class Account:
    """A reflection as it was written, opened; `guess` runs from 0 to 100."""

    reflection: Reflection
    facts: Facts = field(default_factory=Facts)
    meaning: Meaning = field(default_factory=Meaning)
    guess: int | None = None
    long_form: dict[str, str] = field(default_factory=dict)

    @property
    def application(self) -> Application:
        """The whole application it belongs to."""
        own = self.reflection.application
        return own.merged_into or own


def account_of(reflection: Reflection) -> Account:
    """Return one reflection opened; raises SealedAwayError while it cannot be."""
    return accounts_of(reflection.person, [reflection])[0]


def accounts_of(person: Person, rows: Iterable[Reflection]) -> list[Account]:
    """Return reflections opened, in their order, with the key asked for once."""
    found = list(rows)
    locked = [
        part
        for row in found
        for part in (row.facts, row.meaning, row.guess, row.long_form)
    ]
    opened = iter(_opened(person, locked))
    return [_account(row, *(next(opened) for _part in range(4))) for row in found]


def _opened(person: Person, locked: list[Any]) -> list[Any]:
    words = iter(unseal_all(person, [part for part in locked if part]))
    return [json.loads(next(words)) if part else None for part in locked]


def _account(
    row: Reflection, facts: Any, meaning: Any, guess: Any, long_form: Any
) -> Account:
    return Account(
        reflection=row,
        facts=Facts.of(facts or {}),
        meaning=Meaning.of(meaning or {}),
        guess=guess,
        long_form=long_form or {},
    )
