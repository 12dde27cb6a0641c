from dataclasses import replace
from datetime import UTC

import pytest

from onward.domain.mail.context import Context
from onward.domain.mail.details.chosen import application as application_module
from onward.domain.mail.details.chosen import choice as choice_module
from onward.domain.mail.details.chosen.application import ByRules, named_in
from onward.domain.mail.details.chosen.choice import (
    ALWAYS,
    Known,
    chance_by,
    possible_names,
)
from onward.domain.mail.details.chosen.tags import Kind, Span
from onward.domain.mail.details.closely.reading import CloseReading, read_closely
from onward.domain.mail.details.employer.employer import Organisations
from onward.domain.mail.language import Language
from onward.domain.mail.message import Address

SENDER = Address("Jo Lund", "jo.lund@ternfarm.example")
KNOWN = Known("Tern Farm", "", ("milker",), SENDER, "Jo Lund")
PLAIN = (
    "Your application for Relief Milker\n\nDear Ada\n\nThank you for applying for the"
    " post of Relief Milker at Tern Farm. We have filled it.\n\nJo Lund\nTern Farm"
)


def signs_of(kind: Kind, name: str, known: Known, *spans: Span) -> dict[str, float]:
    return dict(possible_names(kind, known, spans, PLAIN))[name]


def test_what_rules_and_words_name_alike_is_one() -> None:
    spans = [Span("tern farm", 0.8), Span("Hill View", 0.4)]
    found = possible_names(Kind.EMPLOYER, KNOWN, spans, PLAIN)
    assert [name for name, _ in found] == ["Tern Farm", "Hill View"]


def test_signs_say_how_a_name_stands_to_the_rules() -> None:
    assert "rule" in signs_of(Kind.ROLE, "milker", KNOWN)
    longer = signs_of(Kind.ROLE, "relief milker", KNOWN, Span("relief milker", 0.7))
    assert {"not rule", "holds", "top"} <= longer.keys()
    none = replace(KNOWN, roles=())
    assert "no rule" in signs_of(Kind.ROLE, "milker", none, Span("milker", 0.5))


def test_signs_say_how_an_employer_stands_to_who_writes() -> None:
    signs = signs_of(Kind.EMPLOYER, "Tern Farm", KNOWN)
    assert "fits label" in signs
    other = signs_of(Kind.EMPLOYER, "Jo Lund", KNOWN, Span("Jo Lund", 0.5))
    assert {"writer", "in sender", "is sender"} <= other.keys()


def test_the_agency_is_not_the_employer() -> None:
    known = replace(KNOWN, employer="", agency="Bell Staffing")
    spans = [Span("Bell Staffing", 0.9), Span("Hill View", 0.2)]
    assert [name for name, _ in possible_names(Kind.EMPLOYER, known, spans, PLAIN)] == [
        "Hill View"
    ]


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Data Analyst (Band 5", "Data Analyst"),
        ("Data Analyst (Band 5)", "Data Analyst (Band 5)"),
        ("Events &", "Events"),
        ("Head of", "Head"),
        ("Porter - (nights, and", "Porter"),
    ],
)
def test_a_name_ends_where_it_is_whole(raw: str, name: str) -> None:
    known = replace(KNOWN, roles=())
    found = possible_names(Kind.ROLE, known, [Span(raw, 0.8)], PLAIN)
    assert [each for each, _ in found] == [name]


def test_half_a_number_is_part_of_a_role() -> None:
    known = replace(KNOWN, roles=("2nd line analyst",))
    found = possible_names(Kind.ROLE, known, [Span("nd line analyst", 0.9)], PLAIN)
    assert [name for name, _ in found] == ["2nd line analyst"]


def test_no_name_is_taken_for_part_of_nothing() -> None:
    found = possible_names(Kind.EMPLOYER, KNOWN, [Span("& Co", 0.9)], PLAIN)
    assert dict(found)["Tern Farm"]["tagged"] < 0


@pytest.mark.parametrize("piece", ["(", " (", " ( &", " and", ")(", "( )"])
@pytest.mark.parametrize("kind", list(Kind))
def test_names_made_to_exhaust_a_pattern_are_over_at_once(
    kind: Kind, piece: str
) -> None:
    for count in (28, 3_000):
        spans = [Span(f"Tern{piece * count})x", 0.9)]
        names = [name for name, _ in possible_names(kind, KNOWN, spans, PLAIN)]
        assert names[0] in KNOWN.of(kind)
        assert count < 1_000 or len(names) == 1


def test_more_for_a_name_makes_it_likelier() -> None:
    weights = {ALWAYS: -1.0, "tagged": 0.5, "rule": 2.0}
    little = chance_by(weights, {"tagged": 1.0})
    assert little < chance_by(weights, {"tagged": 1.0, "rule": 1.0}) < 1
    assert chance_by(weights, {"unheard of": 9.0}) == chance_by(weights, {})


