"""What the person says of a mail wins, is remembered, and can be taken back."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from onward.domain.applications.events import Source
from onward.domain.errors import OnwardError
from onward.domain.mail.verdict import Meaning
from onward.journey.applications.keeping import is_unused
from onward.journey.applications.models import Application, Employer
from onward.journey.applications.services import add_application
from onward.journey.history.models import Change
from onward.journey.history.services import record_change, undoer
from onward.journey.mail.look_alikes import learn, look_alikes_of
from onward.journey.mail.models import Learned, Message
from onward.journey.mail.passages import forget_words, index_mail
from onward.journey.mail.placing import is_empty, place
from onward.journey.mail.settling import settle_mail
from onward.journey.people.models import Person

State = Message.State
_KEPT_AS_IT_WAS = (
    *("meaning", "told_meaning", "confidence", "evidence", "details", "state"),
    *("why", "choices", "confirmed_at", "settled_at", "forgotten_at"),
)


class WordsGoneError(OnwardError):
    """The words of this mail are gone for good. Give the mailbox again to read it anew."""  # noqa: E501 - one sentence and what to do


def begin_application(*, message: Message, employer: str | None = None) -> Application:
    """Return a new application at the employer the person names, else the mail.

    An agency stands for an employer it does not name. Who signs is no employer: where
    nobody names one, the application has none that is known.
    """
    details = message.details
    agency, theirs = details.get("agency", ""), details.get("employer", "")
    told = theirs or agency
    name = (theirs if employer is None else employer.strip()) or agency
    roles = details.get("roles") or [""]
    return add_application(
        person=message.person,
        employer=name,
        role=roles[0],
        domain=details.get("employer_domain", "") if told in {"", name} else "",
        agency=agency,
    )


@transaction.atomic
def confirm_message(*, message: Message) -> Change:
    """Keep that the person agrees with what was made of a mail."""
    before = [_snapshot(message)]
    message.told_meaning = message.says
    message.confirmed_at = timezone.now()
    message.state = State.FILED
    message.save()
    message.filings.filter(ended_at=None).update(by_person=True)
    return _record(message, _("You agreed about: %(subject)s"), before)


@transaction.atomic
def correct_message(
    *, message: Message, meaning: Meaning, applications: Sequence[Application] = ()
) -> Change:
    """Let a mail mean what the person says, filed where they say; learn from it.

    Mails that look like it follow, unless the person has decided about them.
    """
    alike = look_alikes_of(message) if meaning is not message.says else []
    before = [_snapshot(one) for one in (message, *alike)]
    changed = meaning is not message.says
    learned = learn(message, meaning) if changed else None
    if changed:
        _reread(message, meaning)
    message.told_meaning = meaning
    message.confirmed_at = timezone.now()
    message.state = State.FILED
    message.save()
    place(message, applications)
    for one in alike:
        _follow(one, meaning)
    if alike:
        settle_mail(person=message.person)
    said = _with_others(_("You put right: %(subject)s"), len(alike))
    return _record(message, said, before, learned)


def _reread(message: Message, meaning: Meaning) -> None:
    from onward.journey.mail.rereading import reread_as  # noqa: PLC0415 - brings numpy

    reread_as(message, meaning)


def _follow(message: Message, meaning: Meaning) -> None:
    """Let a look-alike mean the same; where it waits, it is filed anew."""
    _reread(message, meaning)
    message.meaning, message.confidence = meaning, 1.0
    if message.state == State.WAITING:
        message.settled_at = None
    message.save()
    filed = message.filings.filter(ended_at=None).select_related("application")
    here = [filing.application for filing in filed]
    if here:
        place(message, here, by_person=False, source=Source.RULE)


@transaction.atomic
def forget_message(*, message: Message) -> Change:
    """Let a mail go that is not about the search, with those that look like it.

    The words are gone within the hour, so that a slip can be undone; then only the
    mark stays by which it is known again.
    """
    alike = look_alikes_of(message)
    many = [message, *alike]
    before = [_snapshot(one) for one in many]
    learned = learn(message, Meaning.NOT_JOB_RELATED)
    for one in many:
        place(one, [], source=Source.PERSON)
        one.state, one.forgotten_at = State.SET_ASIDE, timezone.now()
        one.save(update_fields=["state", "forgotten_at"])
    dropped = _drop_empty(before)
    forget_words(message.person, [one.key for one in many])
    said = _with_others(_("Forgotten: %(subject)s"), len(alike))
    return _record(message, said, before, learned, dropped)


def _with_others(said: str, count: int) -> str:
    if not count:
        return said
    others = ngettext("and one more like it", "and %(count)s more like it", count) % {
        "count": count
    }
    return f"{said}, {others}"


def _snapshot(message: Message) -> dict[str, Any]:
    """Return all that a correction changes, as plain values."""
    kept = {name: _plain(getattr(message, name)) for name in _KEPT_AS_IT_WAS}
    filings = message.filings.filter(ended_at=None)
    places = list(filings.values_list("application_id", "by_person"))
    return {"id": message.pk, "kept": kept, "places": [list(one) for one in places]}


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value


def _record(
    message: Message,
    said: str,
    before: list[dict[str, Any]],
    learned: Learned | None = None,
    dropped: Sequence[dict[str, Any]] = (),
) -> Change:
    subject = message.subject or message.sender_name or message.sender_address
    return record_change(
        person=message.person,
        text=(said % {"subject": subject})[:300],
        undoer="mail.correction",
        arguments={
            "before": before,
            "learned": learned.pk if learned else 0,
            "dropped": list(dropped),
        },
        of_what=message.key,
    )


@undoer("mail.correction")
def take_back(
    *,
    person: Person,
    before: list[dict[str, Any]],
    learned: int,
    dropped: list[dict[str, Any]],
) -> None:
    """Put messages back as they were before a correction, and unlearn it."""
    numbers = [one["id"] for one in before]
    messages = Message.objects.of(person).in_bulk(numbers)
    if numbers[0] not in messages:
        raise WordsGoneError
    Learned.objects.of(person).filter(pk=learned).delete()
    places = [app for n in messages for app in _present(messages[n])]
    again = {one.pop("id"): add_application(person=person, **one).pk for one in dropped}
    for one in before:
        if message := messages.get(one["id"]):
            _restore(message, one, again)
    index_mail(person, messages.values())
    _drop(Application.objects.of(person).filter(pk__in=places))


def _present(message: Message) -> Iterable[int]:
    filed = message.filings.filter(ended_at=None)
    return filed.values_list("application_id", flat=True)


def _restore(message: Message, one: dict[str, Any], again: dict[int, int]) -> None:
    for name, value in one["kept"].items():
        is_moment = name.endswith("_at") and value
        setattr(message, name, datetime.fromisoformat(value) if is_moment else value)
    message.save()
    numbers = [again.get(app, app) for app, _by in one["places"]]
    found = Application.objects.of(message.person).in_bulk(numbers)
    by_person = any(by for _app, by in one["places"])
    place(message, found.values(), by_person=by_person)


def _drop_empty(before: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    numbers = {app for one in before for app, _by in one["places"]}
    return _drop(Application.objects.filter(pk__in=numbers))


def _drop(applications: QuerySet[Application]) -> list[dict[str, Any]]:
    """Remove those left without anything; returns what it takes to begin them again."""
    dropped: list[dict[str, Any]] = []
    for application in applications.select_related("employer"):
        if is_empty(application):
            told = {
                "id": application.pk,
                "employer": application.employer.name,
                "domain": application.employer.domain,
                "role": application.role,
                "agency": application.agency,
            }
            dropped.append(told)
            application.delete()
            _drop_nameless(application.employer)
    return dropped


def _drop_nameless(employer: Employer) -> None:
    """Remove an employer that nobody knows with the one application it stood for."""
    if not employer.name and is_unused(employer):
        employer.delete()
