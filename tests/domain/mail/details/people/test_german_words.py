"""How German mail words who will be there, and who will not."""

import time

import pytest

from onward.domain.mail.details.people.german import german_panel
from onward.domain.mail.details.people.listed import Around

WRITER = "Katrin Ahlers"


def _names(said: str, writer: str = WRITER) -> list[str]:
    found = german_panel(f"Ihr Gespräch\n{said}", Around(writer))
    return list(dict.fromkeys(name for _, _, name in found))


@pytest.mark.parametrize(
    ("said", "names"),
    [
        (
            (
                "Ihre Gesprächspartner sind Herr Bergmann (Leiter Einkauf) "
                "und Frau Dr. Seidel."
            ),
            ["Herr Bergmann", "Dr. Seidel"],
        ),
        ("Das Gespräch führt unsere Abteilungsleiterin Meike Haas.", ["Meike Haas"]),
        (
            (
                "Mit am Tisch sitzen werden Jörg Thiele und unsere "
                "Azubi-Beauftragte Nele Kranz."
            ),
            ["Jörg Thiele", "Nele Kranz"],
        ),
        ("Dazu kommt noch Frau Yildirim aus dem Betriebsrat.", ["Frau Yildirim"]),
        ("Teilnehmer: Sabine Horn, Tom Beck, ich", ["Sabine Horn", "Tom Beck", WRITER]),
        (
            (
                "Teilnehmer:\nSabine Horn (Personal)\nTom Beck "
                "(Technik)\n\nBitte bringen Sie Ihr Zeugnis mit."
            ),
            ["Sabine Horn", "Tom Beck"],
        ),
        ("Ich freue mich auf Sie!", [WRITER]),
        ("Kommen Sie einfach bei mir im Büro vorbei.", [WRITER]),
        (
            (
                "Kommen Sie am Dienstag um 10 Uhr vorbei, dann zeige ich "
                "Ihnen die Werkstatt."
            ),
            [WRITER],
        ),
        ("Ich rufe Sie am Mittwoch um 14 Uhr unter Ihrer Handynummer an.", [WRITER]),
        (
            "Mein Kollege Stefan Wirth und ich möchten Sie gern kennenlernen.",
            ["Stefan Wirth", WRITER],
        ),
        (
            "Wir, das sind Lena aus dem Vertrieb und ich, freuen uns auf dich.",
            ["Lena", WRITER],
        ),
        (
            "Am Gespräch wird außerdem Prof. Dr. Karl-Heinz Lang teilnehmen.",
            ["Prof. Dr. Karl-Heinz Lang"],
        ),
        (
            (
                "Unsere Pflegedienstleiterin Frau Brandl und Herr Pfarrer "
                "Ott werden mit Ihnen sprechen."
            ),
            ["Frau Brandl", "Pfarrer Ott"],
        ),
        (
            (
                "Im Gespräch lernen Sie Hausleiter Martin Ebner und unsere "
                "Köchin Resi kennen."
            ),
            ["Martin Ebner", "Resi"],
        ),
        ("Sie treffen Frau Ott und Herrn Weiß.", ["Frau Ott", "Herr Weiß"]),
        (
            "Herr Reiter führt das Gespräch, ich selbst bin an dem Tag im Urlaub.",
            ["Herr Reiter"],
        ),
        (
            "Das Interview wird von Dr. Eva Sommer und Timo Falk geführt.",
            ["Dr. Eva Sommer", "Timo Falk"],
        ),
        (
            (
                "Neben mir werden unser Teamleiter Sven Hauser und Carla aus "
                "der Entwicklung dabei sein."
            ),
            [WRITER, "Sven Hauser", "Carla"],
        ),
        (
            "Frau Lenz wird Sie gemeinsam mit Herrn Pohl durch das Gespräch führen.",
            ["Frau Lenz", "Herr Pohl"],
        ),
        ("Von uns sind Anja Wolter und Piet dabei.", ["Anja Wolter", "Piet"]),
        (
            (
                "An dem Termin nehmen Frau Kurz, Herr Lang und ein Mitglied "
                "des Personalrats teil."
            ),
            ["Frau Kurz", "Herr Lang"],
        ),
        ("Gesprächspartnerin: Dr. Ulrike Stein, Chefärztin", ["Dr. Ulrike Stein"]),
        ("Dein Gespräch ist mit Paul (CTO) und mit mir.", ["Paul", WRITER]),
        (
            (
                "Erwarten werden Sie Frau Bach, die Leiterin der Kita, und "
                "ihre Stellvertreterin Frau Moser."
            ),
            ["Frau Bach", "Frau Moser"],
        ),
        (
            "Der Termin findet mit unserer Filialleiterin Frau Kovac statt.",
            ["Frau Kovac"],
        ),
        (
            "Sie werden von Herrn Jansen und Frau Petersen interviewt.",
            ["Herr Jansen", "Frau Petersen"],
        ),
        (
            "Unser Geschäftsführer Dr. Paul Rehm möchte Sie persönlich kennenlernen.",
            ["Dr. Paul Rehm"],
        ),
        ("Statt Herrn Kern wird Frau Jung das Gespräch führen.", ["Frau Jung"]),
        (
            "Frau Adam ist leider krank, für sie springt Herr Busch mit rein.",
            ["Herr Busch"],
        ),
        (
            "Online treffen wir uns zu dritt: Sie, Ralf Zander und ich.",
            ["Ralf Zander", WRITER],
        ),
        (
            (
                "Zuerst sprichst du 30 Minuten mit Mehmet, danach noch mit "
                "Lisa vom Design."
            ),
            ["Mehmet", "Lisa"],
        ),
        ("Bewerbungsgespräch mit Bauleiter Frank Uhl", ["Frank Uhl"]),
        ("Dann sehen wir uns am Montag bei mir im Laden.", [WRITER]),
        (
            (
                "Der Bürgermeister, Herr Kraus, und die Kämmerin, Frau Roth, "
                "nehmen sich eine Stunde Zeit."
            ),
            ["Herr Kraus", "Frau Roth"],
        ),
        ("Gerne möchte ich Sie persönlich kennenlernen.", [WRITER]),
        (
            (
                "Wir würden Sie gern zu einem Gespräch mit Frau Klar, "
                "Leiterin Finanzen, einladen."
            ),
            ["Frau Klar"],
        ),
        ("Interviewer: Jana Fuchs | Olaf Rabe", ["Jana Fuchs", "Olaf Rabe"]),
        (
            "Die Chefin Ida Lorenz schaut auch vorbei und will dich kennenlernen.",
            ["Ida Lorenz"],
        ),
        ("Unser Inhaber Bernd Uhl nimmt sich eine Stunde.", ["Bernd Uhl"]),
        (
            "Sie sprechen mit Jan Hartung und Ute Ostermann.",
            ["Jan Hartung", "Ute Ostermann"],
        ),
        ("Da ich verreist bin, übernimmt Herr Quandt.", ["Herr Quandt"]),
        ("Auf unserer Seite dabei: Dr. Hanna Weiss", ["Dr. Hanna Weiss"]),
        ("Ich freue mich darauf, Sie kennenzulernen.", [WRITER]),
        ("Ich bin schon gespannt auf Sie!", [WRITER]),
        (
            "Kommissionsmitglieder:\n- Dr. Sven Lohse\n- Elke Brandt (Lehre)",
            ["Dr. Sven Lohse", "Elke Brandt"],
        ),
    ],
)
def test_who_will_be_there_is_found(said: str, names: list[str]) -> None:
    assert _names(said) == names


