"""Who sits in an interview, in the many ways in which people say so."""

import pytest

from onward.domain.mail.details.people.listed import Around
from onward.domain.mail.details.people.named import people_named
from tests.domain.mail.told import panel


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Our lead, Ida Stone, and a parent, Tam Hale, would like to meet you.",
            ("Ida Stone", "Tam Hale"),
        ),
        (
            "My son Tom does the books so himself and myself will be talking to you.",
            ("Nell Adair", "Tom"),
        ),
        ("Me and Wenda (stores) will sit w you.", ("Nell Adair", "Wenda")),
        ("You'd have a pot of tea with Wenda and me.", ("Nell Adair", "Wenda")),
        (
            "I'll be on the call, plus Uncle Tam Hale and Ida Stone, who left.",
            ("Nell Adair", "Uncle Tam Hale", "Ida Stone"),
        ),
        (
            "The round will be taken by our GM Mr. Hale along with the undersigned.",
            ("Nell Adair", "Mr. Hale"),
        ),
        (
            "The committee is me, Mr. Hale who teaches art, and Ms. Stone.",
            ("Nell Adair", "Mr. Hale", "Ms. Stone"),
        ),
        (
            "Dr Hale will be there (be kind), with Ida Stone for the board and myself.",
            ("Nell Adair", "Dr Hale", "Ida Stone"),
        ),
        (
            "Joan can't do Friday so you'll have Tam Hale, who drives, and Ida.",
            ("Tam Hale", "Ida"),
        ),
        ("Its with Tam Hale the yard manager.", ("Tam Hale",)),
        (
            "Mr Hale wants to see you again. It'll just be him and me.",
            ("Nell Adair", "Mr Hale"),
        ),
        ("Janet Novak would be pleased to meet you.", ("Janet Novak",)),
        ("You will meet Ruth Baker and Dev Patel.", ("Ruth Baker", "Dev Patel")),
        (
            "Seront présentes notre directrice, Mme Roux, et moi-même.",
            ("Nell Adair", "Mme Roux"),
        ),
        ("Dabei sind Herr Kolb als Leiter und Ida Stone.", ("Herr Kolb", "Ida Stone")),
    ],
)
def test_people_say_in_many_ways_who_will_be_there(
    text: str, names: tuple[str, ...]
) -> None:
    assert set(panel(f"{text}\n\nNell").names) == set(names)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "On the panel:\n\n- Ida Stone, Headteacher\n- Tam Hale, Chair of Governors",
            ("Ida Stone", "Tam Hale"),
        ),
        (
            "You will meet\n\n1. Ida Stone, Head (Hull)\n2. Dr Hale, trustee\n3. me",
            ("Ida Stone", "Dr Hale", "Nell Adair"),
        ),
        (
            "WHEN 9 June, 13:00\nWHO Ida Stone (Manager), Tam Hale (Adviser)",
            ("Ida Stone", "Tam Hale"),
        ),
        (
            ">> Tuesday, 1:15 PM\n>> Head of Care Ida Stone and our lead, Adam Hale",
            ("Ida Stone", "Adam Hale"),
        ),
    ],
)
def test_a_panel_may_be_set_out_in_lines(text: str, names: tuple[str, ...]) -> None:
    assert set(panel(f"{text}\n\nNell").names) == set(names)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "09:30 Intro (Ximena Rook)\n10:00 Coding (Thabo Hale & Lena Wren)\n",
            ("Ximena Rook", "Thabo Hale", "Lena Wren"),
        ),
        (
            "Session Time Interviewer(s)\nCoding 10:30 - 11:15 Hale, Tam\nTour 12:00\n",
            ("Tam Hale",),
        ),
        (
            "Interviewer Title Room\nIda P. Stone Partner 4\nTam Hale Counsel 5\n",
            ("Ida P. Stone", "Tam Hale"),
        ),
        (
            "2:00 PM | Statistics | Dmitri Rook\n3:00 PM | Coding | Wei-Ting Quon\n",
            ("Dmitri Rook", "Wei-Ting Quon"),
        ),
        (
            "The board:\n\n- Dr Ida Stone, Quality\n- myself, for HR\n",
            ("Dr Ida Stone", "Nell Adair"),
        ),
        ("Xiaoling Rook runs risk and will do the asking.", ("Xiaoling Rook",)),
        ("Our MD Ida Stone will chair on the day.", ("Ida Stone",)),
        ("Tam (founder) and I would go through it.", ("Tam", "Nell Adair")),
        (
            "You will be seen by Ida Stone, who is chief; by Tam Hale; and by me.",
            ("Ida Stone", "Tam Hale", "Nell Adair"),
        ),
        ("It would only be me on the call.", ("Nell Adair",)),
    ],
)
def test_each_may_be_told_in_words_of_their_own(
    text: str, names: tuple[str, ...]
) -> None:
    assert set(panel(text).names) == set(names)


