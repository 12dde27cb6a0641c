"""What happens to a person's account that later steps follow."""

from dataclasses import dataclass

from onward.journey.people.models import Person


@dataclass(frozen=True, slots=True)
class KeyLost:
    """What a person had locked is about to be given up, for nobody can open it."""

    person: Person
