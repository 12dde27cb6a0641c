import pytest

from onward.domain.mail.details.employer.employer import organisations_in
from onward.domain.mail.message import Address
from onward.domain.mail.senders import (
    is_no_reply,
    is_tracking_system,
    words,
)

SYSTEMS = [
    "no-reply@greenhouse.io",
    "no-reply@us.greenhouse-mail.io",
    "no-reply@hire.lever.co",
    "acme@myworkday.com",
    "notification@smartrecruiters.com",
    "noreply@talent.icims.com",
    "no-reply@ashbyhq.com",
    "noreply@candidates.workablemail.com",
    "notifications@jobvite.com",
    "notifications@app.bamboohr.com",
    "no-reply@recruitee.com",
    "no-reply@personio.de",
    "no-reply@teamtailor-mail.com",
    "noreply@pinpoint.email",
    "noreply@trac.jobs",
    "careers@noreply.taleo.net",
    "no-reply@successfactors.eu",
    "noreply@tal.net",
]


@pytest.mark.parametrize("address", SYSTEMS)
def test_the_employer_is_named_by_the_text_and_not_by_the_system(address: str) -> None:
    text = (
        "Your application\n\nThank you for applying for the position of Analyst at"
        " Brightwater Energy. We have received your application."
    )
    found = organisations_in(text, Address("Greenhouse", address), ())
    assert found.employer == "Brightwater Energy"
    assert found.domain == ""


def test_more_than_fifteen_tracking_systems_are_known() -> None:
    assert len(words("tracking_systems", "domains")) > 15
    assert all(is_tracking_system(address.split("@")[1]) for address in SYSTEMS)


@pytest.mark.parametrize(
    "name",
    [
        "Brightwater Energy",
        "Brightwater Energy Careers",
        "Brightwater Energy Talent Acquisition",
        "Brightwater Energy via Greenhouse",
        "Careers at Brightwater Energy",
        "Jo Lund at Brightwater Energy",
        "Jo Lund | Brightwater Energy",
        "Jo (Brightwater Energy)",
    ],
)
def test_the_sender_s_name_tells_the_employer(name: str) -> None:
    text = "Your application\n\nWe have decided not to go on with it."
    found = organisations_in(text, Address(name, "no-reply@greenhouse.io"), ())
    assert found.employer == "Brightwater Energy"


@pytest.mark.parametrize(
    ("house", "address"),
    [
        ("MARDALE NHS TRUST", "gwen.pritchard@nhs.example"),
        ("Kelvinbank HA", "g.pritchard@kelvinbankha.example"),
    ],
)
def test_a_house_stands_in_brackets_behind_its_people(house: str, address: str) -> None:
    sender = Address(f"PRITCHARD, Gwen ({house})", address)
    found = organisations_in("Good news\n\nHello Ada", sender, ())
    assert found.employer == house


def test_how_somebody_is_addressed_stands_in_brackets_too() -> None:
    sender = Address("Gwen Pritchard (she/her)", "g.pritchard@kelvinbankha.example")
    assert "she" not in organisations_in("Hello\n\nHello Ada", sender, ()).employer


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("Lea von Voltando", "voltando@inbox.teamtailor-mail.com"),
        ("Talentspiegel im Auftrag der Voltando", "hi@assess.talentspiegel.example"),
        ("People Services via Voltando", "people@voltando.example"),
        ("Jo Lund, Voltando HR", "jo.lund@voltando.example"),
    ],
)
def test_a_house_stands_behind_who_writes_for_it(name: str, address: str) -> None:
    text = "Deine Bewerbung\n\nHallo, danke. Wir melden uns."
    assert organisations_in(text, Address(name, address), ()).employer == "Voltando"


def test_a_school_s_address_names_the_district() -> None:
    sender = Address("Lorna Reed", "lorna.reed@perryridge.k12.oh.example")
    assert organisations_in("Hello\n\nSee you", sender, ()).employer == "Perry Ridge"


