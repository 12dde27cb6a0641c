"""Which applications and employers may be one and the same."""

from django.db.models import F, Q

from onward.domain.applications.names import alike
from onward.journey.applications import search
from onward.journey.applications.models import Application, Employer

MOST_SHOWN = 8
_MOST_LOOKED_AT = 200


def likely_same(application: Application, words: str = "") -> list[Application]:
    """Return applications this one may be the same as, the likest first.

    Asked for by words, those that hold them; else those at the same employer or at one
    of a similar name.
    """
    others = Application.objects.of(application.person).whole().with_employer()
    others = others.exclude(pk=application.pk).order_by(F("last_at").desc(), "-pk")
    if words.strip():
        found = search.find_applications(application.person, words)
        return list(others.filter(pk__in=found)[:MOST_SHOWN])
    same = _namesakes(application.employer.root)
    at = Q(employer__in=same) | Q(employer__merged_into__in=same)
    near = list(others.filter(at)[:_MOST_LOOKED_AT])
    roles = {other.pk: other.role for other in near}
    likest = alike(application.role, roles, most=MOST_SHOWN)
    place = {pk: number for number, pk in enumerate(likest)}
    return sorted(near, key=lambda one: place.get(one.pk, MOST_SHOWN))[:MOST_SHOWN]


def likely_same_employers(employer: Employer, words: str = "") -> list[Employer]:
    """Return employers this one may be, the likest first."""
    names = _other_names(employer)
    if words.strip():
        keys = [key for key, name in names.items() if _holds(name, words)]
    else:
        keys = alike(employer.name, names, most=MOST_SHOWN)
    found = Employer.objects.in_bulk(keys[:MOST_SHOWN])
    return [found[key] for key in keys[:MOST_SHOWN]]


def _holds(name: str, words: str) -> bool:
    return all(word in name.casefold() for word in words.casefold().split())


def _namesakes(employer: Employer) -> list[int]:
    return [employer.pk, *alike(employer.name, _other_names(employer))]


def _other_names(employer: Employer) -> dict[int, str]:
    others = (
        Employer.objects.of(employer.person).filter(merged_into=None).exclude(name="")
    )
    return dict(others.exclude(pk=employer.pk).values_list("pk", "name"))
