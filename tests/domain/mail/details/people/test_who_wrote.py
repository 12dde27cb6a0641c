"""Who wrote: told by the heading, a signature, a sign-off, or in the text."""

import pytest

from onward.domain.mail.details.people.who_wrote import contact_of
from onward.domain.mail.message import Address

OFFICE = Address("Hill Farm Office", "office@hillfarm.example")


def writer(text: str, sender: Address = OFFICE, *bodies: str) -> str:
    name, _ = contact_of(sender, Address(), f"A job\n\n{text}", bodies)
    return name


LETTER = "Hello Robin,\n\nthank you for coming to the yard on Tuesday, it was good.\n\n"


@pytest.mark.parametrize(
    ("ending", "name"),
    [
        ("Kind regards\nAda Bell\nHead of Sales", "Ada Bell"),
        ("Mind yourself,\nOdhran\nHill Farm", "Odhran"),
        ("Mags", "Mags"),
        ("Ada, for Hill Farm", "Ada"),
        ("Dr Zofia Wren\nHill Farm Clinic", "Dr Zofia Wren"),
        ("A. J. BELLAMY\nDIRECTOR", "A. J. Bellamy"),
        ("Call me. Cheers, Mags", "Mags"),
        ("See you then. Ada x", "Ada"),
        ("Ada (she/her)", "Ada"),
    ],
)
def test_a_signature_tells_who_wrote(ending: str, name: str) -> None:
    assert writer(LETTER + ending) == name


@pytest.mark.parametrize(
    "opening",
    [
        "It's Ada from Hill Farm.",
        "Ada here!",
        "A note from Ada: see below.",
        "I'm Ada, ",
    ],
)
def test_who_says_who_they_are_wrote(opening: str) -> None:
    assert writer(f"{opening}\n\nWe would like to meet you on Tuesday.") == "Ada"


@pytest.mark.parametrize(
    ("heading", "signed", "name"),
    [
        ("Ada", "Ada Bell", "Ada Bell"),
        ("Ada B", "Ada", "Ada"),
        ("A. Bell", "Ada Bell", "Ada Bell"),
        ("Bell, Margaret (HILL FARM)", "Maggie Bell", "Maggie Bell"),
        ("ada bell", "Ada", "Ada Bell"),
        ("Ada Bell", "Ada", "Ada Bell"),
        ("Odhran at Hill Farm", "Odhran", "Odhran"),
        ("Odhran - Hill Farm", "Odhran", "Odhran"),
        ("Ada Bell RN", "Ada Bell RN", "Ada Bell"),
        ("Ada Bell, BSc MRCVS", "Ada", "Ada Bell"),
    ],
)
def test_the_fuller_name_counts(heading: str, signed: str, name: str) -> None:
    sender = Address(heading, "post@hillfarm.example")
    assert writer(f"{LETTER}Thanks\n{signed}", sender) == name


@pytest.mark.parametrize(
    ("heading", "address"),
    [
        ("Crewing", "crewing@hillfarm.example"),
        ("Accounts", "accounts@hillfarm.example"),
        ("Hill Farm Resourcing", "jobs@hillfarm.example"),
        ("Heron Turbines", "noreply@workablemail.com"),
        ("Bell's Tyres", "bellstyres@outlook.com"),
        ("Cheers", "noreply@workablemail.com"),
        ("Job ID", "noreply@workablemail.com"),
    ],
)
def test_a_firm_or_a_department_is_nobody(heading: str, address: str) -> None:
    assert writer(f"{LETTER}{heading}", Address(heading, address)) == ""


def test_whom_one_will_meet_did_not_write() -> None:
    listed = "Panel\nAda Bell - Manager\nTom Reed - Engineer\n\nPlease be on time."
    assert writer(LETTER + listed) == ""
    assert writer(f"{LETTER}It's Ada Bell, our manager, whom you will meet.") == ""


@pytest.mark.parametrize(
    ("heading", "address", "signed", "name"),
    [
        ("Brunn Seraphina", "s.b@hof.example", "Seraphina Brunn", "Seraphina Brunn"),
        ("Greta Luehrs", "hof@hof.example", "Greta Lührs", "Greta Lührs"),
        ("Greta Brunn", "g.brunn@hof.example", "Mag. Greta Brunn", "Mag. Greta Brunn"),
        ("Mag. Greta Brunn", "g.brunn@hof.example", "Greta Brunn", "Mag. Greta Brunn"),
        ("Greta von Hofgut", "greta@hofgut.example", "Greta Brunn", "Greta Brunn"),
        ("Greta von Brunn", "amt@forst.example", "von Brunn", "Greta von Brunn"),
        ("Rodrik Brunn", "office@hof.example", "R. Brunn", "Rodrik Brunn"),
        ("A Brunn", "ada@brunnbros.example", "Ada", "A Brunn"),
    ],
)
def test_a_signature_spells_the_heading_s_name(
    heading: str, address: str, signed: str, name: str
) -> None:
    sender = Address(heading, address)
    assert writer(f"{LETTER}Mit freundlichen Grüßen\n{signed}", sender) == name


@pytest.mark.parametrize(
    ("heading", "signed", "name"),
    [
        ("Blütenzauber Nord", "Brigitte Brunn", "Brigitte Brunn"),
        ("Brettspiel Halle", "Greta 🌻", "Greta"),
        ("Sägewerk Brunn", "A. Brunn", "A. Brunn"),
        ("Backhaus Brunn", "Greta Brunn\nBackhaus Brunn", "Greta Brunn"),
    ],
)
def test_who_signs_wrote_and_not_the_firm(heading: str, signed: str, name: str) -> None:
    sender = Address(heading, "post@web.example")
    assert writer(f"{LETTER}Herzliche Grüße\n{signed}", sender) == name


def test_a_firm_does_not_spell_out_the_name_it_bears() -> None:
    sender = Address("Tom Brunn", "frischemarkt.brunn@web.example")
    assert writer(f"{LETTER}Gruß Tom\nFrischemarkt Brunn", sender) == "Tom Brunn"


@pytest.mark.parametrize(
    ("ending", "name"),
    [
        ("Drück dich, Greta", "Greta"),
        ("LG Greta", "Greta"),
        ("Bis morgen\nZinaida vom Feldhof", "Zinaida"),
        ("Umarmung, Küchenhilfe", ""),
        ("Feldkost AG, FN 1x, LG Wels", ""),
    ],
)
def test_german_closings_tell_who_wrote(ending: str, name: str) -> None:
    assert writer(LETTER + ending, OFFICE, "Feldhof") == name


def test_a_box_of_a_house_is_nobody() -> None:
    sender = Address("Feldkost Reports", "reports@feldkost.example")
    assert writer(f"{LETTER}See you.", sender) == ""
    assert writer("hi robin, komm montag.\n\nlg zinaida", sender) == "Zinaida"