@pytest.mark.parametrize(
    "name", ["Greenhouse", "Workday", "no-reply", "Careers", "HR", "Recruitment Team"]
)
def test_a_system_or_a_department_is_no_employer(name: str) -> None:
    text = "Your application\n\nWe have decided not to go on with it."
    assert organisations_in(text, Address(name, "no-reply@lever.co"), ()).employer == ""


@pytest.mark.parametrize(
    ("domain", "spelled"),
    [
        ("hartnollvyse.example", "Hartnoll & Vyse LLP"),
        ("st-osyths.example", "St Osyth's Hospital"),
        ("hillfarm.example", "Hill Farm"),
        ("mail.pcm.co.uk", "Pennine Castings Midlands"),
    ],
)
def test_the_text_spells_what_the_domain_squeezes(domain: str, spelled: str) -> None:
    text = f"The post\n\nSorry, not this time.\n\nJo Lund\n{spelled}"
    found = organisations_in(text, Address("Jo Lund", f"jo@{domain}"), ())
    assert (found.employer, found.domain) == (spelled, domain)


def test_a_domain_alone_is_spelled_as_well_as_can_be() -> None:
    sender = Address("Kev", "kev@pikejoinery.example")
    assert organisations_in("Sat\n\nDont come.", sender, ()).employer == "Pike Joinery"


@pytest.mark.parametrize(
    "name",
    ["Practice Manager", "Recruitment Services", "Garage Foreman", "Front of House"],
)
def test_a_department_of_the_sender_gives_way_to_the_domain(name: str) -> None:
    text = "Your application\n\nWe have decided not to go on with it."
    sender = Address(name, "office@beechhillsurgery.example")
    assert organisations_in(text, sender, ()).employer == "Beech Hill Surgery"


def test_free_mail_names_nobody() -> None:
    sender = Address("Jo Lund", "jo.lund@gmail.com")
    assert organisations_in("Hello\n\nNot this time.", sender, ()).employer == ""


def test_an_agency_is_no_employer_and_its_client_is() -> None:
    text = (
        "Warehouse role\n\nI heard back from my client Northgate Logistics, they felt"
        " you were light on forklift experience.\n\nJess\nPeak Recruitment"
    )
    sender = Address("Jess", "jess@peak-recruitment.example")
    found = organisations_in(text, sender, ())
    assert found.employer == "Northgate Logistics"
    assert found.agency == "Peak Recruitment"


def test_an_agency_that_names_no_client_leaves_the_employer_open() -> None:
    text = "Tuesday\n\nThey've gone with a lad who had his ticket."
    sender = Address("Chelsea - Rapid Drive Recruitment", "c@rapiddrive.example")
    found = organisations_in(text, sender, ())
    assert (found.employer, found.agency) == ("", "Rapid Drive Recruitment")


def test_a_name_with_a_trade_in_it_is_an_employer_where_the_address_bears_it() -> None:
    text = "Deck assistant\n\nThanks for writing to Tideway Pilots. It has arrived."
    sender = Address("Olu Bankole", "olu@tideway-pilots.example")
    assert organisations_in(text, sender, ()).employer == "Tideway Pilots"
    elsewhere = Address("Olu Bankole", "olu.bankole@gmail.com")
    assert organisations_in("Re: Ship Pilot", elsewhere, ()).employer == ""


def test_an_employer_the_person_knows_is_recognised() -> None:
    text = "Hello\n\nThe people at Zyx have decided. It is somebody else."
    sender = Address("Jo Lund", "jo.lund@gmail.com")
    assert organisations_in(text, sender, ("Zyx",)).employer == "Zyx"


@pytest.mark.parametrize(
    "address", ["no-reply@a.example", "DoNotReply@a.example", "noreply+1@a.example"]
)
def test_nobody_reads_a_no_reply_address(address: str) -> None:
    assert is_no_reply(address)


