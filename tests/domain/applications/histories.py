"""Histories for tests: events by kind and day, and strategies that make them up."""

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from onward.domain.applications.events import EventKind, Happened

START = datetime(2026, 9, 1, 12, tzinfo=UTC)
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
HAPPENING = [kind for kind in EventKind if kind is not EventKind.RETRACTED]


def event(
    number: int,
    kind: EventKind,
    day: float,
    *,
    supersedes: int | None = None,
    has_time: bool = True,
) -> Happened:
    """Return an event so many days after the start, recorded as the given number."""
    at = START + timedelta(days=day)
    return Happened(
        id=number,
        kind=kind,
        happened_at=at,
        recorded_at=at,
        supersedes=supersedes,
        has_time=has_time,
    )


def history(*steps: tuple[EventKind, float]) -> list[Happened]:
    """Return a history of kinds and days, recorded in the order given."""
    return [event(number, kind, day) for number, (kind, day) in enumerate(steps, 1)]


steps = st.tuples(
    st.sampled_from(HAPPENING),
    st.integers(0, 120).map(lambda halves: halves / 2),
    st.booleans(),
)


@st.composite
def histories(draw: st.DrawFn, most: int = 10) -> list[Happened]:
    """Make up a history, with corrections and retractions of what came before."""
    made = [
        event(number, kind, day, has_time=has_time)
        for number, (kind, day, has_time) in enumerate(
            draw(st.lists(steps, max_size=most)), 1
        )
    ]
    for change in draw(st.lists(steps, max_size=3 if made else 0)):
        of = draw(st.sampled_from(made))
        kind = draw(st.sampled_from([change[0], EventKind.RETRACTED]))
        number = len(made) + 1
        made.append(event(number, kind, change[1], supersedes=of.id))
    return made
