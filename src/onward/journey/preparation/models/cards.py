"""Evidence cards: one story each, in bullets, and the criteria they serve."""

from typing import Self

from django.db import models

from onward.domain.interview.matching.suggestion import Strength
from onward.journey.people.models import Personal, PersonalQuerySet
from onward.journey.preparation.models.criteria import Criterion

# Longer than this it would be a script; a card is what one looks at and then talks.
LONGEST = 300
LONGEST_HEADLINE = 80


class EvidenceCardQuerySet(PersonalQuerySet["EvidenceCard"]):
    """Questions about evidence cards."""

    def kept(self) -> Self:
        """Keep what the person has taken for their own, the latest first."""
        return self.filter(removed_at=None, is_suggested=False).order_by("-pk")

    def suggested(self) -> Self:
        """Keep what a CV could give and nobody has looked over yet."""
        return self.filter(removed_at=None, is_suggested=True).order_by("pk")


class EvidenceCard(Personal):
    """One story: headline, situation, up to three actions, result, what was learned.

    `follow_ups` are the questions it must survive. `cv_quote` is the line of a CV that
    a suggestion rests on; it becomes a card when the person keeps it.
    """

    headline = models.CharField(max_length=LONGEST_HEADLINE)
    situation = models.CharField(max_length=LONGEST, blank=True)
    actions = models.JSONField(default=list)
    result = models.CharField(max_length=LONGEST, blank=True)
    learned = models.CharField(max_length=LONGEST, blank=True)
    follow_ups = models.JSONField(default=list)
    cv_quote = models.TextField(blank=True)
    is_suggested = models.BooleanField(default=False)
    written_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = EvidenceCardQuerySet.as_manager()


class Match(Personal):
    """How well a card serves a criterion, as the person says."""

    criterion = models.ForeignKey(Criterion, models.CASCADE, related_name="matches")
    card = models.ForeignKey(EvidenceCard, models.CASCADE, related_name="matches")
    strength = models.CharField(
        max_length=10, choices=[(s, s) for s in Strength if s is not Strength.NONE]
    )

    objects = PersonalQuerySet["Match"].as_manager()

    class Meta:
        """A card serves a criterion in one way."""

        constraints = [
            models.UniqueConstraint(fields=["criterion", "card"], name="match_once")
        ]