@pytest.mark.parametrize(
    "text",
    [
        "Application received\n\nThis is an automatic reply.\n\nBrightwater Careers\n",
        "Next step\n\nPlease take the test.\n\nGood luck!\nThe Brightwater Hiring Team",
        "Ihre Bewerbung als Data Analyst bei Brightwater\n\nGuten Tag, danke dafür.",
        "Votre candidature chez Brightwater\n\nBonjour, merci beaucoup.\n\nMei Lund",
        "An update\n\nWe wish you well.\n\nMei Lund\nBrightwater\n\nDo not reply.",
        "An update\n\nWe wish you well.\n\nMei Lund, Brightwater\n",
        "Interview at Brightwater\n\nYou are invited to a talk with Anna Field.",
    ],
)
def test_a_person_whose_name_a_system_gives_is_no_employer(text: str) -> None:
    found = organisations_in(text, Address("Mei Lund", "talent@ashbyhq.com"), ())
    assert found.employer == "Brightwater"


@pytest.mark.parametrize("title", ["Senior Recruiter", "Talent Partner", "Head of HR"])
def test_where_nothing_but_a_person_is_named_no_employer_is_made_up(title: str) -> None:
    text = f"Your application\n\nWe will not be going on.\n\nMei Lund\n{title}\n"
    found = organisations_in(text, Address("Mei Lund", "talent@ashbyhq.com"), ())
    assert found.employer == ""


@pytest.mark.parametrize("name", ["Hazel Tree Homecare", "Olive & Thyme", "Ava Hotels"])
def test_an_organisation_may_begin_as_a_person_s_name_does(name: str) -> None:
    text = "Your application\n\nThank you, it has arrived."
    found = organisations_in(text, Address(name, "noreply@jobtrain.co.uk"), ())
    assert found.employer == name


@pytest.mark.parametrize(
    ("address", "text", "employer"),
    [
        (
            "no-reply@aaltovinter.teamtailor-mail.com",
            "At Aalto & Vinter we",
            "Aalto & Vinter",
        ),
        (
            "polariscoldchain@myworkday.com",
            "Polaris Cold Chain HR",
            "Polaris Cold Chain",
        ),
        (
            "copperkettle.whitby@gmail.com",
            "Bev\nThe Copper Kettle",
            "Copper Kettle",
        ),
        ("talent@hire.lever.co", "Thank you.", ""),
        ("no-reply@us.greenhouse-mail.io", "Thank you.", ""),
        ("bev.harker@gmail.com", "Best wishes\nBev Harker", ""),
    ],
)
def test_an_address_may_bear_the_employer_s_name(
    address: str, text: str, employer: str
) -> None:
    found = organisations_in(f"An update\n\n{text}", Address("Bev", address), ())
    assert found.employer == employer


def test_below_a_person_who_signs_for_a_system_stands_the_employer() -> None:
    text = "Next steps\n\nNot this time.\n\nAri Feldman\nWavelet Health"
    sender = Address("Ari Feldman", "no-reply@hire.lever.co")
    assert organisations_in(text, sender, ()).employer == "Wavelet Health"


@pytest.mark.parametrize(
    ("domain", "text", "employer"),
    [
        ("pellandrooke", "Anneka\nPell & Rooke. Since 1998.", "Pell & Rooke"),
        ("hps-trust", "Jan\nHolm Park School office", "Holm Park School"),
        (
            "fensmuseum",
            "Jo Garrod\nMuseum of the Fens, Chatteris",
            "Museum of the Fens",
        ),
    ],
)
def test_an_address_spells_signs_and_words_in_its_own_way(
    domain: str, text: str, employer: str
) -> None:
    sender = Address("Jo Garrod", f"jo@{domain}.example")
    assert organisations_in(f"Hello\n\n{text}", sender, ()).employer == employer


def test_a_firm_may_be_named_otherwise_than_its_address() -> None:
    sender = Address("W. Applegarth & Son", "wilf@applegarthjoinery.example")
    found = organisations_in("Monday\n\nMonday, 7.30, at the workshop.", sender, ())
    assert found.employer == "W. Applegarth & Son"
