from onward.domain.letters.manner import PLAIN, Manner, manner_of

CHATTY = "Hi Priya,\n\nI'd love to come. I'm free on Friday.\n\nAll best,\nAmira"
FORMAL = "Dear Ms Nair,\n\nI would be glad to come.\n\nYours sincerely,\nA. Sutcliffe"


def test_who_wrote_no_letter_gets_a_plain_one() -> None:
    assert manner_of([]) == PLAIN


def test_the_commonest_greeting_and_closing_win() -> None:
    assert manner_of([CHATTY, FORMAL, CHATTY]) == Manner(
        "Hi", "All best", contracts=True
    )


def test_a_formal_writer_stays_formal() -> None:
    assert manner_of([FORMAL]) == Manner("Dear", "Yours sincerely")


def test_what_would_jar_after_a_no_is_toned_down() -> None:
    manner = manner_of(["Hey!\n\nSee you there\n\nCheers\nAmira"])
    assert (manner.greeting, manner.closing) == ("Hi", "Best wishes")


def test_short_forms_only_for_those_who_use_them() -> None:
    assert Manner(contracts=True).spoken("I would be glad.") == "I'd be glad."
    assert PLAIN.spoken("I would be glad.") == "I would be glad."