@pytest.mark.parametrize(
    "text",
    [
        "9:15 | System Design\n10:00 | Case Study\n10:30 | Coffee Break\n",
        "Ida Stone will be unable to join but sends her regards.",
        "Tam Hale, our coordinator, will ask you for papers.",
        "Sue will show you the shop.",
        "New York is the head office.",
    ],
)
def test_who_has_no_part_in_it_is_not_named(text: str) -> None:
    assert panel(text).names == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Ida Stone, our chief, will be joined by Tam Hale.",
            ("Ida Stone", "Tam Hale"),
        ),
        ("With me will be Ida Stone, who runs the lab.", ("Ida Stone",)),
        ("I'll have with me Ida Stone (our partner).", ("Ida Stone",)),
        ("I'll be doing this one along with Ida Stone.", ("Ida Stone",)),
        ("It's Ida Stone who runs the shop and Tam Hale.", ("Ida Stone", "Tam Hale")),
        ("Forty minutes, with Ida Stone asking.", ("Ida Stone",)),
        (
            "Ask for Ida Stone, she's the head, and she will have Tam Hale with her.",
            ("Ida Stone", "Tam Hale"),
        ),
        (
            "At the desk say you are there for Mr Hale. He and Mrs Stone will see you.",
            ("Mr Hale", "Mrs Stone"),
        ),
        ("The owner, Mrs Hale, likes to meet everybody.", ("Mrs Hale",)),
        ("I'll be the only one about that day.", ("Nell Adair",)),
        ("Itll be me n Tam, wont take long.", ("Nell Adair", "Tam")),
    ],
)
def test_others_may_be_told_beside_somebody(text: str, names: tuple[str, ...]) -> None:
    assert set(panel(text).names) | {"Nell Adair"} == {*names, "Nell Adair"}


@pytest.mark.parametrize(
    "text",
    [
        "Interviewing you\nIda Stone - Headteacher\nTam Hale - Governor\n",
        "| Who | What |\n| Ida Stone | Manager |\n| Tam | Volunteer |\n",
        "S/N | Name | Post\n1 | Ida Stone | Director\n2 | Tam Hale | Secretary\n",
        "| When | Friday |\n| Partner | Ida Stone, Tax |\n| Partner | Tam Hale |\n",
        "The panel will be:\n\nDr Ida Stone Head of Law\nMr Tam Hale Reader in Tax\n",
        "Committee\nIda Stone ....... Chair\nTam Hale ....... Ward Manager\n",
        "Here is the plan.\nIda Stone - Technical Lead\nTam Hale - Crane Engineer\n",
    ],
)
def test_rows_name_who_is_there(text: str) -> None:
    said = {name.removeprefix("Dr ").removeprefix("Mr ") for name in panel(text).names}
    assert {name.split()[0] for name in said} == {"Ida", "Tam"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("We will talk it over, and Ida Stone, our founder, decides.", ("Ida Stone",)),
        ("My co-founder Ida Stone asks the odd question too.", ("Ida Stone",)),
        ("Ida Stone told me about you when we met.", ()),
        ("If you are lost phone Ida Stone at the desk.", ()),
    ],
)
def test_signs_around_a_name_add_up(text: str, names: tuple[str, ...]) -> None:
    assert panel(f"We would like to see you on Monday.\n\n{text}").names == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "You will meet Ida Stone. My colleague Tam Hale is on leave until May.",
            ("Ida Stone",),
        ),
        (
            "Ask for Joan at reception. The interview is with Ida Stone and Tam Hale.",
            ("Ida Stone", "Tam Hale"),
        ),
    ],
)
def test_who_is_only_spoken_of_is_not_named(text: str, names: tuple[str, ...]) -> None:
    assert panel(text).names == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Mrs Stone and Tam Hale see you. Ida Stone is kind.",
            ["Ida Stone", "Tam Hale"],
        ),
        ("Panel: STONE, Ida (head); HALE, Tam", ["Ida Stone", "Tam Hale"]),
        ("With our MD Ida Stone FCA, and Tam's boss.", ["Ida Stone", "Tam"]),
        ("Dr Salah el-Masri and J. P. Hale", ["Dr Salah el-Masri", "J. P. Hale"]),
        ("Bastien will talk to you. Bring a pencil.", ["Bastien"]),
        ("Hello Robin, come on Monday at ten.", []),
        ("You will see Nurse Ada. Matron Hale is off.", ["Nurse Ada", "Matron Hale"]),
        ("You meet Watch Manager Ida Stone.", ["Ida Stone"]),
        ("10:00 Pairing Ida Stone", ["Ida Stone"]),
        ("JUST IDA STONE, OUR COOK", ["Ida Stone"]),
        ("With our cook IDA STONE, KC.", ["Ida Stone"]),
        ("With Trish (Patricia Hale on paper) at ten.", ["Patricia Hale"]),
        ("With Trish (stores) and Patricia Hale.", ["Trish", "Patricia Hale"]),
        ("Alder Court Residential Home, rated Good", []),
        ("We need a Staff Nurse and a Community Nurse.", []),
    ],
)
def test_everybody_a_mail_names_is_found_once(text: str, names: list[str]) -> None:
    found = people_named(f"Interview\n\n{text}", Around(greeted=frozenset({"robin"})))
    assert [one.name for one in found] == names
