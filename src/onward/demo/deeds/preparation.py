"""Her stories, adverts, and getting ready for the interview ahead."""

from collections.abc import Iterable, Mapping
from typing import Any

from onward.demo.deeds.search import Deeds, Search
from onward.domain.interview.matching.suggestion import Strength
from onward.journey.applications.models import Application
from onward.journey.people.models import Person
from onward.journey.preparation.adverts import take_in_advert
from onward.journey.preparation.cards import Told, say_strength, write_card
from onward.journey.preparation.models import Criterion, EvidenceCard
from onward.journey.preparation.services import keep, keep_note


def get_ready(search: Search, deeds: Deeds) -> None:
    """Write the cards, read the adverts, and get ready."""
    with search.at(deeds["cards"]["when"]):
        cards = {one["key"]: _written(search.person, one) for one in deeds["card"]}
    for told in deeds["advert"]:
        with search.at(told["when"]):
            application = search.application(told["application"])
            take_in_advert(application=application, text=told["text"])
    told = deeds["prepare"]
    with search.at(told["when"]):
        _get_ready(search.application(told["application"]), told, cards)


def _written(person: Person, told: dict[str, Any]) -> EvidenceCard:
    words = {name: value for name, value in told.items() if name != "key"}
    for name in ("actions", "follow_ups"):
        words[name] = tuple(words.get(name, ()))
    return write_card(person=person, told=Told(**words))


def _get_ready(
    application: Application, told: dict[str, Any], cards: Mapping[str, EvidenceCard]
) -> None:
    criteria = list(Criterion.objects.of(application.person_id).standing())
    own = [one for one in criteria if one.application_id == application.pk]
    for laid in told["laid"]:
        strength = Strength(laid["strength"])
        for criterion in _saying(own, laid["says"]):
            card = cards[laid["card"]]
            say_strength(criterion=criterion, card=card, strength=strength)
    for note in told["notes"]:
        keep_note(application=application, **note)
    keep(application=application, **told["day"])


def _saying(criteria: Iterable[Criterion], says: str) -> list[Criterion]:
    return [one for one in criteria if says in one.quote][:1]
