"""Who signs without a capital a mail that has none."""

import pytest

from onward.domain.mail.details.people.signed_small import signed_small

BODY = "hallo robin, komm einfach am montag vorbei, dann reden wir.\n"


@pytest.mark.parametrize(
    ("ending", "name"),
    [
        ("lg greta", "Greta"),
        ("viele grüße greta (büro)", "Greta"),
        ("loretta", "Loretta"),
        ("zinaida 🌻", "Zinaida"),
        ("zinaida vom café linde", "Zinaida"),
        ("greta brunn", "Greta Brunn"),
        ("bring die schürze mit. greta", "Greta"),
        ("cheers zinaida", "Zinaida"),
    ],
)
def test_a_name_in_small_letters_signs(ending: str, name: str) -> None:
    assert signed_small(BODY + ending) == name


@pytest.mark.parametrize(
    "ending",
    [
        "danke",
        "bis dann",
        "viele grüße",
        "das wars dann von uns",
        "geht das? sag bescheid",
        "kannst du?",
        "freu mich",
        "bring die schürze mit. zinaida",
    ],
)
def test_other_last_words_are_nobody(ending: str) -> None:
    assert signed_small(BODY + ending) == ""


def test_who_writes_capitals_signs_with_one() -> None:
    assert signed_small(f"Hallo Robin, {BODY}lg greta") == ""
