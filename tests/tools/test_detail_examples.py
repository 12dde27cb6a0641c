from onward.domain.mail.verdict import Meaning
from tools.detail_examples import DETAILS, noted_mail


def test_what_was_noted_stands_in_the_mail() -> None:
    for part in ("build", "judge"):
        for noted in noted_mail(DETAILS / part):
            said = " ".join(noted.mail.text.casefold().split())
            for key in ("reason", "given", "offered"):
                for words in noted.told.get(key, "").casefold().split(" | "):
                    assert words in said, noted.place


def test_there_are_enough_mails_of_each_kind_to_judge_with() -> None:
    labels = [noted.label for noted in noted_mail(DETAILS / "judge")]
    assert len(labels) >= 90
    assert labels.count(Meaning.REJECTION) >= 40
    assert labels.count(Meaning.INTERVIEW_INVITATION) >= 20


def test_no_mail_stands_in_both_parts() -> None:
    build, judge = (
        {noted.mail.text for noted in noted_mail(DETAILS / part)}
        for part in ("build", "judge")
    )
    assert not build & judge


def test_the_mail_comes_through_many_tracking_systems() -> None:
    noted = [*noted_mail(DETAILS / "build"), *noted_mail(DETAILS / "judge")]
    assert len({one.told["system"] for one in noted if "system" in one.told}) >= 12
