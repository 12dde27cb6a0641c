"""Puts together what the page of one mail shows."""

from collections.abc import Iterable, Iterator, Sequence

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from onward.background import clock
from onward.domain.mail.verdict import Meaning
from onward.journey.applications.models import Application
from onward.journey.history.models import Change
from onward.journey.mail.look_alikes import look_alikes_of
from onward.journey.mail.models import Filing, Message
from onward.web.shown.mail import Answers, MessageShown, Piece, Places
from onward.web.shown.mail_answers import NONE, answers_of, called, new_choice
from onward.web.shown.mail_inbox import sender_of, verdict_of
from onward.web.shown.mail_words import MEANINGS, fault_words, meaning_words, tie_words
from onward.web.shown.shared import Choice, Verdict

_MOST_APPLICATIONS = 200
_MOST_LOOKED_AT = 200


def message_of(message: Message) -> MessageShown:
    """Return all that the page of one mail shows."""
    filings = list(_places(message))
    filed = [filing.application for filing in filings]
    answers = _answers(message)
    first = (filed[0].merged_into or filed[0]) if filed else None
    return MessageShown(
        subject=message.subject or _("No subject"),
        sender=sender_of(message),
        address=message.sender_address,
        on=_moment(message),
        moment=message.sent_at.isoformat() if message.sent_at else "",
        pieces=tuple(pieces_of(message)),
        verdict=_verdict(message),
        application=called(filed[0]) if filed else "",
        application_url=reverse("application", args=[first.pk]) if first else "",
        tie=_tie(message, filings),
        faults=tuple(fault_words(fault) for fault in message.faults),
        attachments=tuple(message.attachments),
        correct_url=reverse("correct-mail", args=[message.pk]),
        meanings=_meanings(message),
        places=_where(message, filed, answers),
        answers=answers,
        look_alikes=_look_alikes(message),
        undo_url=_undo_url(message),
        forget_url="" if answers else reverse("forget-mail", args=[message.pk]),
    )


def _places(message: Message) -> QuerySet[Filing]:
    filed = message.filings.filter(ended_at=None).order_by("id")
    return filed.select_related(
        "application__employer__merged_into", "application__merged_into"
    )


def _tie(message: Message, filings: Sequence[Filing]) -> str:
    """Return what ties a mail to its application, unless the person put it there."""
    by_itself = filings and not filings[0].by_person
    return tie_words(message.why) if by_itself else ""


def _moment(message: Message) -> str:
    if message.sent_at is None:
        return _("no date")
    here = message.sent_at.astimezone(clock.zone_of(message.person))
    return date_format(here, "j F Y, H:i")


def pieces_of(message: Message) -> Iterator[Piece]:
    """Yield the text shown, cut at the evidence; put together, nothing is lost."""
    text = message.shown_text
    body = text.find("\n\n") + 2 if "\n\n" in text else 0
    place = body
    for item in sorted(message.evidence, key=lambda one: one["start"]):
        start, end = max(item["start"], place), item["end"]
        if end <= start:
            continue
        if start > place:
            yield Piece(text[place:start])
        yield Piece(
            text[start:end], marked=True, meaning=meaning_words(item["meaning"])
        )
        place = end
    yield Piece(text[place:])


def _verdict(message: Message) -> Verdict:
    made = verdict_of(message)
    number = [message.pk]
    agreed = message.confirmed_at
    can_agree = not agreed and not made.unsure
    return Verdict(
        words=made.words,
        sure="" if agreed else made.sure,
        unsure=made.unsure,
        quotes=made.quotes,
        right_url=reverse("confirm-mail", args=number) if can_agree else "",
        wrong_url="#correct" if can_agree else "",
        confirmed=_("You said so on %(day)s")
        % {"day": date_format(agreed.astimezone(clock.zone_of(message.person)), "j F")}
        if agreed
        else "",
    )


def _meanings(message: Message) -> tuple[Choice, ...]:
    return tuple(
        Choice(meaning, str(words), chosen=meaning is message.says)
        for meaning, words in MEANINGS.items()
        if meaning is not Meaning.NOT_JOB_RELATED
    )


def _answers(message: Message) -> Answers | None:
    """Return the answers to a mail that waits, the same as on the list of mail."""
    if message.state != Message.State.WAITING:
        return None
    return answers_of(message.person, [message])[message.pk]


def _where(
    message: Message, filed: list[Application], answers: Answers | None
) -> Places:
    """Return where a mail may be put; one that waits is put nowhere beforehand."""
    first = filed[0].pk if filed else None
    chosen = None if answers else first
    rows = Application.objects.of(message.person).whole().with_employer()
    likely = rows.in_bulk([*([first] if first else []), *message.choices])
    latest = rows.exclude(pk__in=likely).order_by("-last_at", "-pk")
    none = Choice(NONE, _("No application"), chosen=not answers and first is None)
    return Places(
        likely=tuple(_choices(likely.values(), chosen)),
        plain=(new_choice(message), none),
        others=tuple(_choices(latest[:_MOST_APPLICATIONS], chosen)),
        is_open=answers is not None,
        employer=message.details.get("employer", ""),
    )


def _choices(rows: Iterable[Application], chosen: int | None) -> Iterator[Choice]:
    for application in rows:
        number = application.pk
        yield Choice(str(number), called(application), chosen=number == chosen)


def _look_alikes(message: Message) -> str:
    count = len(look_alikes_of(message, _MOST_LOOKED_AT))
    if not count:
        return ""
    return ngettext(
        "One other mail looks like this one; it will follow.",
        "%(count)s other mails look like this one; they will follow.",
        count,
    ) % {"count": count}


def _undo_url(message: Message) -> str:
    mine = Change.objects.of(message.person).filter(of_what=message.key)
    last = mine.filter(undone_at=None).order_by("-made_at", "-pk").first()
    return reverse("undo", args=[last.pk]) if last else ""
