"""Questions about mail that pages and commands ask."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch, Q, QuerySet, Sum

from onward.domain.mail.verdict import Meaning
from onward.journey.applications.models import Application
from onward.journey.applications.search import find_numbers
from onward.journey.mail.models import Filing, Import, Message, Seen
from onward.journey.mail.width import NEEDED
from onward.journey.people.models import Person, Width

NO_APPLICATION = "none"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a list of filed mail is narrowed by."""

    words: str = ""
    meaning: str = ""
    application: str = ""


def imports_to_show(person: Person) -> QuerySet[Import]:
    """Return the readings that were not put away, the latest first."""
    shown = Import.objects.of(person).filter(dismissed_at=None, is_connected=False)
    return shown.order_by("-added_at", "-pk").prefetch_related("problems")


def counts(person: Person) -> tuple[int, int]:
    """Return how many messages are kept and how many were let go."""
    kept = Message.objects.of(person).exclude(state=Message.State.SET_ASIDE).count()
    read = Import.objects.of(person).aggregate(Sum("ordinary"))
    return kept, read["ordinary__sum"] or 0


def filed_mail(person: Person, asked: Asked) -> QuerySet[Message]:
    """Return the filed mail that fits, newest first."""
    found = Message.objects.of(person).filed()
    if asked.words:
        found = found.filter(pk__in=find_numbers(person, asked.words, "message"))
    if asked.meaning in set(Meaning):
        told = Q(told_meaning=asked.meaning)
        found = found.filter(told | Q(told_meaning="", meaning=asked.meaning))
    if asked.application == NO_APPLICATION:
        held = Filing.objects.of(person).filter(ended_at=None)
        found = found.exclude(pk__in=held.values("message_id"))
    return found.order_by("-sent_at", "-id")


def with_places(messages: QuerySet[Message]) -> QuerySet[Message]:
    """Read along where messages are filed; their texts are left where they are."""
    places = Filing.objects.filter(ended_at=None).select_related(
        "application__employer__merged_into", "application__merged_into"
    )
    return messages.defer("shown_text", "calendars").prefetch_related(
        Prefetch("filings", queryset=places, to_attr="places")
    )


def waiting_mail(person: Person) -> QuerySet[Message]:
    """Return what waits for the person's word, newest first."""
    return Message.objects.of(person).waiting().order_by("-sent_at", "-id")


def offered(
    person: Person, messages: Iterable[Message]
) -> dict[int, list[Application]]:
    """Return the likeliest applications of each message, best first."""
    numbers = {number for message in messages for number in message.choices}
    rows = Application.objects.of(person).whole().with_employer().in_bulk(numbers)
    return {
        message.pk: [rows[number] for number in message.choices if number in rows]
        for message in messages
    }


def let_go_between(person: Person, narrower: str, wider: str) -> int:
    """Return how many messages only the wider of two settings would keep."""
    low, high = NEEDED[Width(wider)], NEEDED[Width(narrower)]
    seen = Seen.objects.of(person).filter(chance__gte=low, chance__lt=high)
    kept = Message.objects.of(person).filter(chance__gte=low, chance__lt=high)
    return max(0, seen.count() - kept.count())
