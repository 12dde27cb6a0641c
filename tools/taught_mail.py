"""All mail that teaches what a message means: public rows, our letters, noted mail."""

from onward.domain.mail.language import language_of
from tools.detail_examples import DETAILS, Noted, noted_mail
from tools.mail_examples import OWN, PUBLIC, Example, own_examples, public_examples
from tools.search_lessons import noted_searches


def taught_examples() -> list[Example]:
    """Return all mail to teach with; raises `FileNotFoundError` without the public."""
    return [*public_examples(PUBLIC), *first_letters(), *later_letters()]


def is_of_pair(example: Example) -> bool:
    """Tell whether a letter stands beside a twin of nearly the same words.

    Only an encoder can learn from these: counts of words cannot tell them apart, and a
    linear model would learn no more from them than to doubt short noes.
    """
    return example.origin.startswith("pairs-")


def first_letters() -> list[Example]:
    """Return the letters of ours that the shipped encoder began with."""
    return own_examples(OWN / "build")


def later_letters() -> list[Example]:
    """Return what was written after it, mail whose details were noted, and searches."""
    noted = [*noted_mail(DETAILS / "build"), *noted_searches()]
    return [*own_examples(OWN / "later"), *(_example(one) for one in noted)]


def _example(noted: Noted) -> Example:
    name, _, number = noted.place.rpartition(":")
    origin = f"{name}.txt"
    return Example(
        origin=origin,
        group=f"{origin}:{int(number) - 1}",
        kind="own",
        label=noted.label,
        mail=noted.mail,
        employer=noted.told.get("employer", ""),
        role=noted.told.get("role", ""),
        language=language_of(noted.mail.text),
    )
