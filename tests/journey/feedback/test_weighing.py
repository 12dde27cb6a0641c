import pytest
from django.utils.timezone import now

from onward.journey.feedback.models import FeedbackNote, FeedbackText
from onward.journey.feedback.weighing import others_who_said_so
from tests.builders import application

pytestmark = pytest.mark.django_db
RAMBLED = "Your answers rambled and were not concise."


def note(employer: str, quote: str, **further: object) -> FeedbackNote:
    about = application(employer)
    text = FeedbackText.objects.create(
        person=about.person,
        application=about,
        source=FeedbackText.Source.PASTED,
        text=quote,
        received_at=now(),
    )
    told = {"kind": "improvement", "is_confirmed": True, **further}
    return FeedbackNote.objects.create(
        person=about.person, text=text, start=0, end=len(quote), **told
    )


@pytest.mark.parametrize(
    ("quote", "further", "others"),
    [
        ("You rambled; try to be more concise.", {}, 1),
        ("You seemed short of motivation.", {}, 0),
        ("You rambled.", {"kind": "strength"}, 0),
        ("You rambled.", {"is_confirmed": False}, 0),
        ("You rambled.", {"competency": "Leadership"}, 0),
    ],
)
def test_without_a_competency_the_theme_tells_what_is_alike(
    quote: str, further: dict[str, object], others: int
) -> None:
    note("Elsewhere", quote, **further)
    assert others_who_said_so(note("Tarn", RAMBLED)) == others


def test_a_competency_is_alike_whatever_the_words() -> None:
    note("Elsewhere", "You said little of others.", competency="Leadership")
    same = note("Tarn", RAMBLED, competency="Leadership")
    assert others_who_said_so(same) == 1


def test_one_employer_counts_once_and_one_s_own_not_at_all() -> None:
    for employer in ("Elsewhere", "Elsewhere", "Tarn"):
        note(employer, RAMBLED)
    assert others_who_said_so(note("Tarn", RAMBLED)) == 1


def test_words_without_any_theme_are_like_nothing() -> None:
    note("Elsewhere", "It did not land.")
    assert others_who_said_so(note("Tarn", "It did not land.")) == 0