@pytest.mark.parametrize(
    "said",
    [
        "Bitte melden Sie sich am Empfang bei Frau Kurz.",
        "Frau Kurz holt Sie an der Pforte ab.",
        "Wegen des Parkplatzes rufen Sie bitte Herrn Lang an.",
        "Die Unterlagen schickt Ihnen Frau Kurz vorab zu.",
        "Im zweiten Schritt lernen Sie dann unseren Geschäftsführer Paul Rehm kennen.",
        "Herr Lang ist bis Ende des Monats im Urlaub.",
        "Für Rückfragen steht Ihnen Frau Kurz zur Verfügung.",
        "Frau Kurz aus dem Sekretariat hat den Termin für Sie reserviert.",
        "Wie mit Frau Kurz besprochen, treffen wir uns am Montag mit Ihnen.",
        "Wir freuen uns auf Ihren Besuch im Haus Sonnenhof in der Anna-Straße 5.",
        "Wir laden Sie zu einem Gespräch in unser Büro am Max-Planck-Platz ein.",
        "Nach dem Gespräch führt Sie Frau Kurz durch das Haus.",
        "Ich rufe Sie vorher noch einmal an, falls sich bei uns etwas ändert.",
        "Herr Lang hat Sie uns empfohlen.",
        "Sollten Sie verhindert sein, sagen Sie Frau Kurz bis 10 Uhr Bescheid.",
        "Sie erreichen Frau Kurz unter 0151 223344.",
        "Der Raum liegt neben dem Büro von Herrn Lang.",
        "Falls wir uns einig werden, sprechen Sie später noch mit Herrn Lang.",
        "Wir sprechen mit Ihnen über die Nachfolge von Herrn Lang.",
        "Frau Kurz, die Sie vom Telefon kennen, kann leider nicht teilnehmen.",
        "Das Gespräch findet im Besprechungsraum Isar statt.",
        (
            "Wir möchten Sie gern kennenlernen und sprechen mit Ihnen "
            "über die Stelle als Leiter Einkauf."
        ),
        "Bitte fragen Sie an der Rezeption nach Frau Kurz.",
        "Vielen Dank für das nette Telefonat mit Frau Lang.",
        "Unsere Praxis liegt in der Karl-Marx-Straße 4, gegenüber vom Café.",
        "Bitte bestätigen Sie den Termin bei Frau Lang.",
    ],
)
def test_who_is_only_named_is_not_there(said: str) -> None:
    assert _names(said) == []


@pytest.mark.parametrize(
    "said",
    [
        "Ich freue mich auf Sie.\n\nIm Auftrag\nKatrin Ahlers",
        (
            "Ich freue mich auf Ihren Besuch, bin selbst aber nicht "
            "dabei, ich bin nicht da."
        ),
        "Unser Kunde lädt Sie ein. Ich rufe Sie um 9 Uhr an.",
    ],
)
def test_who_writes_for_others_is_not_there(said: str) -> None:
    assert _names(said) == []


def test_a_mail_without_capitals_names_people_all_the_same() -> None:
    said = "hi sam,\nkomm am montag um zehn in den laden. dabei sind fatma und ich"
    assert _names(said, "Rolf") == ["Fatma", "Rolf"]


def test_who_signs_with_a_given_name_is_named_by_it() -> None:
    said = "Komm am Montag, da sitzen Paul und ich mit dir am Tisch.\nIda"
    assert _names(said, "Ida von Falkwerk") == ["Paul", "Ida"]


@pytest.mark.parametrize(
    "said",
    [
        "ich rufe 1 ", "komm ich freue mich ", "zusammen mit ", "Anna Voss, die ",
        "Teilnehmer: Anna Voss\n", "statt unser ", "Frau Dr. med. ", "ich bin ",
    ],
)  # fmt: skip
def test_a_text_made_to_be_slow_is_read_quickly(said: str) -> None:
    began = time.process_time()
    _names(said * 4_000)
    assert time.process_time() - began < 2
