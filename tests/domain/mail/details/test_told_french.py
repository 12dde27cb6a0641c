"""What French letters tell: who decides, what as, when, and who signs."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from onward.domain.mail.details.employer.employer import organisations_in
from onward.domain.mail.details.people.who_wrote import contact_of
from onward.domain.mail.details.refusal.feedback import offer_in_no, said_in
from onward.domain.mail.details.role.roles import roles_in
from onward.domain.mail.details.times.moments import moments_in_text
from onward.domain.mail.meaning.words import sentences_of
from onward.domain.mail.message import Address

PARIS = ZoneInfo("Europe/Paris")
MONDAY = datetime(2026, 3, 2, 9, tzinfo=PARIS)
NOBODY = Address("", "no-reply@welcomekit.co")


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "Réponse\n\nVotre candidature au poste de cariste (H/F) nous a plu.",
            "cariste",
        ),
        ("Votre candidature - Chef de rang H/F\n\nBonjour, merci.", "Chef de rang"),
        ("Suite\n\nNous recherchons un soudeur pour nos ateliers.", "soudeur"),
        (
            "Suite\n\nVous avez postulé en tant que veilleuse de nuit.",
            "veilleuse de nuit",
        ),
        ("Candidature sommelière\n\nBonjour Inès, merci à vous.", "sommelière"),
        (
            "Suite\n\nVotre candidature au poste d'aide-soignante chez nous.",
            "aide-soignante",
        ),
    ],
)
def test_the_role_is_told(text: str, role: str) -> None:
    assert roles_in(text, "")[:1] == (role,)


def test_no_role_is_made_of_what_a_subject_says() -> None:
    assert roles_in("Réponse à votre candidature\n\nBonjour, merci à vous.", "") == ()


@pytest.mark.parametrize(
    ("text", "sender", "employer"),
    [
        (
            "Suite\n\nVotre candidature chez Brévalin n'a pas été retenue.",
            NOBODY,
            "Brévalin",
        ),
        (
            "Suite\n\nMerci, mais le poste au sein de la société Ormexia est pris.",
            NOBODY,
            "Ormexia",
        ),
        (
            "Suite\n\nBonjour Jo, nous avons fait un autre choix.",
            Address("Mairie de Saint-Aubrac", "mairie@saint-aubrac.example"),
            "Mairie de Saint-Aubrac",
        ),
        (
            "Suite\n\nBonjour Jo, nous avons fait un autre choix.",
            Address("Musée d'Arly - RH", "rh@musee-arly.example"),
            "Musée d'Arly",
        ),
        (
            "Suite\n\nBonjour Jo, nous avons fait un autre choix.",
            Address("Service Recrutement Merlebeek", "emploi@merlebeek.example"),
            "Merlebeek",
        ),
    ],
)
def test_the_employer_is_told(text: str, sender: Address, employer: str) -> None:
    assert organisations_in(text, sender, ()).employer == employer


@pytest.mark.parametrize(
    ("said", "moments"),
    [
        ("mardi 10 mars à 14h30", ["10.03. 14:30"]),
        ("le 1er avril à 14 h 30", ["01.04. 14:30"]),
        ("jeudi 12 à 7h30", ["12.03. 07:30"]),
        ("demain à 11 heures", ["03.03. 11:00"]),
        ("lundi en huit, 9h", ["16.03. 09:00"]),
        ("le 15 juillet de 14h à 15h", ["15.07. 14:00"]),
        ("le 12/06 à midi", ["12.06. 12:00"]),
        ("mardi 10 mars à 9h ou mercredi 11 à 16h", ["10.03. 09:00", "11.03. 16:00"]),
    ],
)
def test_times_are_told(said: str, moments: list[str]) -> None:
    text = f"Entretien\n\nNous vous proposons un entretien {said} dans nos bureaux."
    found = moments_in_text(text, MONDAY, PARIS)
    assert [f"{moment:%d.%m. %H:%M}" for moment in found] == moments


@pytest.mark.parametrize(
    "said", ["35 h par semaine", "merci de répondre avant le 12 mars à 18h"]
)
def test_what_is_no_time_of_a_talk(said: str) -> None:
    text = f"Poste\n\nBonjour, nous vous confirmons le contrat, {said}."
    assert moments_in_text(text, MONDAY, PARIS) == ()


@pytest.mark.parametrize("closing", ["Cordialement,", "Bien à vous", "Bonne journée,"])
def test_who_signs_is_told(closing: str) -> None:
    text = f"Suite\n\nBonjour Jo, merci.\n\n{closing}\nMme Odile Garnier\nRH"
    name, _ = contact_of(Address("Recrutement", "rh@orme.example"), Address(), text)
    assert name == "Mme Odile Garnier"


def test_an_offer_of_feedback_is_told() -> None:
    offer = "Si vous souhaitez un retour plus détaillé, vous pouvez nous appeler."
    text = (
        "Candidature\n\nBonjour Jo, nous avons retenu une autre personne, qui a déjà "
        f"tenu une caisse.\n\n{offer}\n\nCordialement,\nOdile"
    )
    found = offer_in_no(said_in(text, sentences_of(text)))
    assert found is not None
    assert found.quote == offer
