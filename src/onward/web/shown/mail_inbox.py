"""Puts together what the mail page shows."""

from collections.abc import Sequence
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.humanize.templatetags.humanize import intcomma
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from onward.background import clock
from onward.domain.mail.linking.clue import Sign
from onward.journey.mail.models import Message
from onward.journey.mail.queries import (
    NO_APPLICATION,
    Asked,
    counts,
    filed_mail,
    imports_to_show,
    waiting_mail,
    with_places,
)
from onward.journey.people.models import Person, Width
from onward.web.shown.mail import Answers, Counts, Filed, Inbox, Waiting
from onward.web.shown.mail_answers import answers_of, called
from onward.web.shown.mail_imports import import_of, is_under_way
from onward.web.shown.mail_words import MEANINGS, meaning_words, sure_words
from onward.web.shown.mailboxes import mailboxes_shown
from onward.web.shown.moments import near_day
from onward.web.shown.shared import Choice, Filter, Pages, Quote, Verdict

PAGE = 40
# Nobody turns more pages than these; listing a hundred thousand takes a while.
MOST_FOUND = 2_000
_MOST_ASKED = 5


def inbox_of(person: Person, asked: Asked, page: int) -> Inbox:
    """Return all that the mail page shows."""
    read = progress_of(person)
    waiting, waiting_total = waiting_of(person)
    numbers, cut = _numbers(person, asked)
    shown = Paginator(numbers, PAGE).get_page(page)
    mails = with_places(Message.objects.of(person)).in_bulk(list(shown))
    kept, ordinary = counts(person)
    return Inbox(
        imports=read.imports,
        mailboxes=read.mailboxes,
        live=read.live,
        can_connect=settings.ONE_PERSON,
        waiting=waiting,
        waiting_total=waiting_total,
        filed=tuple(filed_of(mails[pk], person) for pk in shown if pk in mails),
        query=asked.words,
        filters=_filters(asked),
        pages=_pages(shown, asked),
        cut=cut,
        counts=_counts(kept, ordinary) if kept or ordinary else None,
        widths=widths_of(person),
        empty=not (kept or ordinary or read.live or read.mailboxes),
    )


def _numbers(
    person: Person, asked: Asked
) -> tuple[Sequence[int] | QuerySet[Message, int], str]:
    """Return the ids of the mail to show, and a sentence if that is not all.

    Words are looked for once, for all pages.
    """
    found = filed_mail(person, asked).values_list("pk", flat=True)
    if not asked.words:
        return found, ""
    numbers = list(found[: MOST_FOUND + 1])
    if len(numbers) <= MOST_FOUND:
        return numbers, ""
    told = _("More than %(count)s mails have that. These are the newest of them.")
    return numbers[:MOST_FOUND], told % {"count": intcomma(MOST_FOUND)}


def progress_of(person: Person) -> Inbox:
    """Return what is being read and looked into, and whether that goes on just now."""
    readings = list(imports_to_show(person))
    mailboxes = mailboxes_shown(person)
    live = any(is_under_way(reading) for reading in readings)
    return Inbox(
        imports=tuple(import_of(reading) for reading in readings),
        mailboxes=mailboxes,
        live=live or any(mailbox.is_live for mailbox in mailboxes),
    )


def waiting_of(person: Person) -> tuple[tuple[Waiting, ...], int]:
    """Return the first mails to ask about, and how many there are."""
    found = waiting_mail(person)
    some = list(found[:_MOST_ASKED])
    answers = answers_of(person, some)
    total = found.count() if len(some) == _MOST_ASKED else len(some)
    return tuple(_waiting(one, person, answers[one.pk]) for one in some), total


def _waiting(message: Message, person: Person, answers: Answers) -> Waiting:
    return Waiting(
        id=message.pk,
        url=reverse("message", args=[message.pk]),
        sender=sender_of(message),
        subject=message.subject or _("No subject"),
        on=day_of(message, person),
        verdict=verdict_of(message),
        answers=answers,
    )


def verdict_of(message: Message) -> Verdict:
    """Return what was made of a mail, with the words it rests on."""
    asks = message.state == Message.State.WAITING
    return Verdict(
        words=words_of(message),
        sure=sure_words(message.confidence, asks=bool(message.details.get("asks"))),
        unsure=asks,
        quotes=tuple(Quote(item["quote"].strip()) for item in message.evidence),
    )


def words_of(message: Message) -> str:
    """Return what a mail says; of one that was passed on, that it was."""
    words = meaning_words(message.says)
    if message.told_meaning or Sign.FORWARDED not in message.details.get("signs", ()):
        return words
    return _("Passed on: %(words)s") % {"words": words}


def sender_of(message: Message) -> str:
    """Return who wrote a mail, as a person would say it."""
    if message.own:
        return _("You")
    return message.sender_name or message.sender_address or _("Unknown sender")


def day_of(message: Message, person: Person) -> str:
    """Return the day a mail was sent, as one speaks of it."""
    if message.sent_at is None:
        return _("no date")
    here = message.sent_at.astimezone(clock.zone_of(person))
    return near_day(here.date(), clock.today(person))


def filed_of(message: Message, person: Person) -> Filed:
    """Return one filed mail; its places were read along."""
    places = [filing.application for filing in message.places]  # type: ignore[attr-defined]
    first = (places[0].merged_into or places[0]) if places else None
    return Filed(
        url=reverse("message", args=[message.pk]),
        on=day_of(message, person),
        sender=sender_of(message),
        subject=message.subject or _("No subject"),
        words=words_of(message),
        application=called(places[0]) if places else "",
        application_url=reverse("application", args=[first.pk]) if first else "",
    )


def _filters(asked: Asked) -> tuple[Filter, ...]:
    said = [Choice("", _("Anything"), chosen=not asked.meaning)]
    said += [
        Choice(meaning, str(words), chosen=asked.meaning == meaning)
        for meaning, words in MEANINGS.items()
    ]
    where = (
        Choice("", _("Anywhere"), chosen=not asked.application),
        Choice(
            NO_APPLICATION,
            _("No application"),
            chosen=asked.application == NO_APPLICATION,
        ),
    )
    return (
        Filter("meaning", _("What it says"), tuple(said)),
        Filter("application", _("Filed under"), where),
    )


def _pages(page: "Page[int]", asked: Asked) -> Pages:
    def url(number: int) -> str:
        told = {
            "q": asked.words,
            "meaning": asked.meaning,
            "application": asked.application,
            "page": str(number),
        }
        given = {name: value for name, value in told.items() if value}
        return f"{reverse('mail')}?{urlencode(given)}"

    return Pages(
        number=page.number,
        count=page.paginator.num_pages,
        total=page.paginator.count,
        before_url=url(page.number - 1) if page.has_previous() else "",
        after_url=url(page.number + 1) if page.has_next() else "",
    )


def _counts(kept: int, ordinary: int) -> Counts:
    sentence = ngettext(
        "%(count)s mail about your search.", "%(count)s mails about your search.", kept
    ) % {"count": intcomma(kept)}
    return Counts(intcomma(kept), intcomma(ordinary), sentence)


def widths_of(person: Person) -> tuple[Choice, ...]:
    """Return how much mail may be taken in, with what each setting means."""
    told = {
        Width.NARROW: (_("Less"), _("Only what is surely about your search.")),
        Width.USUAL: (_("As usual"), _("What is most likely about it.")),
        Width.WIDE: (_("More"), _("Also what is just possibly about it.")),
    }
    return tuple(
        Choice(width, label, said, chosen=person.mail_width == width)
        for width, (label, said) in told.items()
    )
