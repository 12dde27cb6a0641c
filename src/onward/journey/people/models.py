"""The person whose search this is."""

from typing import Any, ClassVar, Self, TypeVar
from uuid import uuid4

from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models

LOCAL = "local"
Row = TypeVar("Row", bound=models.Model)


class People(UserManager["Person"]):
    """Questions about people."""

    def local(self) -> "Person":
        """Return the one person of this machine, made when first asked for."""
        person, _ = self.get_or_create(username=LOCAL)
        return person


class Width(models.TextChoices):
    """How much mail is taken to be about the search."""

    NARROW = "narrow"
    USUAL = "usual"
    WIDE = "wide"


class Person(AbstractUser):
    """Somebody who looks for work; on one's own machine there is exactly one.

    `addresses` are the person's own, in lower case, as learned from their mail or told.
    """

    addresses = models.JSONField(default=list, blank=True)
    time_zone = models.CharField(max_length=60, blank=True)
    mail_width = models.CharField(
        max_length=10, choices=Width.choices, default=Width.USUAL
    )

    objects: ClassVar[People] = People()


class PersonalQuerySet(models.QuerySet[Row]):
    """Questions about rows that belong to somebody; every one starts with `of`."""

    def of(self, person: Any) -> Self:
        """Keep what belongs to this person."""
        return self.filter(person=person)


class Personal(models.Model):
    """A row that belongs to one person."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")

    class Meta:
        """Each personal model has a table of its own."""

        abstract = True


def new_name() -> str:
    """Return a name no other lock has."""
    return f"private-words-{uuid4().hex}"


class LockQuerySet(PersonalQuerySet["Lock"]):
    """Questions about locks."""


class Lock(Personal):
    """What opens a person's private words, without the key itself.

    `name` is what the vault knows the key by; no other has it, for several Onwards may
    share a key ring. `proof` tells a right key from a wrong one. `wrapped` is the key
    under a passphrase, `opened` under the secret of this start; both are empty where
    there is none. `work` is what a guess at the passphrase costs.
    """

    name = models.CharField(max_length=60, default=new_name)
    proof = models.BinaryField()
    salt = models.BinaryField(default=b"")
    work = models.PositiveIntegerField(default=0)
    wrapped = models.BinaryField(default=b"")
    opened = models.BinaryField(default=b"")

    objects = LockQuerySet.as_manager()

    class Meta:
        """A person has one lock."""

        constraints = [models.UniqueConstraint(fields=["person"], name="one_lock")]

    def __str__(self) -> str:
        """Return whose it is."""
        return f"Lock of person {self.person_id}"
