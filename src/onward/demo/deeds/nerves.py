"""What she does about nerves, and what she keeps for the day itself."""

from onward.demo.deeds.search import Deeds, Search
from onward.domain.nerves.ladder import Rung
from onward.domain.nerves.techniques import Technique
from onward.journey.nerves.keeping import add_line, keep_letter, set_rung
from onward.journey.nerves.services import rate_after, rate_before


def ease_nerves(search: Search, deeds: Deeds) -> None:
    """Rate nerves before and after, and keep a rung, a line and a letter."""
    for told in deeds["nerves"]:
        with search.at(told["when"]):
            use = rate_before(
                person=search.person,
                technique=Technique(told["technique"]),
                rating=told["before"],
            )
            rate_after(use=use, rating=told["after"])
    _keep_own(search, deeds["own"])


def _keep_own(search: Search, told: dict[str, str]) -> None:
    person = search.person
    with search.at(told["when"]):
        set_rung(person=person, rung=Rung(told["rung"]))
        add_line(person=person, technique=Technique.BLANK, text=told["blank"])
        application = search.application(told["letter_for"])
        keep_letter(person=person, text=told["to_self"], application=application)
