"""One line about an application, in any sensible order."""

from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.domain.applications.channel import Channel
from onward.domain.applications.line import Lacking, Line, understand

TODAY = date(2026, 11, 23)
NOV_3 = date(2026, 11, 3)
EMPLOYERS = ["Acme", "The Old Mill", "Hallam & Rowe", "Leeds City Council", "KPMG"]
ROLES = ["Data Analyst", "Receptionist", "Head of Finance", "teaching assistant", "HCA"]
DAYS = ["3 Nov", "applied 3 Nov", "3/11", "2026-11-03", "on 3rd November"]
WAYS = [
    ("referral", Channel.REFERRAL),
    ("via a friend", Channel.REFERRAL),
    ("recruiter", Channel.RECRUITER),
    ("through an agency", Channel.AGENCY),
    ("internal", Channel.INTERNAL),
    ("cold", Channel.COLD),
    ("job board", Channel.BOARD),
    ("via Indeed", Channel.BOARD),
    ("their website", Channel.SITE),
    ("careers fair", Channel.FAIR),
]


def told(line: str, *known: str) -> Line:
    return understand(line, TODAY, known)


@given(
    st.sampled_from(EMPLOYERS),
    st.sampled_from(ROLES),
    st.sampled_from(DAYS),
    st.sampled_from(WAYS),
    st.sampled_from([", ", " - ", "; ", " | ", ","]),
    st.randoms(),
)
def test_the_order_of_the_parts_does_not_matter(
    employer: str,
    role: str,
    day: str,
    way: tuple[str, Channel],
    sign: str,
    chance: Random,
) -> None:
    parts = [employer, role, day, way[0]]
    chance.shuffle(parts)
    line = told(sign.join(parts))
    assert (line.employer, line.role) == (employer, role)
    assert (line.applied_on, line.channel) == (NOV_3, way[1])
    assert (line.place, line.note, line.lacking) == ("", "", ())


@given(st.sampled_from(EMPLOYERS), st.sampled_from(ROLES), st.sampled_from(WAYS))
def test_a_sentence_tells_the_same(
    employer: str, role: str, way: tuple[str, Channel]
) -> None:
    said = way[0] if way[0].startswith(("via", "through")) else f"via {way[0]}"
    for sentence in (
        f"applied to {employer} for {role} {said} on 3 Nov",
        f"I applied for {role} at {employer} on 3 Nov {said}",
        f"3 Nov: {role} @ {employer} {said}",
        f"Applied on 3 Nov as a {role} at {employer}, {said}",
        f"{employer}: {role}, 3 Nov, {said}",
    ):
        line = told(sentence)
        assert (line.employer, line.role) == (employer, role), sentence
        assert (line.applied_on, line.channel) == (NOV_3, way[1]), sentence


@given(st.text(max_size=600), st.lists(st.text(min_size=1, max_size=20), max_size=5))
def test_any_text_is_understood_somehow_and_in_its_own_words(
    text: str, known: list[str]
) -> None:
    line = told(text, *known)
    bare = "".join(" " if "\ue000" <= c <= "\uf8ff" else c for c in text)
    spaceless = "".join(bare.split())
    for part in (line.employer, line.role, line.place, line.channel_said):
        assert "".join(part.split()) in spaceless


@pytest.mark.parametrize(
    ("line", "employer", "role"),
    [
        ("Hays, Recruiter, 3 Nov", "Hays", "Recruiter"),
        ("LinkedIn, Data Engineer", "LinkedIn", "Data Engineer"),
        ("Internal auditor, KPMG, internal", "KPMG", "Internal auditor"),
        ("Baker & Sons, Driver", "Baker & Sons", "Driver"),
        ("Bricklayer with Smiths", "Smiths", "Bricklayer"),
        ("Barnardos, Manager for Children", "Barnardos", "Manager for Children"),
        ("Acme, Numpty", "Acme", "Numpty"),
        ("role: Cook, employer: The Ark", "The Ark", "Cook"),
        ("Data analyst role at Acme", "Acme", "Data analyst"),
        ("Leeds City Council data analyst", "Leeds City Council", "data analyst"),
        (
            "Lecturer in Law, University of Leeds",
            "University of Leeds",
            "Lecturer in Law",
        ),
        (
            "Policy officer, Institute for Government",
            "Institute for Government",
            "Policy officer",
        ),
    ],
)
def test_role_words_tell_the_role_from_the_employer(
    line: str, employer: str, role: str
) -> None:
    assert (told(line).employer, told(line).role) == (employer, role)


def test_a_known_employer_is_never_cut() -> None:
    known = ["Smith, Jones & Co", "Centre for Ageing", "Next"]
    assert told("Smith, Jones & Co, Paralegal", *known).employer == known[0]
    assert told("Chef at centre for ageing", *known).employer == "centre for ageing"
    assert told("Next sales assistant", *known).role == "sales assistant"
    assert told("Sales assistant, Nextdoor", *known).employer == "Nextdoor"


def test_what_is_missing_is_named() -> None:
    assert told("Tesco yesterday").lacking == (Lacking.ROLE,)
    assert told("Barista").lacking == (Lacking.EMPLOYER,)
    assert told("").lacking == (Lacking.EMPLOYER, Lacking.ROLE)
    assert told("Acme, Analyst, 3 Dec 2030").lacking == (Lacking.DAY,)
    assert told("Acme, cold, 3 Nov").lacking == ()


def test_the_rest_is_a_place_and_then_a_note() -> None:
    line = told("Acme, Data Analyst, Leeds, four days a week, 3 Nov")
    assert (line.place, line.note) == ("Leeds", "four days a week")
    assert told("Receptionist at The Ark in York").place == "York"


def test_a_link_is_kept_whole() -> None:
    line = told("https://acme.example/jobs?id=3&x=1-2 Acme, Data Analyst")
    assert line.link == "https://acme.example/jobs?id=3&x=1-2"
    assert (line.employer, line.role) == ("Acme", "Data Analyst")


def test_who_only_saved_it_has_not_applied() -> None:
    assert told("Acme, Data Analyst, not applied yet").is_ahead
    assert told("Acme, Data Analyst, saved").is_ahead
    assert not told("Acme, Data Analyst").is_ahead


def test_who_referred_is_kept_in_their_own_words() -> None:
    line = told("Acme, Data Analyst, referred by Sam Okoro")
    assert (line.channel, line.channel_said) == (
        Channel.REFERRAL,
        "referred by Sam Okoro",
    )
