"""What Amira did besides writing mail, done by the services that a click would use."""

from datetime import date

from django.db import transaction

from onward.demo.deeds.development import take_up_focus
from onward.demo.deeds.feedback import take_in_all
from onward.demo.deeds.mail import answer_all
from onward.demo.deeds.nerves import ease_nerves
from onward.demo.deeds.practice import practise_all
from onward.demo.deeds.preparation import get_ready
from onward.demo.deeds.reflection import look_back
from onward.demo.deeds.search import Search, deeds
from onward.journey.applications.models import Application
from onward.journey.applications.services import derive
from onward.journey.people.models import Person
from onward.journey.preparation.models import EvidenceCard

# Later ones need what those before left.
_PARTS = (
    *(answer_all, take_in_all, look_back, take_up_focus),
    *(ease_nerves, practise_all, get_ready),
)


@transaction.atomic
def carry_out(person: Person, today: date) -> None:
    """Do everything she did, once; where the mail is an older one, nothing is done.

    Her cards come last and stay in the database, so that they tell that it was done.
    """
    search = Search.of(person, today)
    if EvidenceCard.objects.of(person).exists() or not search.is_known:
        return
    for part in _PARTS:
        part(search, deeds())
    # Each was done at its own moment; how things stand is told as of today.
    for application in Application.objects.of(person).whole():
        derive(application=application)
