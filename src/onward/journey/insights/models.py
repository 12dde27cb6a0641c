"""What a person adds to their numbers: what is usual, and new ways."""

from django.db import models
from django.db.models import Q

from onward.domain.statistics.priors import HEAVIEST, LIGHTEST, Step
from onward.journey.people.models import Personal, PersonalQuerySet


class OwnUsual(Personal):
    """What the person takes as usual for a step, in place of what Onward knows.

    `share` is 0 to 1; `weight` is how many cases of their own it weighs as much as.
    """

    step = models.CharField(max_length=40, choices=[(s, s) for s in Step])
    share = models.FloatField()
    weight = models.FloatField()
    set_on = models.DateField()

    objects = PersonalQuerySet["OwnUsual"].as_manager()

    class Meta:
        """A step has one usual share, which is neither never nor always."""

        constraints = [
            models.UniqueConstraint(fields=["person", "step"], name="own_usual_once"),
            models.CheckConstraint(
                condition=Q(share__gt=0, share__lt=1), name="own_usual_share"
            ),
            models.CheckConstraint(
                condition=Q(weight__gte=LIGHTEST, weight__lte=HEAVIEST),
                name="own_usual_weight",
            ),
        ]


class NewWay(Personal):
    """Something the person does differently from a day on.

    It is written down before the numbers after it are known and never altered: two
    periods are compared at such a day and at no other.
    """

    began_on = models.DateField()
    words = models.CharField(max_length=200)
    written_at = models.DateTimeField()

    objects = PersonalQuerySet["NewWay"].as_manager()
