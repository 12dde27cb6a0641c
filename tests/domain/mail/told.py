"""What is told of a letter, for tests."""

from onward.domain.mail.context import Context
from onward.domain.mail.details.closely.reading import read_closely
from onward.domain.mail.details.people.interviewers import panel_in
from onward.domain.mail.details.people.listed import Around
from onward.domain.mail.details.people.panel import Panel
from onward.domain.mail.details.told import details_of
from onward.domain.mail.meaning.words import sentences_of
from onward.domain.mail.message import Address
from onward.domain.mail.verdict import Details, Meaning, Verdict
from tests.domain.mail.letters import letter

JO = "Jo Lund <jo@hillfarm.example>"


def details(
    text: str, meaning: Meaning = Meaning.REJECTION, subject: str = "Your application"
) -> Details:
    parsed = letter(text, subject, JO)
    verdict = Verdict(meaning, 0.9, needs_asking=False)
    return details_of(parsed, f"{subject}\n\n{text}", verdict, Context())


AROUND = Around(
    writer="Nell Adair",
    greeted=frozenset({"robin"}),
    organisations=("Hill Farm", "Marsh Search"),
)


def panel(text: str) -> Panel:
    whole = f"Interview\n\n{text}"
    read = read_closely(whole, Address("Nell Adair", "nell@hillfarm.example"))
    return panel_in(whole, sentences_of(whole), AROUND, read)
