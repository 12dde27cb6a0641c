import pytest

from onward.domain.mail.details_panel import Around, Panel, panel_in
from onward.domain.mail.meaning_words import sentences_of

AROUND = Around(
    writer="Nell Adair",
    greeted=frozenset({"robin"}),
    organisations=("Hill Farm", "Marsh Search"),
)


def panel(text: str) -> Panel:
    whole = f"Interview\n\n{text}"
    return panel_in(whole, sentences_of(whole), AROUND)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "You will meet Dr Sallow and our HR partner Greta Lindt.",
            ("Dr Sallow", "Greta Lindt"),
        ),
        (
            "You'd see me and Otto Prior, one of the owners.",
            ("Nell Adair", "Otto Prior"),
        ),
        (
            "It'll be me and Sister Quill for half an hour.",
            ("Nell Adair", "Sister Quill"),
        ),
        (
            "It is a video call with Piet Raven (line lead) and Asli Demir.",
            ("Piet Raven", "Asli Demir"),
        ),
        (
            "Panel: M. Rook, Cllr Ann Teal, Jo Wren\nBring your papers.",
            ("M. Rook", "Cllr Ann Teal", "Jo Wren"),
        ),
        (
            "The panel will be Ida Stone and Mr. Tam Hale.",
            ("Ida Stone", "Mr. Tam Hale"),
        ),
        ("Next is a chat with our Paris producer, Luc Roux, on Monday.", ("Luc Roux",)),
        (
            "Hi Robin, Ned Furlong in transport would like you in on Monday.",
            ("Ned Furlong",),
        ),
        ("Dr. Q. Vane has requested an interview with you.", ("Dr. Q. Vane",)),
        ("Come in and meet the head gardener, Bram, on Friday.", ("Bram",)),
        (
            "You'll meet three of us: 10 Raj, 10.45 Elin and Kit.",
            ("Raj", "Elin", "Kit"),
        ),
        (
            "Sie sprechen mit mir und mit Jens Kolb, dem Leiter.",
            ("Nell Adair", "Jens Kolb"),
        ),
    ],
)
def test_an_invitation_tells_who_will_be_there(
    text: str, names: tuple[str, ...]
) -> None:
    assert panel(text).names == names


@pytest.mark.parametrize(
    "text",
    [
        "Could I have ten minutes with you before the call with Hill Farm?",
        "You will meet two of our team leaders on Monday.",
        "The interview is with me, at Orchard House.",
        "You will meet the Operations Manager in Room 12.",
        "Please bring your papers to the interview with Microsoft Teams open.",
        "Robin will be seen at ten.",
    ],
)
def test_not_everything_in_capitals_is_a_person(text: str) -> None:
    assert panel(text) == Panel()


def test_the_words_that_tell_are_quoted() -> None:
    said = panel("We liked your letter. You will meet Ida Stone. Bring a pen.").said
    assert said is not None
    assert said.quote == "You will meet Ida Stone."


def test_a_first_name_beside_the_whole_name_is_the_same_person() -> None:
    found = panel("You will meet Ida Stone. There will be a talk with Ida (lead).")
    assert found.names == ("Ida Stone",)
