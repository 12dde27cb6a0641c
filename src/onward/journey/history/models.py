"""What was done to a person's records, and how to undo it, also after a restart."""

from typing import Self

from django.db import models

from onward.journey.people.models import Personal, PersonalQuerySet


class ChangeQuerySet(PersonalQuerySet["Change"]):
    """Questions about changes."""

    def about(self, *keys: str) -> Self:
        """Keep what was done to these things."""
        return self.filter(of_what__in=keys)


class Change(Personal):
    """One thing that was done, in words, with the undoer that can take it back.

    `undoer` is a name registered with `history.services.undoer`, empty for what cannot
    be taken back; `arguments` are plain values for it. `of_what` is a key such as
    `application:12` or `message:7`, so that a page can show its own. `is_automatic`
    tells Onward's own doing.
    """

    made_at = models.DateTimeField(db_index=True)
    text = models.CharField(max_length=300)
    undoer = models.CharField(max_length=60, blank=True)
    arguments = models.JSONField(default=dict)
    of_what = models.CharField(max_length=60, db_index=True, blank=True)
    is_automatic = models.BooleanField(default=False)
    undone_at = models.DateTimeField(null=True, blank=True)

    objects = ChangeQuerySet.as_manager()

    @property
    def can_be_undone(self) -> bool:
        """Whether it still stands and there is a way back."""
        return bool(self.undoer) and self.undone_at is None
