"""How the mail that may still move is filed at present."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from onward.domain.mail.linking.clue import Clue, Link
from onward.journey.applications.models import Application
from onward.journey.mail.models import Filing, Message
from onward.journey.mail.settling_facts import Facts
from onward.journey.people.models import Person

Told = tuple[float, bool, str, str]


@dataclass(frozen=True, slots=True)
class Names:
    """What an application is called in the database."""

    names: tuple[str, str, str]
    employer: int


@dataclass(slots=True)
class Present:
    """Where each movable message is filed, what each row holds, and its names."""

    places: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    members: dict[int, dict[int, Told]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    names: dict[int, Names] = field(default_factory=dict)

    @property
    def employers(self) -> set[int]:
        """The employers of the applications that may still change."""
        return {names.employer for names in self.names.values()}

    def holds(self, row: int, members: Iterable[tuple[Clue, Link]]) -> bool:
        """Tell whether a row holds exactly these messages, just as sure of them."""
        wanted = {clue.id: _told(link) for clue, link in members}
        return self.members.get(row, {}) == wanted


def _told(link: Link) -> Told:
    return link.confidence, link.is_meant, str(link.why), place_state(link)


def place_state(link: Link) -> str:
    """Return what a message filed so is: done with, or waiting for a yes."""
    return str(Message.State.WAITING if link.waits else Message.State.FILED)


def present_state(person: Person, facts: Facts) -> Present:
    """Return how the messages that may move are filed now."""
    now = Present()
    rows = Filing.objects.of(person).filter(ended_at=None).order_by("id")
    for message, row, *told in rows.values_list(
        *("message_id", "application_id", "confidence", "is_meant"),
        *("message__why", "message__state"),
    ):
        if message in facts.free:
            now.places[message].append(row)
            confidence, is_meant, why, state = told
            now.members[row][message] = (confidence, is_meant, why, state)
    fluid = Application.objects.of(person).filter(pk__in=facts.fluid)
    for row, name, role, agency, employer in fluid.values_list(
        "id", "employer__name", "role", "agency", "employer_id"
    ):
        now.names[row] = Names((name, role, agency), employer)
    return now