@pytest.mark.usefixtures("nothing_read_closely")
def test_what_is_plain_is_told_by_words_alone() -> None:
    named = named_in(PLAIN, by_rules("Tern Farm"), Context())
    assert (named.organisations.employer, *named.roles) == (
        "Tern Farm",
        "Relief Milker",
    )
    assert named.is_sure


@pytest.mark.usefixtures("nothing_read_closely")
def test_in_haste_nothing_is_read_closely(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choice_module, "SURE", 1.1)  # as if all were in doubt
    named = named_in(PLAIN, by_rules("Tern Farm"), Context(in_haste=True))
    assert not named.is_sure
    assert named.organisations.employer == "Tern Farm"


def test_what_is_in_doubt_is_read_closely(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Address] = []

    def read(text: str, sender: Address, language: Language) -> CloseReading:
        asked.append(sender)
        return read_closely(text, sender, language)

    monkeypatch.setattr(choice_module, "SURE", 1.1)
    monkeypatch.setattr(application_module, "read_closely", read)
    named_in(PLAIN, by_rules("Tern Farm"), Context())
    assert asked == [SENDER]


@pytest.fixture
def nothing_read_closely(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> CloseReading:
        pytest.fail("it was read closely")

    monkeypatch.setattr(application_module, "read_closely", refuse)


def by_rules(employer: str, roles: tuple[str, ...] = ("Relief Milker",)) -> ByRules:
    found = Organisations(employer, "ternfarm.example")
    return ByRules(found, roles, SENDER, ("Jo Lund", ""))


def test_an_employer_whom_the_person_named_stays() -> None:
    context = Context(zone=UTC, known_employers=("Sand Quarry",))
    named = named_in(PLAIN, by_rules("Sand Quarry"), context)
    assert named.organisations.employer == "Sand Quarry"


def test_an_address_stays_with_the_employer_that_it_bears() -> None:
    named = named_in(PLAIN, by_rules("Tern Farm"), Context())
    assert named.organisations.domain == "ternfarm.example"


def test_whom_the_person_writes_to_stays_whomever_they_name() -> None:
    text = (
        "Re: checks\n\nDear Jo\n\nMy referee is Marian Platt of Larkspur Hospice,"
        " where I worked for nine years as a cook.\n\nAda"
    )
    written = replace(by_rules("Ternfarm"), own=True)
    assert named_in(text, written, Context()).organisations.employer == "Ternfarm"


@pytest.mark.parametrize("role", ["Lund", "Ternfarm Staff Crew", "Ohlinger"])
def test_a_person_or_a_team_is_no_role(role: str) -> None:
    text = "Termin\n\nGuten Tag, Herr Ohlinger freut sich auf das Gespräch mit Ihnen."
    rules = by_rules("Ternfarm Staff Ltd", (role,))
    assert named_in(text, rules, Context()).roles == ()


def test_a_role_in_the_name_of_a_team_stays() -> None:
    text = "Bewerbung\n\nGuten Tag, danke für Ihre Bewerbung. Wir melden uns bald."
    team = Address("Ternfarm Driver Recruitment", "drivers@ternfarm.example")
    rules = replace(by_rules("Ternfarm", ("Driver",)), other_side=team, writer=("", ""))
    assert named_in(text, rules, Context()).roles == ("Driver",)


def test_the_person_is_no_employer() -> None:
    text = "Re: Termin\n\nGuten Tag, der Termin passt mir gut. Danke und viele Grüße."
    rules = replace(by_rules("Ada"), own=True, person="Ada Quist")
    assert named_in(text, rules, Context()).organisations.employer == ""


def test_who_places_others_is_not_the_role() -> None:
    text = (
        "Termin\n\nGuten Tag, unser Kunde freut sich auf das Gespräch mit Ihnen.\n\n"
        "Jo Lund\nSenior Consultant\nLark Staffing Personalvermittlung"
    )
    found = Organisations("", "", "Lark Staffing")
    agent = Address("Jo Lund, Lark Staffing", "jo.lund@larkstaffing.example")
    rules = replace(
        by_rules("", ("Senior Consultant",)), organisations=found, other_side=agent
    )
    assert named_in(text, rules, Context()).roles == ()


def test_german_mail_is_read_closely_too() -> None:
    text = (
        "Ihre Bewerbung als Tischlerin\n\nGuten Tag, leider haben wir uns für eine"
        " andere Bewerberin entschieden. Wir wünschen Ihnen alles Gute."
    )
    named = named_in(text, by_rules("Sand Quarry", ("Tischlerin",)), Context())
    assert named.roles == ("Tischlerin",)
    assert named.organisations.employer == "Sand Quarry"
    assert not named.is_sure  # in haste it would not have been


def test_other_languages_are_left_to_the_rules() -> None:
    text = (
        "Votre candidature de menuisière\n\nBonjour, nous avons malheureusement retenu"
        " une autre candidate pour le poste. Nous vous souhaitons bonne chance."
    )
    named = named_in(text, by_rules("Sand Quarry", ("menuisière",)), Context())
    assert named.roles == ("menuisière",)
    assert named.organisations.employer == "Sand Quarry"
    assert named.is_sure
