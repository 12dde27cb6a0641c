from onward.domain.mail.verdict import Meaning
from tools.search_examples import SEARCHES, letters_of
from tools.search_lessons import noted_searches


def test_what_is_to_judge_with_teaches_nothing() -> None:
    taught = noted_searches()
    letters = [one for path in SEARCHES.glob("build/*/") for one in letters_of(path)]
    assert len(taught) == len(letters)
    assert len({one.place for one in taught}) == len(taught)
    judged = {
        one.number for path in SEARCHES.glob("judge/*/") for one in letters_of(path)
    }
    assert not judged & {one.mail.message_id for one in taught}


def test_what_the_person_wrote_is_known_as_theirs() -> None:
    mine = [one for one in noted_searches() if one.label is Meaning.FOLLOW_UP]
    assert mine
    assert all(one.context.is_own(one.mail) for one in mine)
