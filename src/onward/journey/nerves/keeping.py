"""What the person keeps for the day: lines, a letter to themselves, and a rung."""

from django.db import transaction
from django.utils.translation import gettext as _

from onward.background import clock
from onward.background.shredding import overwrite_what_goes, shred_what_goes
from onward.domain.nerves.ladder import Rung
from onward.domain.nerves.techniques import Technique
from onward.journey.applications.models import Application
from onward.journey.history.services import record_change, undoer
from onward.journey.nerves.models import LetterToSelf, OwnLine, OwnRung
from onward.journey.people.events import KeyLost
from onward.journey.people.models import Person
from onward.journey.people.sealing import seal

MOST_LINES = 12


@transaction.atomic
def add_line(*, person: Person, technique: Technique, text: str) -> OwnLine | None:
    """Keep a line of the person's own; one that is there already is not kept twice."""
    said = " ".join(text.split())
    mine = OwnLine.objects.of(person).filter(technique=technique)
    if not said or mine.filter(text=said).exists() or mine.count() >= MOST_LINES:
        return None
    return OwnLine.objects.create(person=person, technique=technique, text=said)


@transaction.atomic
def change_line(*, line: OwnLine, text: str) -> None:
    """Let a line read differently; without words it is taken away."""
    said = " ".join(text.split())
    if not said:
        remove_line(line=line)
    elif said != line.text:
        line.text = said
        line.save(update_fields=["text"])


@transaction.atomic
def remove_line(*, line: OwnLine) -> None:
    """Take a line away; it can be had back."""
    record_change(
        person=line.person,
        text=_("Took a line away: %(line)s") % {"line": line.text},
        undoer="nerves.line",
        arguments={"technique": line.technique, "text": line.text},
    )
    line.delete()


@undoer("nerves.line")
def put_line_back(*, person: Person, technique: str, text: str) -> None:
    """Put a line back that was taken away."""
    add_line(person=person, technique=Technique(technique), text=text)


@transaction.atomic
def keep_letter(
    *, person: Person, text: str, application: Application | None = None
) -> LetterToSelf | None:
    """Keep the letter, locked, over the one there was; an empty one is deleted.

    Raises SealedAwayError while the person's private words are locked.
    """
    mine = LetterToSelf.objects.of(person).filter(application=application)
    if not text.strip():
        for letter in mine:
            delete_letter(letter=letter)
        return None
    overwrite_what_goes()
    letter, _made = LetterToSelf.objects.update_or_create(
        person=person,
        application=application,
        defaults={"sealed": seal(person, text.encode()), "written_at": clock.now()},
    )
    return letter


@transaction.atomic
def delete_letter(*, letter: LetterToSelf) -> None:
    """Delete a letter for good."""
    shred_what_goes()
    letter.delete()


def drop_lost_letters(lost: KeyLost) -> None:
    """Drop the letters of somebody whose key is lost."""
    shred_what_goes()
    LetterToSelf.objects.of(lost.person).delete()


@transaction.atomic
def set_rung(*, person: Person, rung: Rung) -> None:
    """Keep the rung the person chose."""
    OwnRung.objects.update_or_create(
        person=person, defaults={"rung": rung, "set_at": clock.now()}
    )
