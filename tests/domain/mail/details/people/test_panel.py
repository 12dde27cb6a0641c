import pytest

from onward.domain.mail.details.people.panel import Panel
from tests.domain.mail.told import panel


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


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "9:00 AM - Design - Omar Vane\n10.15am, Kate Lind, Lead",
            ("Omar Vane", "Kate Lind"),
        ),
        (
            "Interviewer(s): Ida Stone; Tam Hale\nLocation: Zoom",
            ("Ida Stone", "Tam Hale"),
        ),
        (
            "Interviewers | Ida Stone, Tam Hale\nAddress | 9 Orchard Row, Leith",
            ("Ida Stone", "Tam Hale"),
        ),
        (
            "Committee: Prof. Ida Stone, Dr. Tam Hale.",
            ("Prof. Ida Stone", "Dr. Tam Hale"),
        ),
        (
            "The interview is taken by Mr. Tam Hale, GM Exports and Ms. Ida Stone.",
            ("Mr. Tam Hale", "Ms. Ida Stone"),
        ),
        (
            "Would Friday do? It would be with Pete and Ida, who work here.",
            ("Pete", "Ida"),
        ),
        (
            "The panel met. It consists of Dr. Ida Stone (chair) and me.",
            ("Dr. Ida Stone", "Nell Adair"),
        ),
        (
            "The panel stays the same, that is myself and Ida Stone.",
            ("Nell Adair", "Ida Stone"),
        ),
        (
            "Your interviewers are Ida Stone, Head of Loans, and Tam Hale.",
            ("Ida Stone", "Tam Hale"),
        ),
        ("Friday, 11:00\nwith Ida Stone, our lead", ("Ida Stone",)),
        (
            "Ida Stone and Tam Hale are looking forward to meeting you.",
            ("Ida Stone", "Tam Hale"),
        ),
    ],
)
def test_a_panel_stands_in_forms_plans_and_by_the_way(
    text: str, names: tuple[str, ...]
) -> None:
    assert set(panel(text).names) == set(names)


@pytest.mark.parametrize(
    "text",
    [
        "9:00 AM - System Design - Room Four",
        "10:30 Coffee, Garden Room",
        "with Kind Regards",
    ],
)
def test_a_plan_without_people_names_none(text: str) -> None:
    assert panel(text) == Panel()


@pytest.mark.parametrize(
    "text",
    [
        "Let me and Ida Stone know which day suits.",
        "Thank you for your interview with Tam Hale and me last week.",
        "Please confirm attendance with Ida Stone by Friday.",
        "We must cancel the meeting planned with Mr. Hale.",
        "I read your letter with Ida and we'd love to set up a call.",
        "Ask for Mr Hale at the desk.",
        "The interview is at 9.\n\nWho - the manager\nFormat - a chat",
    ],
)
def test_who_is_told_or_was_met_is_no_panel(text: str) -> None:
    assert panel(f"{text}\n\nNell") == Panel()
