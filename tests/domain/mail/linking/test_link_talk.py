from typing import Any

from onward.domain.mail.linking.settle import settle
from onward.domain.mail.verdict import Meaning
from tests.domain.mail.clues import clue, no, place, thanks, together, wrote

FRIEND: dict[str, Any] = {"employer": "Acme", "writers": ("sam@acme.example",)}


def test_a_friend_who_works_there_and_chats_is_no_part_of_the_application() -> None:
    settled = settle(
        [
            thanks(1),
            clue(2, Meaning.OTHER, 5, text="No news?\n\nBiscuits Thursday?", **FRIEND),
            wrote(3, 6, answers=("2",), **FRIEND),
            no(4, 30),
        ]
    )
    assert together(settled, 1, 4)
    assert place(settled, 2) is None
    assert place(settled, 3) is None


def test_a_friend_who_speaks_of_the_job_is_part_of_it() -> None:
    told = clue(2, Meaning.OTHER, 5, text="Hi\n\nThe job is still open.", **FRIEND)
    assert together(settle([thanks(1), told]), 1, 2)


def test_whom_the_person_names_is_no_other_name_of_the_employer() -> None:
    referee = {"employer": "Larkspur", "writers": ("marian@larkspur.example",)}
    settled = settle(
        [
            thanks(1),
            wrote(2, 5, answers=("1",), employer="Larkspur"),
            clue(3, Meaning.OTHER, 6, text="Hi\n\nA form about a job came.", **referee),
        ]
    )
    assert together(settled, 1, 2)
    assert place(settled, 3) is None


def test_what_a_stranger_between_says_of_an_employer_is_no_part_of_it() -> None:
    text = "Nine searches\n\nSomebody at Acme saw your application profile."
    seen = {"employer": "Acme", "agency": "Worklink", "text": text}
    writers = ("notifications@worklink.example",)
    settled = settle([thanks(1), clue(2, Meaning.OTHER, 5, writers=writers, **seen)])
    assert place(settled, 2) is None


def test_what_the_agency_in_between_says_is_part_of_it() -> None:
    through: dict[str, Any] = {
        "agency": "Bright Spark",
        "writers": ("jo@brightspark.example",),
    }
    said = clue(2, Meaning.OTHER, 5, text="About the job", employer="Acme", **through)
    assert together(settle([thanks(1, **through), said]), 1, 2)
