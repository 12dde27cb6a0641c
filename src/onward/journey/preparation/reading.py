"""What is read out of adverts, in one place."""

from onward.domain.interview.adverts.criterion import Criterion, Kind
from onward.domain.landing import criteria


def criteria_in(text: str) -> tuple[Criterion, ...]:
    """Return what an advert asks for, in its order, as quotes of it."""
    found = []
    for line in criteria.criteria_in(text):
        start = text.find(line.text)
        if start >= 0:
            end = start + len(line.text)
            found.append(
                Criterion(line.text, start, end, Kind.SKILL, (), must_have=True)
            )
    return tuple(found)
