import time_machine

from onward.web.passes import CODE_SECONDS, Door

TOKEN = "t" * 43


def test_the_token_opens_as_often_as_it_is_shown() -> None:
    door = Door(TOKEN)
    first, second = door.exchange(TOKEN), door.exchange(TOKEN)
    assert first
    assert second
    assert first != second
    assert door.opens_for(first)
    assert door.opens_for(second)


def test_nothing_else_opens() -> None:
    door = Door(TOKEN)
    for shown in ("", "t", TOKEN + "t", TOKEN[:-1], "é", "a:b:c", "\x00"):
        assert door.exchange(shown) is None
        assert not door.opens_for(shown)
    assert not door.opens_for(TOKEN)


def test_a_pass_is_no_token_and_a_code_is_no_pass() -> None:
    door = Door(TOKEN)
    given = door.exchange(TOKEN) or ""
    assert door.exchange(given) is None
    assert not door.opens_for(door.new_code())


def test_a_pass_of_another_start_opens_nothing() -> None:
    given = Door("u" * 43).exchange("u" * 43) or ""
    assert not Door(TOKEN).opens_for(given)


def test_a_pass_that_was_changed_opens_nothing() -> None:
    door = Door(TOKEN)
    given = door.exchange(TOKEN) or ""
    name, _, mark = given.partition(":")
    assert not door.opens_for(f"{name}x:{mark}")
    assert not door.opens_for(f"{name}:{mark[:-1]}")


def test_a_code_opens_once_and_whoever_shows_it_again_undoes_that() -> None:
    door = Door(TOKEN)
    code = door.new_code()
    given = door.exchange(code)
    assert given
    assert door.opens_for(given)
    assert door.exchange(code) is None
    assert not door.opens_for(given)


def test_another_start_of_the_program_can_make_a_code_from_the_token() -> None:
    assert Door(TOKEN).exchange(Door(TOKEN).new_code())


def test_a_code_is_too_old_after_a_minute() -> None:
    door = Door(TOKEN)
    with time_machine.travel(1_700_000_000, tick=False) as clock:
        code = door.new_code()
        clock.shift(CODE_SECONDS + 1)
        assert door.exchange(code) is None
